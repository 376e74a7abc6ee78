"""What was sent without an answer is searched for before it is ever sent again; what is not ours beyond doubt asks."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from mice_exact_plugin.decisions import decisions
from mice_exact_plugin.link.run import RunState
from simulator.tests.control import VENUE
from simulator.tests.waiting import eventually
from tests.crash import restore
from tests.whole.invoices import CLIENT, invoice
from tests.whole.nights.night import ENTRIES, LATER, Night

NEW = {**CLIENT, "name": "Nieuw B.V.", "postalcode": "9711 EF"}


def test_an_answer_lost_after_the_commit_is_found_in_the_same_run(night: Night) -> None:
    night.control.fault("drop_after_commit", ENTRIES)
    night.send(invoice("F1"))

    assert night.run().state is RunState.DONE
    assert night.states() == {"F1": "synced"}
    assert night.booked() == {"F1": 1}
    assert len(night.calls(ENTRIES)) == 1


@pytest.mark.parametrize("skew", [-20, 20])
def test_an_entry_without_our_id_is_ours_by_a_clock_that_differs(night: Night, skew: int) -> None:
    night.control.switch(entry_id="ignore")
    night.control.advance(skew)
    night.control.fault("drop_after_commit", ENTRIES)
    night.send(invoice("F1"))

    night.run()
    assert night.states() == {"F1": "synced"}
    assert night.booked() == {"F1": 1}


def test_what_never_arrived_is_sent_again_only_after_the_settle_time(night: Night) -> None:
    night.control.fault("drop_before", ENTRIES)
    night.send(invoice("F1"))

    night.run()
    assert night.states() == {"F1": "unconfirmed"}
    night.run()
    assert len(night.calls(ENTRIES)) == 1, "too early to tell"

    night.forward(LATER)
    night.run()
    assert night.states() == {"F1": "synced"}
    assert night.booked() == {"F1": 1}


def test_an_entry_that_appears_after_the_client_has_gone_is_not_booked_twice(night: Night) -> None:
    night.control.fault("commit_after_client_gone", ENTRIES, seconds=6)
    night.send(invoice("F1"))

    with night.lasting(deadline=3):
        night.run()
    assert night.states() == {"F1": "unconfirmed"}
    assert eventually(lambda: night.entries("F1"))
    night.forward(LATER)
    night.run()

    assert night.states() == {"F1": "synced"}
    assert night.booked() == {"F1": 1}
    assert len(night.calls(ENTRIES)) == 1


@pytest.mark.parametrize("keeps", ["refuse", "ignore"])
def test_a_restored_copy_of_the_database_adopts_what_is_booked(night: Night, keeps: str) -> None:
    night.control.switch(entry_id=keeps)
    night.send(invoice("F1"), invoice("F2", client=NEW))
    night.runtime.session.rollback()
    yesterday = restore.take(night.engine)
    night.run()
    assert night.states() == {"F1": "synced", "F2": "synced"}

    night.runtime.session.rollback()
    restore.put_back(night.engine, yesterday)
    night.send(invoice("F3"))
    night.run_until_done()

    assert night.states() == {"F1": "synced", "F2": "synced", "F3": "synced"}
    assert night.booked() == {"F1": 1, "F2": 1, "F3": 1}
    assert night.relations()["Nieuw B.V."] == 1
    assert night.connection().verify_reason is None, "everything was looked up"


def test_a_hand_booking_under_our_number_asks_a_person(night: Night) -> None:
    entry_id = booked_by_somebody(night, "F1", amount=999)
    night.send(invoice("F1"), invoice("F2"))
    night.run()

    assert (night.row("F1")["state"], night.row("F2")["state"]) == ("blocked", "synced")
    (problem,) = night.row("F1")["problems"]
    assert problem["code"] == "entry_conflict"
    assert [found["entry"]["entry_id"] for found in problem["params"]["entries"]] == [entry_id]


def test_leave_it(night: Night) -> None:
    booked_by_somebody(night, "F1", amount=999)
    night.send(invoice("F1"))
    night.run()

    decisions.leave(night.runtime, night.tenant, night.row("F1")["invoice_id"], night.person, "hoeft niet")
    night.run()
    assert night.row("F1")["state"] == "ignored"
    assert night.booked() == {"F1": 1}


def booked_by_somebody(night: Night, number: str, amount: float) -> str:
    """An entry under our number that a bookkeeper typed in."""
    night.send(invoice(f"BY-HAND-{number}"))
    night.run()
    (entry,) = night.entries(f"BY-HAND-{number}")
    where = {"EntryID": entry["EntryID"]}
    night.control.patch(VENUE, "SalesEntries", where, YourRef=number, AmountFC=amount)
    night.runtime.session.rollback()
    forget = text(
        "UPDATE exact_invoice_export SET state = 'ignored', entry_id = NULL, posting_key = NULL "
        "WHERE entry_id = :entry_id"
    )
    with night.engine.begin() as connection:
        connection.execute(forget, {"entry_id": entry["EntryID"]})
    return str(entry["EntryID"])
