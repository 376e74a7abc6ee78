"""*Eerst akkoord*: what waits for a yes is shown as it would be booked, and what is said yes to is kept as a digest."""

from __future__ import annotations

import logging
from collections import Counter
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from typing import TYPE_CHECKING

from sqlalchemy.exc import InterfaceError, OperationalError

from mice_exact_plugin.audit import record
from mice_exact_plugin.booking import ahead, approval, planning, suspicion
from mice_exact_plugin.database import step
from mice_exact_plugin.debtors.binding import DebtorUnderWay
from mice_exact_plugin.domain.approval import Approval
from mice_exact_plugin.domain.money import ZERO
from mice_exact_plugin.domain.problems import Code
from mice_exact_plugin.domain.states import Event, State
from mice_exact_plugin.errors import Bug, LinkError
from mice_exact_plugin.exports import awaiting, queue
from mice_exact_plugin.link.connection import NotConnected, connection_of, link_to_look
from mice_exact_plugin.logs import as_bug, trouble
from mice_exact_plugin.work import books_at

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal

    from mice_exact_plugin.domain.entry.mapper import Blocked, NothingToBook
    from mice_exact_plugin.domain.invoice import Invoice
    from mice_exact_plugin.exports.awaiting import Which
    from mice_exact_plugin.exports.export import Changes, Export
    from mice_exact_plugin.runtime import Person, Runtime
    from mice_exact_plugin.work import Books

logger = logging.getLogger("mice_exact_plugin.approving")
#: Rows that are read and planned together.
BATCH = 100
#: Rows that one press of a button looks at: about ten seconds. What is left is told, and another press goes on.
MOST = 2000


@dataclass(frozen=True, slots=True)
class Planned:
    """A row that waits, and what it would become now; without a plan that cannot be told yet."""

    row: Export
    invoice: Invoice | None
    plan: planning.Ready | Blocked | NothingToBook | None

    @property
    def digest(self) -> str | None:
        """Of the entry to say yes to; None where there is none yet."""
        return approval.digest_of(self.plan) if isinstance(self.plan, planning.Ready) else None


@dataclass(frozen=True, slots=True)
class Approved:
    """What became of a yes.

    Attributes:
        held: rows that something stands in the way of, so that there is nothing to say yes to yet.
        changed: rows that are no longer what was seen.
        is_all: False when there were more than one press of a button comes to.
    """

    count: int = 0
    gross: Mapping[str, Decimal] = field(default_factory=dict)
    held: int = 0
    changed: int = 0
    is_all: bool = True


def settle(runtime: Runtime, tenant: str, person: Person, wanted: Approval) -> bool:
    """Ask for a yes from now on, or no longer: what waits then goes with the next run. False without a link."""
    with step(runtime.session):
        connection = connection_of(runtime.session, tenant)
        if connection is None:
            return False
        connection.approval = wanted
        event = "approval_first" if wanted is Approval.FIRST else "approval_direct"
        record(runtime.session, tenant, event, at=runtime.now(), actor=person.name)
    return True


def books_to_look(runtime: Runtime, tenant: str) -> Books | None:
    """For who makes no call, so also while a new log-in is needed; None while nothing is set."""
    try:
        link = link_to_look(runtime, tenant)
    except NotConnected:
        return None
    return books_at(runtime, link) if link else None


def plans(books: Books, rows: Sequence[Export]) -> list[Planned]:
    """What these rows would become, by the planning that books: a few statements, however many there are."""
    with step(books.session):
        held = queue.blocked_with(books.session, books.link.tenant, Code.DIFFERENCE_SUSPECT)
    suspicion.remember(books, held)
    return _plans(books, rows)


def _plans(books: Books, rows: Sequence[Export]) -> list[Planned]:
    """Those that cannot be read together are read one by one."""
    if not rows:
        return []
    try:
        books.ahead = ahead.read_now(books, rows)
    except (LinkError, OperationalError, InterfaceError):
        raise
    except Exception as error:  # whatever one odd record makes of the reading of all
        trouble(logger, error, "%s invoices cannot be read together", len(rows))
        books.session.rollback()
        return [Planned(rows[0], None, None)] if len(rows) == 1 else [_plans(books, [row])[0] for row in rows]
    return [_plan(books, row) for row in rows]


def _plan(books: Books, row: Export) -> Planned:
    """What nobody foresaw of one invoice is that invoice's alone."""
    invoice = books.ahead.invoices.get(row.invoice_id)
    if invoice is None:
        return Planned(row, None, None)
    try:
        with as_bug(books.session, row.invoice_id):
            return Planned(row, invoice, planning.plan(books, row, invoice))
    except (DebtorUnderWay, Bug):
        return Planned(row, invoice, None)


def approve_seen(runtime: Runtime, tenant: str, person: Person, seen: Mapping[str, str]) -> Approved:
    """Say yes to invoices as they were seen, by id the digest of what was shown."""
    with step(runtime.session):
        rows = awaiting.rows_of(runtime.session, tenant, list(seen))
    return _approve(runtime, tenant, person, rows, seen)


def approve_all(runtime: Runtime, tenant: str, person: Person, which: Which, *, seen: str) -> Approved:
    """Say yes to all that waits of a night, or of every one; to none when it is not what was `seen` any more.

    What was held comes in behind the page when it is released, also in the place of something else.
    """
    with step(runtime.session):
        rows = awaiting.rows(runtime.session, tenant, which, MOST + 1)
        if awaiting.stamp(runtime.session, tenant, which) != seen:
            return Approved(changed=len(rows))
    found = _approve(runtime, tenant, person, rows[:MOST], None)
    return replace(found, is_all=len(rows) <= MOST)


def _approve(
    runtime: Runtime, tenant: str, person: Person, rows: Sequence[Export], seen: Mapping[str, str] | None
) -> Approved:
    books = books_to_look(runtime, tenant)
    if books is None:
        return Approved(held=len(rows))
    said: Counter[_Said] = Counter()
    gross: dict[str, Decimal] = {}
    for start in range(0, len(rows), BATCH):
        planned = plans(books, rows[start : start + BATCH])
        with step(runtime.session):
            for each in planned:
                answer = _answer(runtime, person, each, seen)
                said[answer] += 1
                if answer is _Said.YES:
                    gross[each.row.currency] = gross.get(each.row.currency, ZERO) + each.row.gross
    return Approved(said[_Said.YES], gross, said[_Said.HELD], said[_Said.CHANGED])


class _Said(Enum):
    YES = auto()
    HELD = auto()
    CHANGED = auto()


def _answer(runtime: Runtime, person: Person, each: Planned, seen: Mapping[str, str] | None) -> _Said:
    digest = each.digest
    if digest is None:
        return _Said.HELD
    if seen is not None and seen.get(each.row.invoice_id) != digest:
        return _Said.CHANGED
    return _Said.YES if _say_yes(runtime, each.row, digest, person) else _Said.CHANGED


def _say_yes(runtime: Runtime, row: Export, digest: str, person: Person) -> bool:
    """False when another was first, or the host told of the invoice since it was read."""
    changes: Changes = {"approved_digest": digest, "approval_lapsed": False}
    if not queue.advance(runtime.session, row.id, State.QUEUED, Event.APPROVE, as_read=row.version, **changes):
        return False
    record(runtime.session, row.tenant, "approved", at=runtime.now(), actor=person.name, export_id=row.id)
    return True
