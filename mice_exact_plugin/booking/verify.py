"""Looking first: what a former link, a restored backup or somebody's own hand booked already is not booked again.

One call a run searches the oldest rows that were never sent; further on every batch that a night has passed by is
searched, as somebody had the time to book of it by hand. A hit turns *verify* on: from then on every row is looked up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mice_exact_plugin import sight
from mice_exact_plugin.audit import record
from mice_exact_plugin.booking import ahead, outcomes, search
from mice_exact_plugin.booking.search import BATCH
from mice_exact_plugin.database import step
from mice_exact_plugin.domain.outcome import Outcome
from mice_exact_plugin.domain.run import has_waited
from mice_exact_plugin.errors import Bug
from mice_exact_plugin.exports import at_hand
from mice_exact_plugin.exports.bookings import newest_entry
from mice_exact_plugin.link.connection import Connection
from mice_exact_plugin.logs import as_bug

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mice_exact_plugin.domain.entry.entry import SeenEntry
    from mice_exact_plugin.domain.invoice import Invoice
    from mice_exact_plugin.exports.export import Export
    from mice_exact_plugin.work import Work


def canary(work: Work) -> None:
    """Search the oldest rows that were never sent, for one call; a hit turns *verify* on.

    The entry that was booked last is asked for besides. Where not even that is found, or there is none yet, one more
    call asks whether entries can be seen at all.
    """
    if work.verifying:
        return
    with step(work.session):
        rows = at_hand.never_sent(work.session, work.link.tenant, work.runtime.now(), BATCH)
        known = newest_entry(work.session, work.link.tenant, *work.link.place)
    if not rows:
        return
    found = search.search(work, rows, known)
    sight.of_entries(work)
    work.searched.update(found)
    if any(found.values()):
        verify_on(work, "canary")


def look_first(work: Work, rows: Sequence[Export]) -> dict[int, Outcome]:
    """The outcome of those rows of a batch that are in Exact already, by id; no call where none was to be expected."""
    if not work.verifying and not any(_could_be_there(work, row) for row in rows):
        return {}
    settled = _look_up(work, rows)
    if settled and not work.verifying:
        verify_on(work, "canary")
    return settled


def _could_be_there(work: Work, row: Export) -> bool:
    """It was never sent, and somebody who saw in the morning that it was not booked may have done it by hand."""
    is_new = row.first_sent_at is None and row.generation == 0 and row.id not in work.searched
    return is_new and has_waited(row.sent_at, work.runtime.now())


def verify_on(work: Work, reason: str) -> None:
    with step(work.session):
        connection = work.session.get(Connection, work.link.connection_id)
        if connection is not None and connection.verify_reason is None:
            connection.verify_reason = reason
            record(work.session, work.link.tenant, "verify_on", at=work.runtime.now(), reason=reason)
    work.verifying = True


def verify_off(work: Work) -> None:
    """Everything that was due has been looked up: what comes now is new."""
    with step(work.session):
        connection = work.session.get_one(Connection, work.link.connection_id)
        if connection.verify_reason is not None:
            connection.verify_reason = None
            record(work.session, work.link.tenant, "verify_off", at=work.runtime.now())
    work.verifying = False


def _look_up(work: Work, rows: Sequence[Export]) -> dict[int, Outcome]:
    """Look up the rows before they are sent; the outcome of those that got one here, by id.

    Those that were sent before too: a restored database remembers that a search found nothing, and not what followed.
    """
    invoices = ahead.invoices(work, rows)
    readable = [(row, invoice) for row in rows if (invoice := invoices.get(row.invoice_id))]
    fresh = [(row, invoice) for row, invoice in readable if row.generation == 0]
    if not fresh:
        return {}
    found = search.search(work, [row for row, _ in fresh])
    sight.of_entries(work)
    work.searched.update(found)
    hits = [(row, invoice) for row, invoice in fresh if found[row.id]]
    return {row.id: _compare(work, row, invoice, found[row.id]) for row, invoice in hits}


def _compare(work: Work, row: Export, invoice: Invoice, found: list[SeenEntry]) -> Outcome:
    try:
        with as_bug(work.session, row.invoice_id):
            settled = search.conclude(work, row, search.would_be(work, row, invoice, found), found, invoice)
    except Bug:
        return outcomes.bug(work, row)
    return settled if isinstance(settled, Outcome) else Outcome.LEFT
