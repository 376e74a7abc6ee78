"""Reading a batch of rows before the first of it is sent: a few statements for all instead of several for each.

It is done under the writer's lease, so no other run books or binds here meanwhile; what this process writes is kept in
it. Persons decide without the lease: a binding is only written in the place of what was read, so no decision is
overwritten, and else it counts from the next reading. What the host tells of an invoice is seen by the claim itself: it
only takes a row of the version that was read first.
"""

from __future__ import annotations

import logging
import time
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING

from sqlalchemy.exc import InterfaceError, OperationalError

from mice_exact_plugin.database import step
from mice_exact_plugin.debtors.known import read_ahead
from mice_exact_plugin.deposits import reading
from mice_exact_plugin.domain.debtor.customer import customer_of
from mice_exact_plugin.domain.remarks import RemarkCode
from mice_exact_plugin.errors import Bug, LinkError
from mice_exact_plugin.exports import at_hand, bookings, queueing, remarks
from mice_exact_plugin.host import adapter
from mice_exact_plugin.logs import trouble
from mice_exact_plugin.work import Ahead

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sqlalchemy.orm import Session

    from mice_exact_plugin.domain.debtor.customer import Customer
    from mice_exact_plugin.domain.invoice import Invoice
    from mice_exact_plugin.exports.export import Export
    from mice_exact_plugin.work import Books, Work

logger = logging.getLogger("mice_exact_plugin.run")
#: Older than this it is read again: where Exact is slow, a batch lasts as long as people need to decide something.
FRESH = 5.0


def invoice_of(work: Work, row: Export) -> Invoice | None:
    """What the host has of one row, from what was read ahead; None for what it deleted, and then the row says so.

    What is not there is asked for once more. Bug when it cannot be read.
    """
    found = work.ahead.invoices
    if row.invoice_id not in found:
        found = invoices(work, [row])
    if row.invoice_id not in found:
        with step(work.session):
            queueing.on_deleted(work.runtime, row.tenant, row.invoice_id)
        return None
    invoice = found[row.invoice_id]
    if invoice is None:
        raise Bug(row.invoice_id)
    return invoice


def invoices(books: Books, rows: Sequence[Export]) -> Mapping[str, Invoice | None]:
    """What the host has of them now; None for one that cannot be read."""
    if not rows:
        return {}
    with step(books.session):
        return adapter.invoices(books.runtime.host.invoices(books.link.tenant, [row.invoice_id for row in rows]))


def read(work: Work, rows: Sequence[Export]) -> None:
    """Read the rows that are still to be sent, unless that was done just now."""
    if rows[0].invoice_id in work.ahead.apart:
        return
    if (
        work.ahead.read_at
        and time.monotonic() - work.ahead.read_at < FRESH
        and rows[0].invoice_id in work.ahead.invoices
    ):
        return
    before = list(work.session.identity_map.values())
    try:
        work.ahead = read_now(work, rows)
        reading.read(work, [invoice for invoice in work.ahead.invoices.values() if invoice])
        _let_go(work.session, before)
    except (LinkError, OperationalError, InterfaceError):
        raise
    except Exception as error:  # whatever one odd record makes of the reading of all
        trouble(logger, error, "%s invoices cannot be read together", len(rows))
        work.session.rollback()
        work.ahead = Ahead(apart=frozenset(row.invoice_id for row in rows))


def _let_go(session: Session, before: Sequence[object]) -> None:
    """What the host's records leave in its session would be expired anew by every commit that follows.

    What was there `before` somebody holds, and may still read of it; what nobody has written down yet stays too.
    """
    if not before and not session.new:
        session.expunge_all()
        return
    held = set(map(id, before))
    for record in session.identity_map.values():
        if id(record) not in held and record in session and not session.is_modified(record):
            session.expunge(record)


def read_now(books: Books, rows: Sequence[Export]) -> Ahead:
    """A few statements, however many there are."""
    read_at = time.monotonic()
    found = invoices(books, rows)
    customers = list(_customers(books, found))
    with step(books.session):
        booked = bookings.booked_elsewhere(books.session, rows, *books.link.place)
        oldest = at_hand.oldest_waiting(books.session, books.link.tenant)
        unreadable = remarks.with_open(books.session, [row.id for row in rows], RemarkCode.UNREADABLE)
    return Ahead(found, read_ahead(books, customers), booked, unreadable, oldest, read_at)


def _customers(books: Books, invoices: Mapping[str, Invoice | None]) -> Iterator[tuple[Invoice, Customer]]:
    """Of whom nothing can be made is looked at alone, where what goes wrong holds up no other.

    Who has several invoices among them is read once.
    """
    once, country = cache(customer_of), books.link.division_country
    for invoice in filter(None, invoices.values()):
        with suppress(Exception):
            found = once(invoice.debtor, country, books.forms.keyed, invoice.debtor.client_id)
            if found is not None:
                yield invoice, found
