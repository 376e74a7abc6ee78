"""Finding events, and keeping what was changed of one: addons are told when it was cancelled or moved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import or_, select

from sandbox.host import clock
from sandbox.host.addons.dispatch import announce
from sandbox.host.clock import to_venue_time
from sandbox.host.database import session
from sandbox.host.models import Event, EventStatus, EventType, Invoice, InvoiceLine

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sandbox.host.models import Tenant

SHOWN = 200
EVENT_TYPES = {
    EventType.MEETING: "Vergadering",
    EventType.CONGRESS: "Congres",
    EventType.DINNER: "Diner",
    EventType.WEDDING: "Bruiloft",
    EventType.PARTY: "Feest",
}


@dataclass(frozen=True)
class Stands:
    """What of an event its invoices and deposits depend on."""

    is_cancelled: bool
    days: tuple[date, date] | None

    @classmethod
    def of(cls, event: Event) -> Stands:
        if event.id is None:
            return cls(is_cancelled=False, days=None)
        days = to_venue_time(event.starts_at).date(), to_venue_time(event.ends_at).date()
        return cls(event.status == EventStatus.CANCELLED, days)


def keep(tenant: Tenant, event: Event, before: Stands) -> None:
    """Store an event, and tell addons what became of it, in one transaction."""
    session().add(event)
    session().flush()
    now = Stands.of(event)
    if now.is_cancelled and not before.is_cancelled:
        announce("event_cancelled", tenant.code, event_id=str(event.id))
    if before.days is not None and now.days != before.days:
        announce("event_moved", tenant.code, event_id=str(event.id))
    session().commit()


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
