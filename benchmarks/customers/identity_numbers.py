"""Valid VAT and register numbers, drawn by their published check-digit rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random


def vat_number(dice: Random, country: str) -> str | None:
    """With the two letters in front; None for a country whose rule is not written down here."""
    makers = {"NL": _dutch, "BE": _belgian, "DE": _german}
    return makers[country](dice) if country in makers else None


def coc_number(dice: Random, country: str, vat: str | None) -> str | None:
    """In Belgium it is the VAT number without its letters."""
    if country == "NL":
        return str(dice.randint(10_000_000, 99_999_999))
    if country == "BE":
        return vat[2:] if vat else None
    return f"HRB {dice.randint(1000, 299_999)}" if country == "DE" else None


def _dutch(dice: Random) -> str:
    """Eight digits weighed 9 to 2, modulo 11, and a suffix for the several numbers of one business."""
    while True:
        digits = [dice.randint(1, 9), *(dice.randint(0, 9) for _ in range(7))]
        check = sum(weight * digit for weight, digit in zip(range(9, 1, -1), digits, strict=True)) % 11
        if check < 10:
            return f"NL{''.join(map(str, digits))}{check}B{dice.randint(1, 9):02}"


def _belgian(dice: Random) -> str:
    """97 minus the rest of the first eight digits."""
    head = dice.randint(2_000_000, 9_999_999)
    return f"BE0{head}{97 - head % 97:02}"


def _german(dice: Random) -> str:
    """ISO 7064, modulo 11 and 10."""
    digits = [dice.randint(1, 9), *(dice.randint(0, 9) for _ in range(7))]
    product = 10
    for digit in digits:
        total = (digit + product) % 10 or 10
        product = 2 * total % 11
    return f"DE{''.join(map(str, digits))}{(11 - product) % 10}"
