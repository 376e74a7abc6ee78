"""What the pages show of a tenant's exports: reading only, within the caller's transaction, so a host's page may ask.

Nothing here commits: the host calls the hooks of its pages inside a savepoint of its own transaction.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy import String, cast, func, select, text

from mice_exact_plugin.access.secrets import Token
from mice_exact_plugin.domain.reference import Resource
from mice_exact_plugin.domain.states import State
from mice_exact_plugin.exports.table import FELL_BACK, InvoiceExport
from mice_exact_plugin.link.connection import connection_of, place_of
from mice_exact_plugin.mirror import list_table, relation_table

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import datetime

    from sqlalchemy.orm import Session

    from mice_exact_plugin.domain.problems import Problem
    from mice_exact_plugin.link.connection import Connection


@dataclass(frozen=True, slots=True)
class ExportStanding:
    """Where one invoice stands, as far as its badge and *Waarom?* say it."""

    state: State
    synced_at: datetime | None
    entry_number: int | None
    export_id: int = field(default=0, compare=False)
    is_approved: bool = field(default=True, compare=False)
    approval_lapsed: bool = field(default=False, compare=False)
    problems: Collection[Problem] = field(default=(), compare=False)
    ignored_reason: str | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Records of a list that make no sense: how many, and what can be read of the first of them."""

    resource: str
    count: int
    records: Sequence[Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Fallback:
    """A product or rate group whose lines went to the default ledger."""

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
        InvoiceExport.approval_lapsed,
        InvoiceExport.problems,
        InvoiceExport.ignored_reason,
    ).where(InvoiceExport.tenant == tenant, InvoiceExport.invoice_id.in_(invoice_ids))
    return {
        row.invoice_id: ExportStanding(
            row.state,
            row.synced_at,
            row.entry_number,
            row.id,
            is_approved=row.approved_digest is not None,
            approval_lapsed=row.approval_lapsed,
            problems=row.problems,
            ignored_reason=row.ignored_reason,
        )
        for row in session.execute(query)
    }


def names_of(session: Session, tenant: str, ids: Collection[str]) -> dict[str, str]:
    """Code and name of those of the relations and G/L accounts that the mirror knows, by id."""
    place = place_of(connection_of(session, tenant)) if ids else None
    if place is None:
        return {}
    relations = relation_table.accounts_of(session, *place, ids)
    ledgers = list_table.rows_under(session, *place, Resource.GL_ACCOUNTS, ids)
    named = {account.id: f"{account.code} {account.name}" for account in relations}
    return named | {row["id"]: f"{row['code']} {row['description']}" for row in ledgers}


def journal_name(session: Session, tenant: str, code: str) -> str:
    """Code and name of a journal of the tenant's administration; the code alone when the mirror does not know it."""
    place = place_of(connection_of(session, tenant))
    rows = list_table.rows_of(session, *place, Resource.JOURNALS) if place and code else []
    return next((f"{code} {row['description']}" for row in rows if row["code"] == code), code)


def state_counts(session: Session, tenant: str) -> dict[State, int]:
    query = select(InvoiceExport.state, func.count()).where(InvoiceExport.tenant == tenant)
    found = {State(state): count for state, count in session.execute(query.group_by(InvoiceExport.state))}
    return {state: found.get(state, 0) for state in State}


def fallbacks(session: Session, tenant: str) -> list[Fallback]:
    """What went to the default ledger for want of a number, most used first."""
    stored = cast(InvoiceExport.fallbacks, String)
    each = select(stored.label("stored")).where(InvoiceExport.tenant == tenant, text(FELL_BACK)).subquery().c
    counted: Counter[tuple[str | None, str | None, str | None]] = Counter()
    grouped = select(each.stored, func.count()).group_by(each.stored).execution_options(yield_per=500)
    for lines, invoices in session.execute(grouped):
        for key in {(item["product"], item["rate_group"], item["ledger_number"]) for item in json.loads(lines)}:
            counted[key] += invoices
    return [Fallback(*key, invoices=counted[key]) for key in sorted(counted, key=lambda key: -counted[key])]


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
