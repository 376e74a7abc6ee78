"""What the host hands to addons: plain copies, with ids as strings, exact amounts and moments in UTC."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from flask import current_app

from sandbox.host.clock import to_venue_time
from sandbox.host.models import EventStatus

if TYPE_CHECKING:
    from datetime import date, datetime
    from decimal import Decimal

    from sandbox.host.models import Event, Invoice, InvoiceLine, Location, RateGroup, Tenant, User


@dataclass(frozen=True)
class TenantRecord:
    code: str
    name: str
    #: In which its people are written to; None where the venue has not said.
    language: str | None = None
    timezone: str | None = None


@dataclass(frozen=True)
class UserRecord:
    id: str
    name: str
    email: str
    roles: frozenset[str]
    is_support: bool
    #: How this person writes numbers and dates, and the time there; None where nobody has said.
    locale: str | None = None
    timezone: str | None = None


@dataclass(frozen=True)
class PlaceRecord:
    """A location of the venue, or a type of event."""

    code: str
    name: str


class TotalRecord(NamedTuple):
    """What a sent invoice comes to; there may be tens of thousands of them."""

    invoice_id: str
    currency: str
    total_incl: Decimal


@dataclass(frozen=True)
class EventRecord:
    id: str
    name: str
    starts_on: date
    ends_on: date
    event_type: str | None
    location: PlaceRecord | None
    is_cancelled: bool
    number: str


@dataclass(frozen=True)
class ClientRecord:
    id: str | None
    name: str | None
    first_name: str | None
    last_name: str | None
    address_line_1: str | None
    address_line_2: str | None
    postalcode: str | None
    city: str | None
    country: str | None
    email: str | None
    vat_number: str | None
    coc_number: str | None
    language: str | None
    peppol_id: str | None


@dataclass(frozen=True)
class RateGroupRecord:
    code: str
    description: str
    vat_rate: Decimal
    ledger_number: str | None
    vat_situation: str | None


@dataclass(frozen=True)
class LineRecord:
    position: int
    description: str
    product: str | None
    quantity: Decimal
    vat_rate: Decimal
    rate_group: RateGroupRecord | None
    amount_excl: Decimal
    amount_vat: Decimal
    amount_incl: Decimal
    kind: str
    settles_invoice_id: str | None
    vat_situation: str | None
    event: EventRecord | None
    room: str | None
    category: str | None
    product_id: str | None


@dataclass(frozen=True)
class InvoiceRecord:
    id: str
    tenant_code: str
    identifier: str
    is_credit: bool
    credits_id: str | None
    invoice_date: date
    due_date: date | None
    payment_term: int | None
    currency: str
    reference: str | None
    sent_at: datetime
    client: ClientRecord
    lines: tuple[LineRecord, ...]
    total_excl: Decimal
    total_vat: Decimal
    total_incl: Decimal
    location: PlaceRecord | None
    payment_reference: str | None


def tenant_record(tenant: Tenant) -> TenantRecord:
    config = current_app.config
    return TenantRecord(
        tenant.code, tenant.name, config["LANGUAGES"].get(tenant.code), config["ZONES"].get(tenant.code)
    )


def user_record(user: User) -> UserRecord:
    roles, config = frozenset(map(str, user.roles)), current_app.config
    locale, zone = config["LOCALES"].get(user.email), config["ZONES"].get(user.email)
    return UserRecord(str(user.id), user.name, user.email, roles, user.is_support, locale, zone)


def rate_group_record(group: RateGroup) -> RateGroupRecord:
    ledger, situation = group.ledger_number or None, group.vat_situation or None
    return RateGroupRecord(group.code, group.description, group.vat_rate, ledger, situation)


def place_record(location: Location) -> PlaceRecord:
    return PlaceRecord(str(location.id), location.name)


def invoice_record(tenant_code: str, invoice: Invoice) -> InvoiceRecord:
    """A copy of a sent invoice; its rate groups are those of this moment."""
    assert invoice.identifier is not None, "a sent invoice has a number"
    assert invoice.invoice_date is not None, "a sent invoice has a date"
    assert invoice.sent_at is not None, "a sent invoice has a moment of sending"
    return InvoiceRecord(
        id=str(invoice.id),
        tenant_code=tenant_code,
        identifier=invoice.identifier,
        is_credit=invoice.is_credit,
        credits_id=None if invoice.credits_id is None else str(invoice.credits_id),
        invoice_date=invoice.invoice_date,
        due_date=invoice.due_date,
        payment_term=invoice.payment_term,
        currency=invoice.currency,
        reference=invoice.reference,
        sent_at=invoice.sent_at,
        client=_client_record(invoice),
        lines=tuple(map(_line_record, invoice.lines)),
        total_excl=invoice.total_excl,
        total_vat=invoice.total_vat,
        total_incl=invoice.total_incl,
        location=PlaceRecord(invoice.location_code, invoice.location_name or "") if invoice.location_code else None,
        payment_reference=invoice.payment_reference,
    )


def _client_record(invoice: Invoice) -> ClientRecord:
    return ClientRecord(
        id=None if invoice.relation_id is None else str(invoice.relation_id),
        name=invoice.client_name,
        first_name=invoice.client_first_name,
        last_name=invoice.client_last_name,
        address_line_1=invoice.client_address_line_1,
        address_line_2=invoice.client_address_line_2,
        postalcode=invoice.client_postalcode,
        city=invoice.client_city,
        country=invoice.client_country,
        email=invoice.client_email,
        vat_number=invoice.client_vat_number,
        coc_number=invoice.client_coc_number,
        language=invoice.client_language,
        peppol_id=invoice.client_peppol_id,
    )


def _line_record(line: InvoiceLine) -> LineRecord:
    return LineRecord(
        position=line.position,
        description=line.description,
        product=line.product,
        quantity=line.quantity,
        vat_rate=line.vat_rate,
        rate_group=None if line.rate_group is None else rate_group_record(line.rate_group),
        amount_excl=line.amount_excl,
        amount_vat=line.amount_vat,
        amount_incl=line.amount_incl,
        kind=line.kind,
        settles_invoice_id=None if line.deposit_invoice_id is None else str(line.deposit_invoice_id),
        vat_situation=line.vat_situation,
        event=None if line.event is None else _event_record(line.event),
        room=line.room,
        category=line.category,
        product_id=line.product_id,
    )


def _event_record(event: Event) -> EventRecord:
    """As it stands now; its days are the venue's."""
    return EventRecord(
        id=str(event.id),
        name=event.name,
        starts_on=to_venue_time(event.starts_at).date(),
        ends_on=to_venue_time(event.ends_at).date(),
        event_type=event.event_type or None,
        location=None if event.location is None else place_record(event.location),
        is_cancelled=event.status == EventStatus.CANCELLED,
        number=event.number,
    )
