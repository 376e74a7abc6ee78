"""A night with nothing due, blocked or unknown: no call to Exact, few statements, and nothing that is never asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select, text

from mice_exact_plugin.booking import nightly, starting
from mice_exact_plugin.link.run import RunState
from mice_exact_plugin.setup import upkeep
from sandbox.host.models import Mail
from simulator.tests.control import DUTCH, VENUE
from tests.whole.heard import statements
from tests.whole.invoices import invoice

if TYPE_CHECKING:
    from tests.whole.nights.night import Night

JOURNALS = {"method": "GET", "path": "/financial/Journals"}
A_NIGHT = 86400.0
MOST_STATEMENTS = 25


@pytest.fixture
def night(night: Night) -> Night:
    """After a first night that booked something."""
    night.send(invoice("F1"))
    night.run_until_done()
    return night


def play(night: Night, days: float = 1) -> str | None:
    """The tick of a later night, and the slice that follows; the reason of its run."""
    night.forward(days * A_NIGHT)
    night.control.clear_log()
    (run_id,) = starting.start_due(night.runtime)
    return nightly.work_on(night.runtime, run_id, lambda: False).reason


def test_it_makes_no_call_and_few_statements(night: Night) -> None:
    """Also the first such night, on which the sweep still compares what was booked before it."""
    night.forward(A_NIGHT)
    night.control.clear_log()
    (run_id,) = starting.start_due(night.runtime)
    night.runtime.session.rollback()
    with statements(night.engine) as said:
        nightly.work_on(night.runtime, run_id, lambda: False)
    assert night.control.log() == []
    assert len(said) < MOST_STATEMENTS, "\n".join(said)

    run = night.last_run()
    assert (run.id, run.state, run.reason, run.outcomes) == (run_id, RunState.DONE, None, {})
    assert run.reported_at is not None


def test_the_lists_are_read_weekly_all_the_same(night: Night) -> None:
    reading = []
    for _ in range(14):
        play(night)
        reading.append(bool(night.calls(JOURNALS)))
    assert reading == ([False] * 6 + [True]) * 2


def test_lists_of_last_week_are_read_before_anything_is_booked(night: Night) -> None:
    play(night, days=5)
    night.send(invoice("F2"))
    play(night)
    assert night.states()["F2"] == "synced"
    assert night.calls(JOURNALS)


def test_what_the_signal_missed_is_found(night: Night) -> None:
    night.send(invoice("F2"))
    night.runtime.session.rollback()
    with night.engine.begin() as connection:
        connection.execute(text("DELETE FROM exact_invoice_export WHERE identifier = 'F2'"))
    play(night)
    assert night.states()["F2"] == "synced"


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_right_that_was_lost_is_told_within_a_week(night: Night) -> None:
    night.control.call("POST", "users", {"user": DUTCH, "denied": {str(VENUE): "LicenseExpired"}})
    assert [play(night) for _ in range(7)] == [None] * 6 + ["not_allowed"]


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_log_in_that_died_is_told_within_a_week(night: Night) -> None:
    night.control.revoke(DUTCH)
    alive = []
    for _ in range(7):
        alive.append(night.connection().status == "connected")
        play(night)
        upkeep.on_tick(night.runtime)
    assert alive == [True] * 7
    assert night.connection().status == "dead"
    subjects = night.runtime.session.scalars(select(Mail.subject)).all()
    assert [subject for subject in subjects if "inlog" in subject.lower()], subjects
