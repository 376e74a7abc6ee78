"""The rate of a line that Exact shows: it tells code and amounts, and a code may have several percentages."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.entry.vat_mapping import normal_rate
from mice_exact_plugin.domain.money import ZERO, vat_of

if TYPE_CHECKING:
    from datetime import date

    from mice_exact_plugin.domain.entry.entry import EntryLine
    from mice_exact_plugin.domain.reference import VatCode


def rate_of(line: EntryLine, code: VatCode, day: date) -> Decimal:
    """The percentage of its code that fits the amounts best, one of its own day before others."""
    if code.type != "E":
        return Decimal(0)
    vat = line.vat or ZERO
    fitting = sorted(
        code.percentages,
        key=lambda each: (abs(vat_of(line.net, each.rate) - vat), not each.holds_on(day)),
    )
    return normal_rate(fitting[0].rate) if fitting else Decimal(0)
