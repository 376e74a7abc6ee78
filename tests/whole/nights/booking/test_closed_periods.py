"""Closed periods in the books of Exact: which one an invoice is booked in, whatever the administration checks.

`./run bench books` has every policy by every date control.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from mice_exact_plugin.domain.closed_periods import ClosedPeriodSettings, ClosedPolicy
from simulator.tests.control import VENUE
from tests.whole import periods
from tests.whole.invoices import invoice
from tests.whole.nights.night import ENTRIES
from tests.whole.periods import EVEN, ODD, Twelve, close, day_of

if TYPE_CHECKING:
    from tests.whole.nights.night import Night

FIRST_OPEN, ASK = ClosedPolicy.FIRST_OPEN, ClosedPolicy.ASK
DAY = 24 * 3600
CLOSED = f"divisions/{VENUE}/rows/ClosedPeriods"


@pytest.mark.parametrize("database", ["sqlite", "postgresql"], indirect=True)
@pytest.mark.parametrize("twelve", [Twelve(FIRST_OPEN, ODD, "mandatory"), Twelve(ASK, EVEN, "optional")], ids=str)
def test_twelve_periods(night: Night, twelve: Twelve) -> None:
    found = periods.play(night.world, night.tenant, night.folder, twelve)
    assert found == {month: twelve.expected(month) for month in range(1, 13)}
    asked = twelve.closed if twelve.policy is ASK else ()
    assert list(periods.to_do(night.world, night.tenant).values()) == [1] * len(asked)


def _moves(night: Night, *closed: int) -> None:
    night.world.configure(night.tenant, closed_periods=ClosedPeriodSettings(FIRST_OPEN))
    close(night.control, *closed)


def _day(night: Night, number: str) -> date:
    (entry,) = night.entries(number)
    return day_of(entry["EntryDate"])


def test_a_period_that_closes_in_the_middle_of_a_run_is_learnt_from_the_refusal(night: Night) -> None:
    """Exact refuses the first one, and the run reads the lists once more."""
    _moves(night)
    night.send(invoice("F1"), invoice("F2"), invoice("F3"))

    def somebody_closes_it() -> bool:
        if night.booked() == {"F1": 1} and not night.control.call("GET", CLOSED)["rows"]:
            close(night.control, 3)
        return False

    night.run(somebody_closes_it)
    assert [_day(night, number) for number in ("F1", "F2", "F3")] == [date(2026, 3, 14), *[date(2026, 4, 1)] * 2]


@pytest.mark.parametrize("kind", ["drop_after_commit", "drop_before"])
def test_a_period_that_closes_between_claim_and_answer_makes_no_second_entry(night: Night, kind: str) -> None:
    _moves(night, 3)
    night.control.fault(kind, ENTRIES)
    night.send(invoice("F1"))
    night.run()
    close(night.control, 4)
    night.forward(DAY)
    night.run_until_done()
    assert night.states() == {"F1": "synced"}
    assert _day(night, "F1") == (date(2026, 4, 1) if kind == "drop_after_commit" else date(2026, 5, 1))
