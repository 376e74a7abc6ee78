"""How an invoice gets its row and what the host tells of it later; the act of sending, a sweep or a person adds one.

Nothing old is ever booked unasked: what was sent before activation, or while it was withdrawn, gets no row here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from mice_exact_plugin.audit import SYSTEM, record
from mice_exact_plugin.database import UtcDateTime, core, step
from mice_exact_plugin.domain.entry.keys import is_as_booked
from mice_exact_plugin.domain.entry.mapper import has_no_amounts
from mice_exact_plugin.domain.remarks import RemarkCode
from mice_exact_plugin.domain.states import NOTHING_TO_BOOK, Event, State, way_back
from mice_exact_plugin.exports import queue, remarks
from mice_exact_plugin.exports.table import InvoiceExport
from mice_exact_plugin.host import adapter, offers
from mice_exact_plugin.manifest import NAME

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import datetime

    from sqlalchemy.orm import Session

    from mice_exact_plugin.domain.invoice import Invoice
    from mice_exact_plugin.exports.export import Changes, Compared, Export
    from mice_exact_plugin.host.contract import HostInvoice
    from mice_exact_plugin.runtime import Runtime

#: Ids asked in one statement; databases take some ten thousands.
PAGE = 5000
#: Why a row is set aside whose invoice the host deleted: before it was booked, and with its entry in Exact.
DELETED = ("deleted", "deleted_after_booking")


def on_sent(runtime: Runtime, tenant: str, invoice: HostInvoice) -> None:
    """Put a sent invoice ready, within the caller's transaction, which is the host's own.

    Sent once more, it may say something else than before, or be there again after it was deleted.
    """
    activation = runtime.host.activation(tenant, NAME)
    if activation is None or activation.withdrawn_at is not None or invoice.sent_at < activation.granted_at:
        return
    if not _add(runtime, invoice, SYSTEM, "queued"):
        hear(runtime, tenant, adapter.invoice(invoice))


def on_changed(runtime: Runtime, tenant: str, invoice: HostInvoice) -> None:
    """A change after booking is shown; a row that still waits only repeats what the invoice says now.

    Told late, it brings nothing back that was deleted. Within the caller's transaction, which is the host's own.
    """
    row = queue.told(runtime.session, tenant, invoice.id)
    if row is not None:
        compare(runtime, row, adapter.invoice(invoice))


def hear(runtime: Runtime, tenant: str, invoice: Invoice) -> None:
    """What a signal should have told of an invoice that the host has now; the row may have moved since it was read.

    Within the caller's transaction.
    """
    row = queue.told(runtime.session, tenant, invoice.id)
    if row is not None and row.deleted_at is not None:
        _is_there_again(runtime, row, invoice)
        row = queue.row_of(runtime.session, tenant, invoice.id)
    if row is not None:
        compare(runtime, row, invoice)


def _is_there_again(runtime: Runtime, row: Export, invoice: Invoice) -> None:
    """A deletion that was undone, or a host that could not find it for a moment: what only that set aside goes on."""
    changes: Changes = {"deleted_at": None}
    if row.state is State.IGNORED and row.ignored_reason in DELETED:
        # One that differs in Exact is looked for as well, and is found to differ.
        event = way_back(row.sends, row.problems) or Event.SEARCH_AGAIN
        changes |= {**queue.facts_of(invoice), "ignored_reason": None, "not_before": None}
        if not queue.advance(runtime.session, row.id, row.state, event, **changes):
            return
    else:
        queue.note(runtime.session, row.id, **changes)
    remarks.withdraw(runtime.session, row.id, RemarkCode.DELETED_AFTER_BOOKING)
    record(runtime.session, row.tenant, "there_again", at=runtime.now(), export_id=row.id, state=row.state)


def differs(row: Compared, invoice: Invoice) -> bool:
    """Whether `compare` has anything to write: most often it has not, and that costs no statement."""
    return (
        row.deleted_at is not None
        or _repeats_something_else(row, invoice)
        or _has_something_to_book(row, invoice)
        or _is_marked_wrongly(row, invoice)
    )


def compare(runtime: Runtime, row: Export, invoice: Invoice) -> None:
    """A row that still waits repeats what the invoice says now; of one that was booked it is marked.

    One that was set aside for want of amounts comes back once it has some. Within the caller's transaction.
    """
    if _has_something_to_book(row, invoice):
        _come_back(runtime, row, invoice)
    if _repeats_something_else(row, invoice):
        queue.note(runtime.session, row.id, **queue.new_facts(row, invoice))
    now, changed = runtime.now(), row.changed_at is None
    if not _is_marked_wrongly(row, invoice) or not queue.note_changed(
        runtime.session, row.id, now if changed else None
    ):
        return
    if changed:
        remarks.add(runtime.session, row.id, RemarkCode.CHANGED_AFTER_BOOKING)
        record(runtime.session, row.tenant, "changed_after_booking", at=now, export_id=row.id)
    else:
        remarks.withdraw(runtime.session, row.id, RemarkCode.CHANGED_AFTER_BOOKING)


def _repeats_something_else(row: Export | Compared, invoice: Invoice) -> bool:
    if row.state not in (State.QUEUED, State.BLOCKED):
        return False
    return bool(queue.new_facts(row, invoice))


def _has_something_to_book(row: Export | Compared, invoice: Invoice) -> bool:
    """Never of what a person set aside. Amounts that cancelled out when it was set aside still do."""
    if row.state != State.IGNORED or row.ignored_reason != NOTHING_TO_BOOK or row.deleted_at is not None:
        return False
    if has_no_amounts(invoice):
        return False
    return row.invoice_digest is None or not is_as_booked(invoice, row.invoice_digest, row.digest_version)


def _come_back(runtime: Runtime, row: Export, invoice: Invoice) -> None:
    event = way_back(row.sends, row.problems, row.ignored_reason)
    assert event, "nothing of it differs in Exact"
    changes = queue.facts_of(invoice) | {"ignored_reason": None, "not_before": None}
    if queue.advance(runtime.session, row.id, row.state, event, **changes):
        record(runtime.session, row.tenant, "something_to_book", at=runtime.now(), export_id=row.id)


def _is_marked_wrongly(row: Export | Compared, invoice: Invoice) -> bool:
    """Whether it says the same as what was booked, or does not, and that is not what the mark says."""
    if row.state != State.SYNCED or row.invoice_digest is None:
        return False
    return is_as_booked(invoice, row.invoice_digest, row.digest_version) == (row.changed_at is not None)


def on_deleted(runtime: Runtime, tenant: str, invoice_id: str) -> None:
    """Deleted while waiting: set aside. Deleted after booking: it stays and is shown, the entry is still in Exact.

    Within the caller's transaction, which is the host's own.
    """
    row = queue.told(runtime.session, tenant, invoice_id)
    if row is None or (row.deleted_at is not None and row.state != State.QUEUED):
        return
    now, state = runtime.now(), row.state
    reason = row.ignored_reason
    if state in (State.QUEUED, State.BLOCKED):
        reason = DELETED[0] if row.entry_id is None else DELETED[1]
    if queue.advance(runtime.session, row.id, state, Event.DELETED, deleted_at=now, ignored_reason=reason):
        record(runtime.session, tenant, "deleted", at=now, export_id=row.id, state=state)
        if state is State.SYNCED or reason == DELETED[1]:
            remarks.add(runtime.session, row.id, RemarkCode.DELETED_AFTER_BOOKING)


def pick(runtime: Runtime, tenant: str, invoice_ids: Sequence[str], actor: str) -> int:
    """A person puts invoices ready that were sent before activation; returns how many got a row."""
    with step(runtime.session):
        invoices = runtime.host.invoices(tenant, invoice_ids)
        return sum(_add(runtime, invoice, actor, "picked") for invoice in invoices.values())


def add_swept(runtime: Runtime, invoice: HostInvoice) -> None:
    """One that no signal told of; it may have got its row meanwhile; within the caller's transaction."""
    _add(runtime, invoice, SYSTEM, "swept")


def not_queued(runtime: Runtime, tenant: str, since: datetime, until: datetime) -> list[str]:
    """The ids of sent invoices without a row, oldest first: the overview lists them as *niet meegenomen*.

    Only reads, within the caller's transaction.
    """
    sent = offers.sent_ids_between(runtime.host, tenant, since, until)
    if not sent:
        return []
    known = ids_sent_between(runtime.session, tenant, since, until)
    unknown = [invoice_id for invoice_id in sent if invoice_id not in known]
    return without_row(runtime.session, tenant, unknown) if unknown else []


def without_row(session: Session, tenant: str, invoice_ids: Sequence[str]) -> list[str]:
    """Those of these that have no row at all: one may say another moment of sending than the invoice does now."""
    known: set[str] = set()
    for start in range(0, len(invoice_ids) or 1, PAGE):
        known |= _known_ids(session, tenant, invoice_ids[start : start + PAGE])
    return [invoice_id for invoice_id in invoice_ids if invoice_id not in known]


def _known_ids(session: Session, tenant: str, invoice_ids: Collection[str]) -> set[str]:
    """Which of these invoices have a row."""
    query = select(InvoiceExport.invoice_id).where(
        InvoiceExport.tenant == tenant, InvoiceExport.invoice_id.in_(invoice_ids)
    )
    return set(session.scalars(query))


def ids_sent_between(session: Session, tenant: str, start: datetime, end: datetime) -> set[str]:
    """The invoices with a row whose moment of sending lies in [start, end), as far as the row knows."""
    asked = {"of_tenant": tenant, "start": start, "end": end}
    return {invoice_id for (invoice_id,) in core(session, _SENT_BETWEEN, asked)}


_SENT_BETWEEN = select(queue.ROW.invoice_id).where(
    queue.ROW.tenant == bindparam("of_tenant"),
    queue.ROW.sent_at >= bindparam("start", type_=UtcDateTime),
    queue.ROW.sent_at < bindparam("end", type_=UtcDateTime),
)


def _add(runtime: Runtime, invoice: HostInvoice, actor: str, event: str) -> bool:
    export_id = queue.add(runtime.session, adapter.invoice(invoice), runtime.now())
    if export_id is None:
        return False
    record(runtime.session, invoice.tenant_code, event, at=runtime.now(), actor=actor, export_id=export_id)
    return True
