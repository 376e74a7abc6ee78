"""A quarter of a year: the period over which sales to other member states are listed, and VAT is mostly declared."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

_WRITTEN = re.compile(r"(\d{4})-([1-4])")
MONTHS = 3


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """`number` counts from 1."""

    year: int
    number: int

    @property
    def first(self) -> date:
        return date(self.year, MONTHS * (self.number - 1) + 1, 1)

    @property
    def last(self) -> date:
        return self.after.first - timedelta(days=1)

    @property
    def after(self) -> Quarter:
        return (
            Quarter(self.year + 1, 1) if self.number * MONTHS == date.max.month else Quarter(self.year, self.number + 1)
        )

    @property
    def before(self) -> Quarter:
        return quarter_of(self.first - timedelta(days=1))

    def __str__(self) -> str:
        return f"{self.year}-{self.number}"


def quarter_of(day: date) -> Quarter:
    return Quarter(day.year, (day.month - 1) // MONTHS + 1)


@lru_cache(maxsize=64)
def return_due(day: date) -> date:
    """When the VAT return over a day is in whoever files it by the quarter: within a month, in Belgium sooner.

    Who files by the month is earlier still; by which of both nobody tells us.
    """
    after = quarter_of(day).after.first
    return (after.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def quarter_written(text: str) -> Quarter | None:
    """As an address has it, such as 2026-3; a year has four digits and those around it exist as well."""
    found = _WRITTEN.fullmatch(text)
    return Quarter(int(found[1]), int(found[2])) if found and date.min.year < int(found[1]) < date.max.year else None
