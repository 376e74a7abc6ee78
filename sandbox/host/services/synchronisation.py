"""What accounting links report about an invoice. Flushes; the caller commits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from sqlalchemy import select

from sandbox.host.database import session
from sandbox.host.models import Invoice, InvoiceSync

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sandbox.host.models import Tenant

STATUSES = frozenset({"processed", "failed"})


class Confirmation(Protocol):
    """One invoice of a batch, as an addon reports it."""

    @property
    def invoice_id(self) -> str: ...
    @property
    def external_id(self) -> str: ...
    @property
    def at(self) -> datetime: ...
    @property
    def status(self) -> str: ...


def confirm(tenant: Tenant, invoice_id: str, provider: str, external_id: str, at: datetime, status: str) -> None:
    """Remember the last report of a provider about an invoice; one about an invoice that is gone is dropped."""
    _check(status)
    invoice = session().scalar(select(Invoice).where(Invoice.id == int(invoice_id), Invoice.tenant_id == tenant.id))
    if invoice is None:
        return
    sync = next((each for each in invoice.syncs if each.provider == provider), None)
    if sync is None:
        sync = InvoiceSync(provider=provider)
        invoice.syncs.append(sync)
    sync.external_id, sync.at, sync.status = external_id, at, status
    session().flush()


def confirm_all(tenant: Tenant, confirmations: Sequence[Confirmation], provider: str) -> None:
    """The same for many at once, in three statements."""
    for each in confirmations:
        _check(each.status)
    ids = [int(each.invoice_id) for each in confirmations]
    own = Invoice.id.in_(ids), Invoice.tenant_id == tenant.id
    there = set(session().scalars(select(Invoice.id).where(*own)))
    known = select(InvoiceSync).where(InvoiceSync.invoice_id.in_(there), InvoiceSync.provider == provider)
    syncs = {sync.invoice_id: sync for sync in session().scalars(known)}
    for each in confirmations:
        invoice_id = int(each.invoice_id)
        if invoice_id not in there:
            continue
        sync = syncs.setdefault(invoice_id, InvoiceSync(invoice_id=invoice_id, provider=provider))
        sync.external_id, sync.at, sync.status = each.external_id, each.at, each.status
        session().add(sync)
    session().flush()


def _check(status: str) -> None:
    if status not in STATUSES:
        raise ValueError(f"status is one of {', '.join(sorted(STATUSES))}, not {status!r}")
