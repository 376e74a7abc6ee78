"""The sweep of a run: what a signal should have told and did not is found, at the price of what changed.

A host that tells what changed is asked that. Rows that were booked since the last sweep, but sent before it or not by
us, are compared besides: a change that it saw could not be held against what was booked later. Everything is compared
once a week, and in every sweep where the host cannot be asked; what was sent and has no row is looked for far back once
a week. Only what differs is written.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, literal, or_, select, update

from mice_exact_plugin.database import columns_of, core, step, table_of
from mice_exact_plugin.domain.states import NOTHING_TO_BOOK, State
from mice_exact_plugin.domain.sweep import ASKED_AGAIN, LOOK_BACK, is_everything_due, sent_since
from mice_exact_plugin.errors import Bug
from mice_exact_plugin.exports import queue, queueing
from mice_exact_plugin.exports.export import Compared
from mice_exact_plugin.exports.queue import ROW, TABLE
from mice_exact_plugin.host import adapter, offers
from mice_exact_plugin.link.connection import Connection
from mice_exact_plugin.logs import as_bug
from mice_exact_plugin.prepared import among, listed, room_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime

    from sqlalchemy import Executable
    from sqlalchemy.orm import Session

    from mice_exact_plugin.domain.invoice import Invoice
    from mice_exact_plugin.host.contract import HostInvoice
    from mice_exact_plugin.host.offered import HostChange
    from mice_exact_plugin.link.connection import Link
    from mice_exact_plugin.runtime import Runtime

PAGE = 200
_COMPARED = select(*(TABLE.c[name] for name in Compared._fields))


@dataclass(frozen=True, slots=True)
class _Reach:
    """How far this sweep looks; `last` is when the one before it began, None when this one compares everything."""

    begun: datetime
    sent_since: datetime
    last: datetime | None


def sweep(runtime: Runtime, link: Link, granted_at: datetime) -> None:
    """Add rows for everything sent while the addon was broken or away, and see what changed or was deleted since.

    While one of them cannot be added or compared, each later sweep looks as far back as this one. What was sent before
    the host granted the addon is left alone.
    """
    with step(runtime.session):
        reach = _reach(runtime, link, granted_at)
        missing = queueing.not_queued(runtime, link.tenant, reach.sent_since, reach.begun)
    reached: dict[str, datetime] = {}
    if _add_missing(runtime, link.tenant, missing):
        reached["swept_until"] = reach.begun
    if _compare(runtime, link.tenant, reach):
        reached |= _compared(runtime, reach)
    if reached:
        with step(runtime.session):
            values = {f"to_{name}": moment for name, moment in reached.items()}
            core(runtime.session, _noting(tuple(reached)), {"of_connection": link.connection_id, **values})


_LINKS, _LINK = table_of(Connection), columns_of(Connection)
_HERE = _LINK.id == bindparam("of_connection")
_REACHED = select(_LINK.swept_until, _LINK.compared_until, _LINK.compared_all_at).where(_HERE)


@cache
def _noting(names: tuple[str, ...]) -> Executable:
    return update(_LINKS).where(_HERE).values({name: bindparam(f"to_{name}") for name in names})


def _reach(runtime: Runtime, link: Link, granted_at: datetime) -> _Reach:
    now = runtime.now()
    found = core(runtime.session, _REACHED, {"of_connection": link.connection_id})
    swept_until, compared_until, compared_all_at = found.rows[0]
    is_asked = offers.tells_changes(runtime.host) and not is_everything_due(link.tenant, compared_all_at, now)
    return _Reach(
        begun=now,
        sent_since=max(granted_at, sent_since(link.tenant, swept_until, now)),
        last=compared_until if is_asked else None,
    )


def _compared(runtime: Runtime, reach: _Reach) -> dict[str, datetime]:
    """Nothing is kept of a host that cannot tell what changed: when it learns to, everything since is compared."""
    if not offers.tells_changes(runtime.host):
        return {}
    everything = {"compared_all_at": reach.begun} if reach.last is None else {}
    return {"compared_until": reach.begun, **everything}


def _add_missing(runtime: Runtime, tenant: str, missing: Sequence[str]) -> bool:
    """Whether every one got its row."""
    added: list[bool] = []
    for start in range(0, len(missing), PAGE):
        with step(runtime.session):
            invoices = runtime.host.invoices(tenant, missing[start : start + PAGE])
        added += [_add_alone(runtime, invoice) for invoice in invoices.values()]
    return all(added)


def _add_alone(runtime: Runtime, invoice: HostInvoice) -> bool:
    try:
        with as_bug(runtime.session, invoice.id), step(runtime.session):
            queueing.add_swept(runtime, invoice)
    except Bug:
        return False
    return True


def _compare(runtime: Runtime, tenant: str, reach: _Reach) -> bool:
    """Whether all could be compared. What was booked late is, even where the host says nothing of it."""
    if reach.last is None:
        walk = _everything(runtime, tenant, reach.begun - LOOK_BACK)
        everything = [_compare_page(runtime, tenant, rows) for rows in walk]
        return all(everything)
    met, compared = set[int](), list[bool]()
    for rows in _changed(runtime, tenant, reach.last - ASKED_AGAIN):
        met.update(row.id for row in rows)
        compared.append(_compare_page(runtime, tenant, rows))
    for late in _booked_late(runtime, tenant, reach.last):
        compared.append(_compare_page(runtime, tenant, [row for row in late if row.id not in met]))
    return all(compared)


def _everything(runtime: Runtime, tenant: str, since: datetime) -> Iterator[list[Compared]]:
    after = 0
    while True:
        with step(runtime.session):
            rows = page_of_everything(runtime.session, tenant, after, since)
        yield rows
        if len(rows) < PAGE:
            return
        after = rows[-1].id


def _changed(runtime: Runtime, tenant: str, since: datetime) -> Iterator[list[Compared]]:
    """Those of which the host says so; what changes while we read moves to the end and is met there."""
    after: HostChange | None = None
    while True:
        with step(runtime.session):
            changes = offers.changed_since(runtime.host, tenant, since, after=after, limit=PAGE)
            if not changes:
                return
            ids = [change.invoice_id for change in changes]
            asked = {"of_tenant": tenant, **listed("invoice", ids, room_for(ids))}
            rows = _found(runtime.session, _of_invoices(room_for(ids)), asked)
        yield rows
        after = changes[-1]


@cache
def _of_invoices(room: int) -> Executable:
    return _COMPARED.where(ROW.tenant == bindparam("of_tenant"), among(ROW.invoice_id, "invoice", room))


def _booked_late(runtime: Runtime, tenant: str, last: datetime) -> Iterator[list[Compared]]:
    after = last - ASKED_AGAIN, 0
    while True:
        with step(runtime.session):
            rows = page_of_booked_late(runtime.session, tenant, after, last)
        yield rows
        if len(rows) < PAGE:
            return
        after = rows[-1].synced_at or last, rows[-1].id


def page_of_everything(session: Session, tenant: str, after: int, since: datetime) -> list[Compared]:
    """Open rows, and those of invoices sent since a moment; the host may have one again that it deleted.

    What was set aside stays so, unless there was nothing to book, or no invoice.
    """
    return _found(session, _EVERYTHING, {"of_tenant": tenant, "after_id": after, "since": since})


_COMES_BACK = ROW.ignored_reason.in_([literal(reason) for reason in (NOTHING_TO_BOOK, *queueing.DELETED)])
_IS_SETTLED = (ROW.state == State.SYNCED) | ((ROW.state == State.IGNORED) & _COMES_BACK)
_EVERYTHING = (
    _COMPARED.where(
        ROW.tenant == bindparam("of_tenant"),
        ROW.id > bindparam("after_id"),
        or_(queue.is_one_of(ROW.state, queue.OPEN), (ROW.sent_at >= bindparam("since")) & _IS_SETTLED),
    )
    .order_by(ROW.id)
    .limit(PAGE)
)


def page_of_booked_late(session: Session, tenant: str, after: tuple[datetime, int], sweep: datetime) -> list[Compared]:
    """Rows behind the one whose (synced_at, id) is `after` that were not sent since a `sweep` began.

    Of one that was, the host tells every change that its claim has not seen, asked from before that (`ASKED_AGAIN`).
    """
    asked = {"of_tenant": tenant, "after_moment": after[0], "after_id": after[1], "sweep": sweep}
    return _found(session, _BOOKED_LATE, asked)


_BOOKED_LATE = (
    _COMPARED.where(
        ROW.tenant == bindparam("of_tenant"),
        ROW.deleted_at.is_(None),
        ROW.state == State.SYNCED,
        or_(ROW.last_sent_at.is_(None), ROW.last_sent_at < bindparam("sweep")),
        # Written out: of a row of both no database sees that the index has it.
        ROW.synced_at >= bindparam("after_moment"),
        or_(ROW.synced_at > bindparam("after_moment"), ROW.id > bindparam("after_id")),
    )
    .order_by(ROW.synced_at, ROW.id)
    .limit(PAGE)
)


def _found(session: Session, query: Executable, values: Mapping[str, object]) -> list[Compared]:
    return [Compared(*row) for row in core(session, query, values)]


def _compare_page(runtime: Runtime, tenant: str, rows: Sequence[Compared]) -> bool:
    if not rows:
        return True
    with step(runtime.session):
        invoices = adapter.invoices(runtime.host.invoices(tenant, [row.invoice_id for row in rows]))
    compared = [_compare_alone(runtime, tenant, row, invoices) for row in rows]
    return all(compared)


def _compare_alone(runtime: Runtime, tenant: str, row: Compared, invoices: Mapping[str, Invoice | None]) -> bool:
    """False when it has to be compared again; what cannot be read has changed once it can."""
    try:
        with as_bug(runtime.session, row.invoice_id):
            if row.invoice_id not in invoices:
                if not _is_known_as_deleted(row):
                    _set_aside(runtime, tenant, row.invoice_id)
            elif (invoice := invoices[row.invoice_id]) and queueing.differs(row, invoice):
                _hear(runtime, tenant, invoice)
    except Bug:
        return False
    return True


def _is_known_as_deleted(row: Compared) -> bool:
    """One that was looked for since, and not found, waits for nothing and is not set aside yet."""
    return row.deleted_at is not None and row.state is not State.QUEUED


def _set_aside(runtime: Runtime, tenant: str, invoice_id: str) -> None:
    with step(runtime.session):
        queueing.on_deleted(runtime, tenant, invoice_id)


def _hear(runtime: Runtime, tenant: str, invoice: Invoice) -> None:
    with step(runtime.session):
        queueing.hear(runtime, tenant, invoice)
