"""Whether what Exact shows is what was sent: every part, what counts as equal, and what is left out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from mice_exact_plugin.domain.entry.comparison import Difference, Part, as_kept, compare, of_kept
from mice_exact_plugin.domain.entry.entry import EntryLine, SeenEntry, SentEntry

HIGH = EntryLine("gl-1", "2", Decimal("100.00"), Decimal("21.00"))
LOW = EntryLine("gl-2", "1", Decimal("50.00"), Decimal("4.50"))
SENT = SentEntry(
    your_ref="F2026-01",
    gross=Decimal("175.50"),
    account_id="debtor",
    vat=Decimal("25.50"),
    currency="EUR",
    journal="70",
    entry_date=date(2026, 3, 14),
    due_date=date(2026, 4, 13),
    payment_condition="30",
    lines=(HIGH, LOW),
)
SEEN = SeenEntry(
    entry_id="e",
    entry_number=26700001,
    your_ref="F2026-01",
    account_id="debtor",
    gross=Decimal("175.50"),
    vat=Decimal("25.50"),
    currency="EUR",
    journal="70",
    entry_date=date(2026, 3, 14),
    due_date=date(2026, 4, 13),
    payment_condition="30",
    lines=(HIGH, LOW),
)


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"your_ref": " f2026-01  "},
        {"account_id": "DEBTOR"},
        {"gross": Decimal("175.5")},
        {"lines": (LOW, HIGH)},
        {"lines": (replace(HIGH, vat=None), replace(LOW, gl_account_id="GL-2", vat_code=" 1 "))},
        {"entry_number": None, "status": 50},
    ],
)
def test_these_are_the_same(changes: dict[str, Any]) -> None:
    assert compare(SENT, replace(SEEN, **changes)) == ()


@pytest.mark.parametrize(
    ("changes", "part", "ours", "theirs"),
    [
        ({"gross": Decimal("175.49")}, Part.GROSS, "175.50", "175.49"),
        ({"gross": Decimal("-175.50")}, Part.GROSS, "175.50", "-175.50"),
        ({"vat": Decimal("0")}, Part.VAT, "25.50", "0.00"),
        ({"currency": "USD"}, Part.CURRENCY, "EUR", "USD"),
        ({"journal": "71"}, Part.JOURNAL, "70", "71"),
        ({"account_id": "somebody"}, Part.DEBTOR, "debtor", "somebody"),
        ({"entry_date": date(2026, 3, 15)}, Part.ENTRY_DATE, "2026-03-14", "2026-03-15"),
        ({"due_date": date(2026, 3, 14)}, Part.DUE_DATE, "2026-04-13", "2026-03-14"),
        ({"payment_condition": "14"}, Part.PAYMENT_CONDITION, "30", "14"),
        ({"your_ref": "F2026-1"}, Part.YOUR_REF, "F2026-01", "F2026-1"),
        ({"lines": (HIGH,)}, Part.LINES, "2", "1"),
    ],
)
def test_each_part_is_compared(changes: dict[str, Any], part: Part, ours: str, theirs: str) -> None:
    assert compare(SENT, replace(SEEN, **changes)) == (Difference(part, ours, theirs),)


@pytest.mark.parametrize(
    ("changes", "part", "ours", "theirs"),
    [
        ({"gl_account_id": "gl-9"}, Part.LINE_GL_ACCOUNT, "gl-2", "gl-9"),
        ({"vat_code": "4"}, Part.LINE_VAT_CODE, "1", "4"),
        ({"net": Decimal("45.87")}, Part.LINE_NET, "50.00", "45.87"),
        ({"vat": Decimal("4.49")}, Part.LINE_VAT, "4.50", "4.49"),
    ],
)
def test_a_line_that_differs_is_laid_beside_its_own(
    changes: dict[str, Any], part: Part, ours: str, theirs: str
) -> None:
    seen = replace(SEEN, lines=(replace(LOW, **changes), HIGH))
    assert compare(SENT, seen) == (Difference(part, ours, theirs, vat_code="1"),)


def test_what_either_side_does_not_tell_is_not_compared() -> None:
    assert compare(SENT, SeenEntry("e")) == ()
    assert compare(SentEntry("F2026-01", Decimal("175.50")), SEEN) == ()


def test_everything_that_differs_is_told() -> None:
    seen = replace(SEEN, gross=Decimal("150.00"), vat=Decimal("0.00"), journal="71", lines=None)
    assert [difference.part for difference in compare(SENT, seen)] == [Part.GROSS, Part.VAT, Part.JOURNAL]


def test_a_difference_that_was_kept_comes_back_also_one_of_before_codes_were_kept() -> None:
    found = Difference(Part.LINE_NET, "1.00", "2.00", "2")
    assert of_kept(as_kept([found])) == (found,)
    older: Any = {"part": "gross", "ours": "1.00", "theirs": "2.00"}
    assert of_kept([older]) == (Difference(Part.GROSS, "1.00", "2.00"),)
