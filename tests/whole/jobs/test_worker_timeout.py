"""A job over its time ends: no invoice is blamed for it, and the next tick goes on where it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rq.job import JobStatus

from mice_exact_plugin.jobs import queues, tasks
from tests.whole.invoices import CLIENT, invoice
from tests.whole.nights.night import ENTRIES, RELATIONS

if TYPE_CHECKING:
    from redis import Redis

    from tests.whole.jobs.workers import Workers
    from tests.whole.nights.night import Night

WORK = "mice_exact_plugin.jobs.tasks.work_on_run"
#: In seconds: enough to come to the first post, and less than a request may take.
JOB_TIMEOUT = 5


@pytest.mark.parametrize("hanging", [RELATIONS, ENTRIES], ids=["relation", "entry"])
def test_it_blocks_no_invoice_and_the_next_tick_goes_on(
    night: Night, redis: Redis, workers: Workers, hanging: dict[str, str]
) -> None:
    """Exact writes the relation, or the entry, of the first of two invoices and says nothing."""
    night.send(invoice("F1"), invoice("F2"))
    night.control.fault("slow", hanging, seconds=60)
    job = queues.queue(redis).enqueue(WORK, night.open_run(), job_timeout=JOB_TIMEOUT)
    workers.empty_the_queue()
    assert job.get_status(refresh=True) is JobStatus.FAILED, workers.said()
    assert night.states() == {"F1": "claimed" if hanging is ENTRIES else "queued", "F2": "queued"}

    night.forward()
    tasks.tick("later")
    workers.empty_the_queue()
    assert night.states() == {"F1": "synced", "F2": "synced"}, workers.said()
    assert night.booked() == {"F1": 1, "F2": 1}
    assert night.relations()[CLIENT["name"]] == 1
    assert (len(night.calls(ENTRIES)), len(night.calls(RELATIONS))) == (2, 1)
