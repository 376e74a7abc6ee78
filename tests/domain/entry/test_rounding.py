"""Totals of which the VAT was computed by rate are booked as printed; what that does not explain is held."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mice_exact_plugin.domain.entry.mapper import Blocked, Mapped, map_invoice
from mice_exact_plugin.domain.invoice import Invoice, InvoiceLine
from mice_exact_plugin.domain.money import to_cents
from mice_exact_plugin.domain.problems import Code
from tests.domain.build import LOW, SETTINGS, SHIFTED, invoice, line, rate_group, reference
from tests.domain.deposits.build import WITH_ACCOUNTS, booked, deposit, lists, settlement

HALL, TECHNIQUE = rate_group("zaal", "21", "8000"), rate_group("techniek", "21", "8100")
GROUPS = (HALL, TECHNIQUE, LOW, SHIFTED)
COFFEE = line("1.05", "0.09", LOW)


def mapped(source: Invoice, **changes: Any) -> list[tuple[str, str, str]] | list[Code]:
    """Account, net and VAT of every line, or what holds it."""
    plain: dict[str, Any] = {"settings": SETTINGS, "reference": reference(), "debtor_has_payment_condition": True}
    outcome = map_invoice(source, **plain | changes)
    if isinstance(outcome, Blocked):
        return [problem.code for problem in outcome.problems]
    assert isinstance(outcome, Mapped)
    return [(each.gl_account_code, str(each.net), str(each.vat)) for each in outcome.entry.lines]


def with_totals(*lines: InvoiceLine, net: str, vat: str) -> Invoice:
    return invoice(*lines, net=Decimal(net), vat=Decimal(vat), gross=Decimal(net) + Decimal(vat))


def test_many_cups_of_coffee_have_the_vat_of_all_of_them() -> None:
    assert mapped(with_totals(*[COFFEE] * 30, net="31.50", vat="2.84")) == [("8100", "31.50", "2.84")]


def test_prices_that_include_vat_keep_their_gross() -> None:
    """48 at 2.95 with 9 %: the VAT in 141.60 is 11.69, and not 48 times 0.24."""
    cups = [line("2.71", "0.24", LOW)] * 48
    assert mapped(with_totals(*cups, net="129.91", vat="11.69")) == [("8100", "129.91", "11.69")]


def test_the_cents_go_to_the_rate_and_the_ledger_that_lack_them() -> None:
    lines = [line("10.00", "2.10", HALL), *[line("0.12", "0.03", TECHNIQUE)] * 4, *[COFFEE] * 2]
    found = mapped(with_totals(*lines, net="12.58", vat="2.39"))
    assert found == [("8000", "10.00", "2.10"), ("8100", "0.48", "0.10"), ("8100", "2.10", "0.19")]


def test_what_takes_a_deposit_off_keeps_the_amounts_of_the_deposit() -> None:
    known = {"d1": deposit(booked("10.02", "2.10"))}
    lines = [*[line("0.12", "0.03", HALL)] * 100, settlement("-10.02", "-2.10")]
    found = mapped(
        with_totals(*lines, net="1.98", vat="0.42"), settings=WITH_ACCOUNTS, reference=lists(), deposits=known
    )
    assert found == [("8000", "12.00", "2.52"), ("1850", "-10.02", "-2.10")]


@pytest.mark.parametrize(
    ("net", "vat"), [("31.50", "2.85"), ("31.50", "3.70"), ("31.51", "2.84"), ("31.49", "2.71"), ("32.50", "2.70")]
)
def test_what_no_way_of_rounding_explains_is_held(net: str, vat: str) -> None:
    found = mapped(with_totals(*[COFFEE] * 30, net=net, vat=vat))
    assert set(found) == {Code.TOTALS_DISAGREE}


def test_a_gross_that_is_not_net_and_vat_is_held() -> None:
    odd = invoice(*[COFFEE] * 30, net=Decimal("31.50"), vat=Decimal("2.84"), gross=Decimal("34.33"))
    assert set(mapped(odd)) == {Code.TOTALS_DISAGREE}


def test_cents_that_no_line_can_take_are_held() -> None:
    """The lines are all of a deposit that is taken off."""
    known = {"d1": deposit(booked("100.00", "21.00"))}
    source = with_totals(*[settlement("-0.12", "-0.03")] * 4, net="-0.48", vat="-0.10")
    found = mapped(source, settings=WITH_ACCOUNTS, reference=lists(), deposits=known)
    assert set(found) == {Code.TOTALS_DISAGREE}


@st.composite
def sales(draw: st.DrawFn) -> tuple[list[tuple[Decimal, Any]], bool]:
    amounts = st.tuples(st.decimals("-99.99", "999.99", places=2), st.sampled_from(GROUPS))
    return draw(st.lists(amounts, min_size=1, max_size=25)), draw(st.booleans())


@given(sales())
def test_whatever_was_sold_is_booked_as_it_was_printed(sold: tuple[list[tuple[Decimal, Any]], bool]) -> None:
    """The amounts are net or gross; lines round by themselves, totals by rate."""
    chosen, is_gross = sold
    lines, sums = [], defaultdict[Decimal, Decimal](Decimal)
    for amount, group in chosen:
        share = 100 + group.vat_rate if is_gross else Decimal(100)
        vat = to_cents(amount * group.vat_rate / share)
        lines.append(line(str(amount - vat if is_gross else amount), str(vat), group))
        sums[group.vat_rate] += amount
    vats = [to_cents(each * rate / ((100 + rate) if is_gross else 100)) for rate, each in sums.items()]
    vat, amount = sum(vats, Decimal(0)), sum(sums.values(), Decimal(0))
    net = amount - vat if is_gross else amount
    source = with_totals(*lines, net=str(net), vat=str(vat))
    outcome = map_invoice(source, SETTINGS, reference(), debtor_has_payment_condition=True)
    assert not isinstance(outcome, Blocked), outcome
    if isinstance(outcome, Mapped):
        assert (outcome.entry.net, outcome.entry.vat) == (source.net, source.vat)
