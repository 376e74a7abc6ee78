"""Whole nights by the fake: the tick starts a run, slices work on it, and the line to Exact leads to the fake."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import select, update

from mice_exact_plugin.access import lease as leases
from mice_exact_plugin.booking import nightly, starting
from mice_exact_plugin.database import step
from mice_exact_plugin.link.connection import Connection
from mice_exact_plugin.link.run import RunState, SyncRun
from mice_exact_plugin.mirror.list_table import Mirror
from tests.fake.office import TENANT

if TYPE_CHECKING:
    from collections.abc import Callable

    from mice_exact_plugin.booking.leaving import SliceReport
    from tests.fake.office import Office


def read_the_day_before(office: Office) -> None:
    with step(office.session):
        office.session.execute(update(Mirror).values(loaded_at=office.time.now - timedelta(hours=23)))


def night(office: Office) -> list[SliceReport]:
    """The tick, and one slice of what it started."""
    return [work_on(office, run_id) for run_id in starting.start_due(office.runtime)]


def by_hand(office: Office) -> SliceReport:
    """A person starts a run, and one slice of it."""
    return work_on(office, starting.start(office.runtime, TENANT, trigger="person", actor="Anke"))


def work_on(office: Office, run_id: int, stops: bool = False) -> SliceReport:
    return nightly.work_on(office.runtime, run_id, lambda: stops)


def run_id(office: Office) -> int:
    with step(office.session):
        return max(office.session.scalars(select(SyncRun.id)))


def set_run(office: Office, **columns: Any) -> None:
    with step(office.session):
        office.session.execute(update(SyncRun).values(**columns))


def set_connection(office: Office, **columns: Any) -> None:
    with step(office.session):
        office.session.execute(update(Connection).values(**columns))


def died(office: Office) -> int:
    """A slice that was ended in the middle, long ago."""
    started = starting.start(office.runtime, TENANT, trigger="person")
    long_ago = office.time.now - timedelta(hours=1)
    set_run(office, state=RunState.RUNNING, phase="posting", beat_at=long_ago)
    return started


def writer_is(office: Office, **how_long: float) -> None:
    """Another process has the lease."""
    assert leases.take(office.runtime, office.link.writer_key, "another", timedelta(**how_long))


def raises(error: Exception) -> Callable[..., Any]:
    """A host that fails."""

    def fails(*_: Any, **__: Any) -> Any:
        raise error

    return fails
