"""How an invoice gets its row: by the act of sending, by the sweep of a run, or because a person picks it.

Nothing old is ever booked unasked: what was sent before activation, or while it was withdrawn, gets no row here.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING

from mice_exact_plugin.audit import SYSTEM, record
from mice_exact_plugin.database import step
from mice_exact_plugin.domain.entry.keys import is_as_booked
from mice_exact_plugin.domain.remarks import RemarkCode
from mice_exact_plugin.domain.states import Event, State
from mice_exact_plugin.errors import Bug
from mice_exact_plugin.exports import queue, remarks
from mice_exact_plugin.host import adapter
from mice_exact_plugin.link.connection import Connection
from mice_exact_plugin.logs import alone
from mice_exact_plugin.manifest import NAME

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from mice_exact_plugin.domain.invoice import Invoice
    from mice_exact_plugin.exports.export import Export
    from mice_exact_plugin.host.contract import HostInvoice
    from mice_exact_plugin.link.connection import Link
    from mice_exact_plugin.runtime import Runtime

#: The sweep looks this much further back than the last one ended: a sending may commit after its moment of sending.
OVERLAP = timedelta(hours=1)
#: Booked invoices older than this are not compared any more: their year is closed.
LOOK_BACK = timedelta(days=400)
PAGE = 200


def on_sent(runtime: Runtime, tenant: str, invoice: HostInvoice) -> None:
    """Put a sent invoice ready, in the host's own transaction; nothing is committed here.

    Sent once more, it may say something else than before.
    """
    activation = runtime.host.activation(tenant, NAME)
    if activation is None or activation.withdrawn_at is not None or invoice.sent_at < activation.granted_at:
        return
    if not _add(runtime, invoice, SYSTEM, "queued"):
        on_changed(runtime, tenant, invoice)


def on_changed(runtime: Runtime, tenant: str, invoice: HostInvoice) -> None:
    """A change after booking is shown; a row that still waits only repeats what the invoice says now."""
    row = queue.row_of(runtime.session, tenant, invoice.id)
    if row is not None:
        queue.note_told(runtime.session, row.id)
        _compare(runtime, row, adapter.invoice(invoice))


def _compare(runtime: Runtime, row: Export, invoice: Invoice) -> None:
    if row.state in (State.QUEUED, State.BLOCKED):
        queue.note(runtime.session, row.id, **queue.facts_of(invoice))
    if row.state != State.SYNCED or row.invoice_digest is None:
        return
    changed = not is_as_booked(invoice, row.invoice_digest, row.digest_version)
    if changed == (row.changed_at is not None):
        return
    now = runtime.now()
    queue.note(runtime.session, row.id, changed_at=now if changed else None)
    if changed:
        remarks.add(runtime.session, row.id, RemarkCode.CHANGED_AFTER_BOOKING)
        record(runtime.session, row.tenant, "changed_after_booking", at=now, export_id=row.id)
    else:
        remarks.withdraw(runtime.session, row.id, RemarkCode.CHANGED_AFTER_BOOKING)


def on_deleted(runtime: Runtime, tenant: str, invoice_id: str) -> None:
    """Deleted while waiting: set aside. Deleted after booking: it stays and is shown, the entry is still in Exact."""
    row = queue.row_of(runtime.session, tenant, invoice_id)
    if row is None or (row.deleted_at is not None and row.state != State.QUEUED):
        return
    now, state = runtime.now(), row.state
    queue.note_told(runtime.session, row.id)
    reason = row.ignored_reason
    if state in (State.QUEUED, State.BLOCKED):
        reason = "deleted" if row.entry_id is None else "deleted_after_booking"
    if queue.advance(runtime.session, row.id, state, Event.DELETED, deleted_at=now, ignored_reason=reason):
        record(runtime.session, tenant, "deleted", at=now, export_id=row.id, state=state)
        if state is State.SYNCED or reason == "deleted_after_booking":
            remarks.add(runtime.session, row.id, RemarkCode.DELETED_AFTER_BOOKING)


def pick(runtime: Runtime, tenant: str, invoice_ids: Sequence[str], actor: str) -> int:
    """A person puts invoices ready that were sent before activation; returns how many got a row."""
    with step(runtime.session):
        invoices = runtime.host.invoices(tenant, invoice_ids)
        return sum(_add(runtime, invoice, actor, "picked") for invoice in invoices.values())


def sweep(runtime: Runtime, link: Link) -> None:
    """Add rows for everything sent while the addon was broken or away, and see what changed or was deleted since."""
    activation = runtime.host.activation(link.tenant, NAME)
    if activation is None:
        return
    now = runtime.now()
    until = min(now, activation.withdrawn_at or now)
    with step(runtime.session):
        connection = runtime.session.get_one(Connection, link.connection_id)
        since = max(activation.granted_at, (connection.swept_until or activation.granted_at) - OVERLAP)
    all_added = _add_missing(runtime, link.tenant, since, until)
    _compare_booked(runtime, link.tenant)
    if all_added:
        with step(runtime.session):
            runtime.session.get_one(Connection, link.connection_id).swept_until = until


def not_queued(runtime: Runtime, tenant: str, since: datetime, until: datetime) -> list[HostInvoice]:
    """Sent invoices without a row: the overview lists them as *niet klaargezet*."""
    sent = list(runtime.host.invoices_sent_between(tenant, since, until))
    known = _known(runtime, tenant, sent)
    return [invoice for invoice in sent if invoice.id not in known]


def _add_missing(runtime: Runtime, tenant: str, since: datetime, until: datetime) -> bool:
    """Whether every one got its row; while one cannot, each later sweep begins as far back as this one."""
    with step(runtime.session):
        missing = not_queued(runtime, tenant, since, until)
    added = [_add_alone(runtime, invoice) for invoice in missing]
    return all(added)


def _add_alone(runtime: Runtime, invoice: HostInvoice) -> bool:
    try:
        with alone(runtime.session, invoice.id), step(runtime.session):
            _add(runtime, invoice, SYSTEM, "swept")
    except Bug:
        return False
    return True


def _compare_booked(runtime: Runtime, tenant: str) -> None:
    """Signals may have been missed: booked and waiting rows are held against the host's invoices."""
    after = 0
    while True:
        with step(runtime.session):
            rows = queue.page_for_sweep(runtime.session, tenant, after, runtime.now() - LOOK_BACK, PAGE)
            invoices = adapter.invoices(runtime.host.invoices(tenant, [row.invoice_id for row in rows]))
        for row in rows:
            with suppress(Bug), alone(runtime.session, row.invoice_id), step(runtime.session):
                _compare_or_set_aside(runtime, row, invoices)
        if len(rows) < PAGE:
            return
        after = rows[-1].id


def _compare_or_set_aside(runtime: Runtime, row: Export, invoices: Mapping[str, Invoice | None]) -> None:
    if row.invoice_id not in invoices:
        on_deleted(runtime, row.tenant, row.invoice_id)
    elif invoice := invoices[row.invoice_id]:
        _compare(runtime, row, invoice)


def _add(runtime: Runtime, invoice: HostInvoice, actor: str, event: str) -> bool:
    export_id = queue.add(runtime.session, adapter.invoice(invoice), runtime.now())
    if export_id is None:
        return False
    record(runtime.session, invoice.tenant_code, event, at=runtime.now(), actor=actor, export_id=export_id)
    return True


def _known(runtime: Runtime, tenant: str, invoices: Sequence[HostInvoice]) -> set[str]:
    known: set[str] = set()
    for start in range(0, len(invoices), PAGE):
        ids = [invoice.id for invoice in invoices[start : start + PAGE]]
        known |= queue.known_ids(runtime.session, tenant, ids)
    return known
