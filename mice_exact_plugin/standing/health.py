"""How a connection does, as far as known without a call: rights, calls of today, how long the log-in lives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import exists, select

from mice_exact_plugin.access import tokens
from mice_exact_plugin.access.budgets import CallWindow
from mice_exact_plugin.domain.problems import Code
from mice_exact_plugin.domain.run import next_night
from mice_exact_plugin.domain.states import State
from mice_exact_plugin.exact.limits import Span
from mice_exact_plugin.exact.wire.entries import ENTRIES
from mice_exact_plugin.exact.wire.relations import ACCOUNTS
from mice_exact_plugin.exports import queue
from mice_exact_plugin.exports.table import InvoiceExport
from mice_exact_plugin.link.connection import Status, looked_of
from mice_exact_plugin.link.run import last_runs
from mice_exact_plugin.mirror.binding_table import BindingState, DebtorBinding
from mice_exact_plugin.mirror.list_table import mirrors_of
from mice_exact_plugin.standing.overview import token_received_at

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from sqlalchemy.orm import Session

    from mice_exact_plugin.link.connection import Connection

#: The lists whose reading shows a right, by what the right is called in Exact's terms.
_READS = {
    ("GET", "sync/Financial/GLAccounts"): "gl_accounts",
    ("GET", "financial/Journals"): "journals",
    ("GET", "vat/VATCodes"): "vat_codes",
    ("GET", ACCOUNTS): "crm_accounts",
}


@dataclass(frozen=True, slots=True)
class Calls:
    used: int
    maximum: int


@dataclass(frozen=True, slots=True)
class Health:
    """`rights`: by method and endpoint, whether it is there; None where nothing has told yet."""

    rights: Mapping[tuple[str, str], bool | None]
    calls: Calls | None
    valid_until: datetime | None
    night: datetime
    """A moment that has the hour at which runs begin."""


def of(session: Session, connection: Connection, now: datetime) -> Health:
    """Only reads, within the caller's transaction."""
    received_at = token_received_at(session, connection)
    return Health(
        rights=_rights(session, connection),
        calls=_calls(session, connection, now),
        valid_until=tokens.dies_at(received_at) if received_at and connection.status != Status.DEAD else None,
        night=connection.next_run_at or next_night(now, connection.tenant),
    )


def _rights(session: Session, connection: Connection) -> dict[tuple[str, str], bool | None]:
    mirrors = mirrors_of(session, connection.site, connection.division or 0)
    rights: dict[tuple[str, str], bool | None] = {}
    for right, resource in _READS.items():
        mirror = mirrors.get(resource)
        rights[right] = True if mirror is not None and mirror.is_complete else None
    looked = looked_of(connection)
    seen = looked["rights"] if looked else {}
    rights["POST", ENTRIES] = _has_booked(session, connection) or seen.get(f"POST {ENTRIES}")
    rights["POST", ACCOUNTS] = _has_made_relations(session, connection) or seen.get(f"POST {ACCOUNTS}")
    lost = queue.blocked_with(session, connection.tenant, Code.DEBTOR_RIGHT_MISSING)
    for problem in (problem for row in lost for problem in row.problems):
        if problem.code is Code.DEBTOR_RIGHT_MISSING:
            rights[problem.params["denial"][0], ACCOUNTS] = False
    ended = next((run for run in last_runs(session, connection.tenant, 2) if run.finished_at), None)
    if ended is not None and ended.reason == "right_missing":
        rights[str(ended.details.get("method")), str(ended.details.get("endpoint"))] = False
    return rights


def _has_booked(session: Session, connection: Connection) -> bool:
    booked = exists().where(
        InvoiceExport.tenant == connection.tenant,
        InvoiceExport.state == State.SYNCED,
        InvoiceExport.site == connection.site,
        InvoiceExport.division == connection.division,
        InvoiceExport.synced_at >= connection.connected_at,
    )
    return bool(session.scalar(select(booked)))


def _has_made_relations(session: Session, connection: Connection) -> bool:
    made = exists().where(
        DebtorBinding.site == connection.site,
        DebtorBinding.division == connection.division,
        DebtorBinding.state == BindingState.BOUND,
        DebtorBinding.attempted_at >= connection.connected_at,
    )
    return bool(session.scalar(select(made)))


def _calls(session: Session, connection: Connection, now: datetime) -> Calls | None:
    """Of the running day; of one that is over nothing is used."""
    window = session.get(CallWindow, (connection.site, connection.app, connection.division, str(Span.DAY)))
    if window is None:
        return None
    return Calls(window.used if window.resets_at > now else 0, window.maximum)
