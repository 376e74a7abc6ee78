"""The host's invoice as the domain sees it: values only, taken at posting time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class RateGroup:
    """A tariefgroep: description, VAT rate in percent and the host's ledger number (text, not yet an account)."""

    code: str
    description: str
    vat_rate: Decimal
    ledger_number: str | None


@dataclass(frozen=True, slots=True)
class InvoiceLine:
    """One rate-group portion of a commercial line. Amounts in the invoice's currency, `vat_rate` in percent."""

    position: int
    description: str
    product: str | None
    vat_rate: Decimal
    rate_group: RateGroup | None
    net: Decimal
    vat: Decimal
    gross: Decimal


@dataclass(frozen=True, slots=True)
class Debtor:
    """The invoice's own copy of the client; the host's client id is information and never decides."""

    name: str | None
    first_name: str | None
    last_name: str | None
    address_line_1: str | None
    address_line_2: str | None
    postcode: str | None
    city: str | None
    country: str | None
    email: str | None
    vat_number: str | None
    coc_number: str | None
    client_id: str | None = None


@dataclass(frozen=True, slots=True)
class Invoice:
    """A sent invoice. `identifier` is the printed number; the two dates have no zone; `sent_at` is UTC."""

    id: str
    tenant: str
    identifier: str
    is_credit: bool
    credits_id: str | None
    invoice_date: date
    due_date: date | None
    payment_term: int | None
    currency: str
    reference: str | None
    sent_at: datetime
    debtor: Debtor
    lines: tuple[InvoiceLine, ...]
    net: Decimal
    vat: Decimal
    gross: Decimal
