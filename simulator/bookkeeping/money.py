"""Rounds amounts as Exact does: to cents, half away from zero."""

from decimal import ROUND_DOWN, ROUND_HALF_UP, Context, Decimal

CENT = Decimal("0.01")
ZERO = Decimal(0)
# Wide enough for the largest amount times the largest rate that a request can carry.
WIDE = Context(prec=60)


def cents(amount: Decimal) -> Decimal:
    return amount.quantize(CENT, ROUND_HALF_UP, WIDE)


def cut_off(amount: Decimal) -> Decimal:
    """To cents, towards zero."""
    return amount.quantize(CENT, ROUND_DOWN, WIDE)
