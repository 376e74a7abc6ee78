"""Opening a slice: mirror, settings and the line to Exact together; what was counted is kept however it ends."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.schedule import AMSTERDAM
from mice_exact_plugin.exact.client import ExactClient
from mice_exact_plugin.exact.transport import Transport
from mice_exact_plugin.services import readiness
from mice_exact_plugin.services.access.gate import Gate
from mice_exact_plugin.services.mirror import reference_data
from mice_exact_plugin.services.posting import progress
from mice_exact_plugin.services.posting.work import Work
from mice_exact_plugin.services.runtime import Link, NotConnected, Runtime
from mice_exact_plugin.store.base import step
from mice_exact_plugin.store.connection import Connection
from mice_exact_plugin.store.settings import settings_of
from mice_exact_plugin.store.sync_run import RunState, SyncRun

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mice_exact_plugin.domain.settings import LinkSettings
    from mice_exact_plugin.store import lease as leases


@contextmanager
def opened(
    runtime: Runtime, link: Link, run_id: int, held: leases.Lease, should_stop: Callable[[], bool]
) -> Iterator[Work]:
    """Everything a slice needs, with its line to Exact; what was counted is kept however the slice ends."""
    gate = Gate(runtime, link.app, link.exact_user, held)
    reference = reference_data.reference_data(runtime, link)
    with step(runtime.session):
        run = runtime.session.get_one(SyncRun, run_id)
        connection = runtime.session.get_one(Connection, link.connection_id)
        settings = settings_of(runtime.session, link.tenant, *link.place)
        verifying = connection.verify_reason is not None
        run.state, run.beat_at = RunState.RUNNING, runtime.now()
        counts, memory = dict(run.counts), dict(run.memory)
    if settings is None:
        raise NotConnected(link.tenant)
    with Transport(link.app.base_url, runtime.config.deadline, gate) as transport:
        work = Work(
            runtime=runtime,
            link=link,
            reference=reference,
            settings=settings,
            today=runtime.now().astimezone(AMSTERDAM).date(),
            client=ExactClient(transport, link.division, runtime.config.slice / 2),
            lease=held,
            run_id=run_id,
            should_stop=lambda: should_stop() or not _is_as_it_was(runtime, link, settings),
            verifying=verifying,
            entry_id_kept=link.entry_id_kept,
        )
        progress.recall(work, counts, memory)
        before = dict(work.counts)
        try:
            yield work
        finally:
            work.counts["calls"] = before.get("calls", 0) + gate.calls
            _save(runtime, work, got_on=work.counts["posted"] > before.get("posted", 0))


def _is_as_it_was(runtime: Runtime, link: Link, settings: LinkSettings) -> bool:
    """Asked between two invoices: a switch, a withdrawal, other settings or another administration end the slice."""
    if not readiness.of(runtime, link.tenant).posts:
        return False
    with step(runtime.session):
        connection = runtime.session.get_one(Connection, link.connection_id)
        same = (connection.site, connection.division) == link.place
        return same and settings_of(runtime.session, link.tenant, *link.place) == settings


def _save(runtime: Runtime, work: Work, *, got_on: bool) -> None:
    """Pauses count in a row: a slice that booked something starts them anew."""
    runtime.session.rollback()
    with step(runtime.session):
        run = runtime.session.get_one(SyncRun, work.run_id)
        progress.remember(work, run)
        if got_on:
            run.pauses = run.failures = 0
            run.details = {}
