"""Waking somebody up for a run: one job for a run and slice, however often it is asked for.

With one wake-up for each run in a queue that is first in, first out, no run waits for more than the slice at work and
one of every other run.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mice_exact_plugin.jobs.queues import enqueue_slice
from mice_exact_plugin.services import nightly

if TYPE_CHECKING:
    from datetime import datetime

    from mice_exact_plugin.services.runtime import Runtime


def wake(runtime: Runtime, run_id: int, at: datetime | None = None) -> None:
    """Enqueue the next slice of a run, now or at a moment (UTC); nothing when it has ended or is being worked on."""
    mark = nightly.mark_of(runtime, run_id)
    if mark is not None:
        enqueue_slice(runtime.host.redis, run_id, mark, at)
