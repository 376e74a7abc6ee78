"""How a tenant's link stands, gathered from host and tables: what pages, hooks, commands and mails all ask."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from mice_exact_plugin.domain.standing import Facts, RunFacts, Standing, assess
from mice_exact_plugin.host import offers
from mice_exact_plugin.manifest import NAME
from mice_exact_plugin.services import readiness
from mice_exact_plugin.services.mirror.reference_data import VITAL
from mice_exact_plugin.store.base import step
from mice_exact_plugin.store.connection import connection_of
from mice_exact_plugin.store.reference import mirrors_of
from mice_exact_plugin.store.sync_run import last_runs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mice_exact_plugin.services.runtime import Runtime
    from mice_exact_plugin.store.connection import Connection
    from mice_exact_plugin.store.sync_run import SyncRun


def of(runtime: Runtime, tenant: str) -> Standing:
    """The one answer, in a transaction of its own."""
    with step(runtime.session):
        return read(runtime, tenant)


def read(runtime: Runtime, tenant: str) -> Standing:
    """The same within the caller's transaction: a host's page may ask, and nothing is committed."""
    return assess(_facts(runtime, tenant))


def _facts(runtime: Runtime, tenant: str) -> Facts:
    now, activation = runtime.now(), runtime.host.activation(tenant, NAME)
    connection = connection_of(runtime.session, tenant)
    ready = readiness.judge(runtime, activation, connection)
    if activation is None or activation.withdrawn_at is not None:
        asked_at = offers.activation_asked_at(runtime.host, tenant, NAME)
        withdrawn_at = None if activation is None else activation.withdrawn_at
        return Facts(ready, now, asked_at=asked_at, withdrawn_at=withdrawn_at)
    if connection is None:
        return Facts(ready, now)
    ended, under_way = _runs(runtime, connection)
    return Facts(
        ready,
        now,
        disconnected_at=connection.disconnected_at,
        ended=_ended(runtime, connection, ended) if ended else None,
        under_way=_told(under_way) if under_way else None,
        next_run_at=connection.next_run_at,
        site=connection.site,
    )


def _runs(runtime: Runtime, connection: Connection) -> tuple[SyncRun | None, SyncRun | None]:
    """The last run that ended and the one under way, in the administration of now."""
    place = connection.site, connection.division
    runs = [run for run in last_runs(runtime.session, connection.tenant, 2) if (run.site, run.division) == place]
    ended = next((run for run in runs if run.finished_at is not None), None)
    return ended, next((run for run in runs if run.finished_at is None), None)


def _ended(runtime: Runtime, connection: Connection, run: SyncRun) -> RunFacts | None:
    """None when a person has since done what may cure it: then the next run tells."""
    at = run.finished_at
    assert at is not None, "it has ended"
    acted = (connection.connected_at, connection.load_started_at)
    if any(moment is not None and moment > at for moment in acted):
        return None
    if run.reason == "mirror_incomplete" and _was_read_anew(runtime, run, at):
        return None
    return _told(run)


def _was_read_anew(runtime: Runtime, run: SyncRun, at: datetime) -> bool:
    """Whether every list was read whole since: *Gegevens opnieuw inladen* vouches for all of them."""
    mirrors = mirrors_of(runtime.session, run.site, run.division)
    vital = [mirrors.get(resource) for resource in VITAL]
    return all(mirror is not None and mirror.is_complete and mirror.loaded_at > at for mirror in vital)


def _told(run: SyncRun) -> RunFacts:
    details: Mapping[str, Any] = run.details
    since = _moment(details.get("since")) or run.finished_at or run.started_at
    return RunFacts(run.reason, details, since, run.resume_at if run.finished_at is None else None)


def _moment(text: Any) -> datetime | None:
    try:
        return datetime.fromisoformat(text) if text else None
    except (TypeError, ValueError):
        return None
