"""What a person has to do: every cause that holds invoices up, with how many, how much and since when; only reads.

Counted by the database over all rows, within the caller's transaction.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from sqlalchemy import String, and_, cast, func, select

from mice_exact_plugin.domain.notices import problem_key
from mice_exact_plugin.domain.remarks import RemarkCode
from mice_exact_plugin.domain.states import State
from mice_exact_plugin.exports.problems import from_json, is_known
from mice_exact_plugin.exports.queue import TABLE, exports
from mice_exact_plugin.exports.remarks import RemarkRow
from mice_exact_plugin.exports.table import InvoiceExport

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session

    from mice_exact_plugin.domain.problems import Problem
    from mice_exact_plugin.exports.export import Export


@dataclass(frozen=True, slots=True)
class Alike:
    """Invoices in one currency that are held by the very same problems, as these are stored."""

    stored: str
    currency: str
    invoices: int
    gross: Decimal
    since: datetime


@dataclass(frozen=True, slots=True)
class Held:
    """One cause that holds invoices up: what a single cure would end.

    Attributes:
        amounts: the sum of its invoices by currency.
        since: when the oldest of them was sent.
        stored: the problems of these invoices as their rows keep them, by which they are found.
    """

    key: str
    problem: Problem
    invoices: int
    amounts: Mapping[str, Decimal]
    since: datetime
    stored: tuple[str, ...]


def held(session: Session, tenant: str) -> list[Held]:
    """Every cause, that of most invoices first."""
    stored = cast(InvoiceExport.problems, String).label("stored")
    sums = func.count(), func.sum(InvoiceExport.gross), func.min(InvoiceExport.sent_at)
    query = select(stored, InvoiceExport.currency, *sums).where(
        InvoiceExport.tenant == tenant, InvoiceExport.state == State.BLOCKED
    )
    rows = session.execute(query.group_by(stored, InvoiceExport.currency))
    return by_cause(Alike(*row) for row in rows)


def by_cause(rows: Iterable[Alike]) -> list[Held]:
    """An invoice with several problems counts for each; what a later version wrote is left aside."""
    first: dict[str, Problem] = {}
    members: defaultdict[str, list[Alike]] = defaultdict(list)
    for alike in rows:
        known = from_json(one for one in json.loads(alike.stored) if is_known(one))
        for key, problem in {problem_key(problem): problem for problem in known}.items():
            first.setdefault(key, problem)
            members[key].append(alike)
    found = [_held(key, first[key], alikes) for key, alikes in members.items()]
    return sorted(found, key=lambda each: (-each.invoices, each.key))


def _held(key: str, problem: Problem, alikes: list[Alike]) -> Held:
    amounts: defaultdict[str, Decimal] = defaultdict(Decimal)
    for alike in alikes:
        amounts[alike.currency] += alike.gross
    invoices = sum(alike.invoices for alike in alikes)
    stored = tuple(dict.fromkeys(alike.stored for alike in alikes))
    return Held(key, problem, invoices, dict(amounts), min(alike.since for alike in alikes), stored)


@dataclass(frozen=True, slots=True)
class Remarked:
    """Booked invoices with one kind of remark that nobody has put aside."""

    code: RemarkCode
    invoices: int
    amounts: Mapping[str, Decimal]
    since: datetime


def remarked(session: Session, tenant: str, among: Iterable[ColumnElement[bool]] = ()) -> list[Remarked]:
    """One for each kind of remark that is open, that of most invoices first; `among` narrows the invoices down."""
    sums = func.count(), func.sum(InvoiceExport.gross), func.min(RemarkRow.made_at)
    query = (
        select(RemarkRow.code, InvoiceExport.currency, *sums)
        .join(InvoiceExport, InvoiceExport.id == RemarkRow.export_id)
        .where(RemarkRow.tenant == tenant, RemarkRow.seen_at.is_(None), *among)
        .group_by(RemarkRow.code, InvoiceExport.currency)
    )
    found: defaultdict[RemarkCode, list[tuple[str, int, Decimal, datetime]]] = defaultdict(list)
    for code, *rest in session.execute(query):
        if code in _REMARKS:
            found[RemarkCode(code)].append(tuple(rest))
    kinds = [
        Remarked(code, sum(one[1] for one in parts), {one[0]: one[2] for one in parts}, min(one[3] for one in parts))
        for code, parts in found.items()
    ]
    return sorted(kinds, key=lambda each: (-each.invoices, each.code))


#: After a downgrade there may be others.
_REMARKS = frozenset(RemarkCode)


def oldest(session: Session, tenant: str, causes: Iterable[Held], limit: int) -> list[Export]:
    """The invoices of these causes that have waited longest."""
    stored = {text for cause in causes for text in cause.stored}
    if not stored:
        return []
    query = select(*TABLE.c).where(held_by(tenant, stored)).order_by(InvoiceExport.sent_at, InvoiceExport.id)
    return exports(session, query.limit(limit))


def held_by(tenant: str, stored: Iterable[str]) -> ColumnElement[bool]:
    """The rows of a cause."""
    return and_(
        InvoiceExport.tenant == tenant,
        InvoiceExport.state == State.BLOCKED,
        cast(InvoiceExport.problems, String).in_(sorted(stored)),
    )
