"""The tick: an RQ cron job every five minutes that any number of schedulers may run, and that is enqueued once."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from rq.cron import CronJob, CronScheduler
from rq.exceptions import DuplicateJobError

from mice_exact_plugin.jobs.admission import QUEUE
from mice_exact_plugin.jobs.queues import FAILURE_TTL, queue
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
        options: dict[str, Any] = {"result_ttl": RESULT_TTL, "failure_ttl": FAILURE_TTL, "job_timeout": 300}
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
