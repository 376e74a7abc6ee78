"""The events that an import file names: made once by their id there, and found again by later files."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING

from sqlalchemy import select

from sandbox.host.clock import VENUE_ZONE
from sandbox.host.database import session
from sandbox.host.models import Event, EventStatus

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sandbox.host.models import Relation, Tenant
    from sandbox.host.services.import_schema import EventRow, InvoiceRow

BEGINS, ENDS = time(9), time(17)


def store(tenant: Tenant, invoices: Iterable[InvoiceRow], relations: dict[str, Relation]) -> dict[str, Event]:
    """The events by their id in the file; of one that is known, what the file says now holds."""
    named = {row.event.id: row for row in invoices if row.event and row.event.id and row.event.date and row.client.id}
    query = select(Event).where(Event.tenant_id == tenant.id, Event.import_key.in_(named))
    events = {event.import_key or "": event for event in session().scalars(query)}
    for key, row in named.items():
        if key not in events:
            client = relations[row.client.id or ""]
            events[key] = Event(tenant_id=tenant.id, import_key=key, client_id=client.id, incl_vat=row.incl_vat)
            session().add(events[key])
        assert row.event is not None, "it was named"
        _fill(events[key], row.event)
    session().flush()
    return events


def _fill(event: Event, row: EventRow) -> None:
    assert row.date is not None, "it was named with its day"
    event.name, event.event_type = row.name or row.id or "", row.event_type
    event.starts_at, event.ends_at = _at(row.date, BEGINS), _at(row.until or row.date, ENDS)
    event.status = EventStatus.CANCELLED if row.is_cancelled else EventStatus.CONFIRMED


def _at(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, VENUE_ZONE)
