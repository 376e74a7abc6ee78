"""The import file: its shape, as JSON with decimals in strings; unknown keys are ignored."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from msgspec import Meta, Struct

Identifier = Annotated[str, Meta(min_length=1, max_length=60)]
Currency = Annotated[str, Meta(pattern="^[A-Z]{3}$")]


class RateGroupRow(Struct):
    code: Annotated[str, Meta(min_length=1, max_length=60)]
    description: Annotated[str, Meta(max_length=120)]
    vat_rate: Decimal
    ledger_number: Annotated[str, Meta(max_length=30)] | None = None


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


class EventRow(Struct):
    name: str | None = None
    date: date | None = None


class LineRow(Struct):
    description: str
    quantity: Decimal
    unit_price: Decimal
    vat_rate: Decimal
    amount_excl: Decimal
    amount_vat: Decimal
    amount_incl: Decimal
    rate_group: str | None = None


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
