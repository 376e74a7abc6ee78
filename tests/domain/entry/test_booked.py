"""What the kept lines of an entry tell of it: grounds, costs, receipts, and where each ledger came from."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from mice_exact_plugin.domain.dimensions import Costs
from mice_exact_plugin.domain.entry.booked import BookedLine, Origin, costs_of, grounds_of, receipts_of
from mice_exact_plugin.domain.entry.booked_lines import origins
from mice_exact_plugin.domain.entry.entry import LedgerFallback, spellings
from mice_exact_plugin.domain.entry.receipts import at_gross
from mice_exact_plugin.domain.invoice import LineKind, Situation
from mice_exact_plugin.domain.receipts import AS_ORDINARY, ReceiptSettings
from tests.domain.build import line

BARE = BookedLine("gl-8050", "8050", "5", Decimal(0), Decimal(100), Decimal(0), (Origin.RATE_GROUP,))
EXPORT = replace(BARE, vat_code="6", situation=Situation.EXPORT)
TILL = replace(BARE, gl_account_id="gl-2020", vat_code="0", origins=(Origin.RECEIPTS,))
HIGH = replace(BARE, gl_account_id="gl-8000", vat_code="2", vat_rate=Decimal(21), cost_center="ZAAL")


def test_the_codes_of_nought_percent_by_their_ground() -> None:
    lines = [BARE, replace(BARE, vat_code="5B"), EXPORT, TILL, HIGH]
    assert grounds_of(lines) == {Situation.UNSPECIFIED: {"5", "5B"}, Situation.EXPORT: {"6"}}
    assert grounds_of([HIGH, TILL]) == {}


def test_costs_by_account_and_code() -> None:
    found = costs_of([HIGH, replace(HIGH, cost_center=None, cost_unit="FEEST"), BARE])
    assert found == {
        ("gl-8000", "2"): {Costs("ZAAL"), Costs(None, "FEEST")},
        ("gl-8050", "5"): {Costs()},
    }


@pytest.mark.parametrize(
    ("lines", "expected"), [([HIGH, TILL], ReceiptSettings("gl-2020", "0")), ([HIGH], AS_ORDINARY), ([], AS_ORDINARY)]
)
def test_where_receipts_went(lines: list[BookedLine], expected: ReceiptSettings) -> None:
    assert receipts_of(lines) == expected


def test_where_the_ledger_of_each_line_came_from() -> None:
    own, loose = line("1.00", "0.21", position=1), line("1.00", "0.21", None, position=2)
    fell = replace(own, position=3)
    (till,) = at_gross([line("1.00", "0.21", None, position=4, kind=LineKind.RECEIPT)], ReceiptSettings("gl-2020", "0"))
    fallbacks = [LedgerFallback(3, "", None, None, None)]
    assert origins([till, fell, loose, own, own], fallbacks) == tuple(Origin)
    assert origins([own], fallbacks) == (Origin.RATE_GROUP,)
    assert origins([loose], []) == (Origin.LOOSE,)
    assert origins([], fallbacks) == ()


@pytest.mark.parametrize(
    ("text", "searched"),
    [(" f2026-1 ", ("f2026-1", "F2026-1")), ("2026", ("2026",)), ("Fa1", ("Fa1", "fa1", "FA1"))],
)
def test_a_number_is_searched_in_its_spellings(text: str, searched: tuple[str, ...]) -> None:
    assert spellings(text) == searched
