"""Every night exactly one run per tenant, whoever ticks, however late."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import TYPE_CHECKING

from mice_exact_plugin.booking import nightly, starting
from mice_exact_plugin.database import step
from mice_exact_plugin.domain.run import AMSTERDAM
from mice_exact_plugin.link.run import RunState, last_runs
from tests.whole.invoices import invoice

if TYPE_CHECKING:
    from tests.whole.nights.night import Night

DAY = 24 * 3600


def _runs(night: Night) -> int:
    with step(night.runtime.session):
        return len(last_runs(night.runtime.session, night.tenant, 1000))


def _next_run(night: Night) -> float:
    """Seconds until the next run."""
    at = night.connection().next_run_at
    assert at is not None
    return (at - night.runtime.now()).total_seconds()


def test_the_first_run_is_the_next_night_between_two_and_half_past(night: Night) -> None:
    at = night.connection().next_run_at
    assert at is not None
    local = at.astimezone(AMSTERDAM)
    assert local.hour == 2
    assert local.minute < 30
    assert timedelta() < at - night.runtime.now() <= timedelta(days=1, hours=1)


def test_any_number_of_schedulers_start_one_run(night: Night) -> None:
    night.forward(_next_run(night) + 1)

    def tick(_: int) -> list[int]:
        with night.world.app.app_context():
            return starting.start_due(night.runtime)

    with ThreadPoolExecutor(4) as pool:
        started = [run for runs in pool.map(tick, range(8)) for run in runs]

    assert len(started) == 1
    assert _runs(night) == 1
    assert _next_run(night) > 12 * 3600


def test_a_week_without_a_scheduler_makes_one_run(night: Night) -> None:
    night.send(invoice("F1"))
    night.forward(7 * DAY)

    (run_id,) = starting.start_due(night.runtime)
    assert starting.start_due(night.runtime) == []
    assert nightly.work_on(night.runtime, run_id, lambda: False).state is RunState.DONE
    assert night.booked() == {"F1": 1}
