"""Making drafts and changing their lines; the client's details are copied and then belong to the invoice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.host import clock
from sandbox.host.database import session
from sandbox.host.models import CLIENT_FIELDS, Invoice

if TYPE_CHECKING:
    from sandbox.host.models import Event, Relation, Tenant


def new_draft(tenant: Tenant, relation: Relation, *, incl_vat: bool) -> Invoice:
    invoice = Invoice(
        tenant_id=tenant.id,
        created_at=clock.now(),
        relation_id=relation.id,
        incl_vat=incl_vat,
        payment_term=tenant.default_payment_term if relation.payment_term is None else relation.payment_term,
        **{f"client_{name}": getattr(relation, name) for name in CLIENT_FIELDS},
    )
    session().add(invoice)
    session().flush()
    return invoice


def new_event_draft(tenant: Tenant, event: Event) -> Invoice:
    invoice = new_draft(tenant, event.client, incl_vat=event.incl_vat)
    invoice.event_id, invoice.event_name = event.id, event.name
    invoice.event_date = clock.to_venue_time(event.starts_at).date()
    invoice.reference = event.reference
    if event.location is not None:
        invoice.location_code, invoice.location_name = str(event.location.id), event.location.name
    session().flush()
    return invoice


def number_lines(invoice: Invoice) -> None:
    for position, line in enumerate(invoice.lines, start=1):
        line.position = position
