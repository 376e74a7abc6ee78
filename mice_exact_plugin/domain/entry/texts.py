"""What an entry says besides figures: the client's reference in its description, and what the payer mentions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.remarks import RemarkCode

if TYPE_CHECKING:
    from datetime import date

    from mice_exact_plugin.domain.entry.entry import Mark
    from mice_exact_plugin.domain.invoice import Invoice

#: Exact documents no limit for the description of an entry; its lists show about as much.
DESCRIPTION_LIMIT = 60
BETWEEN = " · "


class PaymentReference(StrEnum):
    """By what Exact recognises the payment at the bank. With none it makes account code and entry number of it."""

    NONE = "none"
    NUMBER = "number"
    PRINTED = "printed"
    """What the host prints for the payer, such as the OGM; an invoice without it goes without."""


@dataclass(frozen=True, slots=True)
class EntryTexts:
    """What an administrator chose; the default is what was always sent."""

    has_reference: bool = False
    payment_reference: PaymentReference = PaymentReference.NONE


AS_EVER = EntryTexts()


def description(invoice: Invoice, texts: EntryTexts, booked_on: date | None = None) -> tuple[str, tuple[Mark, ...]]:
    """The number, whole, and behind it the client's reference as far as that goes; that it was cut is remarked.

    Args:
        booked_on: the day of the entry; where that is not the invoice's, its own stands with the number.
    """
    number, reference = invoice.identifier.strip(), " ".join((invoice.reference or "").split())
    day = invoice.invoice_date
    if booked_on not in (None, day):
        number = f"{number} ({day.day}-{day.month}-{day.year})"
    if not texts.has_reference or not reference or reference == number:
        return number, ()
    whole = f"{number}{BETWEEN}{reference}"
    if len(whole) <= DESCRIPTION_LIMIT:
        return whole, ()
    room = DESCRIPTION_LIMIT - len(number) - len(BETWEEN) - 1
    kept = f"{number}{BETWEEN}{reference[:room].strip()}…" if room > 0 else number
    return kept, ((RemarkCode.REFERENCE_CUT, {"ours": reference, "theirs": kept}),)


def payment_reference(invoice: Invoice, texts: EntryTexts) -> str | None:
    """A printed reference is never computed here: it has to be the one that the payer has before them."""
    match texts.payment_reference:
        case PaymentReference.NUMBER:
            return invoice.identifier.strip()
        case PaymentReference.PRINTED:
            return invoice.payment_reference
        case PaymentReference.NONE:
            return None
