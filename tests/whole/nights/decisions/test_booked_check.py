"""What is booked is held against Exact on request, forty entries a call; also what version 0.1 booked."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlalchemy import text

from mice_exact_plugin.domain.remarks import RemarkCode
from simulator.tests.control import DUTCH, VENUE
from tests.whole.invoices import invoice
from tests.whole.nights.booking.test_answers import SEARCH, delete
from tests.whole.nights.exports.test_remarks import open_remarks

if TYPE_CHECKING:
    from tests.whole.nights.night import Night


def test_what_differs_or_is_gone_is_listed_and_marked_and_stays_booked(night: Night) -> None:
    night.send(*(invoice(f"F{number:02}") for number in range(1, 43)))
    night.run()
    night.runtime.session.rollback()
    with night.engine.begin() as connection:
        connection.execute(text("UPDATE exact_invoice_export SET sent = NULL"))  # as 0.1 left it
    night.control.patch(VENUE, "SalesEntries", {"YourRef": "F02"}, AmountFC=60.5)
    night.control.patch(VENUE, "SalesEntries", {"YourRef": "F03"}, Customer=other_customer(night))
    delete(night, night.row("F04")["entry_id"])
    night.control.clear_log()

    said = json.loads(night.world.command("exact", "verify", night.tenant, "--booked", "--json"))
    assert (said["compared"], said["left"]) == (42, 0)
    assert {row["identifier"]: row["result"] for row in said["found"]} == {
        "F02": "different",
        "F03": "different",
        "F04": "gone",
    }
    assert len(night.calls(SEARCH)) == 2
    assert set(night.states().values()) == {"synced"}
    assert set(open_remarks(night, "F02")) == {RemarkCode.DIFFERS}
    assert set(open_remarks(night, "F04")) == {RemarkCode.DELETED_IN_EXACT}
    assert open_remarks(night, "F05") == {}

    text_said = night.world.command("exact", "verify", night.tenant, "--booked")
    assert "42 geboekte facturen vergeleken; 3 wijken af of zijn weg." in text_said
    assert "60,50 in plaats van" in text_said
    assert "De boeking staat niet meer in Exact Online." in text_said


def test_what_stood_in_the_way_is_said_as_it_is(night: Night) -> None:
    night.send(invoice("F01"))
    night.run()
    night.runtime.session.rollback()
    night.control.fault("status", {"path": "SalesEntries$"}, "every", status=503)
    said = night.world.command("exact", "verify", night.tenant, "--booked", code=1)
    assert "1 factuur is niet vergeleken: Exact Online is niet bereikbaar of antwoordt niet." in said
    assert "gelijk" not in said


def test_what_may_not_be_seen_is_not_gone(night: Night) -> None:
    night.send(invoice("F01"), invoice("F02"))
    night.run()
    night.runtime.session.rollback()
    night.control.call("POST", "users", {"user": DUTCH, "hidden": ["salesentry/SalesEntries"]})
    said = night.world.command("exact", "verify", night.tenant, "--booked", code=1)
    assert "2 facturen zijn niet vergeleken: " in said
    assert "het recht niet (meer) voor: verkoopboekingen inzien" in said
    assert "gelijk" not in said
    assert open_remarks(night, "F01") == {}


def other_customer(night: Night) -> str:
    accounts = night.control.call("GET", f"divisions/{VENUE}/accounts")["accounts"]
    return str(next(row["ID"] for row in accounts if row["Name"] == "Vaste Klant B.V."))
