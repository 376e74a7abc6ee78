"""Exact's limits: 60 calls a minute and 5,000 a day, neither ever met by our own doing."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from mice_exact_plugin.link.run import RunState
from simulator.tests.control import VENUE
from tests.whole.invoices import invoice
from tests.whole.nights.night import ENTRIES

if TYPE_CHECKING:
    from tests.whole.nights.night import Night

SHORT_OF = 4
JOURNALS = {"method": "GET", "path": "/financial/Journals"}


@pytest.fixture(autouse=True)
def _limits_of_exact(night: Night) -> None:
    """The real ones, counted from here, at the start of a minute, so that no run meets the next by chance."""
    night.control.call("POST", "limits", {})
    night.control.switch(minute_limit=60, day_limit=5000)
    now = night.runtime.now()
    night.forward(60 - now.second - now.microsecond / 1e6 + 1)


def _statuses(night: Night) -> Counter[int]:
    return Counter(call["status"] for call in night.control.log())


def test_a_spent_minute_gives_the_worker_back_until_the_next(night: Night) -> None:
    night.send(*(invoice(f"F{number:03}") for number in range(80)))

    report = night.run()
    assert (report.state, report.reason) == (RunState.WAITING, "minute_spent")
    assert report.resume_at is not None
    assert 0 < (report.resume_at - night.runtime.now()).total_seconds() <= 62
    assert set(night.states().values()) == {"synced", "queued"}

    night.run_until_done()
    assert set(night.states().values()) == {"synced"}
    assert _statuses(night)[429] == 0


def test_what_others_spend_of_the_minute_is_seen(night: Night) -> None:
    """Ten calls a minute by another process with the same app, for as long as 200 invoices last."""
    night.send(*(invoice(f"F{number:03}") for number in range(200)))
    for _ in range(12):
        night.control.use(VENUE, minute_used=10)
        report = night.run()
        if report.state is RunState.DONE:
            break
        assert report.resume_at is not None
        night.forward((report.resume_at - night.runtime.now()).total_seconds() + 1)

    assert set(night.states().values()) == {"synced"}
    statuses = _statuses(night)
    assert statuses.total() > 200
    assert statuses[429] == 0


def test_a_spent_day_goes_on_after_midnight_utc(night: Night) -> None:
    night.send(*(invoice(f"F{number}") for number in range(9)))
    # The run reads seven lists and looks at the oldest rows; then this many calls are left for invoices.
    night.control.use(VENUE, day_used=5000 - 8 - SHORT_OF)

    report = night.run()
    assert (report.state, report.reason) == (RunState.WAITING, "day_spent")
    assert report.resume_at is not None
    midnight = night.runtime.now().replace(hour=0, minute=0, second=0, microsecond=0)
    assert 0 <= (report.resume_at - midnight).total_seconds() - 24 * 3600 < 3
    assert _statuses(night)[429] == 0
    assert "queued" in night.states().values()

    night.run_until_done()
    assert set(night.states().values()) == {"synced"}


@pytest.mark.parametrize("family", ["minute", "day"])
def test_a_429_that_others_caused_waits_for_the_moment_that_exact_names(night: Night, family: str) -> None:
    night.control.fault("429", ENTRIES, family=family)
    night.send(invoice("F1"))

    report = night.run()
    assert report.state is RunState.WAITING
    assert report.resume_at is not None
    wait = (report.resume_at - night.runtime.now()).total_seconds()
    assert 0 < wait <= (62 if family == "minute" else 24 * 3600 + 2)
    assert night.states() == {"F1": "unconfirmed"}, "a gateway may say so after Exact booked it"

    night.forward()
    night.run_until_done()
    assert night.booked() == {"F1": 1}


def test_a_429_said_after_the_work_was_done_books_nothing_twice(night: Night) -> None:
    night.control.fault("429", ENTRIES, commit=True)
    night.send(invoice("F1"))

    night.run_until_done()
    assert night.booked() == {"F1": 1}
    assert night.states() == {"F1": "synced"}
