"""The financial years of an administration: calendar months, as a Dutch or Belgian company keeps by default."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date

from simulator.administrations.identity import Identity
from simulator.administrations.tables import Row


def calendar_periods(identity: Identity, years: Iterable[int]) -> list[Row]:
    return [_period(identity, year, month) for year in years for month in range(1, 13)]


def closed(journals: Iterable[str], year: int, months: Iterable[int]) -> list[Row]:
    return [{"Journal": journal, "Year": year, "Period": month} for journal in journals for month in months]


def _period(identity: Identity, year: int, month: int) -> Row:
    return {
        "ID": identity.guid("FinancialPeriods", f"{year}-{month}"),
        "FinYear": year,
        "FinPeriod": month,
        "StartDate": date(year, month, 1).isoformat(),
        "EndDate": date(year, month, monthrange(year, month)[1]).isoformat(),
    }
