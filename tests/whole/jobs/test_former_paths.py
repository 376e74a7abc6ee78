"""A wake-up under the path that its function had in an earlier release: dropped, and nothing is lost by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rq import Queue
from rq.serializers import JSONSerializer

from mice_exact_plugin.jobs import sieve, tasks
from mice_exact_plugin.jobs.admission import QUEUE
from tests.whole.invoices import invoice
from tests.whole.nights.at_work import work

if TYPE_CHECKING:
    from redis import Redis

    from tests.whole.nights.night import Night

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
FORMER = "mice_exact_plugin.services.tasks.work_on_run"


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
