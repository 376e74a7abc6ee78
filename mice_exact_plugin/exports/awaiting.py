"""The rows that wait for a person to say yes: how many and how much in all and for each night, and a page of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from sqlalchemy import case, func, select

from mice_exact_plugin.domain.states import State
from mice_exact_plugin.exports.queue import TABLE, exports
from mice_exact_plugin.exports.table import InvoiceExport

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from decimal import Decimal

    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session

    from mice_exact_plugin.exports.export import Export


@dataclass(frozen=True, slots=True)
class Which:
    """Which of them are meant: queued since a moment and before another, and no later than the newest that was seen."""

    since: datetime | None = None
    before: datetime | None = None
    until_id: int | None = None


@dataclass(frozen=True, slots=True)
class Sum:
    """How many invoices, and what they come to per currency; `newest` is the highest id among them.

    `ids` and `versions` are theirs added up: with the count they tell whether these are still the rows that were seen.
    """

    count: int = 0
    gross: Mapping[str, Decimal] = field(default_factory=dict)
    newest: int = 0
    ids: int = 0
    versions: int = 0

    @property
    def stamp(self) -> str:
        return f"{self.count}-{self.ids}-{self.versions}"


@dataclass(frozen=True, slots=True)
class Waiting:
    """All that wait; `since`: when the oldest of them was sent."""

    invoices: int = 0
    amounts: Mapping[str, Decimal] = field(default_factory=dict)
    since: datetime | None = None


def waiting(session: Session, tenant: str) -> Waiting:
    figures = func.count(), func.sum(InvoiceExport.gross), func.min(InvoiceExport.sent_at)
    query = select(InvoiceExport.currency, *figures).where(*_waits(tenant, Which()))
    found = session.execute(query.group_by(InvoiceExport.currency)).all()
    if not found:
        return Waiting()
    amounts = {currency: gross for currency, _, gross, _ in found}
    return Waiting(sum(count for _, count, _, _ in found), amounts, min(since for *_, since in found))


def by_night(session: Session, tenant: str, nights: Sequence[datetime]) -> dict[datetime | None, Sum]:
    """For each of these moments, newest first, what was queued before it and after the next; None: before them all."""
    ends = list(pairwise(nights))
    if not ends:
        return {}
    night = case(*((InvoiceExport.queued_at >= start, number) for number, (_, start) in enumerate(ends)), else_=-1)
    named = select(
        night.label("night"), InvoiceExport.currency, InvoiceExport.gross, InvoiceExport.id, InvoiceExport.version
    ).where(*_waits(tenant, Which()))
    each = named.subquery().c
    figures = func.count(), func.sum(each.gross), func.max(each.id), func.sum(each.id), func.sum(each.version)
    grouped = select(each.night, each.currency, *figures)
    found: dict[datetime | None, Sum] = {}
    for number, currency, count, gross, newest, ids, versions in session.execute(
        grouped.group_by(each.night, each.currency)
    ):
        key = None if number < 0 else ends[number][0]
        known = found.get(key, Sum())
        found[key] = Sum(
            known.count + count,
            {**known.gross, currency: gross},
            max(known.newest, newest),
            known.ids + int(ids),
            known.versions + int(versions),
        )
    return found


def stamp(session: Session, tenant: str, which: Which) -> str:
    """What tells whether these are still the rows that somebody saw."""
    figures = (
        func.count(),
        func.coalesce(func.sum(InvoiceExport.id), 0),
        func.coalesce(func.sum(InvoiceExport.version), 0),
    )
    count, ids, versions = session.execute(select(*figures).where(*_waits(tenant, which))).one()
    return Sum(count, ids=int(ids), versions=int(versions)).stamp


def rows(session: Session, tenant: str, which: Which, limit: int, offset: int = 0) -> list[Export]:
    """Oldest first."""
    query = select(*TABLE.c).where(*_waits(tenant, which)).order_by(InvoiceExport.sent_at, InvoiceExport.id)
    return exports(session, query.limit(limit).offset(offset))


def rows_of(session: Session, tenant: str, invoice_ids: Sequence[str]) -> list[Export]:
    query = select(*TABLE.c).where(*_waits(tenant, Which()))
    return exports(session, query.where(InvoiceExport.invoice_id.in_(invoice_ids)))


def _waits(tenant: str, which: Which) -> list[ColumnElement[bool]]:
    found = [
        InvoiceExport.tenant == tenant,
        InvoiceExport.state == State.QUEUED,
        InvoiceExport.approved_digest.is_(None),
    ]
    if which.since is not None:
        found.append(InvoiceExport.queued_at >= which.since)
    if which.before is not None:
        found.append(InvoiceExport.queued_at < which.before)
    if which.until_id is not None:
        found.append(InvoiceExport.id <= which.until_id)
    return found
