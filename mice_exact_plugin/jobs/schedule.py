"""The process that queues jobs when their moment has come: RQ's own, for our queue and our jobs only."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from rq.scheduler import RQScheduler
from rq.utils import current_timestamp

from mice_exact_plugin.jobs.queues import queue
from mice_exact_plugin.jobs.sieve import sift

if TYPE_CHECKING:
    from redis import Redis

_AT_ONCE = 1000


class Scheduler(RQScheduler):
    """Without the check of its parent it outlives a worker that was killed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._worker = os.getpid()

    def heartbeat(self) -> None:
        if os.getppid() != self._worker:
            self.request_stop()  # type: ignore[no-untyped-call]  # RQ leaves it untyped
        super().heartbeat()  # type: ignore[no-untyped-call]  # RQ leaves it untyped

    def enqueue_scheduled_jobs(self) -> None:
        """RQ's own reads whatever job is named there, with any serializer's fields, and queues it where it says."""
        self._status = self.Status.WORKING
        if self._acquired_locks:
            enqueue_due(self.connection)
        self._status = self.Status.STARTED


def enqueue_due(redis: Redis) -> None:
    """Queue the scheduled jobs of ours whose moment has come; a name without a job of ours is dropped."""
    sift(redis)
    target = queue(redis)
    registry = target.scheduled_job_registry
    due = registry.get_jobs_to_schedule(current_timestamp(), _AT_ONCE)
    for job_id, job in zip(due, target.job_class.fetch_many(due, redis, target.serializer), strict=True):
        with redis.pipeline() as pipeline:
            if job is not None:
                target._enqueue_job(job, pipeline=pipeline)  # RQ has no public way to queue a job that exists
            registry.remove(job_id, pipeline=pipeline)
            pipeline.execute()
