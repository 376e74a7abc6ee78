"""A host of values: invoices as the tests of the domain build them, in the shape in which a host hands them over."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from mice_exact_plugin.domain.invoice import TOLD_SITUATIONS

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy.orm import Session

    from mice_exact_plugin.domain.invoice import Debtor, Event, Invoice, InvoiceLine, RateGroup

GRANTED = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass
class ValueHost:
    """One venue. Whoever tells it of what it is deaf to gets an error; `known` is all that was ever sent."""

    database: Session
    sent: dict[str, Invoice | Any] = field(default_factory=dict)
    told: list[tuple[str, str]] = field(default_factory=list)
    deaf: set[str] = field(default_factory=set)
    known: set[str] = field(default_factory=set)
    mails: list[tuple[str, str]] = field(default_factory=list)
    active: Any = field(default_factory=lambda: SimpleNamespace(granted_at=GRANTED, withdrawn_at=None))

    def session(self) -> Session:
        return self.database

    def activation(self, tenant: str, addon: str) -> Any:
        return self.active

    def invoices(self, tenant: str, invoice_ids: Collection[str]) -> dict[str, Any]:
        return {key: as_host(self.sent[key]) for key in invoice_ids if key in self.sent}

    def invoices_sent_between(self, tenant: str, start: datetime, end: datetime) -> list[Any]:
        return [as_host(invoice) for invoice in self.sent.values() if start <= invoice.sent_at < end]

    def tenants(self) -> list[Any]:
        return [SimpleNamespace(code="proef", name="De Proef")]

    def rate_groups(self, tenant: str) -> list[Any]:
        return []

    def withdraw(self, tenant: str, addon: str) -> None:
        self.active = SimpleNamespace(granted_at=GRANTED, withdrawn_at=GRANTED)

    def confirm_sync(self, tenant: str, invoice_id: str, *, external_id: str, **outcome: Any) -> None:
        if invoice_id in self.deaf:
            raise RuntimeError("the host is away")
        self.told.append((invoice_id, external_id))

    def send_mail(self, tenant: str, *, subject: str, body: str) -> None:
        self.mails.append((subject, body))


def as_host(invoice: Invoice | Any) -> Any:
    """A record of the host; what is none of our invoices is handed over as it is."""
    if not hasattr(invoice, "debtor"):
        return invoice
    return SimpleNamespace(
        id=invoice.id,
        tenant_code=invoice.tenant,
        identifier=invoice.identifier,
        is_credit=invoice.is_credit,
        credits_id=invoice.credits_id,
        invoice_date=invoice.invoice_date,
        due_date=invoice.due_date,
        payment_term=invoice.payment_term,
        currency=invoice.currency,
        reference=invoice.reference,
        sent_at=invoice.sent_at,
        client=_client(invoice.debtor),
        lines=[_line(line) for line in invoice.lines],
        total_excl=invoice.net,
        total_vat=invoice.vat,
        total_incl=invoice.gross,
        location=invoice.location,
        payment_reference=invoice.payment_reference,
    )


def _client(debtor: Debtor) -> Any:
    same = ("name", "first_name", "last_name", "address_line_1", "address_line_2", "city", "country", "email")
    kept = {name: getattr(debtor, name) for name in (*same, "language", "peppol_id")}
    numbers = {"vat_number": debtor.vat_number, "coc_number": debtor.coc_number}
    return SimpleNamespace(**kept, **numbers, id=debtor.client_id, postalcode=debtor.postcode)


def _line(line: InvoiceLine) -> Any:
    return SimpleNamespace(
        position=line.position,
        description=line.description,
        product=line.product,
        quantity=1,
        vat_rate=line.vat_rate,
        rate_group=_group(line.rate_group) if line.rate_group else None,
        amount_excl=line.net,
        amount_vat=line.vat,
        amount_incl=line.gross,
        kind=line.kind,
        settles_invoice_id=line.settles_invoice_id,
        vat_situation=line.situation if line.situation in TOLD_SITUATIONS else None,
        event=_event(line.event) if line.event else None,
        room=line.room,
        category=line.category,
        product_id=line.product_id,
    )


def _event(event: Event) -> Any:
    return SimpleNamespace(**{each.name: getattr(event, each.name) for each in fields(event)})


def _group(group: RateGroup) -> Any:
    same = {name: getattr(group, name) for name in ("code", "description", "vat_rate", "ledger_number")}
    return SimpleNamespace(**same, vat_situation=group.situation)
