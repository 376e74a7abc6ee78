"""Why a run waits or ended is kept with its figures, and since when: pages, commands and mail say what it says."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from mice_exact_plugin.booking import nightly
from mice_exact_plugin.link.run import RunState
from simulator.tests.control import DUTCH, VENUE
from tests.whole.invoices import invoice
from tests.whole.nights.night import ENTRIES

if TYPE_CHECKING:
    from tests.whole.nights.night import Night

DAY = 24 * 3600
JOURNALS = {"method": "GET", "path": "/financial/Journals"}
CLOSED = ["BlockedUser", "InactiveUser", "BlockedCustomer", "LicenseExpired", "DivisionBlocked", "NoDivisionAccess"]


@pytest.mark.parametrize("reason", CLOSED)
def test_a_closed_administration_ends_the_run_with_exacts_reason(night: Night, reason: str) -> None:
    night.control.call("POST", "users", {"user": DUTCH, "denied": {str(VENUE): reason}})
    night.send(invoice("F1"))
    night.run()

    run = night.last_run()
    assert (run.state, run.reason, run.details["kind"]) == (RunState.STOPPED, "not_allowed", reason)
    assert night.states() == {"F1": "queued"}


@pytest.mark.parametrize("reason", ["DivisionBlocked", "NoDivisionAccess"])
def test_an_archived_administration_is_told_from_a_blocked_one(night: Night, reason: str) -> None:
    """Exact's reason does not, so it is looked up: once, as the run ends."""
    night.control.call("POST", f"divisions/{VENUE}", {"Status": 2})
    night.control.call("POST", "users", {"user": DUTCH, "denied": {str(VENUE): reason}})
    night.send(invoice("F1"))
    night.run()

    assert night.last_run().details["kind"] == "DivisionArchived"
    assert len(night.calls({"method": "GET", "path": "/system/Divisions"})) == 1


def test_what_is_not_told_of_the_archive_leaves_the_reason_as_it_was(night: Night) -> None:
    night.control.call("POST", f"divisions/{VENUE}", {"Status": 2})
    night.control.fault("html_503", {"method": "GET", "path": "/system/Divisions"}, occurrence="every")
    night.send(invoice("F1"))
    night.run()

    assert night.last_run().details["kind"] == "DivisionBlocked"


def test_a_right_to_book_that_is_gone_is_named(night: Night) -> None:
    night.control.call("POST", "users", {"user": DUTCH, "forbidden": ["POST salesentry/SalesEntries"]})
    night.send(*(invoice(f"F{number}") for number in range(1, 6)))
    night.run()

    run = night.last_run()
    assert (run.state, run.reason) == (RunState.STOPPED, "right_missing")
    assert (run.details["method"], run.details["endpoint"]) == ("POST", "salesentry/SalesEntries")
    assert set(night.states().values()) == {"queued"}
    assert len(night.calls(ENTRIES)) == 3, "ten refusals an hour would close the endpoint"


def test_a_right_that_is_gone_is_seen_with_a_single_invoice_too(night: Night) -> None:
    night.control.call("POST", "users", {"user": DUTCH, "forbidden": ["POST salesentry/SalesEntries"]})
    night.send(invoice("F1"))
    night.run()

    assert night.last_run().reason == "right_missing"
    assert night.states() == {"F1": "queued"}


def test_a_403_about_what_two_entries_say_stays_with_them(night: Night) -> None:
    """A firewall before Exact refuses a text; it would do so every night, and the oldest are posted first."""
    night.control.fault("403", ENTRIES, occurrence=[1, 2])
    night.send(*(invoice(f"F{number}") for number in range(1, 5)))
    night.run()

    assert night.states() == {"F1": "blocked", "F2": "blocked", "F3": "synced", "F4": "synced"}
    assert night.last_run().state == RunState.DONE
    assert [problem["code"] for problem in night.row("F1")["problems"]] == ["refused"]


def test_a_list_that_shrank_is_kept_with_its_figures(night: Night) -> None:
    rows = night.control.call("GET", f"divisions/{VENUE}/rows/GLAccounts")["rows"]
    gone = [{"ID": row["ID"]} for row in rows[: len(rows) // 2]]
    night.control.call("POST", f"divisions/{VENUE}/rows/GLAccounts", {"delete": gone})
    night.send(invoice("F1"))
    night.run()

    run = night.last_run()
    assert run.reason == "mirror_incomplete"
    left = len(rows) - len(gone)
    expected = {"list": "gl_accounts", "complaint": "shrunk", "rows": left, "trusted_rows": len(rows), "odd": 0}
    assert run.details["lists"] == [expected]


def test_limits_are_kept_with_the_moment_that_they_end(night: Night) -> None:
    night.control.fault("429", JOURNALS, family="minute")
    night.send(invoice("F1"))
    report = night.run()

    run = night.last_run()
    assert (run.state, run.reason) == (RunState.WAITING, "answered_429")
    assert report.resume_at is not None
    assert datetime.fromisoformat(run.details["until"]) == report.resume_at.replace(microsecond=0)


def test_since_counts_from_the_first_night_and_starts_anew_with_another_cause(night: Night) -> None:
    night.control.call("POST", "users", {"user": DUTCH, "denied": {str(VENUE): "DivisionBlocked"}})
    night.send(invoice("F1"))
    night.run()
    first = night.last_run().details["since"]
    night.forward(DAY)
    night.run()
    assert night.last_run().details["since"] == first

    night.control.call("POST", "users", {"user": DUTCH, "denied": {str(VENUE): "LicenseExpired"}})
    night.forward(DAY)
    night.run()
    later = datetime.fromisoformat(night.last_run().details["since"])
    assert later - datetime.fromisoformat(first) > timedelta(days=1)

    night.control.call("POST", "users", {"user": DUTCH, "denied": {}})
    night.forward(DAY)
    night.run_until_done()
    assert (night.last_run().reason, night.last_run().details) == (None, {})


def test_exact_that_is_away_says_since_when_over_the_pauses_and_the_nights(night: Night) -> None:
    night.control.fault("html_503", JOURNALS, occurrence="every")
    night.send(invoice("F1"))
    night.run()
    since = night.last_run().details["since"]
    night.run_until_done()
    assert night.last_run().state == RunState.STOPPED
    night.forward(DAY)
    night.run()

    run = night.last_run()
    assert (run.reason, run.details["since"]) == ("exact_unreachable", since)


def test_a_run_that_ended_already_is_reported_as_it_ended(night: Night) -> None:
    night.control.call("POST", "users", {"user": DUTCH, "denied": {str(VENUE): "DivisionBlocked"}})
    night.send(invoice("F1"))
    ended = night.run().run_id

    again = nightly.work_on(night.runtime, ended, lambda: False)
    assert (again.state, again.reason) == (RunState.STOPPED, "not_allowed")
