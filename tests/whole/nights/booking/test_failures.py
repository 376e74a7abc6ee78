"""Failures on the line and in the books: what fails for one invoice never stops the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mice_exact_plugin.link.run import RunState
from simulator.tests.control import VENUE
from tests.whole.invoices import invoice, line
from tests.whole.nights.night import ENTRIES

if TYPE_CHECKING:
    from tests.whole.nights.night import Night
READS = {"method": "GET", "path": "/financial/Journals"}


@pytest.mark.parametrize("kind", ["html_503", "slow"])
def test_a_reading_that_fails_is_tried_again_later(night: Night, kind: str) -> None:
    night.control.fault(kind, READS, seconds=6)
    night.send(invoice("F1"))

    with night.lasting(deadline=3):
        report = night.run()
    assert (report.state, report.reason) == (RunState.WAITING, "exact_unreachable")
    night.run_until_done()
    assert night.booked() == {"F1": 1}


@pytest.mark.parametrize("kind", ["html_503", "drip"])
def test_a_post_without_a_usable_answer_is_an_unknown_outcome_of_that_invoice(night: Night, kind: str) -> None:
    night.control.fault(kind, ENTRIES, seconds=0.5)
    night.send(invoice("F1"), invoice("F2"))

    night.run()
    assert night.states()["F2"] == "synced"
    night.forward()
    night.run()
    assert night.states() == {"F1": "synced", "F2": "synced"}
    assert night.booked() == {"F1": 1, "F2": 1}


def test_a_ledger_blocked_in_exact_blocks_only_the_rows_that_use_it(night: Night) -> None:
    """Blocked after our reading: the first refusal reads the list again, and the mapping sees it."""
    night.send(invoice("F1", lines=[line("10.00", "2.10", ledger="8010")]), invoice("F2"), invoice("F3"))
    night.control.patch(VENUE, "GLAccounts", {"Code": "8010"}, IsBlocked=True)
    night.run()

    assert night.states() == {"F1": "blocked", "F2": "synced", "F3": "synced"}
    assert len(night.calls(ENTRIES)) == 2

    night.control.patch(VENUE, "GLAccounts", {"Code": "8010"}, IsBlocked=False)
    night.run()
    assert night.states()["F1"] == "synced", "a cure in Exact releases it"
