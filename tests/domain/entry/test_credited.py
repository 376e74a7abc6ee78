"""On which account a line is taken back: the one where its invoice stands, as far as that can be told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from mice_exact_plugin.domain.entry.booked import BookedLine, Origin, codes_of
from mice_exact_plugin.domain.entry.credited import ledgers_of
from mice_exact_plugin.domain.invoice import LineKind
from mice_exact_plugin.domain.reference import FinancialPeriod
from tests.domain.build import line, rate_group, reference

HIGH = Decimal(21)
OWN = BookedLine("own", "8000", "2", HIGH, Decimal(100), Decimal(21), (Origin.RATE_GROUP,))
FELL = replace(OWN, gl_account_id="default", origins=(Origin.DEFAULT,))
OTHER = replace(OWN, gl_account_id="other")
HALL = rate_group("zaal", "21", "8010")
TAKES = [{"rate_group": HALL.description}]


@pytest.mark.parametrize(
    ("booked", "fell_back", "now", "expected"),
    [
        ([OWN], [], "new", "own"),
        ([OWN], [], "own", None),
        ([OWN, FELL], [], "new", "own"),
        ([OWN, FELL], TAKES, "new", "default"),
        ([OWN, OTHER], [], "new", None),
        ([OWN, OTHER], [], "other", None),
        ([OWN, OTHER, FELL], [], "new", None),
        ([OWN, OTHER, FELL], TAKES, "new", "default"),
        ([OWN, OTHER], TAKES, "new", None),
        ([OWN], TAKES, "new", "own"),
        ([], [], "new", None),
        ([replace(OWN, vat_rate=Decimal(9))], [], "new", None),
        ([replace(OWN, kind=LineKind.DEPOSIT)], [], "new", None),
        ([replace(OWN, origins=(Origin.RECEIPTS,))], [], "new", None),
    ],
)
def test_the_account_of_a_line(
    booked: list[BookedLine], fell_back: list[dict[str, object]], now: str, expected: str | None
) -> None:
    assert ledgers_of(booked, fell_back).instead(line("-100.00", "-21.00", HALL), HIGH, now) == expected


def test_the_code_of_a_rate_is_known_where_it_had_one() -> None:
    low = replace(OWN, vat_rate=Decimal(9), vat_code="1")
    assert codes_of([OWN, OTHER, low, replace(low, vat_code="3")]) == {HIGH: "2"}
    free = replace(OWN, vat_rate=Decimal(0))
    assert codes_of([free, replace(OWN, origins=(Origin.RECEIPTS,)), replace(OWN, vat_rate=None)]) == {Decimal(0): "2"}


@pytest.mark.parametrize(
    ("day", "other", "expected"),
    [
        (date(2026, 6, 30), date(2026, 7, 1), True),
        (date(2026, 12, 31), date(2027, 1, 1), False),
        (date(2020, 12, 31), date(2021, 1, 1), True),
        (date(2020, 1, 1), date(2020, 12, 31), False),
    ],
)
def test_a_financial_year_is_that_of_the_periods_where_there_are_any(day: date, other: date, expected: bool) -> None:
    years = [FinancialPeriod(year, 1, date(year - 1, 7, 1), date(year, 6, 30)) for year in (2026, 2027)]
    assert reference(periods=tuple(years)).is_another_year(day, other) is expected
