"""An invoice that was changed after it was booked, and whose entry was changed with it: both say the same again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mice_exact_plugin.booking import planning
from mice_exact_plugin.database import step
from mice_exact_plugin.debtors.binding import DebtorUnderWay
from mice_exact_plugin.domain.entry.booked_lines import booked_lines
from mice_exact_plugin.domain.entry.comparison import compare
from mice_exact_plugin.domain.entry.entry import sent_of
from mice_exact_plugin.domain.entry.keys import DIGEST_VERSION, invoice_digest
from mice_exact_plugin.domain.remarks import RemarkCode
from mice_exact_plugin.errors import Bug
from mice_exact_plugin.exports import lines, queue, remarks
from mice_exact_plugin.exports.table import sent_as_json
from mice_exact_plugin.host import adapter
from mice_exact_plugin.logs import as_bug
from mice_exact_plugin.work import books_of

if TYPE_CHECKING:
    from datetime import datetime

    from mice_exact_plugin.domain.entry.entry import SeenEntry, SentEntry
    from mice_exact_plugin.domain.entry.mapper import Mapped
    from mice_exact_plugin.domain.invoice import Invoice
    from mice_exact_plugin.exports.export import Export
    from mice_exact_plugin.runtime import Runtime
    from mice_exact_plugin.work import Books


@dataclass(frozen=True, slots=True)
class Agreed:
    """The invoice of now, and the entry that it would be: just what is in Exact."""

    invoice: Invoice
    mapped: Mapped
    sent: SentEntry


def found(runtime: Runtime, row: Export, seen: SeenEntry) -> Agreed | None:
    """None where the invoice was not changed, cannot be mapped now, or would be another entry."""
    books = books_of(runtime, row.tenant) if row.changed_at else None
    return _agreed(books, row, seen) if books else None


def _agreed(books: Books, row: Export, seen: SeenEntry) -> Agreed | None:
    with step(books.session):
        invoice = adapter.invoices(books.runtime.host.invoices(row.tenant, [row.invoice_id])).get(row.invoice_id)
    try:
        with as_bug(books.session, row.invoice_id):
            plan = planning.plan(books, row, invoice) if invoice else None
    except (Bug, DebtorUnderWay):
        return None
    if invoice is None or not isinstance(plan, planning.Ready) or plan.located.account is None:
        return None
    sent = sent_of(plan.mapped.entry, plan.located.account.id)
    return None if compare(sent, seen) else Agreed(invoice, plan.mapped, sent)


def write(runtime: Runtime, row: Export, agreed: Agreed, at: datetime | None) -> None:
    """From here on the row tells of what is there now, within the caller's transaction; `at`: its lines were seen."""
    entry = agreed.mapped.entry
    changes = queue.new_facts(row, agreed.invoice)
    changes |= {
        "invoice_digest": invoice_digest(agreed.invoice),
        "digest_version": DIGEST_VERSION,
        "sent": sent_as_json(agreed.sent),
        "account_id": agreed.sent.account_id,
        "journal": entry.journal,
        "booked_on": None if entry.entry_date == agreed.invoice.invoice_date else entry.entry_date,
        "net": entry.net,
        "vat": entry.vat,
        "posted_gross": entry.gross,
        "changed_at": None,
    }
    queue.note(runtime.session, row.id, **changes)
    lines.keep(runtime.session, row, booked_lines(agreed.mapped), seen_at=at)
    remarks.withdraw(runtime.session, row.id, RemarkCode.CHANGED_AFTER_BOOKING)
