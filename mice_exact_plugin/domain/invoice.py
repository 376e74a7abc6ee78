"""The host's invoice as the domain sees it: values only, taken at posting time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum


class LineKind(StrEnum):
    """What a line charges. A receipt was rung up on a till, which may bring it to the books by another way as well."""

    PACKAGE = "package"
    PRODUCT = "product"
    ROOM_RENT = "room_rent"
    DEPOSIT = "deposit"
    DEPOSIT_SETTLEMENT = "deposit_settlement"
    MANUAL = "manual"
    RECEIPT = "receipt"


class Situation(StrEnum):
    """Why a line carries the VAT that it does: the codes of UNTDID 5305 that EN 16931 takes, and two of our own."""

    STANDARD = "S"
    ZERO_RATED = "Z"
    EXEMPT = "E"
    REVERSE_CHARGE = "AE"
    WITHIN_EU = "K"
    EXPORT = "G"
    OUTSIDE_SCOPE = "O"
    UNTAXED_DEPOSIT = "deposit"
    """A deposit at 0 %: the VAT comes with the final invoice. No host says it: it follows from kind and rate."""
    UNSPECIFIED = "unspecified"
    """One code for all that is 0 %, as saved before situations were told apart. No host says it."""


#: What a host may say.
TOLD_SITUATIONS = frozenset(Situation) - {Situation.UNTAXED_DEPOSIT, Situation.UNSPECIFIED}


@dataclass(frozen=True, slots=True)
class Place:
    """A location of the venue, such as a building: its code never changes, its name may."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Event:
    """The event that a line charges, as it stands now: it may have been moved or cancelled since.

    `number` is the one that people know it by; None where the host does not say, and then nothing is made of it.
    """

    id: str
    name: str
    starts_on: date | None = None
    ends_on: date | None = None
    event_type: str | None = None
    location: Place | None = None
    is_cancelled: bool = False
    number: str | None = None


@dataclass(frozen=True, slots=True)
class RateGroup:
    """A tariefgroep: description, VAT rate in percent and the host's ledger number (text, not yet an account).

    `situation` is what the host knows of all its lines; None where it does not say.
    """

    code: str
    description: str
    vat_rate: Decimal
    ledger_number: str | None
    situation: Situation | None = None


@dataclass(frozen=True, slots=True)
class InvoiceLine:
    """One rate-group portion of a commercial line. Amounts in the invoice's currency, `vat_rate` in percent.

    What follows the amounts is of contract 1.1; None where the host does not say, or says what nobody knows.

    Attributes:
        kind: None is booked as an ordinary line.
        settles_invoice_id: the deposit invoice of which the line takes off or credits a part; None pairs with none.
        situation: the line's own, else its rate group's; None is decided by rate, kind and settings.
        event: None belongs to no event.
    """

    position: int
    description: str
    product: str | None
    vat_rate: Decimal
    rate_group: RateGroup | None
    net: Decimal
    vat: Decimal
    gross: Decimal
    kind: LineKind | None = None
    settles_invoice_id: str | None = None
    situation: Situation | None = None
    event: Event | None = None
    room: str | None = None
    category: str | None = None
    product_id: str | None = None


@dataclass(frozen=True, slots=True)
class Debtor:
    """The invoice's own copy of the client; the host's client id is information and never decides.

    `language` (such as `nl`) and `peppol_id` are of contract 1.1 and None where the host does not say.
    """

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
    language: str | None = None
    peppol_id: str | None = None


@dataclass(frozen=True, slots=True)
class Invoice:
    """A sent invoice. `identifier` is the printed number; the two dates have no zone; `sent_at` is UTC.

    `payment_reference` is what is printed for the payer to mention (in Belgium the OGM), None where that is the number;
    `location` is the venue's, None where the host has no locations. Both are of contract 1.1.
    """

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
    location: Place | None = None
    payment_reference: str | None = None
