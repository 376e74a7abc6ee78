"""Telling the host what was booked: in batches where it offers that, else one by one; what it was not told comes again.

A process that dies between the host's commit and ours tells the same once more in the next run, which does no harm: the
contract asks that of a host.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select, text, update

from mice_exact_plugin.database import step
from mice_exact_plugin.domain.states import State
from mice_exact_plugin.exports.table import UNTOLD, InvoiceExport
from mice_exact_plugin.host import offers
from mice_exact_plugin.logs import trouble
from mice_exact_plugin.manifest import NAME

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import datetime

    from sqlalchemy import Row, Select
    from sqlalchemy.orm import Session

    from mice_exact_plugin.runtime import Runtime

    _Columns = tuple[int, str, str | None, datetime | None]

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
            rows = {row.id: _booked(row) for row in runtime.session.execute(untold(tenant, after, BATCH))}
        if not rows:
            return
        if not _told_together(runtime, tenant, rows):
            for export_id, booked in rows.items():
                _tell_alone(runtime, tenant, export_id, booked)
        after = max(rows)


def untold(tenant: str, after: int, limit: int) -> Select[_Columns]:
    """Booked rows of which the host does not know yet, in pages."""
    columns = InvoiceExport.id, InvoiceExport.invoice_id, InvoiceExport.entry_id, InvoiceExport.synced_at
    query = select(*columns).where(InvoiceExport.tenant == tenant, text(UNTOLD), InvoiceExport.id > after)
    return query.order_by(InvoiceExport.id).limit(limit)


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


def _booked(row: Row[_Columns]) -> Booked:
    assert row.entry_id, "what is told was booked"
    assert row.synced_at, "what is told was booked"
    return Booked(row.invoice_id, row.entry_id, row.synced_at)


def _note(session: Session, ids: Collection[int], now: datetime) -> None:
    """PostgreSQL updates many rows in an order of its own, so they are locked before it."""
    by_invoice = (func.length(InvoiceExport.invoice_id), InvoiceExport.invoice_id)
    session.execute(select(InvoiceExport.id).where(InvoiceExport.id.in_(ids)).order_by(*by_invoice).with_for_update())
    session.execute(
        update(InvoiceExport)
        .where(InvoiceExport.id.in_(ids), InvoiceExport.state == State.SYNCED)
        .values(told_host_at=now)
        .execution_options(synchronize_session=False)
    )
