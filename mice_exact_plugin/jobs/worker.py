"""The worker: RQ's own, reading JSON only, handing a stop request on to the slice at work, seeing crashes soon."""

from __future__ import annotations

import os
import signal
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from rq import Worker
from rq.scheduler import RQScheduler
from rq.serializers import JSONSerializer

from mice_exact_plugin.jobs.job import ExactJob
from mice_exact_plugin.jobs.penalty import Penalty
from mice_exact_plugin.jobs.queues import QUEUE

if TYPE_CHECKING:
    from collections.abc import Callable

    from redis import Redis


class Scheduler(RQScheduler):
    """RQ's process that queues jobs when their moment has come; without this it outlives a worker that was killed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._worker = os.getpid()

    def heartbeat(self) -> None:
        if os.getppid() != self._worker:
            self.request_stop()  # type: ignore[no-untyped-call]  # RQ leaves it untyped
        super().heartbeat()  # type: ignore[no-untyped-call]  # RQ leaves it untyped


class ExactWorker(Worker):
    """Forks per job.

    RQ's warm shutdown waits for the job to end; a slice may last ten minutes, so the request is passed on to it and it
    ends between two invoices.
    """

    death_penalty_class = Penalty
    #: Called in the child before its job: connections that were opened before the fork must not be shared.
    after_fork: Callable[[], None] | None = None

    def handle_warm_shutdown_request(self) -> None:
        super().handle_warm_shutdown_request()  # type: ignore[no-untyped-call]  # RQ leaves it untyped
        if self.horse_pid:
            with suppress(ProcessLookupError):
                os.kill(self.horse_pid, signal.SIGTERM)

    def _start_scheduler(self, burst: bool = False, *args: Any, **kwargs: Any) -> None:
        """RQ has no public way to name the scheduler's class; in a burst it starts no process."""
        if burst:
            super()._start_scheduler(burst, *args, **kwargs)
            return
        self.scheduler = Scheduler(self.queues, connection=self.connection, serializer=self.serializer)
        self.scheduler.acquire_locks(auto_start=True)  # type: ignore[no-untyped-call]  # RQ leaves it untyped

    def main_work_horse(self, *args: Any, **kwargs: Any) -> None:
        if self.after_fork:
            self.after_fork()
        super().main_work_horse(*args, **kwargs)


def worker(redis: Redis, after_fork: Callable[[], None]) -> ExactWorker:
    """A worker on the plugin's queue. The intervals make a dead worker's job be found within about two minutes."""
    made = ExactWorker(
        [QUEUE],
        connection=redis,
        serializer=JSONSerializer,
        job_class=ExactJob,
        worker_ttl=60,
        maintenance_interval=60,
        job_monitoring_interval=10,
    )
    made.after_fork = after_fork
    return made
