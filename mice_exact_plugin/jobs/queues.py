"""The queue of this plugin: JSON payloads only, and ids that say what a job is for."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from rq import Queue
from rq.exceptions import DuplicateJobError
from rq.serializers import JSONSerializer

from mice_exact_plugin.jobs.job import ExactJob

if TYPE_CHECKING:
    from datetime import datetime

    from redis import Redis

QUEUE = "exact"
#: Longer than any slice: it can only hit a process that hangs.
JOB_TIMEOUT = 1800
#: RQ keeps a failed job for a year, and an id that is kept refuses a new job of that id.
FAILURE_TTL = 7 * 86400


def queue(redis: Redis) -> Queue:
    return Queue(QUEUE, connection=redis, serializer=JSONSerializer, job_class=ExactJob)


def enqueue_slice(redis: Redis, run_id: int, at: datetime | None = None) -> None:
    """Wake somebody up to work on a run, now or at a moment (UTC)."""
    options: dict[str, Any] = {"job_timeout": JOB_TIMEOUT, "result_ttl": 0, "failure_ttl": FAILURE_TTL}
    target, name = queue(redis), "mice_exact_plugin.jobs.tasks.work_on_run"
    with suppress(DuplicateJobError):
        if at is None:
            target.enqueue(name, run_id, **options)
        else:
            target.enqueue_at(at, name, run_id, job_id=f"run-{run_id}-{at:%Y%m%dT%H%M%S}", unique=True, **options)
