"""Cents: rounding that a bookkeeper can redo by hand."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mice_exact_plugin.domain.money import CENT, to_cents, total, vat_of

amounts = st.decimals(-(10**9), 10**9, places=4)
rates = st.sampled_from([Decimal(text) for text in ("0", "5.5", "6", "9", "19", "21", "25")])


@pytest.mark.parametrize(
    ("amount", "cents"),
    [("1.005", "1.01"), ("-1.005", "-1.01"), ("2.675", "2.68"), ("1.0049", "1.00"), ("-0.004", "0.00"), ("7", "7.00")],
)
def test_halves_go_away_from_zero(amount: str, cents: str) -> None:
    assert str(to_cents(Decimal(amount))) == cents


@pytest.mark.parametrize(
    ("net", "rate", "vat"),
    [
        ("10.00", "21", "2.10"),
        ("0.83", "21", "0.17"),
        ("0.50", "9", "0.05"),
        ("-0.50", "9", "-0.05"),
        ("9", "0", "0.00"),
    ],
)
def test_vat_is_rounded_once(net: str, rate: str, vat: str) -> None:
    assert str(vat_of(Decimal(net), Decimal(rate))) == vat


@given(amounts)
def test_rounding_stays_within_half_a_cent_and_is_done_once(amount: Decimal) -> None:
    rounded = to_cents(amount)
    assert abs(rounded - amount) <= CENT / 2
    assert to_cents(rounded) == rounded


@given(amounts, rates)
def test_a_credit_mirrors_its_invoice(net: Decimal, rate: Decimal) -> None:
    assert vat_of(-net, rate) == -vat_of(net, rate)


def test_the_total_of_nothing_is_money() -> None:
    assert str(total([])) == "0.00"
