"""The amounts of an invoice or an entry, comparable to the cent."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class Figures:
    """`vat_by_rate` is by percentage; a rate without VAT is left out, so that both sides have the same ones."""

    net: Decimal
    vat: Decimal
    gross: Decimal
    vat_by_rate: Mapping[Decimal, Decimal]


def rates_with_vat(amounts: Mapping[Decimal, Decimal]) -> dict[Decimal, Decimal]:
    return {rate: amount for rate, amount in amounts.items() if amount}
