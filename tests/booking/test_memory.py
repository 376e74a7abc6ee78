"""What one slice of a run learnt is known to the next, also when the one before was of version 0.1."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import fields
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select

from mice_exact_plugin.booking import opening
from mice_exact_plugin.database import step
from mice_exact_plugin.domain.entry.causes import Kind, Refusal, Wrong
from mice_exact_plugin.domain.problems import Code, Problem
from mice_exact_plugin.domain.reference import Resource
from mice_exact_plugin.domain.references import Reference, Used
from mice_exact_plugin.domain.turns import SLOW
from mice_exact_plugin.link.connection import Connection
from tests.booking.nights import set_connection
from tests.domain.test_turns import QUICK
from tests.fake.clocks import NOW

if TYPE_CHECKING:
    from datetime import datetime

    from mice_exact_plugin.work import Work
    from tests.fake.office import Office

LEDGER, CODE = Used(Reference.GL_ACCOUNT, "8000"), Used(Reference.VAT_CODE, "2")
LEARNT = {
    "counts": Counter({"posted": 2, "released": 1}),
    "suspects": {LEDGER, CODE},
    "reread": {Resource.GL_ACCOUNTS, Resource.CRM_ACCOUNTS},
    "unpromoted": Counter({"a": 4}),
    "prepared": True,
    "held": {"vat_code:2=E/21": 7, "any:other": 9},
    "wrongs": [Wrong(Kind.AMOUNTS, frozenset({"vat_code:2=E/21"})), Wrong(Kind.OTHER, frozenset())],
    "refusals": [Refusal(("Nee.",), frozenset({LEDGER, CODE}))] * 3,
    "accepted": {CODE},
    "refused": {"1": ("digest", Problem(Code.REFUSED, {"kind": "blocked", "messages": ["Nee."], "status": 500}))},
    "silences": 2,
    "lost_rights": {"POST": "forbidden"},
}
#: What a slice finds out anew, or is given.
OWN = {
    *("runtime", "link", "reference", "settings", "today", "client", "lease", "run_id", "should_stop", "phase"),
    *("beaten_at", "verifying", "entry_id_kept", "out", "sees", "shut_out", "resendable", "alike", "ahead"),
    *("begun", "is_over", "asked_lines", "searched"),
}


def known(work: Work) -> dict[str, object]:
    return {name: getattr(work, name) for name in LEARNT}


def test_everything_that_was_learnt_is_known_to_the_next_slice(office: Office) -> None:
    first, second = (
        office.work(**{name: value for name, value in LEARNT.items() if name != "lost_rights"}),
        office.work(),
    )
    first.lost_rights = {"POST": "forbidden"}
    memory = json.loads(json.dumps(opening.memory_of(first)))
    opening.recall(second, dict(first.counts), memory)
    assert known(second) == LEARNT
    assert [problem.code for _, problem in second.alike] == [Code.REFUSED_ALIKE]


def test_nothing_is_forgotten_that_a_slice_does_not_find_out_itself(office: Office) -> None:
    names = {field.name for field in fields(office.work())} | {"lost_rights"}
    assert names - OWN - LEARNT.keys() == LOOKED_UP


#: Known to nobody but this slice: what it has read of the batch at hand.
LOOKED_UP: set[str] = set()


def test_a_run_without_memory_begins_with_nothing(office: Office) -> None:
    work, plain = office.work(), office.work(prepared=False)
    opening.recall(work, {}, {})
    assert known(work) == known(plain)


def test_what_0_1_remembered_is_understood(office: Office) -> None:
    work = office.work()
    kept: Any = {"suspects": ["gl_account:8000"], "accepted": ["vat_code:2"], "refusals": [["Nee.", []]]}
    opening.recall(work, {}, kept)
    assert (work.suspects, work.accepted, work.refusals) == ({LEDGER}, {CODE}, [])


BEFORE = NOW - timedelta(hours=1)


@pytest.mark.parametrize(
    ("was_slow", "latency", "expected"),
    [(None, QUICK, None), (None, SLOW, NOW), (BEFORE, QUICK, None), (BEFORE, SLOW, BEFORE)],
    ids=["quick as ever", "slow by now", "quick again", "slow still"],
)
def test_who_is_slow_is_known_until_an_answer_comes_as_usual(
    office: Office, was_slow: datetime | None, latency: timedelta, expected: datetime | None
) -> None:
    set_connection(office, slow_at=was_slow)
    opening._note_latency(office.runtime, office.link, was_slow, latency)
    with step(office.session):
        assert office.session.scalars(select(Connection.slow_at)).one() == expected


def test_rights_are_asked_for_again_by_a_run_that_has_not_begun(office: Office) -> None:
    work = office.work()
    opening.recall(work, {}, {"prepared": False, "lost_rights": {"POST": "forbidden"}})
    assert work.lost_rights == {}
