"""Till receipts: at their gross on a clearing account when one is chosen, as ordinary lines when not, never omitted."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from mice_exact_plugin.domain.entry.booked import Origin
from mice_exact_plugin.domain.entry.booked_lines import booked_lines
from mice_exact_plugin.domain.entry.mapper import Blocked, Mapped, map_invoice
from mice_exact_plugin.domain.invoice import LineKind
from mice_exact_plugin.domain.problems import Code
from mice_exact_plugin.domain.receipts import AS_ORDINARY, ReceiptSettings
from mice_exact_plugin.setup import receipts as setup
from tests.domain import build
from tests.domain.build import invoice, line

if TYPE_CHECKING:
    from mice_exact_plugin.domain.entry.mapper import NothingToBook
    from mice_exact_plugin.domain.invoice import Invoice

CLEARING = build.gl_account("2020", type=90)
REFERENCE = build.with_gl_account(CLEARING)
CHOSEN = ReceiptSettings(CLEARING.id, "5")
HALL = line("100.00", "21.00", kind=LineKind.PRODUCT)
BAR = line("64.22", "5.78", None, position=2, kind=LineKind.RECEIPT, vat_rate=Decimal(9))


def mapped(told: Invoice, receipts: ReceiptSettings = CHOSEN) -> Mapped | NothingToBook | Blocked:
    settings = replace(build.SETTINGS, receipts=receipts)
    return map_invoice(told, settings, REFERENCE, debtor_has_payment_condition=True)


def lines_of(told: Invoice, receipts: ReceiptSettings = CHOSEN) -> list[tuple[str, str, Decimal, Decimal]]:
    found = mapped(told, receipts)
    assert isinstance(found, Mapped), found
    assert found.entry.gross == told.gross, "the receivable is that of the invoice"
    return [(each.gl_account_code, each.vat_code, each.net, each.vat) for each in found.entry.lines]


def test_a_receipt_is_booked_at_its_gross_and_the_rest_as_ever() -> None:
    ordinary, receipt = lines_of(invoice(HALL, BAR))
    assert ordinary == ("8000", "2", Decimal("100.00"), Decimal("21.00"))
    assert receipt == ("2020", "5", Decimal("70.00"), Decimal("0.00"))


def test_without_the_setting_it_is_an_ordinary_line() -> None:
    told = invoice(HALL, BAR)
    other = invoice(HALL, replace(BAR, kind=LineKind.MANUAL))
    assert lines_of(told, AS_ORDINARY) == lines_of(other, AS_ORDINARY) == lines_of(other)
    assert lines_of(told, ReceiptSettings(CLEARING.id)) == lines_of(other)


@pytest.mark.parametrize("net", ["-64.22", "64.22"])
def test_one_alone_and_one_that_is_credited_are_not_left_out(net: str) -> None:
    vat = "5.78" if net[0] != "-" else "-5.78"
    told = invoice(line(net, vat, None, kind=LineKind.RECEIPT, vat_rate=Decimal(9)))
    assert lines_of(told) == [("2020", "5", told.gross, Decimal("0.00"))]


def test_what_is_kept_says_that_it_was_a_receipt() -> None:
    found = mapped(invoice(HALL, BAR, replace(BAR, position=3)))
    assert isinstance(found, Mapped)
    kept = [(each.origins, each.kind, each.net) for each in booked_lines(found)]
    assert kept[1] == ((Origin.RECEIPTS,), LineKind.RECEIPT, Decimal("140.00"))
    assert not found.fallbacks


@pytest.mark.parametrize("chosen", [ReceiptSettings("gone", "5"), ReceiptSettings(CLEARING.id, "99")])
def test_what_was_chosen_and_is_gone_blocks_and_never_falls_back(chosen: ReceiptSettings) -> None:
    found = mapped(invoice(HALL, BAR), chosen)
    assert isinstance(found, Blocked)
    assert [problem.code for problem in found.problems] == [Code.RECEIPTS_UNPLACED]


def test_lines_that_do_not_add_up_are_still_found() -> None:
    told = invoice(HALL, BAR)
    assert isinstance(mapped(replace(told, net=told.net + 1)), Blocked)


@pytest.mark.parametrize(
    ("chosen", "errors"),
    [
        (AS_ORDINARY, {}),
        (CHOSEN, {}),
        (ReceiptSettings(CLEARING.id), {"receipts_vat": "both_or_none"}),
        (ReceiptSettings(None, "5"), {"receipts_account": "both_or_none"}),
        (ReceiptSettings(CLEARING.id, "2"), {"receipts_vat": "not_offered"}),
        (ReceiptSettings("gone", "5"), {"receipts_account": "not_offered"}),
    ],
)
def test_both_are_chosen_or_neither(chosen: ReceiptSettings, errors: dict[str, str]) -> None:
    assert setup.errors(chosen, REFERENCE) == errors
