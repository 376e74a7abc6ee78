"""What changed of sent invoices and when, noted in the very flush that changes it, whoever does it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import event, select, tuple_
from sqlalchemy.dialects import postgresql, sqlite

from sandbox.host import clock
from sandbox.host.database import db, session
from sandbox.host.models import Invoice, InvoiceChange, InvoiceLine

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy.orm import Session

    from sandbox.host.models import Tenant


@dataclass(frozen=True)
class ChangeRecord:
    """As addons get it."""

    invoice_id: str
    at: datetime


def since(tenant: Tenant, moment: datetime, after: ChangeRecord | None, limit: int) -> Sequence[ChangeRecord]:
    query = select(InvoiceChange.invoice_id, InvoiceChange.at).where(
        InvoiceChange.tenant_id == tenant.id, InvoiceChange.at >= moment
    )
    if after is not None:
        query = query.where(tuple_(InvoiceChange.at, InvoiceChange.invoice_id) > (after.at, int(after.invoice_id)))
    query = query.order_by(InvoiceChange.at, InvoiceChange.invoice_id).limit(limit)
    return [ChangeRecord(str(invoice_id), at) for invoice_id, at in session().execute(query)]


@event.listens_for(db.session, "after_flush")
def note(flushed: Session, _context: Any) -> None:
    """Also what nobody announces to the addons; drafts are left out."""
    gone = {each.id: each.tenant_id for each in flushed.deleted if isinstance(each, Invoice) and each.sent_at}
    written = [each for each in (*flushed.new, *flushed.dirty) if flushed.is_modified(each, include_collections=False)]
    touched = {each.id for each in written if isinstance(each, Invoice)}
    touched |= {each.invoice_id for each in (*written, *flushed.deleted) if isinstance(each, InvoiceLine)}
    moment = clock.now()
    rows = [{"invoice_id": invoice_id, "tenant_id": tenant_id, "at": moment} for invoice_id, tenant_id in gone.items()]
    if left := touched - gone.keys():
        sent = select(Invoice.id, Invoice.tenant_id).where(Invoice.id.in_(left), Invoice.sent_at.is_not(None))
        found = flushed.connection().execute(sent)
        rows += [{"invoice_id": invoice_id, "tenant_id": tenant_id, "at": moment} for invoice_id, tenant_id in found]
    if rows:
        _put(flushed, rows)


def _put(flushed: Session, rows: list[dict[str, Any]]) -> None:
    dialect = postgresql if flushed.get_bind().dialect.name == "postgresql" else sqlite
    statement = dialect.insert(InvoiceChange)
    changed = {"at": statement.excluded.at}
    flushed.connection().execute(statement.on_conflict_do_update(index_elements=["invoice_id"], set_=changed), rows)
