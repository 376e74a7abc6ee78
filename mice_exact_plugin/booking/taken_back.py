"""What a credit or a settlement takes back: of which dates that is, and whether it is in these books at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mice_exact_plugin.database import step
from mice_exact_plugin.domain.entry.credited import charged, charged_by, too_much
from mice_exact_plugin.domain.entry.lines import NOTHING_TAKEN_BACK
from mice_exact_plugin.domain.remarks import RemarkCode
from mice_exact_plugin.domain.states import LEFT_ALONE, State
from mice_exact_plugin.exports import bookings, lines, queue, remarks
from mice_exact_plugin.host import adapter

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from mice_exact_plugin.domain.entry.credited import Charged, TooMuch
    from mice_exact_plugin.domain.entry.entry import Mark
    from mice_exact_plugin.domain.invoice import Invoice
    from mice_exact_plugin.domain.remarks import Said
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


def marks(books: Books, credit: Export, original: Export, invoice: Invoice) -> tuple[Mark, ...]:
    """What is to be remarked on a credit for the sake of its original; within the caller's transaction."""
    if _is_missing(books, original):
        return ((RemarkCode.CREDIT_ALONE, {"number": original.identifier}),)
    found = _too_much(books, credit, original, invoice)
    if found is None:
        return ()
    said: Said = {"number": original.identifier, "ours": str(found.taken), "theirs": str(found.charged)}
    if found.rate is None:
        return ((RemarkCode.CREDITED_TOO_MUCH, said),)
    return ((RemarkCode.CREDITED_OTHER_RATE, said | {"rate": str(found.rate)}),)


def _too_much(books: Books, credit: Export, original: Export, invoice: Invoice) -> TooMuch | None:
    """By the lines that were kept; what none are kept of counts by its total, and then nobody knows of which rate."""
    others = bookings.credited(books.session, original, credit)
    kept = lines.of_many(books.session, [original, *others])

    def of(row: Export) -> Charged:
        return charged(kept[row.id].lines) if row.id in kept else {None: row.gross}

    return too_much(of(original), [charged_by(invoice), *map(of, others)])


def _is_missing(books: Books, original: Export) -> bool:
    """Whether an invoice is, for all we know, not in the administration of now."""
    if original.entry_id is None:
        return original.state is State.IGNORED and original.ignored_reason in _NOT_BOOKED
    return original.place != books.link.place or bool(remarks.seen_gone(books.session, [original.id]))
