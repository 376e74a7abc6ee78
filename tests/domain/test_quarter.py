"""Quarters: their days, what comes before and after, and how an address writes them."""

from __future__ import annotations

from datetime import date

import pytest

from mice_exact_plugin.domain.quarter import Quarter, quarter_of, quarter_written, return_due


@pytest.mark.parametrize(
    ("number", "first", "last"),
    [
        (1, date(2026, 1, 1), date(2026, 3, 31)),
        (2, date(2026, 4, 1), date(2026, 6, 30)),
        (3, date(2026, 7, 1), date(2026, 9, 30)),
        (4, date(2026, 10, 1), date(2026, 12, 31)),
    ],
)
def test_the_days_of_a_quarter(number: int, first: date, last: date) -> None:
    quarter = Quarter(2026, number)
    assert (quarter.first, quarter.last) == (first, last)
    assert quarter_of(first) == quarter_of(last) == quarter == quarter_written(str(quarter))


@pytest.mark.parametrize(
    ("day", "due"),
    [
        (date(2026, 1, 1), date(2026, 4, 30)),
        (date(2026, 9, 30), date(2026, 10, 31)),
        (date(2026, 12, 31), date(2027, 1, 31)),
    ],
)
def test_the_return_over_a_quarter_is_in_within_a_month(day: date, due: date) -> None:
    assert return_due(day) == due


def test_one_follows_the_other_over_the_end_of_a_year() -> None:
    years = [Quarter(year, number) for year in (2025, 2026) for number in (1, 2, 3, 4)]
    assert [quarter.after for quarter in years[:-1]] == years[1:]
    assert [quarter.before for quarter in years[1:]] == years[:-1]


@pytest.mark.parametrize("text", ["", "2026", "2026-0", "2026-5", "2026-11", "x2026-1", "2026-1x", "0001-1", "9999-4"])
def test_what_is_no_quarter(text: str) -> None:
    assert quarter_written(text) is None
