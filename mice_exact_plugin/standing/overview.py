"""What the pages show of a tenant's exports: reading only, within the caller's transaction, so a host's page may ask.

Nothing here commits: the host calls the hooks of its pages inside a savepoint of its own transaction.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, String, cast, func, or_, select, text, tuple_

from mice_exact_plugin.access.secrets import Token
from mice_exact_plugin.domain.problems import Problem
from mice_exact_plugin.domain.reference import Resource
from mice_exact_plugin.domain.remarks import DISAGREES
from mice_exact_plugin.domain.states import State
from mice_exact_plugin.exports.problems import from_json
from mice_exact_plugin.exports.queue import TABLE, exports, shown
from mice_exact_plugin.exports.remarks import RemarkRow
from mice_exact_plugin.exports.table import FELL_BACK, InvoiceExport
from mice_exact_plugin.link.connection import connection_of, place_of
from mice_exact_plugin.mirror import list_table, relation_table

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import datetime

    from sqlalchemy.orm import Session

    from mice_exact_plugin.exports.export import Export
    from mice_exact_plugin.link.connection import Connection

PAGE_SIZE = 50
#: Of invoices with the same problems, this many are named.
NAMED = 5
#: How many rows the lists of what needs attention look at; a longer list helps nobody.
ATTENTION = 1000
#: Rows of a file that are read together.
FILE_PAGE = 500


@dataclass(frozen=True, slots=True)
class ExportStanding:
    """Where one invoice stands, as far as a badge says it."""

    state: State
    synced_at: datetime | None
    entry_number: int | None
    export_id: int = field(default=0, compare=False)
    is_approved: bool = field(default=True, compare=False)


@dataclass(frozen=True, slots=True)
class Page:
    """One page of exports, newest first."""

    rows: Sequence[Export]
    number: int
    total: int

    @property
    def has_next(self) -> bool:
        return self.number * PAGE_SIZE < self.total


@dataclass(frozen=True, slots=True)
class BlockedAlike:
    """Invoices that are blocked by the very same problems: how many, and the oldest of them."""

    problems: tuple[Problem, ...]
    count: int
    oldest: tuple[tuple[str, str], ...]
    """Invoice id and number."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Records of a list that make no sense: how many, and what can be read of the first of them."""

    resource: str
    count: int
    records: Sequence[Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Fallback:
    """A product or rate group whose lines went to the default ledger, and still would."""

    product: str | None
    rate_group: str | None
    ledger_number: str | None
    invoices: int


def standings(session: Session, tenant: str, invoice_ids: Collection[str]) -> dict[str, ExportStanding]:
    """One query for a whole list of invoices; those without a row are absent."""
    query = select(
        InvoiceExport.id,
        InvoiceExport.invoice_id,
        InvoiceExport.state,
        InvoiceExport.synced_at,
        InvoiceExport.entry_number,
        InvoiceExport.approved_digest,
    ).where(InvoiceExport.tenant == tenant, InvoiceExport.invoice_id.in_(invoice_ids))
    return {
        row.invoice_id: ExportStanding(
            row.state, row.synced_at, row.entry_number, row.id, is_approved=row.approved_digest is not None
        )
        for row in session.execute(query)
    }


def names_of(session: Session, tenant: str, ids: Collection[str]) -> dict[str, str]:
    """Code and name of those of the relations and G/L accounts that the mirror knows, by id."""
    place = place_of(connection_of(session, tenant))
    if place is None:
        return {}
    relations = relation_table.accounts_of(session, *place, ids)
    ledgers = list_table.rows_under(session, *place, Resource.GL_ACCOUNTS, ids)
    named = {account.id: f"{account.code} {account.name}" for account in relations}
    return named | {row["id"]: f"{row['code']} {row['description']}" for row in ledgers}


def state_counts(session: Session, tenant: str) -> dict[State, int]:
    query = select(InvoiceExport.state, func.count()).where(InvoiceExport.tenant == tenant)
    found = {State(state): count for state, count in session.execute(query.group_by(InvoiceExport.state))}
    return {state: found.get(state, 0) for state in State}


def page_of(
    session: Session, tenant: str, state: State | None, text: str, number: int, *, total: int | None = None
) -> Page:
    """Exports in a state (None for all) whose number or debtor contains `text`.

    Which they are is found out first, so that what credits wait for is asked of these alone.

    Args:
        total: how many there are, where that is known already.
    """
    those, order = _matching(tenant, state, text), (InvoiceExport.sent_at.desc(), InvoiceExport.id.desc())
    if total is None:
        total = session.execute(select(func.count()).select_from(InvoiceExport).where(*those)).scalar_one()
    here = select(InvoiceExport.id).where(*those).order_by(*order).limit(PAGE_SIZE).offset((number - 1) * PAGE_SIZE)
    ids = session.scalars(here).all()
    rows = exports(session, shown().where(InvoiceExport.id.in_(ids)).order_by(*order)) if ids else []
    return Page(rows, number, total)


def page_of_file(
    session: Session, tenant: str, state: State | None, text: str, after: Export | None
) -> Sequence[Export]:
    """The same exports oldest first, the next ones behind `after`."""
    order = InvoiceExport.sent_at, InvoiceExport.id
    behind = () if after is None else (tuple_(*order) > (after.sent_at, after.id),)
    query = shown().where(*_matching(tenant, state, text), *behind)
    return exports(session, query.order_by(*order).limit(FILE_PAGE))


def blocked(session: Session, tenant: str) -> list[BlockedAlike]:
    """All of them, by one statement: rows with equal problems are put together before these are read."""
    stored = cast(InvoiceExport.problems, String)
    query = select(InvoiceExport.invoice_id, InvoiceExport.identifier, stored.label("stored")).where(
        InvoiceExport.tenant == tenant, InvoiceExport.state == State.BLOCKED
    )
    oldest: dict[str, list[tuple[str, str]]] = defaultdict(list)
    counted: Counter[str] = Counter()
    ordered = query.order_by(InvoiceExport.sent_at, InvoiceExport.id).execution_options(yield_per=500)
    for row in session.execute(ordered):
        counted[row.stored] += 1
        if len(oldest[row.stored]) < NAMED:
            oldest[row.stored].append((row.invoice_id, row.identifier))
    return [BlockedAlike(from_json(json.loads(text)), counted[text], tuple(oldest[text])) for text in counted]


def after_booking(session: Session, tenant: str) -> Sequence[Export]:
    """Exports whose invoice and entry no longer say the same, as long as nobody has put that aside."""
    remarked = select(RemarkRow.export_id).where(
        RemarkRow.tenant == tenant, RemarkRow.seen_at.is_(None), RemarkRow.code.in_(DISAGREES)
    )
    query = select(*TABLE.c).where(InvoiceExport.tenant == tenant, InvoiceExport.id.in_(remarked))
    return exports(session, query.order_by(InvoiceExport.sent_at.desc()).limit(ATTENTION))


def fallbacks(session: Session, tenant: str, known: Collection[str], numbers: dict[str, str | None]) -> list[Fallback]:
    """What still needs a ledger number, most used first.

    Args:
        known: the ledger numbers that exist in Exact.
        numbers: the ledger number that each rate group has now, by description: what was cured since is left out.
    """
    stored = cast(InvoiceExport.fallbacks, String)
    each = select(stored.label("stored")).where(InvoiceExport.tenant == tenant, text(FELL_BACK)).subquery().c
    counted: Counter[tuple[str | None, str | None, str | None]] = Counter()
    grouped = select(each.stored, func.count()).group_by(each.stored).execution_options(yield_per=500)
    for lines, invoices in session.execute(grouped):
        for key in {(item["product"], item["rate_group"], item["ledger_number"]) for item in json.loads(lines)}:
            counted[key] += invoices
    open_keys = [key for key in counted if numbers.get(key[1] or "") not in known]
    return [Fallback(*key, invoices=counted[key]) for key in sorted(open_keys, key=lambda key: -counted[key])]


def ledger_numbers(session: Session, site: str, division: int) -> frozenset[str]:
    """The numbers of the administration's G/L accounts, as the mirror has them."""
    rows = list_table.rows_of(session, site, division, Resource.GL_ACCOUNTS)
    return frozenset(str(row["code"]) for row in rows)


def token_received_at(session: Session, connection: Connection) -> datetime | None:
    """When the log-in was last refreshed; the tokens themselves are nobody's to see."""
    query = select(Token.received_at).where(
        Token.site == connection.site, Token.app == connection.app, Token.exact_user == connection.exact_user
    )
    return session.scalar(query)


def left_out(session: Session, site: str, division: int) -> list[LeftOut]:
    """The records of the lists that make no sense, which everything that needs them waits for."""
    mirrors = list_table.mirrors_of(session, site, division)
    return [LeftOut(resource, mirror.odd_rows, mirror.odd) for resource, mirror in mirrors.items() if mirror.odd_rows]


def mirror_sizes(session: Session, site: str, division: int) -> dict[str, int]:
    """How many rows each loaded list has."""
    return {resource: mirror.rows for resource, mirror in list_table.mirrors_of(session, site, division).items()}


def _matching(tenant: str, state: State | None, text: str) -> list[ColumnElement[bool]]:
    found = [InvoiceExport.tenant == tenant]
    if state is not None:
        found.append(InvoiceExport.state == state)
    if text:
        named = InvoiceExport.identifier.icontains(text, autoescape=True)
        found.append(or_(named, InvoiceExport.debtor_name.icontains(text, autoescape=True)))
    return found
