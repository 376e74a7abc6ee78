"""What of an entry that Exact told is the deposit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mice_exact_plugin.domain.deposits.shares import taken_apart, told_apart
from mice_exact_plugin.domain.invoice import LineKind
from tests.domain.build import gl_account, invoice, line
from tests.domain.deposits.build import KEPT_HIGH, KEPT_LOW, booked, deposit_line, settlement

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


OFF, CREDIT = LineKind.DEPOSIT_SETTLEMENT, LineKind.DEPOSIT
STANDS = {"d1": {KEPT_HIGH.id}, "d2": {KEPT_HIGH.id, KEPT_LOW.id}}
OF_ONE = invoice(HALL, settlement("-300.00", "-63.00"))


@pytest.mark.parametrize(
    ("lines", "billed", "expected"),
    [
        pytest.param([booked("1000", "210", OTHER), booked("-300", "-63")], OF_ONE, ["-300 d1"], id="as it was billed"),
        pytest.param([booked("1000", "210", OTHER), booked("-400", "-84")], OF_ONE, ["-300 d1"], id="more than billed"),
        pytest.param([booked("1000", "210", OTHER), booked("-200", "-42")], OF_ONE, ["-200 d1"], id="less than billed"),
        pytest.param([booked("-100", "-21"), booked("-200", "-42")], OF_ONE, ["-200 d1", "-100 d1"], id="in two lines"),
        pytest.param([booked("700", "147", OTHER)], OF_ONE, [], id="not at all"),
        pytest.param([booked("-300", "-63", OTHER)], OF_ONE, [], id="on another account"),
        pytest.param([booked("300", "63")], OF_ONE, [], id="the other way"),
        pytest.param([booked("-300", "-27", rate="9")], OF_ONE, [], id="at another rate"),
        pytest.param(
            [booked("-500", "-105")],
            invoice(settlement("-300.00", "-63.00"), settlement("-200.00", "-42.00", of="d2")),
            ["-300 d1", "-200 d2"],
            id="two deposits in one line",
        ),
        pytest.param(
            [booked("300", "63")],
            invoice(settlement("300.00", "63.00"), is_credit=True, credits_id="f1"),
            ["300 d1"],
            id="a final that is credited",
        ),
        pytest.param(
            [booked("-300", "-63")],
            invoice(deposit_line("-300.00", "-63.00"), is_credit=True, credits_id="d1"),
            ["-300 d1"],
            id="a deposit that is credited",
        ),
    ],
)
def test_what_takes_a_deposit_off_is_on_its_account_and_no_more_than_was_billed(
    lines: list[BookedLine], billed: Invoice, expected: list[str]
) -> None:
    found = taken_apart(lines, billed, STANDS)
    assert [f"{each.net:.0f} {each.settles_invoice_id}" for each in found if each.kind] == expected
    assert {each.kind for each in found} <= {OFF, CREDIT, None}
    sums = [(sum(each.net for each in some), sum(each.vat for each in some)) for some in (found, lines)]
    assert sums[0] == sums[1], "nothing of the entry is lost"
