"""A database that is read-only, locked, full or breaks off ends the slice: nothing stays open or is booked twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from mice_exact_plugin.booking import nightly
from mice_exact_plugin.decisions import trying
from mice_exact_plugin.link.run import RunState
from tests.whole import broken
from tests.whole.invoices import invoice

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Engine

    from tests.whole.nights.night import Night

DAY = 24 * 3600


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
