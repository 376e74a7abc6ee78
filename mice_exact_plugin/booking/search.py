"""Finding out what Exact has of rows, mostly after sends without an answer: adopt, wait, requeue or ask a person."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from mice_exact_plugin import sight
from mice_exact_plugin.booking import ahead, outcomes, planning, suspicion
from mice_exact_plugin.database import step
from mice_exact_plugin.debtors import locate
from mice_exact_plugin.debtors.binding import DebtorUnderWay, Located
from mice_exact_plugin.deposits import telling
from mice_exact_plugin.domain.entry.adoption import (
    Adopt,
    Attempt,
    Conflict,
    Differs,
    Requeue,
    Wait,
    decide,
    rests_on_absence,
)
from mice_exact_plugin.domain.entry.entry import SentEntry, normal_reference, sent_of
from mice_exact_plugin.domain.entry.keys import DIGEST_VERSION, invoice_digest, posting_key
from mice_exact_plugin.domain.outcome import Outcome
from mice_exact_plugin.domain.states import State
from mice_exact_plugin.errors import Bug, TryLater
from mice_exact_plugin.exact.wire.entries import ENTRIES
from mice_exact_plugin.exports import bookings, queue
from mice_exact_plugin.exports.table import sent_from_json
from mice_exact_plugin.logs import as_bug

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mice_exact_plugin.domain.entry.entry import SeenEntry
    from mice_exact_plugin.domain.invoice import Invoice
    from mice_exact_plugin.exports.export import Export
    from mice_exact_plugin.work import Work

#: About forty references keep the URL below Exact's limit of 6,000 characters.
BATCH = 40


def recover(work: Work) -> tuple[Counter[Outcome], datetime | None]:
    """Resolve every unconfirmed row of the tenant: what became of them, and when the first that waits is due again."""
    found = [each for batch in batches(_without_outcome(work)) for each in _resolve(work, batch)]
    waits = [each for each in found if isinstance(each, datetime)]
    return Counter(each for each in found if not isinstance(each, datetime)), min(waits, default=None)


def look_in_time(work: Work) -> Counter[Outcome]:
    """See what is out unseen, before more of it could be wrong than one cause may spoil.

    TryLater when Exact does not show what it said that it booked: until it does, nothing more is sent. RightMissing
    when that is because we may not see it.
    """
    found, _ = recover(work)
    if any(row.entry_id for row in _here(work, State.UNCONFIRMED)):
        sight.of_entries(work)
        raise TryLater("entries that were answered are not shown")
    return found


def _without_outcome(work: Work) -> list[Export]:
    """What was sent and not answered. A claim under another fence is of a worker that is gone: we have its lease."""
    rows = _here(work, State.CLAIMED, State.UNCONFIRMED)
    crashed = [row for row in rows if row.state is State.CLAIMED and row.fence != work.lease.fence]
    for row in crashed:
        outcomes.crash_seen(work, row)
    if crashed:
        return _here(work, State.UNCONFIRMED)
    return [row for row in rows if row.state is State.UNCONFIRMED]


def _here(work: Work, *states: State) -> list[Export]:
    with step(work.session):
        rows = queue.in_state(work.session, work.link.tenant, *states)
    return [row for row in rows if (row.site, row.division) == work.link.place]


def _resolve(work: Work, rows: Sequence[Export]) -> Iterable[Outcome | datetime]:
    entries = search(work, rows)
    invoices = ahead.invoices(work, [row for row in rows if row.first_sent_at is None and entries[row.id]])
    for row in rows:
        attempt = _attempt(work, row, invoices.get(row.invoice_id), entries[row.id])
        yield conclude(work, row, attempt, entries[row.id], invoices.get(row.invoice_id))


def conclude(
    work: Work, row: Export, attempt: Attempt, found: list[SeenEntry], invoice: Invoice | None = None
) -> Outcome | datetime:
    """Write down what a search means for one row; the moment to search again when it is too early to tell.

    `invoice` is what the host says of one that was never sent.
    """
    decision = decide(attempt, _still_free(work, row, found), work.runtime.now(), work.runtime.config.settle)
    if rests_on_absence(decision):
        sight.of_entries(work)
    match decision:
        case Adopt(entry=entry):
            outcome = outcomes.adopted(work, row, entry)
            if invoice is not None:
                with step(work.session):
                    telling.found_in_exact(work.session, row, invoice)
            return outcome
        case Differs(entry=entry, differences=differences):
            outcome = outcomes.found_different(work, row, entry, differences)
            suspicion.after_difference(work, attempt.sent, differences)
            return outcome
        case Conflict(entries=entries, reason=reason):
            return outcomes.conflict(work, row, entries, reason, attempt.sent)
        case Requeue():
            outcomes.requeue(work, row)
            return Outcome.LEFT
        case Wait(until=until):
            work.counts["unconfirmed"] += 1
            return until


def _still_free(work: Work, row: Export, found: list[SeenEntry]) -> list[SeenEntry]:
    """Without what an earlier row of the same search has just been given."""
    if not found:
        return found
    with step(work.session):
        bound = bookings.bound_entries(work.session, *work.link.place, [entry.entry_id for entry in found])
    return [entry for entry in found if bound.get(entry.entry_id, row.id) == row.id]


def _attempt(work: Work, row: Export, invoice: Invoice | None, found: Sequence[SeenEntry]) -> Attempt:
    """What was sent for a row, as written down at its claim; without a claim what its invoice would send now."""
    if invoice is not None:
        with suppress(Bug), as_bug(work.session, row.invoice_id):
            return would_be(work, row, invoice, found)
    return Attempt(
        posting_key=row.posting_key,
        sent=sent_from_json(row),
        journal=row.journal,
        first_sent_at=row.first_sent_at,
        last_sent_at=row.last_sent_at,
        entry_id_kept=work.entry_id_kept,
        entry_id=row.entry_id,
    )


def would_be(work: Work, row: Export, invoice: Invoice, found: Sequence[SeenEntry]) -> Attempt:
    """What we would send now decides whether what is there is the same, in whatever journal it is."""
    with step(work.session):
        queue.note(work.session, row.id, invoice_digest=invoice_digest(invoice), digest_version=DIGEST_VERSION)
    key = str(posting_key(*work.link.place, row.tenant, row.invoice_id, row.generation))
    return Attempt(
        posting_key=key,
        sent=_as_it_was_open(_would_send(work, row, invoice), invoice, key, found),
        journal=None,
        first_sent_at=None,
        last_sent_at=None,
        entry_id_kept=work.entry_id_kept,
    )


def _as_it_was_open(sent: SentEntry, invoice: Invoice, key: str, found: Sequence[SeenEntry]) -> SentEntry:
    """Where closed periods move its day now: it may have been sent on its own, or on an earlier one that was open."""
    earlier = [
        entry.entry_date
        for entry in found
        if entry.entry_date and (entry.entry_id == key or entry.entry_date == invoice.invoice_date)
    ]
    days = [day for day in earlier if sent.entry_date and invoice.invoice_date <= day < sent.entry_date]
    return replace(sent, entry_date=days[0]) if days else sent


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


def search(work: Work, rows: Sequence[Export], known: str | None = None) -> dict[int, list[SeenEntry]]:
    """Entries in Exact that could be each row's, by row id, without those that belong to another export.

    `known` is the id of an entry that must be there: found, it proves that entries can be seen.
    """
    keys = [key for row in rows if (key := row.entry_id or row.posting_key)]
    found = work.client.find_entries([*keys, known] if known else keys, [row.identifier for row in rows])
    if found:
        work.sees.add(ENTRIES)
    with step(work.session):
        bound = bookings.bound_entries(work.session, *work.link.place, [entry.entry_id for entry in found])
    return {
        row.id: [entry for entry in found if _is_about(entry, row) and bound.get(entry.entry_id, row.id) == row.id]
        for row in rows
    }


def _is_about(entry: SeenEntry, row: Export) -> bool:
    if entry.entry_id in (row.posting_key, row.entry_id):
        return True
    return normal_reference(entry.your_ref) == normal_reference(row.identifier)


def batches(rows: Sequence[Export]) -> Iterable[Sequence[Export]]:
    return (rows[start : start + BATCH] for start in range(0, len(rows), BATCH))
