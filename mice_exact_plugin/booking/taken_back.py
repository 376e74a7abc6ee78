"""What a credit or a settlement takes back: of which dates that is, and whether it is in these books at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mice_exact_plugin.database import step
from mice_exact_plugin.domain.entry.lines import NOTHING_TAKEN_BACK
from mice_exact_plugin.domain.states import LEFT_ALONE, State
from mice_exact_plugin.exports import queue, remarks
from mice_exact_plugin.host import adapter

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from mice_exact_plugin.domain.invoice import Invoice
    from mice_exact_plugin.exports.export import Export
    from mice_exact_plugin.work import Books


def dates(books: Books, invoice: Invoice) -> Mapping[str, date]:
    """By the id of the invoice; what was never queued, as it is older than the link, is asked of the host."""
    wanted = {line.settles_invoice_id for line in invoice.lines if line.settles_invoice_id}
    if invoice.credits_id:
        wanted.add(invoice.credits_id)
    if not wanted:
        return NOTHING_TAKEN_BACK
    with step(books.session):
        rows = (queue.row_of(books.session, invoice.tenant, each) for each in sorted(wanted))
        found = {row.invoice_id: row.invoice_date for row in rows if row}
        missing = sorted(wanted - found.keys())
        older = adapter.invoices(books.runtime.host.invoices(invoice.tenant, missing)) if missing else {}
    return found | {key: each.invoice_date for key, each in older.items() if each}


#: Why an invoice was set aside that nobody is known to have booked.
_NOT_BOOKED = frozenset({LEFT_ALONE, "deleted"})


def is_missing(books: Books, original: Export) -> bool:
    """Whether an invoice is, for all we know, not in the administration of now; within the caller's transaction."""
    if original.entry_id is None:
        return original.state is State.IGNORED and original.ignored_reason in _NOT_BOOKED
    return original.place != books.link.place or bool(remarks.seen_gone(books.session, [original.id]))
