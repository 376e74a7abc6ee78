"""The job functions: thin, carrying ids, and safe to run twice or not at all."""

from __future__ import annotations

import signal
import time
from typing import TYPE_CHECKING

from mice_exact_plugin.jobs.context import job_context
from mice_exact_plugin.jobs.queues import enqueue_slice
from mice_exact_plugin.services import nightly, upkeep
from mice_exact_plugin.store.sync_run import RunState

if TYPE_CHECKING:
    from collections.abc import Callable

    from mice_exact_plugin.services.runtime import Runtime


def tick(slot: str) -> None:
    """Start the runs whose night has come, pick up runs that wait or fell silent, and keep log-ins alive.

    Args:
        slot: the moment this tick was meant for; it only makes the job's payload readable.
    """
    with job_context() as runtime:
        for run_id in nightly.start_due(runtime):
            enqueue_slice(runtime.host.redis, run_id)
        for run_id in nightly.to_resume(runtime):
            enqueue_slice(runtime.host.redis, run_id)
        upkeep.daily(runtime)


def work_on_run(run_id: int) -> None:
    """One slice of a run; when it is not finished, its successor is enqueued."""
    with job_context() as runtime:
        report = nightly.work_on(runtime, run_id, stop_after(runtime))
        if report.state is RunState.WAITING and report.resume_at is not None:
            at = None if report.resume_at <= runtime.now() else report.resume_at
            enqueue_slice(runtime.host.redis, run_id, at)


def stop_after(runtime: Runtime) -> Callable[[], bool]:
    """Whether this slice should end: its time is over, or the worker was asked to stop (SIGTERM)."""
    end = time.monotonic() + runtime.config.slice.total_seconds()
    asked: list[int] = []
    signal.signal(signal.SIGTERM, lambda number, frame: asked.append(number))
    return lambda: bool(asked) or time.monotonic() >= end
