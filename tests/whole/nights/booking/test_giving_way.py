"""A slice that gets slow answers gives way to whoever waits, goes on where it was, and is woken after the others."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from mice_exact_plugin.booking import nightly, starting
from mice_exact_plugin.database import step
from mice_exact_plugin.domain import turns
from mice_exact_plugin.link.connection import connection_of
from mice_exact_plugin.link.run import RunState
from tests.whole.invoices import invoice
from tests.whole.many import like
from tests.whole.nights.night import ENTRIES

if TYPE_CHECKING:
    from mice_exact_plugin.booking.leaving import SliceReport
    from tests.whole.nights.night import Night

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
LISTS = ("GLAccounts", "Journals", "VATCodes", "JournalStatusList", "sync/CRM/Accounts")


@pytest.fixture
def _slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every answer counts as slow."""
    monkeypatch.setattr(turns, "SLOW", timedelta(0))


def slices(night: Night, run_id: int, waiting: int) -> list[SliceReport]:
    reports: list[SliceReport] = []
    while not reports or reports[-1].state is RunState.WAITING:
        reports.append(nightly.work_on(night.runtime, run_id, lambda: False, lambda: waiting))
        assert len(reports) < 30, "it gets on in every slice"
    return reports


@pytest.mark.usefixtures("_slow")
def test_it_goes_on_where_it_gave_way(night: Night) -> None:
    night.send(*(invoice(f"F{number}") for number in range(1, 4)))
    night.control.clear_log()
    reports = slices(night, night.open_run(), waiting=1)
    assert len(reports) > len(LISTS)
    assert {report.reason for report in reports[:-1]} == {"slice_over"}
    assert night.booked() == {"F1": 1, "F2": 1, "F3": 1}
    assert len(night.calls(ENTRIES)) == 3
    for name in LISTS:
        assert len([call for call in night.control.log() if call["path"].endswith(name)]) == 1, "read once in a run"


@pytest.mark.usefixtures("_slow")
def test_with_nobody_waiting_it_ends_when_it_is_done(night: Night) -> None:
    night.send(*(invoice(f"F{number}") for number in range(1, 4)))
    assert len(slices(night, night.open_run(), waiting=0)) == 1


def test_with_usual_answers_it_gives_way_to_nobody(night: Night) -> None:
    night.send(*(invoice(f"F{number}") for number in range(1, 4)))
    assert len(slices(night, night.open_run(), waiting=5)) == 1


def test_who_was_slow_is_woken_last_until_it_is_not(night: Night, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as slow:
        slow.setattr(turns, "SLOW", timedelta(0))
        night.run()
    others = like(night.engine, night.tenant, ["a", "z"])
    night.runtime.session.rollback()
    with night.engine.begin() as connection:
        connection.execute(text("UPDATE exact_connection SET slow_at = NULL WHERE tenant IN ('a', 'z')"))
    mine = night.open_run()
    theirs = [starting.start(night.runtime, other, trigger="test") for other in others]
    assert list(nightly.to_resume(night.runtime)) == [*theirs, mine]

    nightly.work_on(night.runtime, mine, lambda: False)
    with step(night.runtime.session):
        found = connection_of(night.runtime.session, night.tenant)
        assert found is not None
        assert found.slow_at is None
