"""Taking the link away from a tenant for good: everything goes but what is the bookkeeper's proof.

The rows of the invoices, the remarks and decisions on them and the audit trail stay; `db downgrade base` removes those
too, for whoever may.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from mice_exact_plugin.audit import COMMAND_LINE, record
from mice_exact_plugin.database import step
from mice_exact_plugin.domain.states import State
from mice_exact_plugin.erasing import statements as erasure
from mice_exact_plugin.errors import LinkError
from mice_exact_plugin.link.connection import Connection
from mice_exact_plugin.link.run import open_run
from mice_exact_plugin.manifest import NAME
from mice_exact_plugin.runtime import Person
from mice_exact_plugin.setup import connect
from mice_exact_plugin.standing.overview import state_counts

if TYPE_CHECKING:
    from mice_exact_plugin.runtime import Runtime


class UninstallRefused(LinkError):
    """`run_open`: a run is at work; or `unconfirmed`: what was sent may be in Exact and must be looked for first."""


@dataclass(frozen=True, slots=True)
class Uninstalled:
    """How many rows went; `kept` invoices stay with what became of them, of which `waiting` were never booked."""

    tenant: str
    removed: int
    kept: int
    waiting: int


def tenants(runtime: Runtime) -> list[str]:
    """Every tenant that the link knows, also one that the host has no more."""
    with step(runtime.session):
        return sorted(runtime.session.scalars(select(Connection.tenant)))


def uninstall(runtime: Runtime, tenant: str) -> Uninstalled:
    """Withdraw the link, break the connection, and drop what was kept to book with."""
    with step(runtime.session):
        counts = state_counts(runtime.session, tenant)
        if open_run(runtime.session, tenant) is not None:
            raise UninstallRefused("run_open")
        if counts.get(State.CLAIMED, 0) + counts.get(State.UNCONFIRMED, 0):
            raise UninstallRefused("unconfirmed")
    if tenant in {known.code for known in runtime.host.tenants()}:
        runtime.host.withdraw(tenant, NAME)
    connect.disconnect(runtime, tenant, Person("", COMMAND_LINE))
    with step(runtime.session):
        removed = _clear(runtime, tenant)
        record(runtime.session, tenant, "uninstalled", at=runtime.now(), actor=COMMAND_LINE)
    waiting = counts.get(State.QUEUED, 0) + counts.get(State.BLOCKED, 0)
    return Uninstalled(tenant, removed, sum(counts.values()), waiting)


def _clear(runtime: Runtime, tenant: str) -> int:
    session = runtime.session
    own = [place for place in erasure.places_of(session, tenant) if not erasure.others_in(session, tenant, place)]
    removed = erasure.clear_tenant(session, tenant) + sum(erasure.clear_place(session, place) for place in own)
    return removed + erasure.clear_installation(session)
