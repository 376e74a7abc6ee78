"""Looking before the first post: one call a night for the oldest rows, and all of them when something is found.

A hit means that Exact has an entry under our number which we do not know: a restored backup, a booking by hand, a
former link. From then on the connection verifies: every row that was never sent is looked up before its first post.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mice_exact_plugin.domain.outcome import Outcome
from mice_exact_plugin.errors import Bug
from mice_exact_plugin.services.isolation import alone
from mice_exact_plugin.services.posting import outcomes, recovery, sight, unsent
from mice_exact_plugin.store import export_queue as queue
from mice_exact_plugin.store.audit import record
from mice_exact_plugin.store.base import step
from mice_exact_plugin.store.connection import Connection
from mice_exact_plugin.store.newest_entry import newest_entry

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mice_exact_plugin.domain.entry_sides import SeenEntry
    from mice_exact_plugin.domain.invoice import Invoice
    from mice_exact_plugin.services.posting.work import Work
    from mice_exact_plugin.store.export import Export


def canary(work: Work) -> None:
    """Search the oldest rows that were never sent, for one call; a hit turns *verify* on.

    The entry that was booked last is asked for besides. Where not even that is found, or there is none yet, one more
    call asks whether entries can be seen at all.
    """
    if work.verifying:
        return
    with step(work.session):
        rows = queue.never_sent(work.session, work.link.tenant, work.runtime.now(), recovery.BATCH)
        known = newest_entry(work.session, work.link.tenant, *work.link.place)
    if not rows:
        return
    found = recovery.search(work, rows, known)
    sight.of_entries(work)
    if any(found.values()):
        turn_on(work, "canary")


def turn_on(work: Work, reason: str) -> None:
    with step(work.session):
        connection = work.session.get(Connection, work.link.connection_id)
        if connection is not None and connection.verify_reason is None:
            connection.verify_reason = reason
            record(work.session, work.link.tenant, "verify_on", at=work.runtime.now(), reason=reason)
    work.verifying = True


def turn_off(work: Work) -> None:
    """Everything that was due has been looked up: what comes now is new."""
    with step(work.session):
        connection = work.session.get_one(Connection, work.link.connection_id)
        if connection.verify_reason is not None:
            connection.verify_reason = None
            record(work.session, work.link.tenant, "verify_off", at=work.runtime.now())
    work.verifying = False


def look_up(work: Work, rows: Sequence[Export], invoices: Mapping[str, Invoice | None]) -> dict[int, Outcome]:
    """Look up the rows before they are sent; the outcome of those that got one here, by id.

    Those that were sent before too: a restored database remembers that a search found nothing, and not what followed.
    """
    readable = [(row, invoice) for row in rows if (invoice := invoices.get(row.invoice_id))]
    fresh = [(row, invoice) for row, invoice in readable if row.generation == 0]
    if not fresh:
        return {}
    found = recovery.search(work, [row for row, _ in fresh])
    sight.of_entries(work)
    hits = [(row, invoice) for row, invoice in fresh if found[row.id]]
    return {row.id: _compare(work, row, invoice, found[row.id]) for row, invoice in hits}


def _compare(work: Work, row: Export, invoice: Invoice, found: list[SeenEntry]) -> Outcome:
    try:
        with alone(work.session, row.invoice_id):
            settled = recovery.settle(work, row, unsent.attempt(work, row, invoice), found)
    except Bug:
        return outcomes.bug(work, row)
    return settled if isinstance(settled, Outcome) else Outcome.LEFT
