"""To the cent: an entry has the net, VAT per rate and gross of its invoice, or there is no entry."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mice_exact_plugin.domain.entry.mapper import Blocked, Mapped, NothingToBook, map_invoice
from mice_exact_plugin.domain.invoice import Invoice, InvoiceLine, RateGroup
from mice_exact_plugin.domain.money import CENT, to_cents, vat_of
from mice_exact_plugin.domain.problems import Code
from tests.domain.build import HIGH, LOW, SETTINGS, SHIFTED, invoice, line, rate_group, reference

GROUPS = (HIGH, LOW, SHIFTED, rate_group("techniek", "21", "8100"), rate_group("bloemen", "9.00", None))

nets = st.decimals(-99999, 99999, places=2)


@st.composite
def rounded_per_line(draw: st.DrawFn) -> Invoice:
    """An invoice whose VAT was rounded on every line."""
    chosen = draw(st.lists(st.tuples(nets, st.sampled_from(GROUPS)), min_size=1, max_size=12))
    return invoice(*[_line(net, vat_of(net, group.vat_rate), group) for net, group in chosen])


@st.composite
def rounded_per_rate(draw: st.DrawFn) -> Invoice:
    """An invoice whose VAT was rounded once per rate and spread over the lines in whole cents, the rest on the last."""
    chosen = draw(st.lists(st.tuples(nets, st.sampled_from(GROUPS)), min_size=1, max_size=12))
    exact: dict[Decimal, Decimal] = defaultdict(Decimal)
    spread: dict[Decimal, Decimal] = defaultdict(Decimal)
    lines = []
    for net, group in chosen:
        exact[group.vat_rate] += net * group.vat_rate / 100
        vat = to_cents(exact[group.vat_rate]) - spread[group.vat_rate]
        spread[group.vat_rate] += vat
        lines.append(_line(net, vat, group))
    return invoice(*lines)


@st.composite
def with_any_vat(draw: st.DrawFn) -> Invoice:
    """An invoice whose VAT is anything at all."""
    amounts = st.tuples(nets, nets, st.sampled_from(GROUPS))
    chosen = draw(st.lists(amounts, min_size=1, max_size=6))
    return invoice(*[_line(net, vat, group) for net, vat, group in chosen])


@given(st.one_of(rounded_per_line(), rounded_per_rate()))
def test_rounding_of_any_kind_is_carried_to_the_cent(source: Invoice) -> None:
    outcome = _mapped(source)
    assert not isinstance(outcome, Blocked)
    _assert_equal(source, outcome)


@given(st.one_of(rounded_per_line(), rounded_per_rate(), with_any_vat()))
def test_an_entry_is_equal_to_the_cent_or_there_is_none(source: Invoice) -> None:
    outcome = _mapped(source)
    if isinstance(outcome, Blocked):
        assert {problem.code for problem in outcome.problems} == {Code.VAT_DIFFERENCE}
    else:
        _assert_equal(source, outcome)


@given(rounded_per_rate())
def test_only_a_difference_is_sent_along(source: Invoice) -> None:
    outcome = _mapped(source)
    for item in outcome.entry.lines if isinstance(outcome, Mapped) else ():
        assert item.vat_override is (item.vat != vat_of(item.net, item.vat_rate))


@pytest.mark.parametrize(
    ("vats", "is_booked"),
    [
        (["2.10", "2.10"], True),
        (["2.11", "2.11"], True),
        (["2.12", "2.10"], True),
        (["2.13", "2.10"], False),
        (["2.08", "2.09"], False),
    ],
)
def test_the_difference_is_at_most_a_cent_per_line(vats: list[str], is_booked: bool) -> None:
    outcome = _mapped(invoice(*[line("10.00", vat) for vat in vats]))
    assert isinstance(outcome, Mapped) is is_booked


@pytest.mark.parametrize("vat_code", ["5", "6"])
def test_a_rate_of_zero_carries_no_vat_at_all(vat_code: str) -> None:
    settings = SETTINGS.__class__(SETTINGS.default_gl_account_id, "70", {Decimal(0): vat_code})
    outcome = map_invoice(
        invoice(line("10.00", "0.01", SHIFTED)), settings, reference(), debtor_has_payment_condition=True
    )
    assert isinstance(outcome, Blocked)
    assert outcome.problems[0].code is Code.VAT_DIFFERENCE
    assert (outcome.problems[0].params["rate"], outcome.problems[0].params["expected"]) == ("0", "0.00")


def test_amounts_finer_than_a_cent_are_booked_only_if_they_still_add_up() -> None:
    halves = [_line(Decimal("10.005"), Decimal("2.10"), group) for group in (HIGH, GROUPS[3])]
    outcome = _mapped(invoice(*halves))
    assert isinstance(outcome, Blocked)
    assert {problem.code for problem in outcome.problems} == {Code.TOTALS_DISAGREE}
    assert isinstance(_mapped(invoice(*halves[:1] * 2)), Mapped)


def _line(net: Decimal, vat: Decimal, group: RateGroup) -> InvoiceLine:
    return line(str(net), str(vat), group)


def _mapped(source: Invoice) -> Mapped | NothingToBook | Blocked:
    return map_invoice(source, SETTINGS, reference(), debtor_has_payment_condition=True)


def _assert_equal(source: Invoice, outcome: Mapped | NothingToBook) -> None:
    lines = outcome.entry.lines if isinstance(outcome, Mapped) else ()
    booked: dict[Decimal, Decimal] = defaultdict(Decimal)
    owed: dict[Decimal, Decimal] = defaultdict(Decimal)
    for item in lines:
        booked[item.vat_rate] += item.vat
    for sold in source.lines:
        owed[sold.vat_rate] += sold.vat
    assert {rate: vat for rate, vat in booked.items() if vat} == {rate: vat for rate, vat in owed.items() if vat}
    assert sum(item.net for item in lines) == source.net
    assert sum(item.net + item.vat for item in lines) == source.gross
    assert all(abs(item.vat - vat_of(item.net, item.vat_rate)) <= CENT * len(source.lines) for item in lines)
