"""The gestructureerde mededeling (OGM) that a Belgian venue prints: ten digits, and their remainder by 97."""

from __future__ import annotations

DIGITS = 10


def structured(identifier: str) -> str | None:
    """Of the last ten digits of a number; None for one without digits."""
    digits = "".join(filter(str.isdecimal, identifier))[-DIGITS:]
    if not digits:
        return None
    base = digits.rjust(DIGITS, "0")
    whole = f"{base}{int(base) % 97 or 97:02}"
    return f"+++{whole[:3]}/{whole[3:7]}/{whole[7:]}+++"
