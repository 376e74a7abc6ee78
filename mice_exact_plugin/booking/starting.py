"""How a run begins: asked for by a person or a command, or by the tick, once for each night of a tenant."""

from __future__ import annotations

import logging
from contextlib import suppress

# Any: SQLAlchemy does not know the types of inserted values.
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError

from mice_exact_plugin.audit import SYSTEM, record, record_all
from mice_exact_plugin.booking import leaving
from mice_exact_plugin.booking.leaving import Obstacle, stop
from mice_exact_plugin.config import ConfigurationError
from mice_exact_plugin.database import step
from mice_exact_plugin.domain.run import next_night
from mice_exact_plugin.errors import LinkError
from mice_exact_plugin.exact.sites import Place
from mice_exact_plugin.link import readiness
from mice_exact_plugin.link.connection import (
    Link,
    claim_due_night,
    claim_due_nights,
    connection_of,
    connections_due,
    connections_of,
)
from mice_exact_plugin.link.run import RunState, SyncRun, is_refused_as_second, open_run, tenants_with_open_run
from mice_exact_plugin.logs import trouble
from mice_exact_plugin.standing import notices

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mice_exact_plugin.runtime import Runtime

logger = logging.getLogger("mice_exact_plugin.nightly")
#: What the runs of the night are started by; whoever else starts one wants Exact to be asked.
NIGHT = "night"
#: Nights that begin together: their rows are locked for a few milliseconds.
BATCH = 100


class RunRefused(LinkError):
    """No run can start now; the message is the code of the reason."""


class RunIsOpen(LinkError):
    """The tenant has an unfinished run, and has no more than one."""


def start(runtime: Runtime, tenant: str, *, trigger: str, actor: str = SYSTEM) -> int:
    """Open a run and return its id; RunRefused when the tenant is not ready. An open run is returned as it is."""
    link = _ready_link(runtime, tenant)
    try:
        with step(runtime.session):
            return _add_run(runtime, tenant, link.place, trigger, actor)
    except RunIsOpen:
        return _open_run_id(runtime, tenant)


def start_due(runtime: Runtime) -> list[int]:
    """Start the runs whose night has come: of any number of schedulers exactly one starts each."""
    started: list[int] = []
    after = 0
    while True:
        with step(runtime.session):
            due = connections_due(runtime.session, runtime.now(), after, BATCH)
            found = [(each.id, each.tenant, each.site) for each in due]
        if not found:
            return started
        after = found[-1][0]
        started += _start_nights(
            runtime, [tenant for _, tenant, site in found if _is_known_here(runtime, tenant, site)]
        )


def _is_known_here(runtime: Runtime, tenant: str, site: str) -> bool:
    """A process without the credentials of a country version leaves its nights to others: nobody has to log in."""
    try:
        runtime.config.app(site)
    except ConfigurationError as error:
        logger.error("no run for %s: %s", tenant, error)
        return False
    return True


def _start_nights(runtime: Runtime, tenants: Sequence[str]) -> list[int]:
    """Together in a few statements; where that fails one by one, so that one tenant costs the others nothing."""
    try:
        return _begin_nights(runtime, tenants)
    except Exception as error:  # whatever the host raises of a tenant, or a person who starts a run at this moment
        logger.info("%s nights begin one by one: %s", len(tenants), type(error).__name__)
        runtime.session.rollback()
    return [run_id for tenant in tenants if (run_id := _start_night(runtime, tenant)) is not None]


def _begin_nights(runtime: Runtime, tenants: Sequence[str]) -> list[int]:
    """Nights are claimed and their runs added in one transaction, which asks the host nothing."""
    with step(runtime.session):
        connections = connections_of(runtime.session, tenants)
        ready = {tenant for tenant, found in readiness.of_many(runtime, connections).items() if found.posts}
        places = {each.id: (each.tenant, (each.site, each.division or 0)) for each in connections}
    now = runtime.now()
    with step(runtime.session):
        following = {row_id: next_night(now, tenant) for row_id, (tenant, _) in places.items()}
        claimed = [places[row_id] for row_id in claim_due_nights(runtime.session, following, now)]
        is_open = tenants_with_open_run(runtime.session, [tenant for tenant, _ in claimed])
        runs = [_run(now, *each, NIGHT, SYSTEM) for each in claimed if each[0] in ready - is_open]
        started = _add_runs(runtime, now, runs) if runs else []
    for tenant in sorted({tenant for tenant, _ in claimed} - ready):
        logger.info("no run for %s: it is not ready", tenant)
        notices.review(runtime, tenant)
    return started


def _add_runs(runtime: Runtime, now: datetime, runs: Sequence[dict[str, Any]]) -> list[int]:
    record_all(runtime.session, [run["tenant"] for run in runs], "run_started", at=now, trigger=NIGHT)
    return list(runtime.session.scalars(insert(SyncRun).returning(SyncRun.id), runs))


def _start_night(runtime: Runtime, tenant: str) -> int | None:
    """What goes wrong with one tenant costs the others nothing, and it is not tried again until the next night."""
    try:
        return _begin_night(runtime, _ready_link(runtime, tenant))
    except RunIsOpen:
        logger.info("no run for %s: one is open", tenant)
    except LinkError as error:
        logger.info("no run for %s: %s", tenant, error)
    except Exception as error:  # whatever the host raises of a tenant that it no longer knows
        trouble(logger, error, "no run for %s", tenant)
        runtime.session.rollback()
        _night_lost(runtime, tenant, leaving.unforeseen(error))
        return None
    with step(runtime.session):
        _claim_night(runtime, tenant)
    notices.review(runtime, tenant)
    return None


def _night_lost(runtime: Runtime, tenant: str, obstacle: Obstacle) -> None:
    """A night on which nothing could even begin is a run that stopped, so that history and mail can tell of it."""
    with suppress(RunIsOpen), step(runtime.session):
        connection = connection_of(runtime.session, tenant)
        if connection is None or not _claim_night(runtime, tenant):
            return
        run_id = _add_run(runtime, tenant, Place(connection.site, connection.division or 0), NIGHT, SYSTEM)
    stop(runtime, run_id, obstacle)


def _begin_night(runtime: Runtime, link: Link) -> int | None:
    """The night is claimed and its run added in one transaction, so that a tick that dies has done both or neither."""
    with step(runtime.session):
        if not _claim_night(runtime, link.tenant):
            return None
        return _add_run(runtime, link.tenant, link.place, NIGHT, SYSTEM)


def _claim_night(runtime: Runtime, tenant: str) -> bool:
    now, connection = runtime.now(), connection_of(runtime.session, tenant)
    return connection is not None and claim_due_night(runtime.session, connection, now, next_night(now, tenant))


def _ready_link(runtime: Runtime, tenant: str) -> Link:
    found = readiness.posting(runtime, tenant)
    if isinstance(found, readiness.Posting):
        return found.link
    raise RunRefused(str(found.next_step or found.stage))


def _add_run(runtime: Runtime, tenant: str, place: Place, trigger: str, actor: str) -> int:
    """RunIsOpen when the tenant has an open run."""
    now = runtime.now()
    run = SyncRun(**_run(now, tenant, place, trigger, actor))
    runtime.session.add(run)
    try:
        runtime.session.flush()
    except IntegrityError as error:
        if is_refused_as_second(error):
            raise RunIsOpen(tenant) from error
        raise
    record(runtime.session, tenant, "run_started", at=now, actor=actor, trigger=trigger)
    return run.id


def _run(now: datetime, tenant: str, place: tuple[str, int], trigger: str, actor: str) -> dict[str, Any]:
    return {
        "tenant": tenant,
        "site": place[0],
        "division": place[1],
        "trigger": trigger,
        "started_by": actor,
        "state": RunState.WAITING,
        "started_at": now,
        "resume_at": now,
        "beat_at": now,
        "counts": {},
        "memory": {},
    }


def _open_run_id(runtime: Runtime, tenant: str) -> int:
    with step(runtime.session):
        run = open_run(runtime.session, tenant)
        if run is None:
            raise RunRefused("run_ended_just_now")
        return run.id
