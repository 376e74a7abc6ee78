"""What a person accepted holds for the figures that were shown, and for no others."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mice_exact_plugin.domain.entry.acceptance import NOTHING, Acceptance, Kind, accepted, entry_number, followed
from mice_exact_plugin.domain.entry.lines import can_be_carried
from mice_exact_plugin.domain.entry.mapper import Blocked, Mapped, NothingToBook, map_invoice
from mice_exact_plugin.domain.invoice import Invoice, RateGroup
from mice_exact_plugin.domain.money import ZERO
from mice_exact_plugin.domain.problems import Code
from mice_exact_plugin.domain.remarks import RemarkCode
from tests.domain.build import HIGH, LOW, SETTINGS, SHIFTED, invoice, line, reference

_CENTS = st.decimals(min_value=-500, max_value=500, places=2)
PER_UNIT = invoice(line("130.08", "11.52", LOW))
"""48 times 2.71 with 0.24 of VAT each: 11.52, where 9 % of the whole is 11.71."""


def mapped(source: Invoice, *differences: Acceptance) -> Mapped | NothingToBook | Blocked:
    return map_invoice(source, SETTINGS, reference(), debtor_has_payment_condition=True, accepted=accepted(differences))


def difference(source: Invoice) -> Acceptance:
    """What a person accepts who sees the only problem of this invoice."""
    outcome = mapped(source)
    assert isinstance(outcome, Blocked)
    (problem,) = outcome.problems
    assert problem.code is Code.VAT_DIFFERENCE
    return Acceptance(Kind.VAT_DIFFERENCE, problem.params)


def test_an_accepted_difference_sends_the_exact_amounts() -> None:
    outcome = mapped(PER_UNIT, difference(PER_UNIT))
    assert isinstance(outcome, Mapped)
    (item,) = outcome.entry.lines
    assert (item.net, item.vat, item.vat_override) == (Decimal("130.08"), Decimal("11.52"), True)
    assert outcome.entry.gross == PER_UNIT.gross


@pytest.mark.parametrize("amounts", [("130.08", "11.53"), ("130.09", "11.52"), ("65.04", "5.76")])
def test_other_figures_are_asked_anew(amounts: tuple[str, str]) -> None:
    changed = invoice(line(*amounts, LOW, vat_rate=Decimal(9)))
    assert mapped(changed) == mapped(changed, difference(PER_UNIT))
    assert isinstance(mapped(changed, difference(PER_UNIT)), Blocked)


def test_the_ledger_may_change_meanwhile() -> None:
    moved = invoice(line("130.08", "11.52", replace(LOW, ledger_number="8000")))
    assert isinstance(mapped(moved, difference(PER_UNIT)), Mapped)


def test_every_difference_is_accepted_by_itself() -> None:
    both = invoice(line("130.08", "11.52", LOW), line("100.00", "24.00", HIGH))
    outcome = mapped(both, difference(PER_UNIT))
    assert isinstance(outcome, Blocked)
    assert [problem.params["vat"] for problem in outcome.problems] == ["24.00"]


@pytest.mark.parametrize(("kind", "is_booked"), [("E", True), ("B", False), ("N", False)])
def test_vat_where_exact_keeps_none_cannot_be_accepted(kind: Literal["E", "B", "N"], is_booked: bool) -> None:
    codes = {"5": replace(reference().vat_codes["5"], type=kind)}
    free = invoice(line("100.00", "0.50", SHIFTED))
    data = reference(vat_codes=codes)
    before = map_invoice(free, SETTINGS, data, debtor_has_payment_condition=True)
    assert isinstance(before, Blocked)
    held = accepted([Acceptance(Kind.VAT_DIFFERENCE, before.problems[0].params)])
    after = map_invoice(free, SETTINGS, data, debtor_has_payment_condition=True, accepted=held)
    assert isinstance(after, Mapped) is is_booked
    assert can_be_carried(before.problems[0]) is is_booked


def test_a_line_that_corrects_vat_only_is_booked_once_accepted() -> None:
    correction = invoice(line("0.00", "24.00"))
    outcome = mapped(correction, difference(correction))
    assert isinstance(outcome, Mapped)
    assert [(item.net, item.vat, item.vat_override) for item in outcome.entry.lines] == [(ZERO, Decimal(24), True)]
    assert outcome.entry.gross == 24


def test_what_is_accepted_is_marked_with_both_amounts() -> None:
    outcome = mapped(PER_UNIT, difference(PER_UNIT))
    assert isinstance(outcome, Mapped)
    assert outcome.marks == ((RemarkCode.ACCEPTED_DIFFERENCE, {"vat": "11.52", "expected": "11.71"}),)


def test_a_credit_takes_back_the_difference_of_its_original_unasked() -> None:
    credit = invoice(line("-130.08", "-11.52", LOW), is_credit=True)
    held = followed(NOTHING, accepted([difference(PER_UNIT)]), is_booked=True)
    outcome = map_invoice(credit, SETTINGS, reference(), debtor_has_payment_condition=True, accepted=held)
    assert isinstance(outcome, Mapped)
    assert outcome.entry.gross == -PER_UNIT.gross


@pytest.mark.parametrize(
    ("net", "vat", "is_taken"),
    [
        ("-65.04", "-5.76", True),
        ("-65.04", "-5.77", True),
        ("-65.04", "-5.78", False),
        ("-2.71", "-0.24", True),
        ("65.04", "5.76", False),
        ("-260.16", "-23.04", False),
    ],
)
def test_a_part_is_taken_back_with_its_share_of_the_difference(net: str, vat: str, is_taken: bool) -> None:
    """24 cups of the 48 are credited; what is charged anew, or was never charged, is asked."""
    held = followed(NOTHING, accepted([difference(PER_UNIT)]), is_booked=True)
    credit = invoice(line(net, vat, LOW), is_credit=True)
    outcome = map_invoice(credit, SETTINGS, reference(), debtor_has_payment_condition=True, accepted=held)
    assert isinstance(outcome, Mapped) is is_taken


def test_a_correction_of_vat_alone_has_no_share() -> None:
    alone = invoice(line("0.00", "24.00", HIGH))
    held = followed(NOTHING, accepted([difference(alone)]), is_booked=True)
    credit = invoice(line("-10.00", "-3.00", HIGH), is_credit=True)
    outcome = map_invoice(credit, SETTINGS, reference(), debtor_has_payment_condition=True, accepted=held)
    assert isinstance(outcome, Blocked)


def test_a_credit_may_fill_in_the_numbers_of_its_original_and_its_own() -> None:
    own, original = (accepted([Acceptance(Kind.FILL_NUMBER, {"number": number})]) for number in ("own", "original"))
    held = followed(own, original, is_booked=False)
    assert [held.fills(number) for number in ("own", "original", "another")] == [True, True, False]


@given(amounts=st.lists(st.tuples(_CENTS, _CENTS, st.sampled_from([HIGH, LOW])), min_size=1, max_size=6))
def test_whatever_is_accepted_is_booked_equal_to_the_cent(amounts: list[tuple[Decimal, Decimal, RateGroup]]) -> None:
    source = invoice(*[line(str(net), str(vat), group) for net, vat, group in amounts])
    before = mapped(source)
    shown = before.problems if isinstance(before, Blocked) else ()
    outcome = mapped(source, *[Acceptance(Kind.VAT_DIFFERENCE, problem.params) for problem in shown])
    entry = outcome.entry if isinstance(outcome, Mapped) else None
    assert entry is not None or not any(amount for net, vat, _ in amounts for amount in (net, vat)) or source.gross == 0
    if entry:
        assert (entry.net, entry.vat, entry.gross) == (source.net, source.vat, source.gross)
        for group in (HIGH, LOW):
            owed = sum((vat for _, vat, its in amounts if its is group), ZERO)
            assert sum((item.vat for item in entry.lines if item.vat_rate == group.vat_rate), ZERO) == owed


def test_of_two_codes_chosen_for_the_same_one_the_later_holds() -> None:
    chosen = [Acceptance(Kind.VAT_CODE, {"from": "7", "to": code}) for code in ("5", "6")]
    assert accepted(chosen).codes == {"7": "6"}
    assert accepted([]) is NOTHING


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("26900001", 26900001),
        (" 26900001\n", 26900001),
        ("0026900001", 26900001),
        ("2147483647", 2147483647),
        ("2147483648", None),
        ("99999999999999999999", None),
        ("0", None),
        ("-1", None),
        ("26.900.001", None),
        ("boekstuk 26900001", None),
        ("٣", None),
        ("²", None),
        ("", None),
    ],
)
def test_a_number_of_an_entry_is_what_exact_numbers_entries_with(typed: str, number: int | None) -> None:
    assert entry_number(typed) == number
