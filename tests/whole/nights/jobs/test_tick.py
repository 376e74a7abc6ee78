"""The tick of many tenants: a few statements for all of them, and one tenant's trouble is its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from mice_exact_plugin.booking import nightly, starting
from mice_exact_plugin.database import step
from mice_exact_plugin.jobs import queues, tasks
from mice_exact_plugin.link.run import RunState, SyncRun
from mice_exact_plugin.setup import settings, upkeep
from mice_exact_plugin.standing.history import EVERYBODY, story
from tests.whole.heard import statements
from tests.whole.many import like

if TYPE_CHECKING:
    from redis import Redis

    from tests.whole.nights.night import Night

A_NIGHT = 86400.0


def tick(night: Night) -> int:
    """How many statements a tick needs, in a night of which all runs began."""
    night.forward(A_NIGHT)
    with statements(night.engine) as said:
        assert len(starting.start_due(night.runtime)) == len(nightly.to_resume(night.runtime))
        upkeep.on_tick(night.runtime)
    night.runtime.session.rollback()
    with night.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE exact_sync_run SET finished_at = started_at, reported_at = started_at")
    return len(said)


def names(count: int, start: int = 0) -> list[str]:
    return [f"zaal{number:03}" for number in range(start, start + count)]


def test_sixty_tenants_cost_as_many_statements_as_ten(night: Night) -> None:
    like(night.engine, night.tenant, names(9))
    of_ten = tick(night)
    like(night.engine, night.tenant, names(50, start=9))
    assert tick(night) == of_ten
    assert of_ten < 30


def test_every_night_begins_once_and_has_its_line_in_the_trail(night: Night, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(starting, "BATCH", 4)
    tenants = [night.tenant, *like(night.engine, night.tenant, names(9))]
    night.forward(A_NIGHT)
    started = starting.start_due(night.runtime)
    assert starting.start_due(night.runtime) == []

    with step(night.runtime.session):
        runs = night.runtime.session.scalars(select(SyncRun).where(SyncRun.id.in_(started))).all()
        assert sorted(run.tenant for run in runs) == sorted(tenants)
        assert {(run.trigger, run.state) for run in runs} == {("night", RunState.WAITING)}
        for tenant in tenants:
            assert story(night.runtime.session, tenant, None, EVERYBODY, 1).rows[0].event == "run_started"


def test_who_is_off_or_has_an_open_run_begins_none_and_waits_for_the_next_night(night: Night) -> None:
    off, busy, free = like(night.engine, night.tenant, names(3))
    settings.switch(night.runtime, off, night.person, on=False)
    starting.start(night.runtime, busy, trigger="test")
    night.forward(A_NIGHT)
    begun = starting.start_due(night.runtime)
    with step(night.runtime.session):
        runs = night.runtime.session.scalars(select(SyncRun.tenant).where(SyncRun.id.in_(begun))).all()
    assert sorted(runs) == sorted([night.tenant, free])
    assert starting.start_due(night.runtime) == []


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_one_tenant_of_whom_the_host_knows_nothing_costs_the_others_nothing(night: Night) -> None:
    gone, _ = like(night.engine, night.tenant, names(2))
    night.runtime.session.rollback()
    with night.engine.begin() as connection:
        connection.exec_driver_sql(f"UPDATE mice_tenant SET code = 'elders' WHERE code = '{gone}'")
    night.forward(A_NIGHT)
    assert len(starting.start_due(night.runtime)) == 2
    with step(night.runtime.session):
        lost = night.runtime.session.scalars(select(SyncRun).where(SyncRun.tenant == gone)).one()
        assert (lost.state, lost.reason) == (RunState.STOPPED, "broken")


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_host_that_tells_activations_one_by_one_is_asked_so(night: Night, monkeypatch: pytest.MonkeyPatch) -> None:
    for kind in type(night.runtime.host).__mro__:
        if "activations_of" in vars(kind):
            monkeypatch.delattr(kind, "activations_of")
    _, inactive = like(night.engine, night.tenant, names(2))
    night.world.command("exact", "deactivate", inactive)
    night.forward(A_NIGHT)
    assert len(starting.start_due(night.runtime)) == 2
    upkeep.on_tick(night.runtime)


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_one_job_for_each_run_however_often_the_tick_comes(night: Night, redis: Redis) -> None:
    like(night.engine, night.tenant, names(9))
    night.forward(A_NIGHT)
    for slot in "abc":
        tasks.tick(slot)
    assert len(queues.queue(redis).job_ids) == 10

    redis.flushall()
    tasks.tick("after all of Redis was lost")
    assert len(queues.queue(redis).job_ids) == 10
