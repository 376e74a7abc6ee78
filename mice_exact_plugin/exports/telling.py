"""Telling the host what was booked: in batches where it offers that, else one by one; what it was not told comes again.

A process that dies between the host's commit and ours tells the same once more in the next run, which does no harm: the
contract asks that of a host.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from functools import cache

# Any: SQLAlchemy does not know the types of a row of Core.
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, func, select, text, update

from mice_exact_plugin.database import core, step
from mice_exact_plugin.domain.states import State
from mice_exact_plugin.exports.queue import ROW, TABLE
from mice_exact_plugin.exports.table import UNTOLD
from mice_exact_plugin.host import offers
from mice_exact_plugin.logs import trouble
from mice_exact_plugin.manifest import NAME
from mice_exact_plugin.prepared import among, listed, room_for

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import datetime

    from sqlalchemy import Executable, Row
    from sqlalchemy.orm import Session

    from mice_exact_plugin.prepared import Found
    from mice_exact_plugin.runtime import Runtime

logger = logging.getLogger("mice_exact_plugin.run")
BATCH = 40


@dataclass(frozen=True, slots=True)
class Booked:
    """What the host is told of one invoice, as `HostOffers.confirm_syncs` takes it."""

    invoice_id: str
    external_id: str
    at: datetime
    status: str = "processed"


def tell_host(runtime: Runtime, tenant: str) -> None:
    """Tell of everything that was booked and not told; the next run repeats what the host could not take."""
    after = 0
    while True:
        with step(runtime.session):
            rows = {row.id: _booked(row) for row in untold(runtime.session, tenant, after)}
        if rows and not _told_together(runtime, tenant, rows):
            for export_id, booked in rows.items():
                _tell_alone(runtime, tenant, export_id, booked)
        if len(rows) < BATCH:
            return
        after = max(rows)


def untold(session: Session, tenant: str, after: int) -> Found:
    """Booked rows of which the host does not know yet, in pages; what it deleted it need not know, and may refuse."""
    return core(session, _UNTOLD, {"of_tenant": tenant, "after": after})


_UNTOLD = (
    select(ROW.id, ROW.invoice_id, ROW.entry_id, ROW.synced_at)
    .where(ROW.tenant == bindparam("of_tenant"), text(UNTOLD), ROW.id > bindparam("after"))
    .where(ROW.deleted_at.is_(None))
    .order_by(ROW.id)
    .limit(BATCH)
)


def _told_together(runtime: Runtime, tenant: str, rows: Mapping[int, Booked]) -> bool:
    """In one transaction; False when it has to be done one by one, so that the one that fails holds up no other.

    In the order of the host's ids, in which a host changes many at once too: who locks in one order never waits in a
    circle.
    """
    told_in_order = sorted(rows.values(), key=_by_invoice)
    try:
        with step(runtime.session):
            told = offers.confirm_syncs(runtime.host, tenant, told_in_order, provider=NAME)
            if told:
                _note(runtime.session, rows, runtime.now())
            return told
    except Exception as error:
        trouble(logger, error, "the host could not be told of %s exports together", len(rows))
        return False


def _tell_alone(runtime: Runtime, tenant: str, export_id: int, booked: Booked) -> None:
    try:
        with step(runtime.session):
            runtime.host.confirm_sync(
                tenant,
                booked.invoice_id,
                provider=NAME,
                external_id=booked.external_id,
                at=booked.at,
                status=booked.status,
            )
            _note(runtime.session, [export_id], runtime.now())
    except Exception as error:
        trouble(logger, error, "the host could not be told of export %s", export_id)


def _by_invoice(booked: Booked) -> tuple[int, str]:
    """Numbers in the order of numbers, though an id is a text."""
    return len(booked.invoice_id), booked.invoice_id


def _booked(row: Row[Any]) -> Booked:
    assert row.entry_id, "what is told was booked"
    assert row.synced_at, "what is told was booked"
    return Booked(row.invoice_id, row.entry_id, row.synced_at)


def _note(session: Session, ids: Collection[int], now: datetime) -> None:
    """PostgreSQL updates many rows in an order of its own, so they are locked before it."""
    room = room_for(ids)
    told = listed("export", ids, room)
    core(session, _locking(room), told)
    core(session, _noting(room), {"now": now, **told})


@cache
def _locking(room: int) -> Executable:
    query = select(ROW.id).where(among(ROW.id, "export", room)).with_for_update()
    return query.order_by(func.length(ROW.invoice_id), ROW.invoice_id)


@cache
def _noting(room: int) -> Executable:
    noting = update(TABLE).where(among(ROW.id, "export", room), ROW.state == State.SYNCED)
    return noting.values(told_host_at=bindparam("now"))
