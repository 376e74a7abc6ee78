"""When a run begins, or is taken up again, by the fake: who starts it, and what is refused."""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from mice_exact_plugin.booking import nightly, starting
from mice_exact_plugin.database import step
from mice_exact_plugin.domain.run import next_night
from mice_exact_plugin.link.connection import Connection
from mice_exact_plugin.link.run import RunState
from tests.booking.nights import by_hand, raises, read_the_day_before, run_id, set_connection, set_run
from tests.fake import diary
from tests.fake.office import TENANT

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.booking.situations import Situation
    from tests.fake.office import Office


@pytest.fixture(autouse=True)
def no_night_before(office: Office) -> None:
    office.ended()
    read_the_day_before(office)


def not_ready(office: Office) -> Callable[[], Any]:
    set_connection(office, enabled=False)
    return lambda: (starting.start_due(office.runtime), starting.start_due(office.runtime))


def not_ready_by_hand(office: Office) -> Callable[[], Any]:
    set_connection(office, enabled=False)
    return lambda: by_hand(office)


def one_is_open(office: Office) -> Callable[[], Any]:
    starting.start(office.runtime, TENANT, trigger="person", actor="Anke")
    return lambda: starting.start_due(office.runtime)


def started_twice(office: Office) -> Callable[[], Any]:
    starting.start(office.runtime, TENANT, trigger="person", actor="Anke")
    return lambda: starting.start(office.runtime, TENANT, trigger="command", actor="beheer")


def not_yet(office: Office) -> Callable[[], Any]:
    set_connection(office, next_run_at=office.time.now + timedelta(seconds=1))
    return lambda: starting.start_due(office.runtime)


def nobody_knows_the_tenant(office: Office) -> Callable[[], Any]:
    office.host.activation = raises(LookupError("a name"))  # type: ignore[method-assign]  # a host that fails
    return lambda: starting.start_due(office.runtime)


def nobody_knew_the_tenant_just_now(office: Office) -> Callable[[], Any]:
    """The nights that begin together do not, and each is begun by itself."""
    known, fails = office.host.activation, [LookupError("a name")]

    def activation(*told: Any, **named: Any) -> Any:
        if fails:
            raise fails.pop()
        return known(*told, **named)

    # A host that fails once.
    office.host.activation = activation  # type: ignore[method-assign]
    return lambda: (starting.start_due(office.runtime), starting.start_due(office.runtime))


def resumed(office: Office) -> Callable[[], Any]:
    started = starting.start(office.runtime, TENANT, trigger="person")
    return lambda: (nightly.to_resume(office.runtime), nightly.mark_of(office.runtime, started))


def _resumed(**columns: Any) -> Situation:
    def situation(office: Office) -> Callable[[], Any]:
        started = starting.start(office.runtime, TENANT, trigger="person")
        set_run(office, **{name: _moment(office, value) for name, value in columns.items()})
        return lambda: (nightly.to_resume(office.runtime), nightly.mark_of(office.runtime, started))

    return situation


def _moment(office: Office, value: Any) -> Any:
    return office.time.now + value if isinstance(value, timedelta) else value


def _ago(**how_long: float) -> timedelta:
    return -timedelta(**how_long)


STARTS: dict[str, Situation] = {
    "not ready": not_ready,
    "not ready, by hand": not_ready_by_hand,
    "one is open": one_is_open,
    "started twice": started_twice,
    "not yet": not_yet,
    "nobody knows the tenant": nobody_knows_the_tenant,
    "nobody knew the tenant just now": nobody_knew_the_tenant_just_now,
    "due at once": resumed,
    "due later": _resumed(resume_at=timedelta(seconds=1)),
    "ended": _resumed(state=RunState.DONE, finished_at=_ago()),
    "at work": _resumed(state=RunState.RUNNING, beat_at=_ago(seconds=119)),
    "silent for a lease": _resumed(state=RunState.RUNNING, beat_at=_ago(seconds=120)),
    "silent for two leases": _resumed(state=RunState.RUNNING, beat_at=_ago(seconds=240)),
}


@pytest.mark.parametrize("name", STARTS)
def test_how_it_begins(office: Office, name: str) -> None:
    diary.tell("starts", name, office, STARTS[name])


def test_nights_begin_together(office: Office, caplog: pytest.LogCaptureFixture) -> None:
    """One by one would do the same with many times the statements."""
    caplog.set_level(logging.INFO, "mice_exact_plugin.nightly")
    assert starting.start_due(office.runtime) == [run_id(office)]
    assert caplog.messages == []
    with step(office.session):
        assert office.session.get_one(Connection, 1).next_run_at == next_night(office.time.now, TENANT)
    assert starting.start_due(office.runtime) == []


def test_a_night_of_whom_is_not_ready_is_over_without_trouble(office: Office, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "mice_exact_plugin.nightly")
    not_ready(office)()
    assert caplog.messages == [f"no run for {TENANT}: it is not ready"]


def test_there_is_no_such_run(office: Office) -> None:
    assert nightly.mark_of(office.runtime, 99) is None


@pytest.mark.parametrize(
    ("situation", "why"), [(one_is_open, "one is open"), (not_ready, "switch_on")], ids=["open", "not ready"]
)
def test_a_night_by_itself_that_cannot_begin_is_over_too(
    office: Office, situation: Situation, why: str, caplog: pytest.LogCaptureFixture
) -> None:
    """So it is not tried again with every tick until the morning."""
    caplog.set_level(logging.INFO, "mice_exact_plugin.nightly")
    situation(office)
    assert starting._start_night(office.runtime, TENANT) is None
    assert caplog.messages == [f"no run for {TENANT}: {why}"]
    with step(office.session):
        assert office.session.get_one(Connection, 1).next_run_at == next_night(office.time.now, TENANT)


def test_a_night_that_another_tick_began_is_not_begun_twice(office: Office) -> None:
    assert starting._start_night(office.runtime, TENANT) == run_id(office)
    set_run(office, state=RunState.DONE, finished_at=office.time.now)
    assert starting._start_night(office.runtime, TENANT) is None
