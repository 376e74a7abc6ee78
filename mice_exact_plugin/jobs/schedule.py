"""The tick, an RQ cron job that any number of schedulers may run, and the process that queues jobs when due."""

from __future__ import annotations

import os
from datetime import timedelta

# Any: as RQ declares it.
from typing import TYPE_CHECKING, Any

from rq.cron import CronJob, CronScheduler
from rq.exceptions import DuplicateJobError
from rq.scheduler import RQScheduler
from rq.utils import current_timestamp

from mice_exact_plugin.jobs.admission import QUEUE
from mice_exact_plugin.jobs.queues import FAILURE_TTL, queue
from mice_exact_plugin.jobs.sieve import sift
from mice_exact_plugin.jobs.tasks import tick

if TYPE_CHECKING:
    from redis import Redis
    from rq.job import Job

EVERY = timedelta(minutes=5)
#: An id that is kept refuses a second job of that slot, so it must outlive the slot.
RESULT_TTL = int(2 * EVERY.total_seconds())


class Tick(CronJob):
    """RQ's own cron job pickles its payload and is enqueued by every scheduler; this one does neither."""

    def enqueue(self, connection: Redis) -> Job:
        slot = self.next_enqueue_time
        assert slot is not None, "a cron job has its next slot"
        name = f"tick-{slot:%Y%m%dT%H%M%S}"
        options: dict[str, object] = {"result_ttl": RESULT_TTL, "failure_ttl": FAILURE_TTL, "job_timeout": 300}
        try:
            return queue(connection).enqueue(tick, slot.isoformat(), job_id=name, unique=True, **options)
        except DuplicateJobError:
            job: Job = queue(connection).fetch_job(name)  # type: ignore[assignment]  # it exists: that is the refusal
            return job


def scheduler(redis: Redis) -> CronScheduler:
    """A scheduler of the tick; run as many as you like."""
    cron = CronScheduler(connection=redis)
    minutes = int(EVERY / timedelta(minutes=1))
    cron._cron_jobs.append(Tick(QUEUE, tick, cron=f"*/{minutes} * * * *", name="exact-tick"))  # RQ has no public way
    return cron


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
