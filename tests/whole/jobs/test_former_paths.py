"""A wake-up under the path that its function had in an earlier release: dropped, and nothing is lost by it."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

import pytest
from rq import Queue, SimpleWorker
from rq.serializers import JSONSerializer

from mice_exact_plugin.jobs import queues, sieve, tasks
from mice_exact_plugin.jobs.admission import QUEUE
from mice_exact_plugin.jobs.job import ExactJob
from tests.whole.invoices import invoice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from redis import Redis

    from tests.whole.nights.night import Night

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
FORMER = "mice_exact_plugin.services.tasks.work_on_run"


class InProcess(SimpleWorker):
    """The plugin's queue and jobs without a process of their own."""

    queue_class = queues.ExactQueue
    job_class = ExactJob


@pytest.fixture(autouse=True)
def _own_signals() -> Iterator[None]:
    """A job listens to SIGTERM; in a test it runs in this process."""
    before = signal.getsignal(signal.SIGTERM)
    yield
    signal.signal(signal.SIGTERM, before)


def work(redis: Redis) -> None:
    InProcess([QUEUE], connection=redis, serializer=JSONSerializer).work(burst=True, logging_level="ERROR")


def test_a_wake_up_under_a_former_path_is_dropped_and_the_next_tick_starts_the_run_again(
    night: Night, redis: Redis
) -> None:
    night.send(invoice("F1"))
    Queue(QUEUE, connection=redis, serializer=JSONSerializer).enqueue(FORMER, night.open_run())
    work(redis)
    assert night.states() == {"F1": "queued"}
    assert len(redis.keys(f"{sieve.PREFIX}*")) == 1

    tasks.tick("after the upgrade")
    work(redis)
    assert night.booked() == {"F1": 1}
