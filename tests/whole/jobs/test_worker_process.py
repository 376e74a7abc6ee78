"""What a worker process does with its signals, its waits and its connections."""

from __future__ import annotations

import signal
from collections import defaultdict
from contextlib import suppress
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from redis import Redis
from redis.exceptions import ConnectionError as NoServer
from rq.scheduler import SCHEDULER_KEY_TEMPLATE

from mice_exact_plugin.jobs import queues, tasks
from sandbox.broker import Broker
from simulator.tests.waiting import eventually
from tests.whole.invoices import invoice
from tests.whole.jobs.workers import PATIENCE
from tests.whole.nights.night import ENTRIES

if TYPE_CHECKING:
    from pathlib import Path

    from tests.whole.jobs.workers import Workers
    from tests.whole.nights.night import Night

JOURNALS = {"method": "GET", "path": "/financial/Journals"}
TICK = "mice_exact_plugin.jobs.tasks.tick"


def scheduled(redis: Redis) -> list[str]:
    """The jobs that wait for a moment."""
    return [str(job_id) for job_id in queues.queue(redis).scheduled_job_registry.get_job_ids()]


def test_sigterm_ends_the_slice_between_two_invoices(night: Night, redis: Redis, workers: Workers) -> None:
    numbers = [f"F{number}" for number in range(1, 5)]
    night.send(*map(invoice, numbers))
    night.control.fault("slow", ENTRIES, [1, 2, 3, 4], seconds=2)
    tasks.wake(night.runtime, night.open_run())
    worker = workers.start()
    assert eventually(lambda: night.calls(ENTRIES)), workers.said()
    worker.send_signal(signal.SIGTERM)
    assert worker.wait(PATIENCE) == 0, workers.said()

    states = list(night.states().values())
    assert set(states) == {"synced", "queued"}
    assert states == sorted(states, reverse=True), "oldest first"
    assert night.booked() == {number: 1 for number, state in zip(numbers, states, strict=True) if state == "synced"}
    assert len(queues.queue(redis).job_ids) == 1, "its successor"

    workers.empty_the_queue()
    assert night.booked() == dict.fromkeys(numbers, 1)
    assert len(night.calls(ENTRIES)) == len(numbers)


def test_a_short_wait_is_sat_out_in_the_job(night: Night, redis: Redis, workers: Workers) -> None:
    night.send(invoice("F1"))
    night.control.fault("drop_before", JOURNALS)
    tasks.wake(night.runtime, night.open_run())
    workers.empty_the_queue()

    assert (night.booked(), scheduled(redis)) == ({"F1": 1}, [])


def test_a_longer_wait_gives_the_worker_back(night: Night, redis: Redis, workers: Workers) -> None:
    night.send(invoice("F1"))
    night.control.fault("drop_before", JOURNALS)
    tasks.wake(night.runtime, night.open_run())
    workers.empty_the_queue(MICE_EXACT_PATIENCE_SECONDS="0.01")
    assert night.booked() == {}
    assert len(scheduled(redis)) == 1

    workers.start()
    assert eventually(lambda: night.booked() == {"F1": 1}), workers.said()


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_no_two_processes_share_a_connection(night: Night, redis: Redis, workers: Workers, tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    for _ in range(2):
        queues.queue(redis).enqueue(TICK, "now", result_ttl=0)
    workers.empty_the_queue("-m", "tests.whole.jobs.watched", str(notes), "exact", "worker")

    used: dict[str, set[str]] = defaultdict(set)
    for line in notes.read_text().splitlines():
        process, server = line.split()
        used[process].add(server)
    assert len(used) == 3, "the worker, which makes the host's tables, and two jobs"
    assert [pair for pair in combinations(used.values(), 2) if pair[0] & pair[1]] == []


def test_the_scheduler_ends_with_a_worker_that_is_killed(redis: Redis, workers: Workers) -> None:
    worker = workers.start()
    assert eventually(lambda: schedulers(redis)), workers.said()
    worker.kill()
    assert eventually(lambda: not schedulers(redis)), "it signs off, which otherwise takes a minute of silence"


def test_the_sandbox_s_own_server_ends_with_a_worker_that_is_killed(workers: Workers, tmp_path: Path) -> None:
    with Redis.from_url(Broker(tmp_path / "valkey").url) as client:
        worker = workers.start(REDIS_URL="")
        assert eventually(lambda: schedulers(client)), workers.said()
        worker.kill()
        assert eventually(lambda: schedulers(client) is None)


def schedulers(client: Redis) -> list[bytes | str] | None:
    """The processes that queue what waits for a moment; None without a server."""
    with suppress(NoServer):
        return client.keys(SCHEDULER_KEY_TEMPLATE % "*")
    return None
