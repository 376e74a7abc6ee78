"""After a write that was not answered the next one starts a request's deadline later, by the simulator's own log."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from mice_exact_plugin.link.run import RunState
from tests.whole.invoices import CLIENT, invoice
from tests.whole.nights.night import ENTRIES, RELATIONS, Night

if TYPE_CHECKING:
    from collections.abc import Iterator

NEW = {**CLIENT, "name": "Nieuw B.V.", "postalcode": "9711 EF"}


@pytest.mark.parametrize("fault", [{"kind": "drop_before"}, {"kind": "drop_after_commit"}, {"kind": "html_503"}])
def test_the_next_write_starts_a_deadline_later(night: Night, fault: dict[str, Any]) -> None:
    night.control.fault(match=ENTRIES, **fault)
    night.send(invoice("F1"), invoice("F2"))
    night.run()
    first, second = writes(night)[:2]
    assert second - first >= night.runtime.config.quiet - timedelta(milliseconds=50)


def test_a_time_out_counts_from_its_end(night: Night) -> None:
    night.control.fault("slow", ENTRIES, seconds=4, when="before")
    night.send(invoice("F1"), invoice("F2"))
    with night.lasting(deadline=3):
        night.run()
    first, second = writes(night)[:2]
    assert second - first >= timedelta(seconds=3) + night.runtime.config.quiet - timedelta(milliseconds=50)


def test_a_relation_that_was_not_answered_counts_as_well(night: Night) -> None:
    night.send(invoice("F1"))
    night.run()
    night.control.clear_log()
    night.control.fault("drop_before", RELATIONS)
    night.send(invoice("F2", client=NEW), invoice("F3"))
    night.run()
    (relation,) = [timedelta(seconds=call["started"]) for call in night.calls(RELATIONS)]
    assert writes(night)[0] - relation >= night.runtime.config.quiet - timedelta(milliseconds=50)


def test_searching_goes_on_and_a_long_wait_gives_the_worker_back(night: Night, impatient: None) -> None:
    night.control.fault("drop_after_commit", ENTRIES)
    night.send(invoice("F1"), invoice("F2"))
    report = night.run()
    assert (report.state, report.reason) == (RunState.WAITING, "after_silence")
    assert report.resume_at is not None
    assert report.resume_at - night.runtime.now() <= night.runtime.config.quiet
    assert len(writes(night)) == 1
    night.run_until_done()
    assert night.states() == {"F1": "synced", "F2": "synced"}
    assert night.booked() == {"F1": 1, "F2": 1}


def test_three_silences_in_a_row_end_the_slice_over_the_waits(night: Night, impatient: None) -> None:
    night.control.fault("drop_before", ENTRIES, occurrence=[1, 2, 3])
    night.send(*(invoice(f"F{n}") for n in range(1, 6)))
    reports = night.run_until_done()
    assert "exact_unreachable" in [report.reason for report in reports]
    night.forward()
    night.run_until_done()
    assert night.booked() == {f"F{n}": 1 for n in range(1, 6)}


@pytest.fixture(autouse=True)
def _quiet(night: Night) -> Iterator[None]:
    """Long enough to be seen, and waited for in the run."""
    with night.lasting(quiet=1, patience=5):
        yield


@pytest.fixture
def impatient(night: Night) -> Iterator[None]:
    """A worker that waits for nothing longer than a tenth of a second."""
    with night.lasting(patience=0.1):
        yield


def writes(night: Night) -> list[timedelta]:
    """When Exact got each entry, in order, by its own clock."""
    return [timedelta(seconds=call["started"]) for call in night.calls(ENTRIES)]
