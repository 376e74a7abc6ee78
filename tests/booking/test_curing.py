"""Mapping blocked rows again, by the fake: whose cure is there, who is tried again unasked, who waits for a person."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from mice_exact_plugin.booking import cure
from mice_exact_plugin.domain.problems import Code, Problem
from tests.booking.situations import SETTLED, STRANGER, bill, bills, once_more, silent, typed, unforeseen
from tests.fake import diary
from tests.fake.client import MAKES, POSTS, SILENT, says
from tests.fake.office import KNOWN

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.fake.office import Office

    Situation = Callable[[Office], Callable[[], Any]]

#: Longer than a night, and what was refused in it is due again.
NEXT_NIGHT = {"hours": 13}


def _recheck(office: Office) -> Callable[[], Any]:
    work = office.work()
    return lambda: (cure.recheck(work), sorted(work.held))


def _without_rates(office: Office, count: int = 2) -> None:
    office.set(vat_codes={})
    bills(office, count)
    office.run()


def cured(office: Office) -> Callable[[], Any]:
    _without_rates(office)
    office.set(vat_codes={Decimal(21): "2"})
    return _recheck(office)


def not_cured(office: Office) -> Callable[[], Any]:
    _without_rates(office)
    return _recheck(office)


def blocked_for_something_else(office: Office) -> Callable[[], Any]:
    _without_rates(office)
    office.set(vat_codes={Decimal(21): "gone"})
    return _recheck(office)


def nothing_to_book_any_more(office: Office) -> Callable[[], Any]:
    _without_rates(office, 1)
    office.host.sent["1"] = bill(
        "1", *bill("1").lines, replace(bill("1").lines[0], net=-bill("1").net, vat=-bill("1").vat)
    )
    return _recheck(office)


def gone_from_the_host(office: Office) -> Callable[[], Any]:
    _without_rates(office)
    del office.host.sent["1"]
    office.set(vat_codes={Decimal(21): "2"})
    return _recheck(office)


def cannot_be_read(office: Office) -> Callable[[], Any]:
    _without_rates(office)
    office.host.sent["1"] = SimpleNamespace(id="1")
    office.set(vat_codes={Decimal(21): "2"})
    return _recheck(office)


def meets_a_bug(office: Office) -> Callable[[], Any]:
    _without_rates(office)
    office.set(vat_codes={Decimal(21): "2"})
    office.host.sent["1"] = unforeseen("1")
    return _recheck(office)


def _refused(office: Office, count: int = 1) -> None:
    bills(office, count)
    office.exact.trouble(POSTS, *(says(f"Zomaar niet {number}") for number in range(count)))
    office.run()


def refused_just_now(office: Office) -> Callable[[], Any]:
    _refused(office)
    return _recheck(office)


def refused_the_night_before(office: Office) -> Callable[[], Any]:
    _refused(office)
    office.time.forward(**NEXT_NIGHT)
    return _recheck(office)


def refused_for_seven_nights(office: Office) -> Callable[[], Any]:
    _refused(office)
    office.change("1", tries=8, not_before=None)
    office.time.forward(**NEXT_NIGHT)
    return _recheck(office)


def refused_and_changed(office: Office) -> Callable[[], Any]:
    """Something else would be sent now."""
    _refused(office)
    office.host.sent["1"] = bill("1", *bill("1").lines, *bill("1").lines)
    return _recheck(office)


def refused_without_a_try(office: Office) -> Callable[[], Any]:
    """As 0.1 kept it."""
    _refused(office)
    office.change("1", tries=0, not_before=None)
    return _recheck(office)


def refused_and_blocked_besides(office: Office) -> Callable[[], Any]:
    _refused(office)
    office.set(vat_codes={})
    return _recheck(office)


def refused_due_and_blocked_besides(office: Office) -> Callable[[], Any]:
    _refused(office)
    office.time.forward(**NEXT_NIGHT)
    office.set(vat_codes={})
    return _recheck(office)


def twenty_six_refusals(office: Office) -> Callable[[], Any]:
    bills(office, 27)
    for number in range(1, 28):
        refusal = Problem(Code.REFUSED, {"kind": "unknown", "messages": ["Nee."], "status": 500})
        office.blocked(str(number), refusal, tries=1, not_before=office.time.now)
    office.time.forward(seconds=1)
    return _recheck(office)


def of_a_suspect(office: Office) -> Callable[[], Any]:
    """Two were refused, so that the third was not sent."""
    bills(office, 3)
    office.exact.trouble(POSTS, *[says("Geblokkeerd: Grootboekrekening")] * 2)
    office.run()
    return _recheck(office)


def of_a_suspect_no_more(office: Office) -> Callable[[], Any]:
    of_a_suspect(office)
    office.set(default_gl_account_id="gl-8100")
    ledger = replace(bill("1").lines[0].rate_group, ledger_number="8100")  # type: ignore[type-var]  # it has one
    for key in ("1", "2", "3"):
        office.host.sent[key] = bill(key, replace(bill(key).lines[0], rate_group=ledger))
    return _recheck(office)


def wants_a_condition(office: Office) -> Callable[[], Any]:
    office.knows(replace(KNOWN, has_payment_condition=False))
    office.books.default_condition = None
    bills(office, 2, payment_term=7)
    office.run()
    return _recheck(office)


def has_a_condition_now(office: Office) -> Callable[[], Any]:
    wants_a_condition(office)
    office.set(payment_condition_code="14")
    return _recheck(office)


def its_relation_has_a_condition_now(office: Office) -> Callable[[], Any]:
    wants_a_condition(office)
    office.knows(replace(KNOWN, has_payment_condition=True))
    return _recheck(office)


def in_conflict(office: Office) -> Callable[[], Any]:
    silent(office)
    typed(office, gross=Decimal(1))
    office.time.forward(seconds=SETTLED)
    office.run()
    return _recheck(office)


def its_debtor_is_under_way(office: Office) -> Callable[[], Any]:
    office.exact.trouble(MAKES, SILENT)
    bills(office, 2, debtor=STRANGER)
    diary.attempt(office.run)
    office.blocked("1", Problem(Code.BUG))
    return _recheck(office)


def sent_before(office: Office) -> Callable[[], Any]:
    """It goes on by way of a search."""
    silent(office)
    office.time.forward(seconds=SETTLED)
    office.run(should_stop=lambda: True)
    once_more(office, trouble=says("Zomaar niet"))
    office.time.forward(seconds=SETTLED)
    office.run(should_stop=lambda: True)
    office.time.forward(**NEXT_NIGHT)
    return _recheck(office)


RECHECK: dict[str, Situation] = {
    "cured": cured,
    "not cured": not_cured,
    "blocked for something else": blocked_for_something_else,
    "nothing to book any more": nothing_to_book_any_more,
    "gone from the host": gone_from_the_host,
    "cannot be read": cannot_be_read,
    "meets a bug": meets_a_bug,
    "refused just now": refused_just_now,
    "refused the night before": refused_the_night_before,
    "refused for seven nights": refused_for_seven_nights,
    "refused and changed": refused_and_changed,
    "refused without a try": refused_without_a_try,
    "refused, and blocked besides": refused_and_blocked_besides,
    "refused, due, and blocked besides": refused_due_and_blocked_besides,
    "more refusals than a night tries": twenty_six_refusals,
    "of a suspect": of_a_suspect,
    "of a suspect no more": of_a_suspect_no_more,
    "wants a condition": wants_a_condition,
    "has a condition now": has_a_condition_now,
    "its relation has a condition now": its_relation_has_a_condition_now,
    "in conflict": in_conflict,
    "its debtor is under way": its_debtor_is_under_way,
    "sent before": sent_before,
}


@pytest.mark.parametrize("name", RECHECK)
def test_mapping_again(office: Office, name: str) -> None:
    diary.tell("curing", name, office, RECHECK[name])
