"""Works out the VAT of a line from its code, the percentage valid on the date, and an amount that overrides it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from simulator.bookkeeping.money import ZERO, cents, cut_off

if TYPE_CHECKING:
    from datetime import datetime

    from simulator.books.administration import Books
    from simulator.books.table import Row

# Excluding and including VAT; B only reports a base and N has nothing to do with VAT (reference page VATVATCodes).
CHARGING = ("E", "I")


@dataclass(frozen=True, slots=True)
class Vat:
    """A line's amounts in its own currency."""

    net: Decimal
    vat: Decimal
    percentage: Decimal


def percentage_on(books: Books, code: Row, moment: datetime) -> Decimal | None:
    """The percentage of the code that is valid on the date, as a fraction."""
    for row in books["VatPercentages"].where("VATCodeID", code["ID"]):
        start, end = row.get("StartDate"), row.get("EndDate")
        if (start is None or start <= moment) and (end is None or moment <= end):
            return Decimal(row.get("Percentage", ZERO))
    return None


def current_percentage(books: Books, code: Row, moment: datetime) -> Decimal | None:
    """What `VATCodes.Percentage` shows: today's percentage, or the latest there was."""
    today = percentage_on(books, code, moment)
    if today is not None:
        return today
    periods = books["VatPercentages"].where("VATCodeID", code["ID"])
    return periods[-1].get("Percentage") if periods else code.get("Percentage")


def work_out(kind: str, amount: Decimal, percentage: Decimal, override: Decimal | None, rounding: str) -> Vat:
    """Net and VAT of an amount under a code of this type."""
    if kind not in CHARGING:
        return Vat(cents(amount), ZERO, ZERO)
    if kind == "I":
        vat = cents(override) if override is not None else cents(amount - amount / (1 + percentage))
        return Vat(cents(amount) - vat, vat, percentage)
    if override is not None:
        return Vat(cents(amount), cents(override), percentage)
    rounded = cut_off if rounding == "down" else cents
    return Vat(cents(amount), rounded(cents(amount) * percentage), percentage)
