"""A prospect that becomes a customer without an answer: sent again harmlessly, and its invoice booked once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mice_exact_plugin.domain.states import SILENCES_PER_NIGHT
from simulator.tests.control import VENUE
from tests.crash.small import PROSPECT
from tests.whole.invoices import CLIENT, invoice
from tests.whole.nights.night import ENTRIES, RELATIONS

if TYPE_CHECKING:
    from tests.whole.nights.night import Night

PROMOTIONS = {"method": "PUT", "path": "/crm/Accounts"}
CLIENT_OF_IT = {**CLIENT, "name": PROSPECT["Name"], "postalcode": PROSPECT["Postcode"], "city": PROSPECT["City"]}


@pytest.mark.parametrize(("kind", "sent"), [("drop_before", 2), ("drop_after_commit", 1), ("html_503", 2)])
def test_a_promotion_without_an_answer_is_made_by_the_next_run_unless_it_was(
    night: Night, kind: str, sent: int
) -> None:
    night.control.fault(kind, PROMOTIONS)
    night.send(invoice("F1", client=CLIENT_OF_IT))
    night.run()
    assert night.states() == {"F1": "queued"}
    assert night.calls(ENTRIES) == []

    night.run()
    assert night.booked() == {"F1": 1}
    assert len(night.calls(PROMOTIONS)) == sent
    assert _statuses(night) == ["C"]


def test_a_prospect_with_two_invoices_is_promoted_once_and_no_relation_is_made(night: Night) -> None:
    night.send(invoice("F1", client=CLIENT_OF_IT), invoice("F2", client=CLIENT_OF_IT))
    night.run()

    assert night.booked() == {"F1": 1, "F2": 1}
    assert len(night.calls(PROMOTIONS)) == 1
    assert night.calls(RELATIONS) == []


def test_three_prospects_without_an_answer_do_not_hold_up_the_rest_of_the_night(night: Night) -> None:
    prospects = [f"Prospect {number} B.V." for number in range(3)]
    for code, name in enumerate(prospects, 9000):
        known = {"Code": str(code).rjust(18), "Name": name, "Postcode": "3511 AA", "Status": "P"}
        night.control.insert(VENUE, "Accounts", known)
    night.control.fault("drop_before", PROMOTIONS, occurrence="every")
    night.send(*(invoice(name[:10], client={**CLIENT, "name": name, "postalcode": "3511 AA"}) for name in prospects))
    night.send(invoice("F9"))
    night.run_until_done()

    assert night.booked() == {"F9": 1}
    assert [problem["code"] for problem in night.row("Prospect 0")["problems"]] == ["promotion_unanswered"]
    assert len(night.calls(PROMOTIONS)) == 3 * SILENCES_PER_NIGHT

    night.control.call("DELETE", "faults")
    night.forward(24 * 3600)
    night.run_until_done()
    assert set(night.states().values()) == {"synced"}


def _statuses(night: Night) -> list[str]:
    """The status of every relation of that name."""
    accounts = night.control.call("GET", f"divisions/{VENUE}/accounts")["accounts"]
    return [account["Status"] for account in accounts if account["Name"] == PROSPECT["Name"]]
