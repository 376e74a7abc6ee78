"""VAT is computed per rate on the sum, and spread over the lines in cents."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from sandbox.host.models import InvoiceLine
from sandbox.host.services import vat

D = Decimal
CENT = D("0.01")

AMOUNTS = st.decimals(min_value=-10_000, max_value=10_000, places=4)
RATES = st.sampled_from([D(0), D(6), D(9), D(21)])


def test_the_largest_remainders_get_the_cents() -> None:
    assert vat.spread([D("0.333"), D("0.333"), D("0.334")]) == [D("0.33"), D("0.33"), D("0.34")]


def test_half_a_cent_goes_away_from_zero() -> None:
    assert [vat.rounded(D("0.005")), vat.rounded(D("-0.005"))] == [CENT, -CENT]


@given(st.lists(AMOUNTS, max_size=20))
def test_spreading_keeps_the_sum_and_moves_nobody_more_than_a_cent(exact: list[Decimal]) -> None:
    spread = vat.spread(exact)
    assert sum(spread, D(0)) == vat.rounded(sum(exact, D(0)))
    assert all(abs(cents - amount) < CENT + CENT / 2 for cents, amount in zip(spread, exact, strict=True))


@given(st.lists(st.tuples(AMOUNTS, RATES), min_size=1, max_size=15), st.booleans())
def test_the_vat_of_a_rate_is_that_of_its_sum(priced: list[tuple[Decimal, Decimal]], incl_vat: bool) -> None:
    lines = [InvoiceLine(quantity=D(1), unit_price=price, vat_rate=rate) for price, rate in priced]
    vat.price_lines(lines, incl_vat)
    for rate in {line.vat_rate for line in lines}:
        of_rate = [line for line in lines if line.vat_rate == rate]
        base = sum(((line.amount_incl if incl_vat else line.amount_excl) for line in of_rate), D(0))
        share = rate / (100 + rate) if incl_vat else rate / 100
        assert sum((line.amount_vat for line in of_rate), D(0)) == vat.rounded(base * share)
    assert all(line.amount_excl + line.amount_vat == line.amount_incl for line in lines)


def test_portions_of_one_price_add_up_to_that_price() -> None:
    thirds = [InvoiceLine(quantity=D(7), unit_price=D("3.3333"), vat_rate=D(9), source_key="item-1") for _ in range(3)]
    vat.price_lines(thirds, incl_vat=False)
    assert sum((line.amount_excl for line in thirds), D(0)) == vat.rounded(7 * 3 * D("3.3333"))


def test_the_same_rate_has_one_spelling() -> None:
    assert {format(vat.plain(D(text)), "f") for text in ("21", "21.0", "2.1E+1")} == {"21"}
