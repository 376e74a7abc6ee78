"""A job that has done its run does those that wait behind it, and takes nothing that is not its own."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from mice_exact_plugin.domain import turns
from mice_exact_plugin.jobs import queues, tasks
from mice_exact_plugin.jobs.admission import QUEUE, TICK
from simulator.tests.control import SECOND, VENUE
from tests.whole.invoices import document, invoice
from tests.whole.nights.at_work import press, totals, work

if TYPE_CHECKING:
    from redis import Redis

    from tests.whole.nights.night import Night

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
HEAD = f"rq:queue:{QUEUE}"


def two_runs(night: Night) -> list[int]:
    """Two tenants with an invoice each, both waiting in the queue."""
    other = night.world.ready("tweede", SECOND)
    night.send(invoice("F1"))
    night.world.send(other, document(invoice("G1")), night.folder)
    return [press(night, tenant) for tenant in (night.tenant, other)]


def test_one_job_does_all_the_runs_that_wait(night: Night, redis: Redis) -> None:
    two_runs(night)
    work(redis, 1)
    assert totals(night) == {VENUE: 1, SECOND: 1}
    assert redis.llen(HEAD) == 0


def test_a_slow_answer_of_one_administration_keeps_no_other_waiting(
    night: Night, redis: Redis, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turns, "SLOW", timedelta(days=1))  # or it would give way once the answer is there
    two_runs(night)
    night.control.clear_log()
    night.control.fault("slow", {"division": VENUE}, seconds=3)
    work(redis, 1)
    assert totals(night) == {VENUE: 1, SECOND: 1}
    asked = [call["division"] for call in night.control.log() if call["division"] in (VENUE, SECOND)]
    assert asked.count(VENUE) > 1
    assert asked.index(SECOND) < [place for place, division in enumerate(asked) if division == VENUE][1]


def test_a_job_whose_time_is_over_takes_no_other_run(
    night: Night, redis: Redis, monkeypatch: pytest.MonkeyPatch
) -> None:
    two_runs(night)
    monkeypatch.setattr(tasks, "stop_after", lambda runtime: lambda: True)
    work(redis, 1)
    assert totals(night) == {VENUE: 0, SECOND: 0}
    assert redis.llen(HEAD) == 2, "the other one, and its own successor"


def test_what_is_no_run_waits_for_a_job_of_its_own(night: Night, redis: Redis) -> None:
    tick = queues.queue(redis).enqueue(TICK, "now", job_id="tick-now")
    press(night, night.tenant)
    assert queues.take_next(redis) is None
    assert queues.queue(redis).job_ids[0] == tick.id


def test_a_run_that_was_taken_is_not_queued_again_until_its_taker_must_be_dead(night: Night, redis: Redis) -> None:
    run_id = press(night, night.tenant)
    (name,) = queues.queue(redis).job_ids
    assert queues.take_next(redis) == run_id
    assert queues.take_next(redis) is None
    tasks.tick("while it begins")
    assert redis.llen(HEAD) == 0

    assert 0 < redis.ttl(f"rq:job:{name}") <= queues.BEGINNING
    redis.delete(f"rq:job:{name}")
    tasks.tick("after that")
    assert queues.queue(redis).job_ids == [name]


def test_what_only_bears_the_name_of_a_run_is_dropped(night: Night, redis: Redis) -> None:
    queues.queue(redis).enqueue(TICK, "now", job_id="run-odd")
    redis.rpush(HEAD, "run-gone")
    run_id = press(night, night.tenant)
    assert queues.take_next(redis) == run_id
    assert not redis.exists(HEAD, "rq:job:run-odd")
