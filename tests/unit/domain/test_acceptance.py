"""What a person accepted holds for the figures that were shown, and for no others."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from mice_exact_plugin.domain.acceptance import NOTHING, Acceptance, Kind, accepted
from mice_exact_plugin.domain.invoice import Invoice
from mice_exact_plugin.domain.mapper import Blocked, Mapped, NothingToBook, map_invoice
from mice_exact_plugin.domain.problems import Code
from tests.unit.domain.build import HIGH, LOW, SETTINGS, SHIFTED, invoice, line, reference

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


def test_vat_where_exact_keeps_none_cannot_be_accepted() -> None:
    free = invoice(line("100.00", "0.50", SHIFTED))
    assert isinstance(mapped(free, difference(free)), Blocked)


def test_of_two_codes_chosen_for_the_same_one_the_later_holds() -> None:
    chosen = [Acceptance(Kind.VAT_CODE, {"from": "7", "to": code}) for code in ("5", "6")]
    assert accepted(chosen).codes == {"7": "6"}
    assert accepted([]) is NOTHING
