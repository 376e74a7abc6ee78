"""The one search of a run before its first post: what it looks at, and what a hit sets in motion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.whole.invoices import invoice
from tests.whole.nights.booking.test_credits import credit
from tests.whole.nights.booking.test_recovery import booked_by_somebody

if TYPE_CHECKING:
    from tests.whole.nights.night import Night

SEARCHES = {"method": "GET", "path": "/salesentry/SalesEntries"}


def test_a_first_run_with_waiting_credits_searches_once_and_verifies_nothing(night: Night) -> None:
    night.send(invoice("F1"), credit("F2", of="F1"), credit("F3", of="F1"))
    night.run()

    assert night.booked() == {"F1": 1, "F2": 1, "F3": 1}
    assert len(night.calls(SEARCHES)) == 1
    assert night.connection().verify_reason is None


def test_a_hit_on_the_first_run_looks_up_the_waiting_credits_too(night: Night) -> None:
    """Both were booked by hand: the original alike, its credit with another amount."""
    booked_by_somebody(night, "F1", amount=121)
    booked_by_somebody(night, "F2", amount=-99)
    night.send(invoice("F1"), credit("F2", of="F1"), credit("F3", of="F1"))
    night.run_until_done()
    night.run_until_done()

    assert night.row("F1")["state"] == "synced"
    assert [problem["code"] for problem in night.row("F2")["problems"]] == ["entry_conflict"]
    assert night.booked() == {"F1": 1, "F2": 1, "F3": 1}
    assert night.connection().verify_reason is None, "everything was looked up"
