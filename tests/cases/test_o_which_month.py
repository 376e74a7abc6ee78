"""Kind O: which month and which year: financial years of their own, years to come, and the night of New Year."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from mice_exact_plugin.domain.closed_periods import ClosedPeriodSettings, ClosedPolicy
from mice_exact_plugin.domain.reference import Resource
from simulator.tests.control import VENUE
from tests.cases.books import sold
from tests.cases.selling import change_invoice, choose, play, remarks
from tests.cases.stage import TENANT
from tests.cases.test_g_terms import read_again

if TYPE_CHECKING:
    from tests.cases.case import Case


def month(year: int, number: int, start: date) -> dict[str, Any]:
    end = (start.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return {"FinYear": year, "FinPeriod": number, "StartDate": start.isoformat(), "EndDate": end.isoformat()}


def financial_years_from(case: Case, first: date) -> None:
    """Of a foundation whose season is no calendar year: 36 months in three years; the list is a week old."""
    read_again(case, Resource.PERIODS)
    path = f"divisions/{VENUE}/rows/FinancialPeriods"
    case.control.call("POST", path, {"delete": [{"FinYear": year} for year in range(2024, 2028)]})
    starts = [date(first.year + (first.month - 1 + at) // 12, (first.month - 1 + at) % 12 + 1, 1) for at in range(36)]
    rows = [month(first.year + at // 12, at % 12 + 1, start) for at, start in enumerate(starts)]
    case.control.insert(VENUE, "FinancialPeriods", *rows)


@pytest.mark.parametrize(
    ("first", "invoiced", "said"),
    [(date(2024, 12, 1), "2025-12-20", []), (date(2025, 11, 1), "2026-10-28", ["other_year"])],
    ids=["last calendar year and the same financial year", "last month and another financial year"],
)
def test_the_year_is_the_financial_one(case: Case, first: date, invoiced: str, said: list[str]) -> None:
    financial_years_from(case, first)
    play(case, sold("N01", date_sent=invoiced))
    assert case.states() == {"N01": "synced"}
    assert remarks(case, "N01") == said


def test_the_first_open_day_is_in_another_financial_year(case: Case) -> None:
    financial_years_from(case, date(2025, 11, 1))
    case.control.insert(VENUE, "ClosedPeriods", {"Journal": "70", "Year": 2025, "Period": 12})
    choose(case, closed_periods=ClosedPeriodSettings(ClosedPolicy.FIRST_OPEN))
    play(case, sold("N01", date_sent="2026-10-28"))
    assert case.codes("N01") == ["period_asked"]


def test_a_year_that_the_bookkeeper_has_not_opened_yet(case: Case) -> None:
    path = f"divisions/{VENUE}/rows/FinancialPeriods"
    case.control.call("POST", path, {"delete": [{"FinYear": 2027}]})
    read_again(case, Resource.PERIODS)
    play(case, sold("N01", date_sent="2027-01-02"))
    assert case.codes("N01") == ["period_missing"]
    assert len(case.mails()) == 1
    case.control.insert(VENUE, "FinancialPeriods", month(2027, 1, date(2027, 1, 1)))
    case.night()
    assert case.states() == {"N01": "synced"}


@pytest.mark.parametrize(("invoiced", "year"), [("2027-01-01", 2027), ("2026-12-31", 2026)])
def test_half_an_hour_after_midnight_on_new_years_day(case: Case, invoiced: str, year: int) -> None:
    """Half past midnight in Breda is still the old year in London; what was sent on New Year's Eve is of last night."""
    case.traveller.move_to(datetime(2026, 12, 31, 23, 30, tzinfo=UTC))
    case.control.advance_to("2026-12-31T23:30:00")
    with case.services():
        case.stage.world.log_in(TENANT)
    play(case, sold("N01", date_sent=invoiced))
    assert remarks(case, "N01") == []
    assert case.entry("N01")["ReportingYear"] == year


def test_sent_again_with_another_date_before_the_night(case: Case) -> None:
    play(case, sold("N01", date_sent="2026-10-31"), run=False)
    change_invoice(case, "N01", invoice_date=date(2026, 11, 2))
    case.run()
    assert case.entry("N01")["ReportingPeriod"] == 11
