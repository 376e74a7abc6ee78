"""Of which rate a line is that Exact shows with its code and its amounts."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from mice_exact_plugin.domain.deposits.rates import rate_of
from mice_exact_plugin.domain.entry.entry import EntryLine
from tests.domain.build import vat_code

if TYPE_CHECKING:
    from mice_exact_plugin.domain.reference import VatCode

CHANGED = vat_code("1", ("6", None, date(2018, 12, 31)), ("9", date(2019, 1, 1), None))
TWICE = vat_code("1", ("9", None, date(2018, 12, 31)), ("9.5", date(2019, 1, 1), None))


@pytest.mark.parametrize(
    ("code", "net", "vat", "day", "rate"),
    [
        (vat_code("2", "21"), "300.00", "63.00", date(2026, 1, 5), "21"),
        (vat_code("2", "21.00"), "-300.00", "-63.01", date(2026, 1, 5), "21"),
        (CHANGED, "100.00", "9.00", date(2026, 1, 5), "9"),
        (CHANGED, "100.00", "6.00", date(2026, 1, 5), "6"),
        (CHANGED, "100.00", None, date(2026, 1, 5), "6"),
        (TWICE, "0.05", "0.00", date(2026, 1, 5), "9.5"),
        (TWICE, "0.05", "0.00", date(2018, 1, 5), "9"),
        (vat_code("2", "21", type="B"), "300.00", "0.00", date(2026, 1, 5), "0"),
        (vat_code("2"), "300.00", "63.00", date(2026, 1, 5), "0"),
    ],
)
def test_the_percentage_that_fits_the_amounts(code: VatCode, net: str, vat: str | None, day: date, rate: str) -> None:
    line = EntryLine("gl", "2", Decimal(net), None if vat is None else Decimal(vat))
    assert str(rate_of(line, code, day)) == rate
