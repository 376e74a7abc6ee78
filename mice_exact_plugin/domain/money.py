"""Money arithmetic: `Decimal` cents, rounded half away from zero as bookkeepers do."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

CENT = Decimal("0.01")
ZERO = Decimal("0.00")


def to_cents(amount: Decimal) -> Decimal:
    """Two decimals; halves go away from zero, so a credit mirrors its invoice. Never -0.00."""
    return amount.quantize(CENT, rounding=ROUND_HALF_UP) + ZERO


def vat_of(net: Decimal, rate_percent: Decimal) -> Decimal:
    """The VAT that Exact computes for a line with a VAT code of type E."""
    return to_cents(net * rate_percent / 100)


def total(amounts: Iterable[Decimal]) -> Decimal:
    return sum(amounts, ZERO)
