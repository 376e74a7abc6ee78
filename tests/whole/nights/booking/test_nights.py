"""A sample of `./run bench nights`: every fault over a few nights, and exactly the mails that the rule gives."""

from __future__ import annotations

import pytest

from benchmarks.nights.bench import compare
from benchmarks.nights.plan import HIT, TENANTS, Fault, plan
from benchmarks.nights.rule import AGAIN, BEGAN, OVER, Night, mails

NIGHTS, SEED = 6, 7


@pytest.mark.parametrize("fault", [Fault.RIGHT_LOST, Fault.LIST_SHORT, Fault.MAIL_DOWN, Fault.EXACT_DOWN])
def test_the_mails_are_those_of_the_rule(fault: Fault) -> None:
    found = compare(plan(fault, SEED, NIGHTS))
    for tenant, (got, wanted) in found.items():
        assert {night: len(subjects) for night, subjects in got.items()} == dict.fromkeys(wanted, 1), tenant
    told = {tenant for tenant, (got, _) in found.items() if got}
    assert told == ({HIT} if fault in (Fault.RIGHT_LOST, Fault.LIST_SHORT) else set(TENANTS))


def test_the_rule_by_hand() -> None:
    bad, good = Night(is_faulty=True, sent=1), Night(is_faulty=False, sent=1)
    assert mails([good, *[bad] * 13, good]) == {2: BEGAN, 5: AGAIN, 12: AGAIN, 15: OVER}
    assert mails([Night(is_faulty=True, sent=0)] * 9) == {}
    silent = Night(is_faulty=True, sent=1, is_mail_up=False)
    assert mails([silent, silent, bad, good]) == {3: BEGAN, 4: OVER}
    assert mails([silent, good]) == {}
