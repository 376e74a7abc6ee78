"""One wake-up for a run and slice, however often it is asked for, and a turn for everybody."""

from __future__ import annotations

from datetime import timedelta
from itertools import count, pairwise
from typing import TYPE_CHECKING, NoReturn

import pytest
from rq.job import JobStatus
from rq.serializers import JSONSerializer
from sqlalchemy import text

from mice_exact_plugin.domain import turns
from mice_exact_plugin.jobs import queues, tasks
from mice_exact_plugin.jobs.admission import QUEUE
from simulator.tests.control import SECOND, VENUE
from tests.whole.invoices import document, invoice
from tests.whole.nights.at_work import InProcess, press, totals, work

if TYPE_CHECKING:
    from collections.abc import Callable

    from redis import Redis

    from tests.whole.nights.night import Night

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


def jobs(redis: Redis) -> list[str]:
    found = queues.queue(redis)
    return [*found.job_ids, *found.scheduled_job_registry.get_job_ids()]


def test_buttons_and_ticks_make_one_wake_up(night: Night, redis: Redis) -> None:
    for slot in range(5):
        press(night, night.tenant)
        tasks.tick(str(slot))
    assert len(jobs(redis)) == 1


def test_a_run_that_is_worked_on_is_not_woken(night: Night, redis: Redis) -> None:
    run_id = night.open_run()
    with night.engine.begin() as connection:
        connection.execute(text("UPDATE exact_sync_run SET state = 'running' WHERE id = :id"), {"id": run_id})
    press(night, night.tenant)
    assert jobs(redis) == []


def test_a_job_that_failed_does_not_stand_in_the_way(night: Night, redis: Redis) -> None:
    night.send(invoice("F1"))
    run_id = press(night, night.tenant)
    (name,) = jobs(redis)
    job = queues.queue(redis).fetch_job(name)
    assert job is not None
    job.set_status(JobStatus.FAILED)
    redis.delete(f"rq:queue:{QUEUE}")

    tasks.wake(night.runtime, run_id)
    assert jobs(redis) == [name], "the same run and slice"
    work(redis, 1)
    assert night.booked() == {"F1": 1}


def test_a_job_that_is_on_no_list_does_not_stand_in_the_way(night: Night, redis: Redis) -> None:
    run_id = press(night, night.tenant)
    redis.delete(f"rq:queue:{QUEUE}")
    tasks.wake(night.runtime, run_id)
    assert len(jobs(redis)) == 1


def test_a_job_that_was_taken_and_not_begun_is_on_a_list(night: Night, redis: Redis) -> None:
    run_id = press(night, night.tenant)
    redis.lmove(f"rq:queue:{QUEUE}", f"rq:queue:{QUEUE}:intermediate")
    tasks.wake(night.runtime, run_id)
    assert jobs(redis) == []


def test_a_job_of_a_worker_that_died_before_it_began_is_made_anew_after_a_minute(night: Night, redis: Redis) -> None:
    night.send(invoice("F1"))
    run_id = press(night, night.tenant)
    (name,) = jobs(redis)
    queues.ExactQueue.lmove(redis, f"rq:queue:{QUEUE}", None)
    assert 0 < redis.ttl(f"rq:job:{name}") <= queues.BEGINNING
    redis.pexpire(f"rq:job:{name}", 0)

    tasks.wake(night.runtime, run_id)
    assert jobs(redis) == [name]
    assert redis.llen(f"rq:queue:{QUEUE}:intermediate") == 0
    work(redis, 1)
    assert night.booked() == {"F1": 1}


def test_a_job_whose_worker_fell_silent_before_the_slice_began_is_made_anew_after_a_minute(
    night: Night, redis: Redis
) -> None:
    run_id = press(night, night.tenant)
    worker = InProcess([QUEUE], connection=redis, serializer=JSONSerializer)
    found = worker.dequeue_job_and_maintain_ttl(None)
    assert found is not None
    worker.prepare_job_execution(found[0], remove_from_intermediate_queue=True)
    assert redis.ttl(found[0].key) == -1, "a job that has begun may last longer"
    tasks.wake(night.runtime, run_id)
    assert jobs(redis) == []

    night.forward(seconds=queues.BEGINNING + 1)
    tasks.wake(night.runtime, run_id)
    assert jobs(redis) == [found[0].id]


def test_what_a_slice_takes_besides_has_its_end_from_the_moment_it_counts_as_started(
    night: Night, redis: Redis, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_id = press(night, night.tenant)
    (name,) = jobs(redis)
    monkeypatch.setattr(redis, "expire", killed)
    assert queues.take_next(redis) == run_id
    assert 0 < redis.ttl(f"rq:job:{name}") <= queues.BEGINNING


def killed(*_: object) -> NoReturn:
    raise SystemExit


def test_what_waits_for_a_moment_is_brought_forward_by_a_person(night: Night, redis: Redis) -> None:
    run_id = night.open_run()
    later = night.runtime.now() + timedelta(hours=1)
    for _ in range(3):
        tasks.wake(night.runtime, run_id, later)
    assert queues.queue(redis).job_ids == []
    assert len(jobs(redis)) == 1

    press(night, night.tenant)
    assert len(queues.queue(redis).job_ids) == len(jobs(redis)) == 1
    tasks.wake(night.runtime, run_id, later)
    assert len(queues.queue(redis).job_ids) == len(jobs(redis)) == 1, "and not put off again"


def test_a_run_that_ended_is_not_woken(night: Night, redis: Redis) -> None:
    run_id = night.run().run_id
    tasks.wake(night.runtime, run_id)
    assert jobs(redis) == []


def test_who_starts_a_run_again_and_again_keeps_nobody_waiting(
    night: Night, redis: Redis, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One worker; the first tenant has far more to do than a slice holds and presses the button all the time."""
    other = night.world.ready("tweede", SECOND)
    night.send(*(invoice(f"F{number:02}") for number in range(1, 13)))
    night.world.send(other, document(*(invoice(f"G{number}") for number in range(1, 4))), night.folder)
    monkeypatch.setattr(turns, "HELD", timedelta(days=1))
    monkeypatch.setattr(tasks, "stop_after", lambda runtime: one_invoice())
    press(night, night.tenant)
    work(redis, 1)
    press(night, other)

    order, before = [], totals(night)
    for _ in range(12):
        for _ in range(3):
            press(night, night.tenant)
        assert len(jobs(redis)) <= 2, "one for each run"
        work(redis, 1)
        after = totals(night)
        order += [place for place in (VENUE, SECOND) if after[place] > before[place]]
        before = after

    assert before[SECOND] == 3, "all of the other's"
    waits = [order[: order.index(SECOND)].count(VENUE)]
    places = [position for position, place in enumerate(order) if place == SECOND]
    waits += [later - sooner - 1 for sooner, later in pairwise(places)]
    assert max(waits) <= 2


def one_invoice() -> Callable[[], bool]:
    asked = count()
    return lambda: next(asked) > 0
