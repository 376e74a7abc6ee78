"""Why a run ended is kept with its figures: what Exact itself says of an administration, and of lists that shrank."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mice_exact_plugin.booking import nightly
from mice_exact_plugin.link.run import RunState
from simulator.tests.control import DUTCH, VENUE
from tests.whole.invoices import invoice

if TYPE_CHECKING:
    from tests.whole.nights.night import Night

CLOSED = ["BlockedUser", "InactiveUser", "BlockedCustomer", "LicenseExpired", "DivisionBlocked", "NoDivisionAccess"]


@pytest.mark.parametrize("reason", CLOSED)
def test_a_closed_administration_ends_the_run_with_exacts_reason(night: Night, reason: str) -> None:
    night.control.call("POST", "users", {"user": DUTCH, "denied": {str(VENUE): reason}})
    night.send(invoice("F1"))
    night.run()

    run = night.last_run()
    assert (run.state, run.reason, run.details["kind"]) == (RunState.STOPPED, "not_allowed", reason)
    assert night.states() == {"F1": "queued"}


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


def test_a_run_that_ended_already_is_reported_as_it_ended(night: Night) -> None:
    night.control.call("POST", "users", {"user": DUTCH, "denied": {str(VENUE): "DivisionBlocked"}})
    night.send(invoice("F1"))
    ended = night.run().run_id

    again = nightly.work_on(night.runtime, ended, lambda: False)
    assert (again.state, again.reason) == (RunState.STOPPED, "not_allowed")
