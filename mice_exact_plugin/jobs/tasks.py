"""The job functions: thin, carrying ids, and safe to run twice or not at all; and waking somebody up for a run."""

from __future__ import annotations

import signal
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from flask import current_app

from mice_exact_plugin.booking import nightly, starting
from mice_exact_plugin.booking.leaving import SLICE_OVER
from mice_exact_plugin.deposits import comparing
from mice_exact_plugin.golive import trial
from mice_exact_plugin.jobs.beside import work_off
from mice_exact_plugin.jobs.queues import enqueue_comparison, enqueue_slice, enqueue_trial, take_next, waiting
from mice_exact_plugin.link.run import RunState
from mice_exact_plugin.runtime import extension
from mice_exact_plugin.setup import upkeep

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from mice_exact_plugin.booking.leaving import SliceReport
    from mice_exact_plugin.exact.pace import Pace
    from mice_exact_plugin.runtime import Runtime


@contextmanager
def job_context() -> Iterator[Runtime]:
    """The runtime inside an application context of its own; the worker runs inside the host's command context."""
    runtime = extension(current_app).runtime
    with runtime.host.app_context():
        yield runtime


def wake(runtime: Runtime, run_id: int, at: datetime | None = None) -> None:
    """Enqueue the next slice of a run, now or at a moment (UTC); nothing when it has ended or is being worked on."""
    mark = nightly.mark_of(runtime, run_id)
    if mark is not None:
        enqueue_slice(runtime.host.redis, run_id, mark, at)


def tick(slot: str) -> None:
    """Start the runs whose night has come, pick up runs that wait or fell silent, and keep log-ins alive.

    Args:
        slot: the moment this tick was meant for; it only makes the job's payload readable.
    """
    with job_context() as runtime:
        starting.start_due(runtime)
        try:
            _wake_all(runtime)
        finally:
            # Mails and log-ins need no queue.
            upkeep.on_tick(runtime)


def _wake_all(runtime: Runtime) -> None:
    """Whatever waits; what was started just now does too."""
    for run_id, mark in nightly.to_resume(runtime).items():
        enqueue_slice(runtime.host.redis, run_id, mark)
    for trial_id, mark in trial.to_resume(runtime).items():
        enqueue_trial(runtime.host.redis, trial_id, mark)
    for comparison_id, mark in comparing.to_resume(runtime).items():
        enqueue_comparison(runtime.host.redis, comparison_id, mark)


def work_on_run(run_id: int) -> None:
    """A slice of this run, and of the runs that wait behind it, for as long as one slice may last.

    A process that has done one run has every statement compiled, so the next one costs it a quarter.
    """
    runtime = extension(current_app).runtime
    should_stop = stop_after(runtime)

    def following() -> int | None:
        return None if should_stop() else take_next(runtime.host.redis)

    def work_on(run_id: int, pace: Pace) -> None:
        with runtime.host.app_context():
            _work_on(runtime, run_id, should_stop, pace)

    work_off(run_id, following, work_on)


def wake_for_trial(runtime: Runtime, trial_id: int) -> None:
    """Enqueue the work on a trial run; nothing when it is over or somebody is at it."""
    mark = trial.mark_of(runtime, trial_id)
    if mark is not None:
        enqueue_trial(runtime.host.redis, trial_id, mark)


def work_on_trial(trial_id: int) -> None:
    """A trial run, for as long as one slice may last."""
    with job_context() as runtime:
        if not trial.work_on(runtime, trial_id, stop_after(runtime)):
            wake_for_trial(runtime, trial_id)


def wake_for_comparison(runtime: Runtime, comparison_id: int) -> None:
    """Enqueue the work on a comparison of deposits; nothing when it is over or somebody is at it."""
    mark = comparing.mark_of(runtime, comparison_id)
    if mark is not None:
        enqueue_comparison(runtime.host.redis, comparison_id, mark)


def work_on_comparison(comparison_id: int) -> None:
    """A comparison of deposits, begun anew where a worker had to end."""
    with job_context() as runtime:
        if not comparing.work_on(runtime, comparison_id, stop_after(runtime)):
            wake_for_comparison(runtime, comparison_id)


def _work_on(runtime: Runtime, run_id: int, should_stop: Callable[[], bool], pace: Pace) -> None:
    """One slice of a run; when it is not finished, its successor is enqueued."""
    redis = runtime.host.redis
    report = nightly.work_on(runtime, run_id, should_stop, lambda: waiting(redis), pace)
    while _is_short_wait(runtime, report) and not should_stop():
        with pace.waiting():
            time.sleep(max(_wait(runtime, report), 0))
        report = nightly.work_on(runtime, run_id, should_stop, lambda: waiting(redis), pace)
    if report.state is RunState.WAITING and report.resume_at is not None:
        wake(runtime, run_id, report.resume_at if _wait(runtime, report) > 0 else None)


def _is_short_wait(runtime: Runtime, report: SliceReport) -> bool:
    """A wait of a few seconds is sat out; a longer one gives the worker to somebody else, as does who had a turn."""
    if report.state is not RunState.WAITING or report.resume_at is None or report.reason == SLICE_OVER:
        return False
    return _wait(runtime, report) <= runtime.config.patience.total_seconds()


def _wait(runtime: Runtime, report: SliceReport) -> float:
    assert report.resume_at is not None, "only a report that names a moment is waited for"
    return (report.resume_at - runtime.now()).total_seconds()


def stop_after(runtime: Runtime) -> Callable[[], bool]:
    """Whether this slice should end: its time is over, or the worker was asked to stop (SIGTERM)."""
    end = time.monotonic() + runtime.config.slice.total_seconds()
    asked: list[int] = []
    signal.signal(signal.SIGTERM, lambda number, frame: asked.append(number))
    return lambda: bool(asked) or time.monotonic() >= end
