"""Finding events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import or_, select

from sandbox.host import clock
from sandbox.host.database import session
from sandbox.host.models import Event, EventStatus, Invoice, InvoiceLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sandbox.host.models import Tenant

SHOWN = 200


def upcoming(tenant: Tenant) -> Sequence[Event]:
    query = select(Event).where(
        Event.tenant_id == tenant.id, Event.ends_at >= clock.now(), Event.status != EventStatus.CANCELLED
    )
    return session().scalars(query.order_by(Event.starts_at).limit(SHOWN)).all()


def latest(tenant: Tenant) -> Sequence[Event]:
    query = select(Event).where(Event.tenant_id == tenant.id).order_by(Event.starts_at.desc()).limit(SHOWN)
    return session().scalars(query).all()


def invoices_of(event: Event) -> Sequence[Invoice]:
    """Invoices made for the event, or that carry lines of it."""
    with_lines = select(InvoiceLine.invoice_id).where(InvoiceLine.event_id == event.id)
    query = select(Invoice).where(or_(Invoice.event_id == event.id, Invoice.id.in_(with_lines)))
    return session().scalars(query.order_by(Invoice.id)).all()
