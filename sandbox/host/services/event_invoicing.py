"""Invoicing an event: a deposit, or everything that is left, on a draft of its own or one that collects events."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from sqlalchemy import select

from sandbox.host.database import session
from sandbox.host.errors import RefusedError
from sandbox.host.models import Invoice, InvoiceLine, InvoiceStatus, InvoiceView, LineKind
from sandbox.host.services import deposits, drafting
from sandbox.host.services.event_totals import billed_finally, event_lines
from sandbox.host.services.vat import HUNDRED, reprice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sandbox.host.models import Event, Tenant


@dataclass(frozen=True)
class Order:
    """How an event is invoiced: 100 % is everything that is left, less is a deposit."""

    view: InvoiceView = InvoiceView.DETAILED
    percentage: Decimal = HUNDRED
    deposit_without_vat: bool = False
    with_zero_lines: bool = False

    @property
    def is_deposit(self) -> bool:
        return self.percentage < HUNDRED


def invoice_event(tenant: Tenant, event: Event, order: Order, onto: Invoice | None = None) -> Invoice:
    """Put an event on a draft. Flushes; the caller commits."""
    lines = _lines(tenant, event, order)
    if not lines:
        raise RefusedError("Dit evenement heeft niets om te factureren.")
    invoice = onto or drafting.new_event_draft(tenant, event)
    _check_fits(event, invoice)
    if onto is None:
        invoice.view = InvoiceView.BRIEF if order.is_deposit else order.view
    invoice.lines.extend(lines)
    drafting.number_lines(invoice)
    reprice(invoice)
    session().flush()
    return invoice


def collecting_drafts(tenant: Tenant, event: Event) -> Sequence[Invoice]:
    """Drafts of the same client that this event may join."""
    query = select(Invoice).where(
        Invoice.tenant_id == tenant.id,
        Invoice.relation_id == event.client_id,
        Invoice.status == InvoiceStatus.CONCEPT,
        Invoice.incl_vat == event.incl_vat,
        Invoice.is_credit.is_(False),
    )
    return session().scalars(query.order_by(Invoice.id)).all()


def _lines(tenant: Tenant, event: Event, order: Order) -> list[InvoiceLine]:
    if order.is_deposit:
        return deposits.deposit_lines(tenant, event, order.percentage, without_vat=order.deposit_without_vat)
    if billed_finally(event):
        raise RefusedError("Dit evenement staat al op een factuur. Crediteer of verwijder die eerst.")
    lines = [line for line in event_lines(event) if order.with_zero_lines or line.amount_incl]
    if order.view == InvoiceView.BRIEF:
        lines = _summed(event, lines)
    return lines + deposits.settlement_lines(event)


def _summed(event: Event, lines: list[InvoiceLine]) -> list[InvoiceLine]:
    """One line per rate group; they are printed as one line per VAT rate."""
    bases: dict[tuple[Decimal, int | None], Decimal] = defaultdict(Decimal)
    for line in lines:
        bases[line.vat_rate, line.rate_group_id] += line.amount_incl if event.incl_vat else line.amount_excl
    return [
        InvoiceLine(
            kind=LineKind.PRODUCT,
            description=event.name,
            quantity=Decimal(1),
            unit_price=base,
            vat_rate=rate,
            rate_group_id=group_id,
            event_id=event.id,
        )
        for (rate, group_id), base in sorted(bases.items(), key=lambda each: (-each[0][0], each[0][1] or 0))
    ]


def _check_fits(event: Event, invoice: Invoice) -> None:
    if not invoice.is_draft or invoice.relation_id != event.client_id or invoice.incl_vat != event.incl_vat:
        raise RefusedError("Dit evenement past niet op dat concept.")
