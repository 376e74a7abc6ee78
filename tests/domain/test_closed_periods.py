"""On which day an invoice is booked: twelve periods, each open or closed, by three policies and a date of one's own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import product
from typing import Any

import pytest

from mice_exact_plugin.domain.closed_periods import ClosedPeriodSettings, ClosedPolicy
from mice_exact_plugin.domain.entry.acceptance import Acceptance, Kind, accepted
from mice_exact_plugin.domain.entry.mapper import Blocked, Mapped, map_invoice
from mice_exact_plugin.domain.problems import Code
from mice_exact_plugin.domain.reference import ClosedPeriod, FinancialPeriod
from tests.domain.build import SETTINGS, invoice, line, rate_group, reference, vat_code

HOLD, FIRST_OPEN, ASK = ClosedPolicy
NEXT_YEAR = range(13, 25)
MONTHS = tuple(
    FinancialPeriod(year, month, date(year, month, 1), date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1))
    for year, month in product((2026, 2027), range(1, 13))
)


def books(*closed: int) -> Any:
    """The months that are closed for the journal, counted from January 2026."""
    shut = frozenset(ClosedPeriod("70", 2026 + (month > 12), (month - 1) % 12 + 1) for month in closed)
    return reference(periods=MONTHS, closed_periods=shut)


def outcome(day: date, lists: Any, chosen: ClosedPeriodSettings, **options: Any) -> Any:
    source = invoice(line("100.00", "21.00"), invoice_date=day, **options.pop("changes", {}))
    settings = replace(SETTINGS, closed_periods=chosen)
    return map_invoice(source, settings, lists, debtor_has_payment_condition=True, **options)


def told(found: Any) -> tuple[str, str]:
    """What became of it, and the day."""
    if isinstance(found, Mapped):
        return "booked", found.entry.entry_date.isoformat()
    (problem,) = found.problems
    return str(problem.code), problem.params.get("entry_date", problem.params.get("date", ""))


@pytest.mark.parametrize("policy", ClosedPolicy)
@pytest.mark.parametrize("month", range(1, 13))
def test_an_open_period_is_booked_in_and_a_closed_one_by_the_policy(month: int, policy: ClosedPolicy) -> None:
    day, chosen = date(2026, month, 20), ClosedPeriodSettings(policy)
    assert told(outcome(day, books(), chosen)) == ("booked", day.isoformat())
    following = (date(2027, 1, 1) if month == 12 else date(2026, month + 1, 1)).isoformat()
    # Over the end of the year it is asked.
    expected = {
        HOLD: ("period_closed", ""),
        FIRST_OPEN: ("period_asked" if month == 12 else "booked", following),
        ASK: ("period_asked", following),
    }
    assert told(outcome(day, books(month), chosen)) == expected[policy]


@pytest.mark.parametrize(
    ("day", "closed", "until", "policy", "expected"),
    [
        # two closed in a row, then three: further than sixty days is asked
        (date(2026, 9, 29), (9, 10), None, FIRST_OPEN, ("booked", "2026-11-01")),
        (date(2026, 9, 29), (9, 10, 11), None, FIRST_OPEN, ("period_asked", "2026-12-01")),
        # nothing is open any more in the years that exist: what is missing is the year after a date of one's own
        (date(2027, 12, 5), (), date(2027, 12, 31), FIRST_OPEN, ("period_missing", "2028-01-01")),
        (date(2027, 12, 5), (), date(2027, 12, 31), HOLD, ("period_missing", "2028-01-01")),
        (date(2027, 12, 5), (), date(2027, 12, 4), FIRST_OPEN, ("booked", "2027-12-05")),
        # a date of one's own asks always, also where Exact is open
        (date(2026, 9, 29), (), date(2026, 9, 30), FIRST_OPEN, ("period_asked", "2026-10-01")),
        (date(2026, 9, 29), (), date(2026, 9, 30), HOLD, ("period_asked", "2026-10-01")),
        (date(2026, 9, 29), (9,), date(2026, 10, 10), ASK, ("period_asked", "2026-10-11")),
        (date(2026, 10, 11), (9,), date(2026, 10, 10), HOLD, ("booked", "2026-10-11")),
        (date(2025, 9, 29), (), None, ASK, ("period_missing", "2025-09-29")),
        # next year is not made in Exact yet
        (date(2028, 1, 2), (), None, FIRST_OPEN, ("period_missing", "2028-01-02")),
        (date(2026, 12, 20), (12, *NEXT_YEAR), None, FIRST_OPEN, ("period_closed", "")),
        # open in Exact, and all that comes after a date of one's own is closed there
        (date(2026, 11, 20), (12, *NEXT_YEAR), date(2026, 11, 30), ASK, ("period_closed", "")),
    ],
)
def test_where_it_goes(
    day: date, closed: tuple[int, ...], until: date | None, policy: ClosedPolicy, expected: tuple[str, str]
) -> None:
    assert told(outcome(day, books(*closed), ClosedPeriodSettings(policy, until))) == expected


def test_without_periods_only_a_date_of_one_s_own_holds() -> None:
    blind = reference(periods=(), closed_periods=frozenset())
    day = date(2026, 9, 29)
    assert told(outcome(day, blind, ClosedPeriodSettings(FIRST_OPEN))) == ("booked", "2026-09-29")
    assert told(outcome(day, blind, ClosedPeriodSettings(ASK, date(2026, 9, 30)))) == ("period_asked", "2026-10-01")


def test_what_a_person_said_holds_for_that_day_alone() -> None:
    day, chosen = date(2026, 9, 29), ClosedPeriodSettings(ASK)
    asked = outcome(day, books(9), chosen)
    held = accepted([Acceptance(Kind.PERIOD, asked.problems[0].params)])
    assert told(outcome(day, books(9), chosen, accepted=held)) == ("booked", "2026-10-01")
    assert told(outcome(day, books(9, 10), chosen, accepted=held)) == ("period_asked", "2026-11-01")


def test_a_moved_entry_keeps_its_due_date_and_its_vat_and_tells_its_own_day() -> None:
    ended = {
        **reference().vat_codes,
        "1": vat_code("1", ("9", None, date(2026, 9, 30)), ("21", date(2026, 10, 1), None)),
    }
    lists = replace(books(9), vat_codes=ended)
    lodging = line("100.00", "9.00", rate_group("logies", "9", "8100"))
    source = invoice(lodging, invoice_date=date(2026, 9, 29), payment_term=None)
    settings = replace(SETTINGS, closed_periods=ClosedPeriodSettings(FIRST_OPEN), payment_condition_code="30")
    found = map_invoice(source, settings, lists, debtor_has_payment_condition=False)
    assert isinstance(found, Mapped)
    assert (found.entry.entry_date, found.entry.due_date) == (date(2026, 10, 1), date(2026, 10, 29))
    assert found.entry.description == "F2026-00123 (29-9-2026)"
    assert found.entry.your_ref == "F2026-00123"
    assert [(each.vat, each.vat_override) for each in found.entry.lines] == [(Decimal("9.00"), True)]
    assert ("period_moved", {"date": "2026-09-29", "entry_date": "2026-10-01"}) in found.marks


def test_a_blocked_entry_is_drafted_on_its_own_day() -> None:
    found = outcome(date(2026, 9, 29), books(9), ClosedPeriodSettings())
    assert isinstance(found, Blocked)
    assert found.problems[0].code is Code.PERIOD_CLOSED
    assert found.draft is not None
    assert found.draft.entry.entry_date == date(2026, 9, 29)


def test_the_period_that_keeps_it_back_is_named() -> None:
    """Its own is open in Exact and behind a date of one's own; the one that it would go to is closed there."""
    found = outcome(date(2026, 11, 20), books(12, *NEXT_YEAR), ClosedPeriodSettings(ASK, date(2026, 11, 30)))
    assert found.problems[0].params == {"year": 2026, "period": 12, "journal": "70"}
