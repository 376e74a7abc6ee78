"""*Opnieuw proberen* and `flask exact retry` in every state: they do what they say, and tell a cause that stays."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from mice_exact_plugin.decisions import decisions, trying
from mice_exact_plugin.decisions.decisions import DecisionRefused
from mice_exact_plugin.decisions.trying import Answer, Tried
from mice_exact_plugin.domain.problems import Code
from mice_exact_plugin.domain.states import SILENCES_PER_NIGHT
from mice_exact_plugin.setup import connect
from tests.whole.invoices import CLIENT, invoice, line
from tests.whole.nights.booking.test_silence import evening
from tests.whole.nights.night import ENTRIES, RELATIONS

if TYPE_CHECKING:
    from typing import Any

    from tests.whole.nights.night import Night

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
LOW = [line("100.00", "9.00", rate="9")]


def retry(night: Night, number: str) -> Answer:
    return trying.again(night.runtime, night.tenant, night.row(number)["invoice_id"], night.person.name)


def codes(night: Night, number: str) -> list[str]:
    return [problem["code"] for problem in night.row(number)["problems"]]


def unmapped(night: Night) -> None:
    night.world.configure(night.tenant, without_rates=("9",))
    night.send(invoice("L1", lines=LOW))
    night.run()
    assert night.states() == {"L1": "blocked"}


def test_a_cause_that_is_still_there_is_told_at_once_and_nothing_moves(night: Night) -> None:
    unmapped(night)
    calls = len(night.control.log())
    answer = retry(night, "L1")
    assert answer.outcome is Tried.STILL
    assert [problem.code for problem in answer.problems] == [Code.VAT_RATE_UNMAPPED]
    assert night.states() == {"L1": "blocked"}
    assert "released" not in night.trail("L1")
    assert len(night.control.log()) == calls, "it is local"


def test_a_cause_that_changed_is_told_as_it_is_now(night: Night) -> None:
    unmapped(night)
    night.world.configure(night.tenant)
    with night.engine.begin() as connection:
        connection.execute(text("UPDATE exact_invoice_export SET state = 'blocked', problems = '[]'"))
        connection.execute(text("UPDATE mice_invoice SET currency = 'USD'"))
    answer = retry(night, "L1")
    assert [problem.code for problem in answer.problems] == [Code.CURRENCY]
    assert codes(night, "L1") == ["currency"]


def test_a_cause_that_is_gone_puts_it_back(night: Night) -> None:
    unmapped(night)
    night.world.configure(night.tenant)
    with night.engine.begin() as connection:
        connection.execute(text("UPDATE exact_invoice_export SET state = 'blocked'"))
    assert retry(night, "L1").outcome is Tried.QUEUED
    night.run()
    assert night.booked() == {"L1": 1}


def test_what_exact_refused_is_tried_again_at_once(night: Night) -> None:
    night.send(invoice("F1"))
    night.control.fault("json_500", ENTRIES, message="Onbekende weigering")
    night.run()
    assert codes(night, "F1") == ["refused"]
    assert retry(night, "F1").outcome is Tried.QUEUED
    night.run()
    assert night.booked() == {"F1": 1}


def test_a_debtor_whose_creation_was_never_answered_is_searched_for_and_sent_again_the_same_night(
    night: Night,
) -> None:
    night.send(invoice("F1", client={**CLIENT, "name": "Nieuwe Klant B.V."}))
    night.control.fault("drop_before", RELATIONS, occurrence="every")
    evening(night)
    assert codes(night, "F1") == ["debtor_unanswered"]
    night.run_until_done()
    assert night.states() == {"F1": "blocked"}, "by itself it rests"

    night.control.call("DELETE", "faults")
    assert retry(night, "F1").outcome is Tried.SEARCHED
    night.run_until_done()
    assert night.booked() == {"F1": 1}
    assert night.relations()["Nieuwe Klant B.V."] == 1
    assert len(night.calls(RELATIONS)) == SILENCES_PER_NIGHT + 1


def test_a_debtor_that_did_arrive_is_not_made_twice_by_saying_again(night: Night) -> None:
    night.send(invoice("F1", client={**CLIENT, "name": "Nieuwe Klant B.V."}))
    night.control.fault("drop_after_commit", RELATIONS, occurrence=[1])
    night.run()
    night.forward(1)
    with night.engine.begin() as connection:
        connection.execute(text("UPDATE exact_invoice_export SET state = 'blocked', problems = '[]'"))
        connection.execute(text("UPDATE exact_debtor_binding SET sends = 5 WHERE state = 'creating'"))
    retry(night, "F1")
    night.run_until_done()
    assert night.relations()["Nieuwe Klant B.V."] == 1
    assert night.booked() == {"F1": 1}


def test_a_send_without_an_answer_is_looked_up(night: Night) -> None:
    night.send(invoice("F1"))
    night.control.fault("drop_after_commit", ENTRIES)
    night.control.fault("html_503", {"method": "GET", "path": "/salesentry/SalesEntries"}, list(range(2, 9)))
    night.run()
    assert night.states() == {"F1": "unconfirmed"}
    night.control.call("DELETE", "faults")
    assert retry(night, "F1").outcome is Tried.SEARCHED
    assert night.states() == {"F1": "unconfirmed"}
    night.run_until_done()
    assert night.booked() == {"F1": 1}


def test_what_waits_for_a_moment_waits_no_longer(night: Night) -> None:
    night.send(invoice("F1"))
    later = night.runtime.now() + timedelta(hours=6)
    night.runtime.session.rollback()
    with night.engine.begin() as connection:
        connection.execute(text("UPDATE exact_invoice_export SET not_before = :later"), {"later": later})
    night.run()
    assert night.states() == {"F1": "queued"}
    assert retry(night, "F1").outcome is Tried.QUEUED
    night.run()
    assert night.booked() == {"F1": 1}


def test_what_was_set_aside_is_put_back_or_says_what_stands_in_the_way(night: Night) -> None:
    night.world.configure(night.tenant, without_rates=("9",))
    night.send(invoice("F1"), invoice("L1", lines=LOW))
    for number in ("F1", "L1"):
        decisions.leave(night.runtime, night.tenant, night.row(number)["invoice_id"], night.person, "hoeft niet")
    assert retry(night, "F1").outcome is Tried.QUEUED
    assert retry(night, "L1").outcome is Tried.STILL
    assert night.states() == {"F1": "queued", "L1": "blocked"}
    assert codes(night, "L1") == ["vat_rate_unmapped"]


def test_where_another_try_means_nothing_it_is_refused(night: Night) -> None:
    night.send(invoice("Z1", "0.00", "0.00"), invoice("F1"), invoice("F2"))
    with pytest.raises(DecisionRefused, match="queued"):
        retry(night, "F2")
    night.run()
    with pytest.raises(DecisionRefused, match="nothing_to_book"):
        retry(night, "Z1")
    assert night.states()["Z1"] == "ignored"
    with pytest.raises(DecisionRefused, match="synced"):
        retry(night, "F1")
    with night.engine.begin() as connection:
        connection.execute(text("UPDATE exact_invoice_export SET state = 'claimed' WHERE identifier = 'F2'"))
    with pytest.raises(DecisionRefused, match="claimed"):
        retry(night, "F2")
    with pytest.raises(DecisionRefused, match="unknown"):
        trying.again(night.runtime, night.tenant, "no such invoice", "Anke")


def test_without_a_connection_it_is_put_back_and_waits(night: Night) -> None:
    unmapped(night)
    connect.disconnect(night.runtime, night.tenant, night.person)
    assert retry(night, "L1").outcome is Tried.QUEUED


def command(night: Night, *words: str, code: int) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(
        night.world.command("exact", "retry", night.tenant, *words, "--json", code=code)
    )
    return document


def test_the_command_tells_what_became_of_each(night: Night) -> None:
    unmapped(night)
    night.send(invoice("F1"))
    night.control.fault("json_500", ENTRIES, message="Onbekende weigering")
    night.run()
    told = command(night, code=0)
    assert told["queued"] == ["F1"]
    assert told["outcomes"] == {"F1": ["queued"], "L1": ["still", "vat_rate_unmapped"]}

    told = command(night, "L1", "F9", code=1)
    assert told["outcomes"] == {"L1": ["still", "vat_rate_unmapped"], "F9": ["refused", "unknown"]}
    assert told["sentences"]["F9"] == "Deze factuur is niet bekend bij de koppeling."
    said = night.world.command("exact", "retry", night.tenant, "L1", code=1)
    assert (
        said == "L1: Nog steeds: BTW-tarief 9% is nog niet gekoppeld aan een BTW-code.\n0 facturen staan weer klaar.\n"
    )


def test_two_invoices_under_one_number_are_each_told(night: Night) -> None:
    unmapped(night)
    night.send(invoice("L2", lines=LOW))
    night.run()
    ids = sorted(night.row(number)["invoice_id"] for number in ("L1", "L2"))
    night.runtime.session.rollback()
    with night.engine.begin() as connection:
        connection.execute(text("UPDATE exact_invoice_export SET identifier = 'L1'"))
    told = command(night, "L1", code=1)["outcomes"]
    assert told == {f"L1 ({invoice_id})": ["still", "vat_rate_unmapped"] for invoice_id in ids}
