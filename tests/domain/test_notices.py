"""Which causes are told on which night."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Unpack

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mice_exact_plugin.domain.kept import KeptShortfall, Why
from mice_exact_plugin.domain.notices import (
    APPROVAL,
    Cause,
    Due,
    Notice,
    due,
    followed,
    link_cause,
    night_of,
    of_approval,
    of_link,
    of_problems,
    problem_key,
    told,
)
from mice_exact_plugin.domain.problems import Code, Problem
from mice_exact_plugin.domain.readiness import Readiness, Stage
from mice_exact_plugin.domain.standing import Standing, State

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

FIRST = date(2026, 11, 1)


@dataclass
class Nights:
    """A tenant's nights: what stands in the way of each, and what was told in it."""

    notices: list[Notice] = field(default_factory=list)
    night: date = FIRST
    mails: dict[int, Due] = field(default_factory=dict)

    def pass_with(
        self, *causes: Cause, is_mail_up: bool = True, unsettled: Mapping[int, Collection[Code]] | None = None
    ) -> None:
        self.notices = followed(self.notices, causes, self.night, unsettled or {})
        mail = due(self.notices, self.night)
        if mail and is_mail_up:
            self.notices = told(self.notices, mail, self.night)
            self.mails[(self.night - FIRST).days + 1] = mail
        self.night += timedelta(days=1)


def cause(key: str = "a", waiting: int = 1, *, begins: bool = True) -> Cause:
    return Cause(key, {}, waiting, begins)


def test_a_cause_is_told_the_night_it_begins_after_three_nights_and_then_weekly() -> None:
    nights = Nights()
    for _ in range(30):
        nights.pass_with(cause())
    assert list(nights.mails) == [1, 4, 11, 18, 25]
    assert all(mail == Due(("a",)) for mail in nights.mails.values())


def test_it_is_not_repeated_while_nothing_waits_for_it() -> None:
    nights = Nights()
    for night in range(1, 13):
        nights.pass_with(cause(waiting=0 if night < 9 else 2))
    assert list(nights.mails) == [1, 9]


def test_a_new_cause_is_told_the_same_night() -> None:
    nights = Nights()
    nights.pass_with(cause("a"))
    nights.pass_with(cause("a"), cause("b"))
    assert nights.mails == {1: Due(("a",)), 2: Due(("b",))}


def test_one_mail_says_that_it_is_well_again() -> None:
    nights = Nights()
    nights.pass_with(cause())
    for _ in range(10):
        nights.pass_with()
    assert nights.mails == {1: Due(("a",)), 2: Due((), ("a",))}
    assert nights.notices == []


def test_what_comes_back_begins_anew() -> None:
    nights = Nights()
    for standing in (True, False, True, True, True, True):
        nights.pass_with(*[cause()] if standing else [])
    assert nights.mails == {1: Due(("a",)), 2: Due((), ("a",)), 3: Due(("a",)), 6: Due(("a",))}


def test_what_nobody_was_told_of_ends_in_silence() -> None:
    nights = Nights()
    nights.pass_with(cause(), is_mail_up=False)
    nights.pass_with()
    assert nights.mails == {}
    assert nights.notices == []


def test_a_refused_mail_is_due_until_it_is_handed_over() -> None:
    nights = Nights()
    for night in range(1, 16):
        nights.pass_with(cause(), is_mail_up=night > 9)
    assert list(nights.mails) == [10, 13]


def test_a_cause_that_came_back_while_the_mail_of_its_end_was_under_way_goes_on() -> None:
    notices = [Notice("a", {}, 1, FIRST, mailed_on=FIRST, times=1, ended_on=FIRST)]
    mail = due(notices, FIRST)
    assert mail == Due((), ("a",))
    notices = followed(notices, [cause()], FIRST)
    assert told(notices, mail, FIRST) == [Notice("a", {}, 1, FIRST, mailed_on=FIRST, times=1)]


def test_what_nothing_waits_for_does_not_begin() -> None:
    assert followed([], [cause(begins=False)], FIRST) == []


def of(code: Code, *exports: int) -> list[Cause]:
    return of_problems({export: [Problem(code)] for export in exports})


def test_refused_and_silent_in_turn_is_one_cause_and_no_mail_more() -> None:
    nights = Nights()
    for night in range(1, 13):
        refused, silent = (range(7, 10), ()) if night % 2 else ((), range(7, 10))
        nights.pass_with(*of(Code.REFUSED, *refused), unsettled=dict.fromkeys(silent, ()))
    assert nights.mails == dict.fromkeys((1, 4, 11), Due(("blocked:refused",)))
    assert nights.notices[0].waiting == 3
    nights.pass_with()
    assert nights.mails[13] == Due((), ("blocked:refused",))


@pytest.mark.parametrize(
    ("code", "unsettled", "is_over"),
    [
        (Code.REFUSED, {}, True),
        (Code.REFUSED, {7: ()}, False),
        (Code.REFUSED, {8: ()}, True),
        (Code.REFUSED, {7: (Code.UNANSWERED,)}, False),
        (Code.REFUSED, {7: (Code.UNANSWERED, Code.CURRENCY)}, True),
        (Code.REFUSED, {7: (Code.JOURNAL_GONE,)}, True),
        (Code.ENTRY_CONFLICT, {7: ()}, False),
        (Code.UNANSWERED, {7: (Code.REFUSED,)}, False),
        (Code.UNANSWERED, {7: (Code.JOURNAL_GONE,)}, True),
        (Code.VAT_RATE_UNMAPPED, {7: ()}, True),
    ],
)
def test_a_cause_is_over_when_its_invoices_are_rid_of_it(
    code: Code, unsettled: Mapping[int, Collection[Code]], is_over: bool
) -> None:
    """What mapping alone tells is over as soon as it lets the invoice through; the rest when Exact has answered."""
    nights = Nights()
    nights.pass_with(*of(code, 7))
    nights.pass_with(unsettled=unsettled)
    assert (2 in nights.mails) is is_over


def test_an_invoice_without_an_answer_waits_beside_one_that_is_refused() -> None:
    nights = Nights()
    nights.pass_with(*of(Code.REFUSED, 7, 8))
    nights.pass_with(*of(Code.REFUSED, 7), unsettled={7: (Code.REFUSED,), 8: ()})
    assert (nights.notices[0].waiting, sorted(nights.notices[0].exports)) == (2, [7, 8])


STEPS = st.lists(st.tuples(st.sets(st.sampled_from("abc")), st.booleans()), max_size=40)


@given(STEPS)
def test_never_a_cause_untold_and_never_one_told_of_that_is_not_there(steps: list[tuple[set[str], bool]]) -> None:
    nights = Nights()
    told_of: set[str] = set()
    for number, (standing, is_up) in enumerate(steps, 1):
        nights.pass_with(*[cause(key) for key in sorted(standing)], is_mail_up=is_up)
        mail = nights.mails.get(number, Due())
        assert set(mail.causes) <= standing
        assert set(mail.ended) == (told_of - standing if is_up else set())
        if is_up:
            assert standing - told_of <= set(mail.causes), "a cause is told the first night that mail works"
            told_of = standing


@pytest.mark.parametrize(
    ("moment", "night"),
    [
        (datetime(2026, 11, 26, 23, 59, tzinfo=UTC), date(2026, 11, 26)),
        (datetime(2026, 11, 27, 0, 59, tzinfo=UTC), date(2026, 11, 26)),
        (datetime(2026, 11, 27, 1, 31, tzinfo=UTC), date(2026, 11, 27)),
        (datetime(2026, 11, 27, 15, 0, tzinfo=UTC), date(2026, 11, 27)),
    ],
)
def test_a_night_lasts_until_the_next_one(moment: datetime, night: date) -> None:
    assert night_of(moment, "zaal") == night


def standing(state: State, **params: Unpack[Why]) -> Standing:
    return Standing(state, Readiness(Stage.ENABLED, None), datetime(2026, 11, 26, tzinfo=UTC), params)


def test_the_link_is_a_cause_when_it_came_by_itself() -> None:
    assert of_link(standing(State.FINE), 3) is None
    assert of_link(standing(State.OFF), 3) is None
    assert link_cause(standing(State.OFF), 3).key == "link:off"
    blocked = of_link(standing(State.DIVISION_BLOCKED, kind="DivisionBlocked"), 3)
    assert blocked is not None
    assert (blocked.key, blocked.waiting, blocked.begins) == ("link:division_blocked", 3, True)


def test_what_waits_for_a_yes_is_a_cause_while_something_does() -> None:
    cause = of_approval(3)
    assert cause is not None
    assert (cause.key, cause.params, cause.waiting, cause.begins) == (APPROVAL, {"approval": True}, 3, True)
    assert of_approval(0) is None


def test_only_a_dead_log_in_is_told_while_nothing_waits() -> None:
    dead, blocked = (of_link(standing(state), 0) for state in (State.LOG_IN_DEAD, State.DIVISION_BLOCKED))
    assert dead is not None
    assert dead.begins
    assert blocked is not None
    assert not blocked.begins


def test_another_right_or_list_is_another_cause() -> None:
    keys = {
        link_cause(standing(State.RIGHT_MISSING, endpoint=endpoint, method=method), 1).key
        for endpoint in ("crm/Accounts", "salesentry/SalesEntries")
        for method in ("POST", "GET")
    }
    lists: list[list[KeptShortfall]] = [[{"list": "journals", "rows": rows}] for rows in (1, 2)]
    assert len(keys) == 4
    assert len({link_cause(standing(State.LIST_SUSPICIOUS, lists=each), 1).key for each in lists}) == 1


def test_problems_that_one_cure_ends_are_one_cause() -> None:
    rates = [Problem(Code.VAT_RATE_UNMAPPED, {"rate": rate}) for rate in ("9", "9", "12")]
    days = [Problem(Code.PERIOD_MISSING, {"date": day}) for day in ("2031-01-01", "2031-02-01")]
    found = of_problems({7: [rates[0], rates[0], days[0]], 8: [rates[1]], 9: [rates[2], days[1]]})
    assert {each.key: (each.waiting, sorted(each.exports)) for each in found} == {
        "blocked:vat_rate_unmapped:9": (2, [7, 8]),
        "blocked:vat_rate_unmapped:12": (1, [9]),
        "blocked:period_missing": (2, [7, 9]),
    }
    assert len(problem_key(Problem(Code.REFUSED, {"messages": ["x" * 500]}))) <= 120
