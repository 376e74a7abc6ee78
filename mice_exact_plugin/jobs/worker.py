"""The worker: RQ's own, reading JSON only, handing a stop request on to the slice at work, seeing crashes soon."""

from __future__ import annotations

import gc
import os
import signal
from contextlib import suppress

# Any: as RQ declares it.
from typing import TYPE_CHECKING, Any

from rq import Worker, worker_registration
from rq.registry import FailedJobRegistry, FinishedJobRegistry, StartedJobRegistry
from rq.serializers import JSONSerializer
from rq.timeouts import JobTimeoutException, UnixSignalDeathPenalty
from rq.utils import now
from sqlalchemy.orm import configure_mappers

from mice_exact_plugin.jobs.admission import QUEUE
from mice_exact_plugin.jobs.job import ExactJob
from mice_exact_plugin.jobs.queues import ExactQueue, queue
from mice_exact_plugin.jobs.schedule import Scheduler
from mice_exact_plugin.jobs.sieve import sift

if TYPE_CHECKING:
    from collections.abc import Callable

    from redis import Redis


#: Python's own is 700. Nearly all that a slice makes is gone without the collector, which looks that often in vain.
COLLECTED_AFTER = 10_000


def settle() -> None:
    """Do once what each job would do anew in its own process, and have the collector pass over all that stays.

    A full collection walks what was loaded, some 250,000 objects, which costs as much as booking forty invoices. In a
    forked process it also writes to every page of memory that it shares with its parent.
    """
    configure_mappers()
    gc.collect()
    gc.freeze()
    gc.set_threshold(COLLECTED_AFTER)


class OutOfTime(SystemExit):
    """Ends the job at once, whatever it was doing.

    RQ's own is an Exception: it would be taken for a bug of the invoice at hand, and the job would go on without any
    limit, because the alarm rings once.
    """


class Penalty(UnixSignalDeathPenalty):
    """RQ's alarm, with an exception of our own for jobs; the worker's own waits keep theirs."""

    def __init__(self, timeout: int, exception: type[BaseException], **options: Any) -> None:
        chosen = OutOfTime if exception is JobTimeoutException else exception
        super().__init__(timeout, chosen, **options)  # type: ignore[no-untyped-call]  # RQ leaves it untyped


class _Started(StartedJobRegistry):
    """RQ's register of jobs at work, which fails those whose worker died, on our queue instead of a plain one."""

    def get_queue(self) -> ExactQueue:
        return queue(self.connection)


class ExactWorker(Worker):
    """Forks per job.

    RQ's warm shutdown waits for the job to end; a slice may last ten minutes, so the request is passed on to it and it
    ends between two invoices.
    """

    death_penalty_class = Penalty
    queue_class = ExactQueue
    job_class = ExactJob
    #: Called in the child before its job: connections that were opened before the fork must not be shared.
    after_fork: Callable[[], None] | None = None

    def bootstrap(self, *args: Any, **kwargs: Any) -> None:
        sift(self.connection)
        super().bootstrap(*args, **kwargs)

    def subscribe(self) -> None:
        """RQ listens for commands that anybody who can write to Redis may send; ours come as signals."""

    def handle_warm_shutdown_request(self) -> None:
        super().handle_warm_shutdown_request()  # type: ignore[no-untyped-call]  # RQ leaves it untyped
        if self.horse_pid:
            with suppress(ProcessLookupError):
                os.kill(self.horse_pid, signal.SIGTERM)

    def clean_registries(self) -> None:
        """Upkeep of our own queue: RQ's also revives dependents and what waits for rate limits, on any queue."""
        sift(self.connection)
        target = queue(self.connection)
        if target.acquire_maintenance_lock():
            for registry in (FinishedJobRegistry, _Started, FailedJobRegistry):
                registry(target.name, target.connection, ExactJob, serializer=target.serializer).cleanup()
            worker_registration.clean_worker_registry(target)
            target.intermediate_queue.cleanup(self, target)
            target.release_maintenance_lock()  # type: ignore[no-untyped-call]  # RQ leaves it untyped
        self.last_cleaned_at = now()  # type: ignore[assignment]  # RQ leaves it untyped

    def clean_group_registries(self) -> None:
        """Groups belong to others."""

    def _start_scheduler(self, burst: bool = False, *args: Any, **kwargs: Any) -> None:
        """RQ has no public way to name the scheduler's class; in a burst it starts no process."""
        self.scheduler = Scheduler(self.queues, connection=self.connection, serializer=self.serializer)
        self.scheduler.acquire_locks(auto_start=not burst)  # type: ignore[no-untyped-call]  # RQ leaves it untyped
        if burst:
            self.scheduler.enqueue_scheduled_jobs()
            self.scheduler.release_locks()  # type: ignore[no-untyped-call]  # RQ leaves it untyped

    def main_work_horse(self, *args: Any, **kwargs: Any) -> None:
        if self.after_fork:
            self.after_fork()
        super().main_work_horse(*args, **kwargs)


def worker(redis: Redis, after_fork: Callable[[], None]) -> ExactWorker:
    """A worker on the plugin's queue. RQ's upkeep fails a dead worker's job within about three minutes."""
    made = ExactWorker(
        [QUEUE],
        connection=redis,
        serializer=JSONSerializer,
        worker_ttl=60,
        maintenance_interval=60,
        job_monitoring_interval=10,
    )
    made.after_fork = after_fork
    return made
