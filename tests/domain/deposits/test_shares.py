"""What of an entry that Exact told is the deposit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mice_exact_plugin.domain.deposits.shares import told_apart
from mice_exact_plugin.domain.invoice import LineKind
from tests.domain.build import gl_account, invoice, line
from tests.domain.deposits.build import booked, deposit_line

if TYPE_CHECKING:
    from mice_exact_plugin.domain.entry.booked import BookedLine
    from mice_exact_plugin.domain.invoice import Invoice

HALL = line("1000.00", "210.00", kind=LineKind.PRODUCT)
TAKEN = deposit_line("300.00", "63.00")
OTHER = gl_account("8000")
ALL, NONE = LineKind.DEPOSIT, None


@pytest.mark.parametrize(
    ("lines", "billed", "expected"),
    [
        pytest.param([booked("300", "63")], None, [("300", "63", ALL)], id="the host does not say"),
        pytest.param([booked("300", "63")], invoice(TAKEN), [("300", "63", ALL)], id="nothing else"),
        pytest.param([booked("300", "63")], invoice(HALL), [("300", "63", ALL)], id="without kinds"),
        pytest.param(
            [booked("1000", "210", OTHER), booked("300", "63")],
            invoice(HALL, TAKEN),
            [("300", "63", ALL), ("1000", "210", NONE)],
            id="a line of its own",
        ),
        pytest.param(
            [booked("1300", "273")],
            invoice(HALL, TAKEN),
            [("300", "63", ALL), ("1000", "210", NONE)],
            id="one line with a charge",
        ),
        pytest.param(
            [booked("1000", "210"), booked("100", "9", rate="9")],
            invoice(HALL, deposit_line("100.00", "9.00", "9")),
            [("1000", "210", NONE), ("100", "9", ALL)],
            id="by rate",
        ),
        pytest.param(
            [booked("200", "42")],
            invoice(HALL, TAKEN),
            [("200", "42", ALL)],
            id="less than was billed, for somebody changed the entry",
        ),
    ],
)
def test_a_charge_is_no_deposit(lines: list[BookedLine], billed: Invoice | None, expected: object) -> None:
    found = told_apart(lines, billed)

    assert [(f"{each.net:.0f}", f"{each.vat:.0f}", each.kind) for each in found] == expected
