"""What a credit takes back: the account where its invoice stands, as far as that can be told, and how much."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from mice_exact_plugin.domain.entry.booked import BookedLine, Origin, codes_of
from mice_exact_plugin.domain.entry.credited import Charged, charged, charged_by, ledgers_of, too_much
from mice_exact_plugin.domain.invoice import LineKind
from mice_exact_plugin.domain.reference import FinancialPeriod
from tests.domain.build import invoice, line, rate_group, reference

HIGH = Decimal(21)
HALL = rate_group("zaal", "21", "8010")
OWN = BookedLine("own", "8000", "2", HIGH, Decimal(100), Decimal(21), (Origin.RATE_GROUP,), groups=("zaal",))
OTHER = replace(OWN, gl_account_id="other", groups=("bar", None))
READ = replace(OWN, origins=(), groups=())


@pytest.mark.parametrize(
    ("booked", "now", "expected"),
    [
        ([OWN], "new", "own"),
        ([OWN], "own", None),
        ([OWN, OTHER], "new", "own"),
        ([OWN, OTHER], "own", None),
        pytest.param([OWN, OTHER], "other", "own", id="the two changed places"),
        pytest.param([OTHER], "new", "other", id="a group that the invoice has no line of"),
        ([OTHER, replace(OTHER, gl_account_id="third")], "new", None),
        pytest.param([OWN, replace(OTHER, groups=("zaal",))], "new", None, id="a group on two accounts"),
        pytest.param([READ], "new", "own", id="read back from Exact"),
        ([READ, replace(READ, gl_account_id="other")], "new", None),
        ([READ, replace(READ, gl_account_id="other")], "other", None),
        ([], "new", None),
        ([replace(OWN, vat_rate=Decimal(9))], "new", None),
        ([replace(OWN, vat_rate=None)], "new", None),
        ([replace(OWN, kind=LineKind.DEPOSIT)], "new", None),
        ([replace(OWN, origins=(Origin.RECEIPTS,))], "new", None),
    ],
)
def test_the_account_of_a_line(booked: list[BookedLine], now: str, expected: str | None) -> None:
    assert ledgers_of(booked).instead(line("-100.00", "-21.00", HALL), HIGH, now) == expected


def test_a_line_without_a_rate_group_goes_where_those_without_stand() -> None:
    assert ledgers_of([OWN, OTHER]).instead(line("-100.00", "-21.00", None), HIGH, "own") == "other"


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


def _cents(**amounts: str) -> Charged:
    """By rate: `_21` is 21 %, `unknown` of no known rate."""
    return {None if name == "unknown" else Decimal(name[1:]): Decimal(amount) for name, amount in amounts.items()}


@pytest.mark.parametrize(
    ("sold", "credits", "expected"),
    [
        pytest.param({"_21": "121.00"}, [{"_21": "-121.00"}], None, id="all of it"),
        pytest.param({"_21": "121.00"}, [{"_21": "-121.01"}], None, id="a cent more"),
        pytest.param({"_21": "121.00"}, [{"_21": "-121.02"}], ("121.02", "121.00", None), id="two cents more"),
        pytest.param({"_21": "121.00"}, [{"_21": "-121.00"}] * 2, ("242.00", "121.00", None), id="twice"),
        pytest.param(
            {"_21": "121.00"}, [{"_21": "-121.00"}, {"_21": "121.00"}, {"_21": "-121.00"}], None, id="taken back, again"
        ),
        pytest.param({"_21": "-121.00"}, [{"_21": "121.00"}], None, id="of a credit"),
        pytest.param({"_21": "-121.00"}, [{"_21": "121.02"}], ("-121.02", "-121.00", None), id="more than a credit"),
        pytest.param(
            {"_21": "121.00", "_9": "109.00"}, [{"_21": "-181.50"}], ("181.50", "121.00", "21"), id="more at a rate"
        ),
        pytest.param({"_21": "121.00", "_9": "-10.90"}, [{"_21": "-121.00", "_9": "10.90"}], None, id="a discount"),
        pytest.param({"_21": "121.00"}, [{"_9": "-54.50"}], ("54.50", "0.00", "9"), id="at another rate"),
        pytest.param({"unknown": "121.00"}, [{"_21": "-121.00"}], None, id="its rates are not known"),
        pytest.param({"unknown": "121.00"}, [{"_21": "-242.00"}], ("242.00", "121.00", None), id="more than all"),
        pytest.param({}, [{"_21": "-12.10"}], ("12.10", "0.00", None), id="of nothing"),
    ],
)
def test_whether_more_is_taken_back_than_was_charged(
    sold: dict[str, str], credits: list[dict[str, str]], expected: tuple[str, str, str | None] | None
) -> None:
    found = too_much(_cents(**sold), [_cents(**each) for each in credits])
    told = found and (str(found.taken), str(found.charged), None if found.rate is None else str(found.rate))
    assert told == expected


def test_what_was_charged_is_told_by_rate_and_without_what_takes_a_deposit_off() -> None:
    off = replace(OWN, kind=LineKind.DEPOSIT_SETTLEMENT, net=-OWN.net, vat=-OWN.vat)
    till = replace(OWN, origins=(Origin.RECEIPTS,), vat_rate=Decimal(0))
    assert charged([OWN, OWN, off, till]) == {HIGH: 2 * (OWN.net + OWN.vat), None: OWN.net + OWN.vat}
    sold = line("100.00", "21.00", HALL)
    back = replace(sold, kind=LineKind.DEPOSIT_SETTLEMENT)
    assert charged_by(invoice(sold, sold, back)) == {HIGH: Decimal("242.00")}
