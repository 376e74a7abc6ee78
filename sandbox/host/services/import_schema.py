"""The import file: its shape, as JSON with decimals in strings; unknown keys are ignored."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from msgspec import Meta, Struct

Identifier = Annotated[str, Meta(min_length=1, max_length=60)]
Code = Annotated[str, Meta(min_length=1, max_length=40)]
Kind = Literal["package", "product", "room_rent", "deposit", "deposit_settlement", "manual", "receipt"]
Situation = Literal[
    "S",
    "Z",
    "E",
    "AE",
    "K",
    "G",
    "O",
    "standard",
    "zero",
    "exempt",
    "reverse_charge",
    "intra_community",
    "export",
    "outside_scope",
]
#: The codes of UNTDID 5305 for the words that a file may have instead.
SITUATIONS = {
    "standard": "S",
    "zero": "Z",
    "exempt": "E",
    "reverse_charge": "AE",
    "intra_community": "K",
    "export": "G",
    "outside_scope": "O",
}
Currency = Annotated[str, Meta(pattern="^[A-Z]{3}$")]


class RateGroupRow(Struct):
    code: Annotated[str, Meta(min_length=1, max_length=60)]
    description: Annotated[str, Meta(max_length=120)]
    vat_rate: Decimal
    ledger_number: Annotated[str, Meta(max_length=30)] | None = None
    vat_situation: Situation | None = None


class ClientRow(Struct):
    id: Annotated[str, Meta(max_length=40)] | None = None
    name: str | None = None
    first_name: str | None = None
    last_name: str | None = None
    address_line_1: str | None = None
    address_line_2: str | None = None
    postalcode: str | None = None
    city: str | None = None
    country: str | None = None
    email: str | None = None
    vat_number: str | None = None
    coc_number: str | None = None
    language: Annotated[str, Meta(max_length=10)] | None = None
    peppol_id: Annotated[str, Meta(max_length=60)] | None = None


class PlaceRow(Struct):
    code: Code
    name: Annotated[str, Meta(max_length=120)]


class EventRow(Struct):
    """With an `id`, a client and a date it becomes an event of the venue, which all its invoices share."""

    name: str | None = None
    # Before `date`, which hides the type for what follows.
    until: date | None = None
    date: date | None = None
    id: Code | None = None
    event_type: Literal["meeting", "congress", "dinner", "wedding", "party"] | None = None
    is_cancelled: bool = False


class LineRow(Struct):
    description: str
    quantity: Decimal
    unit_price: Decimal
    vat_rate: Decimal
    amount_excl: Decimal
    amount_vat: Decimal
    amount_incl: Decimal
    rate_group: str | None = None
    kind: Kind | None = None
    #: The number of the deposit invoice of which the line takes off, or credits, a part.
    settles: str | None = None
    vat_situation: Situation | None = None
    room: Code | None = None
    category: Annotated[str, Meta(max_length=60)] | None = None
    product_id: Code | None = None


class TotalsRow(Struct):
    excl: Decimal
    vat: Decimal
    incl: Decimal


class InvoiceRow(Struct):
    identifier: Identifier
    date_sent: date
    client: ClientRow
    lines: list[LineRow]
    totals: TotalsRow
    kind: Literal["invoice", "credit"] = "invoice"
    credits: str | None = None
    due_date: date | None = None
    payment_term: Annotated[int, Meta(ge=0, le=3650)] | None = None
    currency: Currency = "EUR"
    incl_vat: bool = False
    reference: str | None = None
    event: EventRow | None = None
    location: PlaceRow | None = None
    payment_reference: Code | None = None
