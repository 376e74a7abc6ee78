"""The life of a run: started once, worked on in slices under the writer's lease, ended with a reason."""

from __future__ import annotations

import logging
import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from random import random
from typing import TYPE_CHECKING

from mice_exact_plugin.access import lease as leases
from mice_exact_plugin.access.tokens import UNANSWERED, mark_dead
from mice_exact_plugin.booking import leaving, quiet
from mice_exact_plugin.booking.leaving import SLICE_OVER, Obstacle, SliceReport, finish, pause, stop
from mice_exact_plugin.booking.opening import Worker, opened, told_apart
from mice_exact_plugin.booking.slice import SliceEnd, run_slice
from mice_exact_plugin.booking.starting import NIGHT
from mice_exact_plugin.database import step
from mice_exact_plugin.domain.run import is_endpoint, next_night
from mice_exact_plugin.domain.states import backoff
from mice_exact_plugin.errors import ConnectionDead, LeaseLost, LinkChanged, LinkError
from mice_exact_plugin.exact.pace import Pace
from mice_exact_plugin.exports import sweeping
from mice_exact_plugin.link import readiness
from mice_exact_plugin.link.connection import Link, connection_of
from mice_exact_plugin.link.run import RunState, SyncRun, begin, run_of, runs_to_resume
from mice_exact_plugin.logs import trouble
from mice_exact_plugin.runtime import Runtime
from mice_exact_plugin.standing import notices

if TYPE_CHECKING:
    from datetime import datetime


logger = logging.getLogger("mice_exact_plugin.nightly")
#: After this many growing pauses (about four hours) a run gives up until the next night.
MOST_PAUSES = 8
#: As long as that takes, what Exact refuses too often is tried again each time it has rested.
LONGEST_REST = timedelta(hours=4)
#: Slices in a row that ended in a way that nobody foresaw, after which a run gives up as well.
MOST_FAILURES = 3


def to_resume(runtime: Runtime) -> dict[int, str]:
    """Unfinished runs whose pause is over, or silent for twice the lease as their slice died; each with its mark."""
    now = runtime.now()
    with step(runtime.session):
        found = runs_to_resume(runtime.session, now, now - 2 * runtime.config.lease)
    return {run_id: _mark(beat_at) for run_id, beat_at in found.items()}


def mark_of(runtime: Runtime, run_id: int) -> str | None:
    """What tells the next slice of a run from all others; None when it has ended or somebody is at work on it."""
    with step(runtime.session):
        run = run_of(runtime.session, run_id)
        if run is None or run.finished_at is not None:
            return None
        if run.state == RunState.RUNNING and run.beat_at > runtime.now() - runtime.config.lease:
            return None
        return _mark(run.beat_at)


def _mark(beat_at: datetime) -> str:
    return f"{beat_at:%Y%m%dT%H%M%S%f}"


def work_on(
    runtime: Runtime,
    run_id: int,
    should_stop: Callable[[], bool],
    waiting: Callable[[], int] = lambda: 0,
    pace: Pace | None = None,
) -> SliceReport:
    """One slice of a run, under the writer's lease of its administration. Whatever happens, its end is written down.

    Args:
        should_stop: asked between two invoices; True ends the slice there.
        waiting: how many others want to be worked on; a slice that had its turn gives way to them.
        pace: where it can be seen from another thread that an answer is waited for.
    """
    try:
        report = _work_on(runtime, run_id, Worker(should_stop, waiting, pace or Pace()))
    except Exception as error:
        trouble(logger, error, "run %s met what nobody foresaw", run_id)
        runtime.session.rollback()
        report = _failed(runtime, run_id, leaving.unforeseen(error))
    if report.state in (RunState.DONE, RunState.STOPPED) and not report.is_told:
        notices.after_run(runtime, run_id)
    return report


@dataclass(frozen=True, slots=True)
class _Found:
    """A run as it was when this worker came to it.

    Attributes:
        is_new: nothing was done of it yet but, perhaps, a sweep.
        was_at_work: a slice began and did not end. `at_work`: it may still be at it.
        beat_at: the last sign of life, which may be our own.
    """

    tenant: str
    place: tuple[str, int]
    trigger: str
    is_new: bool
    was_at_work: bool
    at_work: bool
    beat_at: datetime


def _come_to(runtime: Runtime, run_id: int) -> _Found | SliceReport:
    """What is to be done of a run, or how it ended. Its record is let go: every commit would expire it anew."""
    with step(runtime.session):
        run = run_of(runtime.session, run_id)
        if run is None or run.finished_at is not None:
            return SliceReport(run_id, RunState(run.state) if run else RunState.DONE, run.reason if run else None)
        return _found(runtime, run)


def _found(runtime: Runtime, run: SyncRun) -> _Found:
    now, was_at_work = runtime.now(), run.state == RunState.RUNNING
    at_work = was_at_work and run.beat_at > now - runtime.config.lease
    found = _Found(
        run.tenant, (run.site, run.division), run.trigger, run.phase is None, was_at_work, at_work, run.beat_at
    )
    if at_work or not found.is_new:
        return found
    # The sweep may last for minutes, in which no other worker is to begin.
    is_ours = begin(runtime.session, run, now)
    return replace(found, at_work=not is_ours, beat_at=now)


def _work_on(runtime: Runtime, run_id: int, worker: Worker) -> SliceReport:
    found = _come_to(runtime, run_id)
    if isinstance(found, SliceReport):
        return found
    if found.is_new and found.at_work:
        return _at_work_already(runtime, run_id)
    # Without its credentials here nothing can be said of the link, and another process may have them.
    runtime.config.app(found.place[0])
    ready = _still_ready(runtime, found.tenant)
    if isinstance(ready, Obstacle):
        return stop(runtime, run_id, ready)
    link = ready.link
    if link.place != found.place:
        # What this run has read and learnt is of another administration.
        return stop(runtime, run_id, Obstacle("administration_changed"))
    if found.is_new:
        sweeping.sweep(runtime, link, ready.granted_at)
        if found.trigger == NIGHT and (report := quiet.rests(runtime, link, run_id)):
            return report
    held = leases.take(runtime, link.writer_key, uuid.uuid4().hex, runtime.config.lease)
    if held is None and found.at_work:
        return _at_work_already(runtime, run_id)
    if held is None:
        until = runtime.now() + runtime.config.pause
        return pause(runtime, run_id, Obstacle("writer_busy"), until, beat_at=found.beat_at)
    try:
        if found.was_at_work and _count_failure(runtime, run_id) >= MOST_FAILURES:
            # Nobody else has the lease, so the slice before this one ended without a word.
            return stop(runtime, run_id, Obstacle("slice_died"))
        return _slice(runtime, link, run_id, held, worker)
    finally:
        leases.release(runtime, held)


def _at_work_already(runtime: Runtime, run_id: int) -> SliceReport:
    return SliceReport(run_id, RunState.RUNNING, "at_work_already", runtime.now() + runtime.config.pause)


def _still_ready(runtime: Runtime, tenant: str) -> readiness.Posting | Obstacle:
    found = readiness.posting(runtime, tenant)
    return found if isinstance(found, readiness.Posting) else Obstacle(str(found.next_step or found.stage))


def _slice(runtime: Runtime, link: Link, run_id: int, held: leases.Lease, worker: Worker) -> SliceReport:
    try:
        with opened(runtime, link, run_id, held, worker) as work, told_apart(work):
            end = run_slice(work)
    except LeaseLost:
        # Another worker took over: it recovers what we left, and the run's row is its business now.
        return SliceReport(run_id, RunState.WAITING, "lease_lost", runtime.now() + runtime.config.pause)
    except LinkChanged:
        return _after(runtime, run_id, SliceEnd(is_done=False))
    except ConnectionDead as error:
        mark_dead(runtime, link.log_in, str(error))
        return stop(runtime, run_id, leaving.obstacle_of(error))
    except LinkError as error:
        obstacle = leaving.obstacle_of(error)
        if obstacle.reason == "broken":
            trouble(logger, error, "run %s is broken", run_id)
        return _hindered(runtime, run_id, obstacle)
    return _after(runtime, run_id, end)


def _hindered(runtime: Runtime, run_id: int, obstacle: Obstacle) -> SliceReport:
    """What time cures is waited for: until the moment that is known, else a growing while, and then the next night.

    When a log-in may be refreshed again is known, and not whether it will be: a run that waited for that without end
    would be told to nobody.
    """
    if not obstacle.passes:
        return stop(runtime, run_id, obstacle)
    logger.info("run %s: %s", run_id, obstacle.reason)
    if obstacle.until is not None and obstacle.reason != UNANSWERED:
        rests_in_vain = _rests_in_vain(runtime, run_id, obstacle)
        return stop(runtime, run_id, obstacle) if rests_in_vain else pause(runtime, run_id, obstacle, obstacle.until)
    with step(runtime.session):
        run = runtime.session.get_one(SyncRun, run_id)
        run.pauses += 1
        pauses = run.pauses
    if pauses > MOST_PAUSES:
        return stop(runtime, run_id, obstacle)
    return _pause_growing(runtime, run_id, obstacle, pauses)


def _rests_in_vain(runtime: Runtime, run_id: int, obstacle: Obstacle) -> bool:
    """Whether a run that has booked nothing for hours rests once more because Exact refuses too often."""
    if not is_endpoint(obstacle.reason):
        return False
    with step(runtime.session):
        run = runtime.session.get_one(SyncRun, run_id)
        return not run.counts.get("posted") and runtime.now() >= run.started_at + LONGEST_REST


def _failed(runtime: Runtime, run_id: int, obstacle: Obstacle) -> SliceReport:
    """Tried again a few times, because a deadlock or a host that restarts looks like a bug; then the night is over."""
    failures = _count_failure(runtime, run_id)
    if failures >= MOST_FAILURES or not obstacle.passes:
        return stop(runtime, run_id, obstacle)
    return _pause_growing(runtime, run_id, obstacle, failures)


def _count_failure(runtime: Runtime, run_id: int) -> int:
    with step(runtime.session):
        run = runtime.session.get_one(SyncRun, run_id)
        run.failures += 1
        return run.failures


def _pause_growing(runtime: Runtime, run_id: int, obstacle: Obstacle, pauses: int) -> SliceReport:
    wait = backoff(pauses, random(), runtime.config.pause)  # noqa: S311 - jitter
    now = runtime.now()
    return pause(runtime, run_id, obstacle, max(now + wait, obstacle.until or now))


def _after(runtime: Runtime, run_id: int, end: SliceEnd) -> SliceReport:
    if not end.is_done:
        return pause(runtime, run_id, Obstacle(SLICE_OVER), runtime.now())
    if end.search_again_at is not None:
        _bring_forward(runtime, run_id, end.search_again_at)
    return finish(runtime, run_id)


def _bring_forward(runtime: Runtime, run_id: int, at: datetime) -> None:
    """What has an unknown outcome is searched for again as soon as time can tell, not only the next night."""
    with step(runtime.session):
        run = runtime.session.get_one(SyncRun, run_id)
        connection = connection_of(runtime.session, run.tenant)
        assert connection is not None, "a run has one"
        following = connection.next_run_at or next_night(runtime.now(), run.tenant)
        connection.next_run_at = min(following, at)
