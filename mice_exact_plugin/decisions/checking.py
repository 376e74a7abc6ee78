"""`flask exact verify --booked`: every booked invoice of a tenant compared with its entry, many in a call."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mice_exact_plugin import sight
from mice_exact_plugin.access.line import writing_client
from mice_exact_plugin.booking import leaving
from mice_exact_plugin.booking.search import batches
from mice_exact_plugin.database import step
from mice_exact_plugin.decisions.looking import Look, Result, judged, lines_known_to_differ, remark
from mice_exact_plugin.domain.kept import Why
from mice_exact_plugin.domain.states import State
from mice_exact_plugin.errors import RightMissing, TryLater
from mice_exact_plugin.exact.wire.entries import ENTRIES
from mice_exact_plugin.exports import queue
from mice_exact_plugin.link.connection import link_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mice_exact_plugin.exact.client import ExactClient
    from mice_exact_plugin.exports.export import Export
    from mice_exact_plugin.runtime import Runtime


@dataclass(frozen=True, slots=True)
class Finding:
    """An invoice whose entry is not what was sent."""

    identifier: str
    entry_number: int | None
    look: Look


@dataclass(frozen=True, slots=True)
class Checked:
    """How many were compared, what was found, and how many are left: `why` and `details` are what stood in the way."""

    compared: int
    findings: tuple[Finding, ...]
    left: int
    why: str | None = None
    details: Why = field(default_factory=Why)


def check_booked(runtime: Runtime, tenant: str) -> Checked:
    """Compare every booked invoice of the present administration with its entry; Busy while a run is at work."""
    link = link_of(runtime, tenant)
    with step(runtime.session):
        rows = queue.in_state(runtime.session, tenant, State.SYNCED)
    mine = [row for row in rows if row.entry_id and (row.site, row.division) == link.place]
    findings: list[Finding] = []
    compared = 0
    why: str | None = None
    details: Why = {}
    with writing_client(runtime, link) as client:
        for batch in batches(mine):
            try:
                findings += _check(runtime, client, batch)
            except (TryLater, RightMissing) as error:
                obstacle = leaving.obstacle_of(error)
                why, details = obstacle.reason, obstacle.details
                break
            compared += len(batch)
    return Checked(compared, tuple(findings), len(mine) - compared, why, details)


def _check(runtime: Runtime, client: ExactClient, rows: Sequence[Export]) -> list[Finding]:
    ids = [row.entry_id for row in rows if row.entry_id]
    seen = {entry.entry_id: entry for entry in client.find_entries(ids, [])}
    if not seen:
        sight.demand(client, ENTRIES)
    findings, known = [], lines_known_to_differ(runtime, rows)
    for row in rows:
        look = judged(runtime, row, seen.get(row.entry_id or ""), known[row.id])
        with step(runtime.session):
            remark(runtime, row, look)
        if look.result is not Result.EQUAL:
            findings.append(Finding(row.identifier, row.entry_number, look))
    return findings
