"""A worker of the plugin's queue in the process of a test, what a person presses, and what two tenants have booked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rq import SimpleWorker
from rq.serializers import JSONSerializer

from mice_exact_plugin.jobs import queues
from mice_exact_plugin.jobs.admission import QUEUE
from mice_exact_plugin.jobs.job import ExactJob
from mice_exact_plugin.runtime import extension
from simulator.tests.control import SECOND, VENUE
from tests.whole.world import booked

if TYPE_CHECKING:
    from redis import Redis

    from tests.whole.nights.night import Night


class InProcess(SimpleWorker):
    """The plugin's queue and jobs without a process of their own."""

    queue_class = queues.ExactQueue
    job_class = ExactJob


def work(redis: Redis, most: int | None = None) -> None:
    """Everything that is queued, or so many jobs; the fixture `redis` gives back the signals that a job listens to."""
    worker = InProcess([QUEUE], connection=redis, serializer=JSONSerializer)
    worker.work(burst=True, max_jobs=most, logging_level="ERROR")


def press(night: Night, tenant: str) -> int:
    """*Nu synchroniseren*."""
    return extension(night.world.app).enqueue_run(tenant, "Anke")


def totals(night: Night) -> dict[int, int]:
    return {place: len(booked(night.control, place)) for place in (VENUE, SECOND)}
