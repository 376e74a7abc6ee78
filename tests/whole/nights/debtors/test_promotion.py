"""A prospect that becomes a customer without an answer: sent again harmlessly, and its invoice booked once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mice_exact_plugin.domain.states import SILENCES_PER_NIGHT
from mice_exact_plugin.exports.problems import from_json
from mice_exact_plugin.exports.words.problems import sentence
from simulator.tests.control import DUTCH, VENUE
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


def test_a_promotion_without_an_answer_holds_up_no_other_debtor(night: Night) -> None:
    night.control.fault("drop_before", PROMOTIONS, occurrence="every")
    night.send(invoice("F1", client=CLIENT_OF_IT), invoice("F2"))
    night.run_until_done()

    assert night.states() == {"F1": "queued", "F2": "synced"}
    assert _statuses(night) == ["P"]


def test_a_promotion_that_is_refused_blocks_and_is_made_the_next_night(night: Night) -> None:
    night.control.fault("json_500", PROMOTIONS, message="Niet toegestaan: Status")
    night.send(invoice("F1", client=CLIENT_OF_IT))
    night.run()
    assert night.states() == {"F1": "blocked"}
    assert _statuses(night) == ["P"]
    (problem,) = from_json(night.row("F1")["problems"])
    assert problem.code == "promotion_refused"
    assert "Er is geen boeking verstuurd." in sentence(problem)
    assert "Niet toegestaan: Status." in sentence(problem)

    night.forward(24 * 3600)
    night.run()
    assert night.booked() == {"F1": 1}
    assert _statuses(night) == ["C"]


def test_without_the_right_to_change_relations_only_who_must_become_a_customer_waits(night: Night) -> None:
    night.control.call("POST", "users", {"user": DUTCH, "forbidden": ["PUT crm/Accounts"]})
    new = {**CLIENT, "name": "Nieuwe Klant B.V.", "postalcode": "4811 AB"}
    night.send(invoice("F1", client=CLIENT_OF_IT), invoice("F2", client=new))
    night.run()
    assert night.states() == {"F1": "blocked", "F2": "synced"}

    said = night.world.command("exact", "status", night.tenant)
    assert "wachten facturen voor relaties die in Exact Online nog geen klant zijn. De gebruiker" in said
    assert "mag in Exact Online van een relatie geen klant maken. Het gaat om" in said
    assert "nieuwe klanten" not in said


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


def test_a_promotion_that_exact_took_and_did_not_make_is_seen_before_anything_is_booked_on_it(night: Night) -> None:
    night.control.fault("raw", PROMOTIONS, status=204, body="")
    night.send(invoice("F1", client=CLIENT_OF_IT), invoice("F2"))
    night.run_until_done()
    assert night.booked() == {"F2": 1}
    assert [problem["code"] for problem in night.row("F1")["problems"]] == ["promotion_ignored"]

    night.forward(24 * 3600)
    night.run()
    assert night.booked() == {"F1": 1, "F2": 1}
    assert _statuses(night) == ["C"]


def _statuses(night: Night) -> list[str]:
    """The status of every relation of that name."""
    accounts = night.control.call("GET", f"divisions/{VENUE}/accounts")["accounts"]
    return [account["Status"] for account in accounts if account["Name"] == PROSPECT["Name"]]
