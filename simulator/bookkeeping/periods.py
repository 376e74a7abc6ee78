"""Finds the financial year and period of a date, and knows which periods of a journal are closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from simulator.books.administration import Books
    from simulator.books.table import Row


def period_on(books: Books, moment: datetime) -> Row | None:
    """The period whose dates span the moment; the financial year may differ from the calendar's."""
    for year in (moment.year, moment.year + 1, moment.year - 1):
        for row in books["FinancialPeriods"].where("FinYear", year):
            if row["StartDate"] <= moment <= row["EndDate"]:
                return row
    return None


def periods_between(books: Books, begin: datetime, end: datetime) -> list[Row]:
    """The periods that a range lies in, in their order; none when the table does not hold all of it."""
    rows = books["FinancialPeriods"].rows.values()
    begin, end = (day.replace(hour=0, minute=0, second=0, microsecond=0) for day in (begin, end))
    found = sorted((row for row in rows if row["StartDate"] <= end and begin <= row["EndDate"]), key=_start)
    return found if found and found[0]["StartDate"] <= begin and end <= found[-1]["EndDate"] else []


def _start(period: Row) -> datetime:
    start: datetime = period["StartDate"]
    return start


def period_named(books: Books, year: int, period: int) -> Row | None:
    return next((row for row in books["FinancialPeriods"].where("FinYear", year) if row["FinPeriod"] == period), None)


def is_closed(books: Books, journal: str, year: int, period: int) -> bool:
    return books["ClosedPeriods"].get((journal, year, period)) is not None
