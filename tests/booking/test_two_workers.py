"""Two workers that were woken for the same run: one of them works on it, and the other leaves its row alone."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import update

from mice_exact_plugin.access import lease as leases
from mice_exact_plugin.booking import leaving, nightly, starting
from mice_exact_plugin.booking.leaving import Obstacle
from mice_exact_plugin.database import step
from mice_exact_plugin.link.run import RunState, SyncRun, begin, last_runs, run_of
from tests.booking.nights import by_hand, read_the_day_before, set_run, work_on
from tests.booking.situations import bills
from tests.fake.office import TENANT

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.orm import Session

    from tests.fake.office import Office


@pytest.fixture(autouse=True)
def no_night_before(office: Office) -> None:
    office.ended()
    read_the_day_before(office)


def while_it_sweeps(office: Office, do: Callable[[], Any]) -> list[Any]:
    """What `do` returned, once the next run has begun: it asks the host for its session before each step."""
    found: list[Any] = []
    plain = office.host.session

    def session() -> Session:
        is_in_a_step = any(office.session.info.values())
        if not found and not is_in_a_step and _state(office) == RunState.RUNNING:
            found.append(None)
            found[0] = do()
        return plain()

    office.host.session = session  # type: ignore[method-assign]  # a host that takes its time
    return found


def _state(office: Office) -> RunState:
    return row(office)[0]


def row(office: Office) -> tuple[RunState, str | None, bool]:
    with step(office.session):
        (run,) = last_runs(office.session, TENANT, 1)
        return RunState(run.state), run.reason, run.finished_at is not None


def test_a_run_that_sweeps_is_being_worked_on(office: Office) -> None:
    bills(office, 1)
    started = starting.start(office.runtime, TENANT, trigger="person")
    met = while_it_sweeps(
        office,
        lambda: (
            work_on(office, started).reason,
            nightly.mark_of(office.runtime, started),
            nightly.to_resume(office.runtime),
        ),
    )
    assert work_on(office, started).state is RunState.DONE
    assert met == [("at_work_already", None, {})]


def test_of_two_that_read_the_same_one_begins(office: Office) -> None:
    started = starting.start(office.runtime, TENANT, trigger="person")
    with step(office.session):
        run = run_of(office.session, started)
        assert run is not None, "it was started"
        office.session.expunge(run)
        assert begin(office.session, run, office.time.now)
        assert not begin(office.session, run, office.time.now)


def test_who_swept_too_long_leaves_the_run_of_another_that_is_at_work(office: Office) -> None:
    bills(office, 1)
    started = starting.start(office.runtime, TENANT, trigger="person")

    def another_begins() -> None:
        office.time.forward(minutes=5)
        set_run(office, phase="posting", beat_at=office.time.now)
        assert leases.take(office.runtime, office.link.writer_key, "another", timedelta(minutes=1))

    while_it_sweeps(office, another_begins)
    report = work_on(office, started)
    assert (report.state, report.is_told) == (RunState.RUNNING, True)
    assert row(office) == (RunState.RUNNING, None, False)


def test_who_swept_too_long_leaves_the_run_that_another_ended(office: Office) -> None:
    bills(office, 1)
    started = starting.start(office.runtime, TENANT, trigger="person")
    while_it_sweeps(office, lambda: leaving.finish(office.runtime, started))
    assert work_on(office, started).reason == "lease_lost"
    assert row(office) == (RunState.DONE, None, True)
    assert office.row().state == "queued"


def test_a_quiet_night_is_not_ended_when_another_went_on_with_it(office: Office) -> None:
    by_hand(office)
    (started,) = starting.start_due(office.runtime)

    def another_begins() -> None:
        office.time.forward(minutes=5)
        with step(office.session):
            office.session.execute(update(SyncRun).where(SyncRun.id == started).values(phase="reference"))
        assert leases.take(office.runtime, office.link.writer_key, "another", timedelta(hours=1))

    while_it_sweeps(office, another_begins)
    assert work_on(office, started).reason == "writer_busy"
    assert not row(office)[2], "it is not ended"


@pytest.mark.parametrize("leaves", ["pause", "stop", "finish"])
def test_what_has_ended_stays_as_it_ended(office: Office, leaves: str) -> None:
    started = starting.start(office.runtime, TENANT, trigger="person")
    leaving.stop(office.runtime, started, Obstacle("not_connected"))
    before = row(office), office.all_events()
    late: dict[str, Callable[[], leaving.SliceReport]] = {
        "pause": lambda: leaving.pause(office.runtime, started, Obstacle("writer_busy"), office.time.now),
        "stop": lambda: leaving.stop(office.runtime, started, Obstacle("broken")),
        "finish": lambda: leaving.finish(office.runtime, started),
    }
    report = late[leaves]()
    assert (report.state, report.reason, report.is_told) == (RunState.STOPPED, "not_connected", True)
    assert (row(office), office.all_events()) == before
