"""What a row that was never sent would send now, to hold against what a search finds under its number."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from mice_exact_plugin.booking import planning
from mice_exact_plugin.database import step
from mice_exact_plugin.debtors import locate
from mice_exact_plugin.debtors.binding import DebtorUnderWay, Located
from mice_exact_plugin.domain.entry.adoption import Attempt
from mice_exact_plugin.domain.entry.entry import SentEntry, sent_of
from mice_exact_plugin.domain.entry.keys import DIGEST_VERSION, invoice_digest, posting_key
from mice_exact_plugin.exports import queue
from mice_exact_plugin.host import adapter

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mice_exact_plugin.domain.invoice import Invoice
    from mice_exact_plugin.exports.export import Export
    from mice_exact_plugin.work import Books, Work


def invoices(books: Books, rows: Sequence[Export]) -> Mapping[str, Invoice | None]:
    """What the host has of them now; None for one that cannot be read."""
    if not rows:
        return {}
    with step(books.session):
        return adapter.invoices(books.runtime.host.invoices(books.link.tenant, [row.invoice_id for row in rows]))


def attempt(work: Work, row: Export, invoice: Invoice) -> Attempt:
    """What we would send now decides whether what is there is the same, in whatever journal it is."""
    with step(work.session):
        queue.note(work.session, row.id, invoice_digest=invoice_digest(invoice), digest_version=DIGEST_VERSION)
    return Attempt(
        posting_key=str(posting_key(*work.link.place, row.tenant, row.invoice_id, row.generation)),
        sent=_would_send(work, row, invoice),
        journal=None,
        first_sent_at=None,
        last_sent_at=None,
        entry_id_kept=work.entry_id_kept,
    )


def _would_send(work: Work, row: Export, invoice: Invoice) -> SentEntry:
    """The whole entry, or of an invoice that cannot be booked now what is certain without it."""
    account_id = None
    with suppress(DebtorUnderWay):
        plan = planning.plan(work, row, invoice)
        if isinstance(plan, planning.Ready):
            return sent_of(plan.mapped.entry, plan.located.account.id if plan.located.account else None)
        located = locate.locate(work, invoice)
        if isinstance(located, Located) and located.account:
            account_id = located.account.id
    return SentEntry(
        your_ref=row.identifier,
        gross=invoice.gross,
        account_id=account_id,
        currency=invoice.currency,
        entry_date=invoice.invoice_date,
    )
