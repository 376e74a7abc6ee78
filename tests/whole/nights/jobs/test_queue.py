"""Jobs are wake-ups: losing them, repeating them or forging them changes nothing of what is booked."""

from __future__ import annotations

import json
import os
import signal
import zlib
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import create_engine, text

from mice_exact_plugin.booking import nightly
from mice_exact_plugin.jobs import queues, schedule, tasks
from mice_exact_plugin.link.run import RunState
from mice_exact_plugin.setup import settings as settings_service
from tests.whole.invoices import invoice, line
from tests.whole.nights.at_work import work

if TYPE_CHECKING:
    from redis import Redis

    from tests.whole.nights.night import Night


def test_losing_all_of_redis_loses_no_work(night: Night, redis: Redis) -> None:
    night.send(invoice("F1"))
    tasks.wake(night.runtime, night.open_run())
    redis.flushall()
    work(redis)
    assert night.states() == {"F1": "queued"}

    tasks.tick("after the loss")
    work(redis)
    assert night.booked() == {"F1": 1}


def test_a_wake_up_that_comes_twice_books_once(night: Night, redis: Redis) -> None:
    night.send(invoice("F1"))
    run_id = night.open_run()
    for mark in "abc":
        queues.enqueue_slice(redis, run_id, mark)
    work(redis)

    assert night.booked() == {"F1": 1}


def test_a_run_whose_worker_died_with_its_parent_is_taken_up_when_its_lease_is_over(night: Night, redis: Redis) -> None:
    night.send(invoice("F1"))
    run_id = night.open_run()
    with night.engine.begin() as connection:
        connection.execute(text("UPDATE exact_sync_run SET state = 'running' WHERE id = :id"), {"id": run_id})
    tasks.tick("too early")
    work(redis)
    assert night.states() == {"F1": "queued"}

    night.forward()
    tasks.tick("later")
    work(redis)
    assert night.booked() == {"F1": 1}


def test_a_slice_hands_over_to_a_job_of_its_own(night: Night, redis: Redis, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tasks, "stop_after", lambda runtime: lambda: True)
    night.send(invoice("F1"))
    tasks.work_on_run(night.open_run())
    assert night.states() == {"F1": "queued"}
    monkeypatch.undo()

    work(redis)
    assert night.booked() == {"F1": 1}


def test_payloads_are_json(night: Night, redis: Redis) -> None:
    queues.enqueue_slice(redis, 7, "mark")
    (job_id,) = queues.queue(redis).job_ids
    packed = redis.hget(f"rq:job:{job_id}", "data")
    assert isinstance(packed, bytes)
    payload = zlib.decompress(packed)
    assert json.loads(payload) == ["mice_exact_plugin.jobs.tasks.work_on_run", None, [7], {}]


def test_two_schedulers_send_one_tick(night: Night, redis: Redis) -> None:
    first, second = schedule.scheduler(redis), schedule.scheduler(redis)
    for scheduler in (first, second):
        (tick,) = scheduler.get_jobs()
        tick.next_enqueue_time = night.runtime.now().replace(second=0, microsecond=0)
        tick.enqueue(redis)

    assert len(queues.queue(redis).job_ids) == 1


def test_sigterm_ends_a_slice_between_two_invoices(night: Night) -> None:
    should_stop = tasks.stop_after(night.runtime)
    assert not should_stop()
    os.kill(os.getpid(), signal.SIGTERM)
    assert should_stop()


def test_a_run_goes_on_where_its_slices_ended(night: Night) -> None:
    night.send(*(invoice(f"F{number}") for number in range(1, 4)))
    asked: list[int] = []

    def after_one_invoice() -> bool:
        asked.append(1)
        return len(asked) % 2 == 0

    reports = [night.run(after_one_invoice) for _ in range(3)]
    assert [report.reason for report in reports] == ["slice_over"] * 2 + [None]
    assert len({report.run_id for report in reports}) == 1
    assert night.booked() == {"F1": 1, "F2": 1, "F3": 1}
    assert night.counts()["posted"] == 3


def test_who_switches_the_link_off_does_not_wait_for_the_slice(night: Night) -> None:
    night.send(*(invoice(f"F{number}") for number in range(1, 4)))
    asked: list[int] = []

    def switched_off_after_one_invoice() -> bool:
        asked.append(1)
        if len(asked) == 2:
            settings_service.switch(night.runtime, night.tenant, night.person, on=False)
        return False

    report = night.run(switched_off_after_one_invoice)
    assert night.states() == {"F1": "synced", "F2": "queued", "F3": "queued"}
    report = nightly.work_on(night.runtime, report.run_id, lambda: False)
    assert (report.state, report.reason) == (RunState.STOPPED, "switch_on")


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_save_in_mid_run_holds_for_what_is_still_to_come(night: Night) -> None:
    night.world.configure(night.tenant, without_rates=("9",))
    low = [line("100.00", "9.00", rate="9")]
    night.send(*(invoice(f"F{number:02}") for number in range(1, 42)), invoice("L1", lines=low))
    asked: list[int] = []

    def saved_after_one_invoice() -> bool:
        asked.append(1)
        if len(asked) == 2:
            night.world.configure(night.tenant)
        return False

    night.run(saved_after_one_invoice)
    night.run_until_done()
    assert night.states()["L1"] == "synced"


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_a_database_that_restarts_in_mid_run_blocks_nothing(night: Night) -> None:
    night.send(*(invoice(f"F{number}") for number in range(1, 4)))
    others = create_engine(night.engine.url.set(database="postgres"), isolation_level="AUTOCOMMIT")
    asked: list[int] = []

    def cut_off_after_one_invoice() -> bool:
        asked.append(1)
        if len(asked) == 2:
            with others.connect() as connection:
                connection.execute(
                    text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = :name"),
                    {"name": night.engine.url.database},
                )
        return False

    assert night.run(cut_off_after_one_invoice).state is RunState.WAITING
    others.dispose()
    assert "blocked" not in night.states().values()

    night.forward()
    assert night.run_until_done()[-1].state is RunState.DONE
    assert night.booked() == {"F1": 1, "F2": 1, "F3": 1}
