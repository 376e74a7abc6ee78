"""What accounting links report about an invoice. Flushes; the caller commits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from sandbox.host.database import session
from sandbox.host.models import Invoice, InvoiceSync

if TYPE_CHECKING:
    from datetime import datetime

    from sandbox.host.models import Tenant

STATUSES = frozenset({"processed", "failed"})


def confirm(tenant: Tenant, invoice_id: str, provider: str, external_id: str, at: datetime, status: str) -> None:
    """Remember the last report of a provider about an invoice; one about an invoice that is gone is dropped."""
    if status not in STATUSES:
        raise ValueError(f"status is one of {', '.join(sorted(STATUSES))}, not {status!r}")
    invoice = session().scalar(select(Invoice).where(Invoice.id == int(invoice_id), Invoice.tenant_id == tenant.id))
    if invoice is None:
        return
    sync = next((each for each in invoice.syncs if each.provider == provider), None)
    if sync is None:
        sync = InvoiceSync(provider=provider)
        invoice.syncs.append(sync)
    sync.external_id, sync.at, sync.status = external_id, at, status
    session().flush()
