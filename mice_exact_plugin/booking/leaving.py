"""How a slice leaves its run: to be continued at a moment, or ended, with what stood in the way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mice_exact_plugin.domain.export_state import State
from mice_exact_plugin.domain.figures import figures, settled, total
from mice_exact_plugin.exact.wire.relations import ACCOUNTS
from mice_exact_plugin.services.obstacles import Obstacle, cause_of
from mice_exact_plugin.store import export_queue as queue
from mice_exact_plugin.store.audit import SYSTEM, record
from mice_exact_plugin.store.base import step
from mice_exact_plugin.store.sync_run import RunState, SyncRun, run_before

if TYPE_CHECKING:
    from datetime import datetime

    from mice_exact_plugin.services.runtime import Runtime

#: The width of the column that holds a reason.
REASON = 60


@dataclass(frozen=True, slots=True)
class SliceReport:
    """How a slice left its run: finished, or to be continued at `resume_at`."""

    run_id: int
    state: RunState
    reason: str | None = None
    resume_at: datetime | None = None


def pause(runtime: Runtime, run_id: int, obstacle: Obstacle, until: datetime) -> SliceReport:
    with step(runtime.session):
        run = runtime.session.get_one(SyncRun, run_id)
        _note(runtime, run, obstacle)
        run.state, run.resume_at, run.beat_at = RunState.WAITING, until, runtime.now()
        return SliceReport(run_id, RunState.WAITING, run.reason, until)


def stop(runtime: Runtime, run_id: int, obstacle: Obstacle, *, actor: str = SYSTEM) -> SliceReport:
    """End the run before all was done; the next night begins anew."""
    with step(runtime.session):
        run = runtime.session.get_one(SyncRun, run_id)
        _note(runtime, run, obstacle)
        _end(runtime, run, RunState.STOPPED, actor)
        return SliceReport(run_id, RunState.STOPPED, run.reason)


def finish(runtime: Runtime, run_id: int) -> SliceReport:
    """Everything that was due has had its turn; a right that only some invoices wait for is kept as the reason."""
    with step(runtime.session):
        run = runtime.session.get_one(SyncRun, run_id)
        run.reason, run.details = None, {}
        if lost := run.memory.get("lost_rights"):
            method, kind = min(lost.items())
            _note(runtime, run, Obstacle("no_relation_right", {"kind": kind, "method": method, "endpoint": ACCOUNTS}))
        _end(runtime, run, RunState.DONE)
        return SliceReport(run_id, RunState.DONE)


def figures_of(runtime: Runtime, run: SyncRun) -> dict[str, int]:
    """What the run came to, or has come to so far: one statement, however many invoices there are."""
    if run.outcomes is not None:
        return run.outcomes
    rows = queue.standing_after(runtime.session, run.tenant, run.id, runtime.now())
    return figures((State(state), adopted, bool(waits), count) for state, adopted, waits, count in rows)


def _end(runtime: Runtime, run: SyncRun, state: RunState, actor: str = SYSTEM) -> None:
    now = runtime.now()
    run.state, run.finished_at, run.outcomes = state, now, figures_of(runtime, run)
    run.counts = {**run.counts, "blocked_before": queue.blocked_before(runtime.session, run.tenant, run.id)}
    run.total, run.handled = total(run.outcomes), settled(run.outcomes)
    details = {**run.details, "outcomes": run.outcomes}
    record(runtime.session, run.tenant, "run_ended", at=now, actor=actor, state=state, reason=run.reason, **details)


def _note(runtime: Runtime, run: SyncRun, obstacle: Obstacle) -> None:
    details = {**obstacle.details, "since": _since(runtime, run, obstacle)}
    run.reason, run.details = obstacle.reason[:REASON], details


def _since(runtime: Runtime, run: SyncRun, obstacle: Obstacle) -> str:
    """Since when this has stood in the way: the run itself knows, or the one before it ended with the same."""
    before = run_before(runtime.session, run)
    for earlier in (run, before):
        if earlier is not None and cause_of(earlier.reason, earlier.details) == obstacle.cause:
            return _told(earlier, runtime.now())
    return runtime.now().isoformat(timespec="seconds")


def _told(run: SyncRun, now: datetime) -> str:
    """A run of 0.1 kept no details: its end is the earliest that is known."""
    since: Any = run.details.get("since")
    return str(since or (run.finished_at or now).isoformat(timespec="seconds"))
