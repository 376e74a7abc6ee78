"""What nobody foresaw ends a run after a few slices, with a reason; none stays open, and no night is skipped unseen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from mice_exact_plugin.booking import nightly, starting
from mice_exact_plugin.database import step
from mice_exact_plugin.decisions import trying
from mice_exact_plugin.link.run import RunState, open_run
from tests.whole import broken
from tests.whole.invoices import invoice

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Engine

    from tests.whole.nights.night import Night

DAY = 24 * 3600


class HostAway(Exception):
    """What a host raises of which the plugin knows nothing."""


@pytest.fixture
def host_fails(night: Night, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Lets one method of the other system, the host, fail from now on."""

    def fail(name: str) -> None:
        def raising(*_: Any, **__: Any) -> None:
            raise HostAway("the host is away, with Jan Jansen in its message")

        monkeypatch.setattr(type(night.runtime.host), name, raising)

    return fail


def test_a_host_that_fails_ends_the_run_after_three_slices(
    night: Night, host_fails: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    night.send(invoice("F1"))
    host_fails("sent_ids_between")
    reports = night.run_until_done()

    assert [report.reason for report in reports] == ["broken"] * 3
    run = night.last_run()
    assert (run.state, run.details["error"]) == (RunState.STOPPED, "HostAway")
    assert "Jansen" not in str(run.details)
    assert night.states() == {"F1": "queued"}

    monkeypatch.undo()
    night.run_until_done()
    assert night.states() == {"F1": "synced"}


def test_a_failure_that_passes_costs_no_night(
    night: Night, host_fails: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    night.send(invoice("F1"))
    host_fails("sent_ids_between")
    assert night.run().state is RunState.WAITING
    monkeypatch.undo()
    night.forward()
    night.run_until_done()
    assert night.states() == {"F1": "synced"}
    assert night.last_run().state == RunState.DONE


def test_a_night_that_could_not_begin_is_seen(night: Night, host_fails: Callable[[str], None]) -> None:
    night.send(invoice("F1"))
    night.forward(DAY)
    host_fails("activations_of")
    host_fails("activation")
    assert starting.start_due(night.runtime) == []
    run = night.last_run()
    assert (run.state, run.reason, run.details["error"]) == (RunState.STOPPED, "broken", "HostAway")
    assert run.finished_at is not None
    assert starting.start_due(night.runtime) == [], "and is not tried again until the next night"


def die_in_mid_slice(night: Night) -> None:
    """What a kill leaves behind: a run that says that it is being worked on, and nobody who does."""
    with step(night.runtime.session):
        run = open_run(night.runtime.session, night.tenant)
        assert run is not None
        run.state, run.beat_at = RunState.RUNNING, night.runtime.now()


def test_the_third_slice_that_dies_is_the_last(night: Night) -> None:
    night.send(invoice("F1"))
    run_id = night.open_run()
    reports = []
    for _ in range(3):
        die_in_mid_slice(night)
        night.forward(DAY)
        reports.append(nightly.work_on(night.runtime, run_id, lambda: True))
    assert [report.reason for report in reports] == ["slice_over", "slice_over", "slice_died"]
    night.run_until_done()
    assert night.states() == {"F1": "synced"}


@pytest.mark.parametrize("trouble", [broken.read_only, broken.locked])
def test_a_database_in_trouble_leaves_the_run_to_a_later_tick_and_books_nothing_twice(
    night: Night, trouble: Callable[[Engine], Any]
) -> None:
    night.send(*(invoice(f"F{number}") for number in range(1, 9)))
    run_id = night.open_run()
    night.runtime.session.close()
    with trouble(night.engine):
        with pytest.raises(SQLAlchemyError):
            nightly.work_on(night.runtime, run_id, lambda: False)
        night.runtime.session.close()
    assert night.last_run().finished_at is None

    night.forward(DAY)
    assert run_id in nightly.to_resume(night.runtime)
    night.run_until_done()
    assert set(night.states().values()) == {"synced"}
    assert set(night.booked().values()) == {1}


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_database_that_is_full_ends_the_run_and_books_nothing_twice(night: Night) -> None:
    """PostgreSQL stops when its disk is full, which is a database that is away."""
    night.send(*(invoice(f"F{number}") for number in range(1, 30)))
    run_id = night.open_run()
    night.runtime.session.close()
    with broken.full(night.engine):
        report = nightly.work_on(night.runtime, run_id, lambda: False)
        night.runtime.session.close()
    assert (report.state, report.reason) == (RunState.WAITING, "database_away")

    night.forward(DAY)
    night.run_until_done()
    assert set(night.states().values()) == {"synced"}
    assert set(night.booked().values()) == {1}


def test_a_run_that_the_database_broke_off_again_and_again_ends(night: Night) -> None:
    """The trouble is in the tables of the invoices only, so the run itself can be written down."""
    if night.engine.dialect.name == "sqlite":
        trigger = "CREATE TRIGGER no_claims BEFORE UPDATE ON exact_invoice_export BEGIN SELECT RAISE(FAIL, 'no'); END"
        undo = "DROP TRIGGER no_claims"
    else:
        trigger = "ALTER TABLE exact_invoice_export RENAME COLUMN fence TO fenced"
        undo = "ALTER TABLE exact_invoice_export RENAME COLUMN fenced TO fence"
    night.send(invoice("F1"))
    run_id = night.open_run()
    night.runtime.session.close()
    with night.engine.begin() as connection:
        connection.execute(text(trigger))
    reports = []
    for _ in range(5):
        reports.append(nightly.work_on(night.runtime, run_id, lambda: False))
        night.forward()
    with night.engine.begin() as connection:
        connection.execute(text(undo))
    assert reports[-1].state in (RunState.STOPPED, RunState.DONE)
    assert night.last_run().finished_at is not None
    night.forward(DAY)
    trying.retry(night.runtime, night.tenant, [])
    night.run_until_done()
    assert night.booked() == {"F1": 1}
