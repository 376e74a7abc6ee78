"""What was sent before the link went live and waits still: a list with totals, of which some may be left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from mice_exact_plugin.audit import AuditRow, record
from mice_exact_plugin.database import step
from mice_exact_plugin.domain.states import Event, State
from mice_exact_plugin.exports.queue import TABLE, advance, exports
from mice_exact_plugin.exports.table import InvoiceExport

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date
    from decimal import Decimal

    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session

    from mice_exact_plugin.exports.export import Export
    from mice_exact_plugin.runtime import Person, Runtime

#: So many are shown to choose from.
SHOWN = 200


@dataclass(frozen=True, slots=True)
class Old:
    """How many, what they come to per currency, of which days, and the newest of them."""

    count: int
    gross: dict[str, Decimal]
    first: date | None
    last: date | None
    rows: tuple[Export, ...]


def of(session: Session, tenant: str) -> Old:
    """Within the caller's transaction."""
    which = _which(session, tenant)
    grouped = select(
        InvoiceExport.currency,
        func.count(),
        func.sum(InvoiceExport.gross),
        func.min(InvoiceExport.invoice_date),
        func.max(InvoiceExport.invoice_date),
    )
    sums = session.execute(grouped.where(*which).group_by(InvoiceExport.currency)).all()
    newest = select(*TABLE.c).where(*which).order_by(InvoiceExport.sent_at.desc(), InvoiceExport.id.desc())
    return Old(
        count=sum(count for _, count, _, _, _ in sums),
        gross={currency: gross for currency, _, gross, _, _ in sums},
        first=min((first for _, _, _, first, _ in sums), default=None),
        last=max((last for _, _, _, _, last in sums), default=None),
        rows=tuple(exports(session, newest.limit(SHOWN))) if sums else (),
    )


def numbers(session: Session, tenant: str, limit: int) -> list[str]:
    """Of the newest."""
    query = select(InvoiceExport.identifier).where(*_which(session, tenant))
    return list(session.scalars(query.order_by(InvoiceExport.sent_at.desc()).limit(limit)))


def leave(runtime: Runtime, tenant: str, person: Person, invoice_ids: Collection[str] | None) -> int:
    """*Niet boeken* of these, or of all; each can still be picked later. Returns how many were left out."""
    left = 0
    with step(runtime.session):
        query = select(*TABLE.c).where(*_which(runtime.session, tenant))
        if invoice_ids is not None:
            query = query.where(InvoiceExport.invoice_id.in_(invoice_ids))
        for row in exports(runtime.session, query):
            if advance(runtime.session, row.id, row.state, Event.LEAVE, ignored_reason="before_start"):
                record(runtime.session, tenant, "left", at=runtime.now(), actor=person.name, export_id=row.id)
                left += 1
    return left


def _which(session: Session, tenant: str) -> list[ColumnElement[bool]]:
    """Queued before the settings were saved for the first time, and neither booked nor left out."""
    saved = (AuditRow.tenant == tenant, AuditRow.export_id.is_(None), AuditRow.event == "settings_saved")
    since = session.scalar(select(func.min(AuditRow.at)).where(*saved))
    return [
        InvoiceExport.tenant == tenant,
        InvoiceExport.state.in_((State.QUEUED, State.BLOCKED)),
        InvoiceExport.queued_at < since if since is not None else InvoiceExport.id < 0,
    ]
