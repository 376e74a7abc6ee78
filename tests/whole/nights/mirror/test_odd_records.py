"""One odd record of a list is left out, counted and named; what needs it waits, and everything else is booked."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from mice_exact_plugin.access.gate import Gate
from mice_exact_plugin.database import step
from mice_exact_plugin.errors import TryLater
from mice_exact_plugin.exact.client import ExactClient
from mice_exact_plugin.exact.transport import Transport
from mice_exact_plugin.exact.wire.odd import Odd
from mice_exact_plugin.link.run import RunState
from mice_exact_plugin.mirror import odd, reference_data
from mice_exact_plugin.mirror import words as list_words
from mice_exact_plugin.mirror.list_table import Mirror
from mice_exact_plugin.standing import overview
from mice_exact_plugin.standing.standing import status
from simulator.tests.control import VENUE
from tests.whole.invoices import CLIENT, invoice, line
from tests.whole.nights.night import RELATIONS

if TYPE_CHECKING:
    from mice_exact_plugin.standing.overview import LeftOut
    from tests.whole.nights.night import Night

LEDGERS = {"method": "GET", "path": "sync/Financial/GLAccounts"}
ACCOUNTS = {"method": "GET", "path": "sync/CRM/Accounts"}
RATES = {"method": "GET", "path": "vat/VatPercentages"}
JOURNALS = {"method": "GET", "path": "financial/Journals"}
KNOWN = {**CLIENT, "name": "Vaste Klant B.V.", "postalcode": "3511 AB"}
NEVER = "/Date(99999999999999999)/"


def left_out(night: Night) -> dict[str, LeftOut]:
    place = night.link.place
    with step(night.runtime.session):
        found = overview.left_out(night.runtime.session, *place)
        return {each.resource: each for each in found}


def read_relations_anew(night: Night) -> None:
    """A relation is read when it changes; here everything is, as after a first connection."""
    place = night.link.place
    with step(night.runtime.session):
        night.runtime.session.get_one(Mirror, (*place, "crm_accounts")).timestamp = 0


@pytest.mark.parametrize(
    "values",
    [
        {"Type": "geen getal"},
        {"Type": None},
        {"UseCostcenter": {"een": "ding"}},
        {"Code": 8000.5, "Type": []},
        {"Timestamp": 2**63},
        {"Timestamp": -1},
        {"ID": "x" * 5000},
    ],
)
def test_an_odd_ledger_holds_up_only_the_invoices_that_need_it(night: Night, values: dict[str, Any]) -> None:
    night.control.fault("odd_values", LEDGERS, "every", where={"Code": "8010"}, set=values)
    night.send(invoice("F1"), invoice("F2", lines=[line("100.00", "21.00", ledger="8010")]))
    night.run()

    assert night.last_run().state == RunState.DONE
    assert night.states()["F1"] == "synced"
    assert left_out(night)["gl_accounts"].count == 1
    if "Code" not in values and "ID" not in values:
        assert night.states()["F2"] == "blocked", "its lines must not go to the default ledger"
        text = list_words.left_out("gl_accounts", 1, left_out(night)["gl_accounts"].records)
        assert "Grootboekrekeningen" in text
        assert "8010" in text
        (told,) = status(night.runtime, night.tenant)["left_out"]
        assert (told["resource"], told["count"], told["records"][0]["code"]) == ("gl_accounts", 1, "8010")

    night.control.call("DELETE", "faults")
    night.forward()
    night.run()
    assert night.states()["F2"] == "synced"
    assert left_out(night) == {}


@pytest.mark.parametrize(
    "values",
    [
        {"EndDate": NEVER},
        {"EndDate": "geen datum"},
        {"Blocked": "misschien"},
        {"Country": "Nederland"},
        {"Code": "1" * 40},
        {"Timestamp": 2**64},
    ],
)
def test_an_odd_relation_is_not_made_a_second_time(night: Night, values: dict[str, Any]) -> None:
    night.control.fault("odd_values", ACCOUNTS, "every", where={"Name": "Vaste Klant B.V."}, set=values)
    read_relations_anew(night)
    night.send(invoice("F1", client=KNOWN), invoice("F2"))
    night.run()

    assert night.states() == {"F1": "blocked", "F2": "synced"}
    assert night.relations()["Vaste Klant B.V."] == 1
    assert len(night.calls(RELATIONS)) == 1, "only the other customer is new"
    assert left_out(night)["crm_accounts"].count == 1

    night.control.call("DELETE", "faults")
    read_relations_anew(night)
    night.forward()
    night.run_until_done()
    assert night.states()["F1"] == "synced"
    assert left_out(night) == {}


def test_a_nul_in_a_text_of_exact_is_left_out(night: Night) -> None:
    """PostgreSQL keeps none."""
    odd = {"City": "Utr\u0000echt", "Name": "Vaste\u0000 Klant B.V."}
    night.control.fault("odd_values", ACCOUNTS, "every", where={"Name": "Vaste Klant B.V."}, set=odd)
    read_relations_anew(night)
    night.send(invoice("F1", client=KNOWN))
    night.run()
    assert night.states() == {"F1": "synced"}
    assert night.relations()["Vaste Klant B.V."] == 1


@pytest.mark.parametrize("match", [ACCOUNTS, LEDGERS, JOURNALS])
def test_the_same_record_twice_in_one_page_is_one_record(night: Night, match: dict[str, str]) -> None:
    night.control.fault("same_row_twice", match, "every")
    read_relations_anew(night)
    night.send(invoice("F1", client=KNOWN))
    night.run()
    assert night.states() == {"F1": "synced"}
    assert left_out(night) == {}


@pytest.mark.parametrize("rate", ["Infinity", "NaN", "1e999999", "1e400", [], "x"])
def test_a_percentage_that_is_none_leaves_out_its_code_alone(night: Night, rate: Any) -> None:
    codes = night.control.call("GET", f"divisions/{VENUE}/rows/VATCodes")["rows"]
    low = next(code["ID"] for code in codes if code["Code"] == "1")
    night.control.fault("odd_values", RATES, "every", where={"VATCodeID": low}, set={"Percentage": rate})
    night.send(invoice("F1"), invoice("F2", lines=[line("100.00", "9.00", rate="9")]))
    night.run()

    assert night.states() == {"F1": "synced", "F2": "blocked"}
    assert left_out(night)["vat_codes"].count >= 1


def test_a_list_of_which_many_records_are_odd_is_not_whole(night: Night) -> None:
    night.control.fault("odd_values", LEDGERS, "every", set={"Type": "geen getal"})
    night.send(invoice("F1"))
    night.run()

    run = night.last_run()
    assert (run.state, run.reason) == (RunState.STOPPED, "mirror_incomplete")
    (short,) = run.details["lists"]
    assert short["list"] == "gl_accounts"
    assert short["complaint"] in ("odd", "empty", "shrunk")
    assert night.states() == {"F1": "queued"}


@pytest.mark.parametrize("body", ['{"d":{"results":[', "[" * 100_000])
def test_a_list_that_is_no_list_is_waited_for_and_ends_the_night(night: Night, body: str) -> None:
    night.control.fault("raw", JOURNALS, "every", body=body)
    night.send(invoice("F1"))
    reports = night.run_until_done()
    run = night.last_run()
    assert len(reports) == 9
    assert (run.state, run.reason) == (RunState.STOPPED, "exact_unreachable")
    assert "financial/Journals" in run.details["what"]
    night.control.call("DELETE", "faults")
    night.run_until_done()
    assert night.states() == {"F1": "synced"}


def test_a_single_odd_relation_that_changed_is_named_without_its_page_having_a_version(night: Night) -> None:
    night.run()
    night.control.patch(VENUE, "Accounts", {"Name": "Vaste Klant B.V."}, City="Elders")
    odd = {"Timestamp": 2**64, "EndDate": NEVER}
    night.control.fault("odd_values", ACCOUNTS, "every", where={"Name": "Vaste Klant B.V."}, set=odd)
    night.forward()
    night.run()
    assert [record["name"] for record in left_out(night)["crm_accounts"].records] == ["Vaste Klant B.V."]
    night.run()
    assert left_out(night)["crm_accounts"].count == 1


def test_an_answer_that_unpacks_beyond_its_bound_is_named_in_the_run(night: Night) -> None:
    night.control.fault("raw", JOURNALS, "every", body="[[[[[[[[", repeat=2_200_000, gzip=True)
    night.send(invoice("F1"))
    night.run()
    assert "bytes unpacked" in night.last_run().details["what"]


def test_lists_that_take_longer_than_a_slice_are_left(night: Night) -> None:
    hasty = replace(night.runtime, config=replace(night.runtime.config, slice=timedelta(microseconds=1)))
    link = night.link
    gate = Gate(night.runtime, link.log_in)
    with (
        Transport(link.app.base_url, night.runtime.config.deadline, gate) as transport,
        pytest.raises(TryLater, match="longer than a slice"),
    ):
        reference_data.refresh(hasty, link, ExactClient(transport, link.division))
    assert len(night.control.log()) == 1


def test_records_without_an_id_are_counted_beside_each_other() -> None:
    mirror = Mirror(odd=[], odd_rows=0)
    odd.add(mirror, [Odd("", "901", "", "Name")], ())
    odd.add(mirror, [Odd("", "", "", "Name")], {"", "een-andere"})
    odd.add(mirror, [Odd("", "901", "", "Name")], ())
    assert mirror.odd_rows == 2
    said = list_words.left_out("crm_accounts", 2, mirror.odd)
    assert "901 (Name)" in said
    assert "zonder naam (Name)" in said
