"""Kind E: a VAT code for sales within the EU asks for a VAT number of another member state, and offers ways on."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from simulator.tests.control import VENUE
from tests.cases.selling import CLIENT, change_invoice, choose, eu_code, invoice, line, play, press, remarks
from tests.cases.steps import bookkeeper

if TYPE_CHECKING:
    from tests.cases.case import Case

GERMAN, BELGIAN = "DE136695976", "BE0123456749"
REFUSED = "Ongeldig: Btw-nummer"


def sold(number: str, vat_number: str | None, net: str = "100.00", **changes: Any) -> dict[str, Any]:
    client = {**CLIENT, "vat_number": vat_number, **changes}
    return invoice(number, line(net, "0.00", "0", "0-8085"), client=client)


def relation_without_number(case: Case) -> None:
    body = {"Status": "C", "Name": CLIENT["name"], "Postcode": "10115", "City": "Berlin", "Country": "DE"}
    bookkeeper(case).post("crm/Accounts", body | {"PaymentConditionSales": "14"}).expect(201)


def filled(case: Case) -> list[Any]:
    """The bodies of the changes to relations that Exact got."""
    puts = [call for call in case.control.log(bodies=1) if call["method"] == "PUT"]
    return [json.loads(call["body"]) for call in puts if "crm/Accounts" in call["path"]]


def test_without_a_foreign_number_it_is_held_and_says_why(case: Case) -> None:
    case.play("07-icp-without-vat-number")
    assert case.states() == {"N01": "blocked", "N02": "blocked"}
    assert (case.codes("N01"), case.codes("N02")) == (["eu_number_missing"], ["eu_number_own_state"])
    assert "BTW-code 7 is voor goederen binnen de EU, en de factuur heeft geen btw-nummer" in case.page("N01")
    assert "van dezelfde lidstaat als de administratie" in case.page("N02")
    assert case.relations() == []


@pytest.mark.parametrize(
    ("number", "country", "code"),
    [
        (GERMAN, "DE", None),
        ("de 136.695.976", "DE", None),
        ("DE12345678", "DE", "eu_number_invalid"),
        ("GB432525179", "GB", "eu_number_outside"),
        (GERMAN, "FR", None),
    ],
)
@pytest.mark.parametrize("vat_code", ["7", "8", "11"])
def test_the_number_decides_and_never_the_address(
    case: Case, number: str, country: str, code: str | None, vat_code: str
) -> None:
    eu_code(case, vat_code)
    play(case, sold("N01", number, country=country))
    if code:
        assert case.codes("N01") == [code]
        return
    assert case.states() == {"N01": "synced"}
    assert case.debtor("N01")["VATNumber"].replace(" ", "").replace(".", "").upper() == GERMAN
    assert remarks(case, "N01") == (["eu_address"] if country == "FR" else [])


def test_northern_ireland_counts_for_goods_and_not_for_services(case: Case) -> None:
    eu_code(case, "7")
    play(case, sold("N01", "XI432525179", country="GB"))
    assert case.states() == {"N01": "synced"}
    eu_code(case, "8")
    play(case, sold("N02", "XI432525179", country="GB"))
    assert case.codes("N02") == ["eu_number_goods_only"]


def test_book_anyway_keeps_name_and_reason_and_stays_marked(case: Case) -> None:
    eu_code(case, "7")
    play(case, sold("N01", None))
    press(case, "N01", "eu-code", reason="nummer is aangevraagd", role="billing")
    assert case.states() == {"N01": "queued"}
    assert "nummer is aangevraagd" in case.page("N01")
    case.run()
    assert [line["VATCode"].strip() for line in case.entry("N01")["SalesEntryLines"]] == ["7"]
    assert remarks(case, "N01") == ["eu_code_anyway"]


def test_another_code_is_chosen_for_this_invoice_alone(case: Case) -> None:
    eu_code(case, "7")
    play(case, sold("N01", None), sold("N02", None))
    page = case.visitor("billing").get(f"/facturen/{case.row('N01')['invoice_id']}")
    offered = re.findall(r'<option value="(\w+)">', page)
    assert {"0", "5", "10"} <= set(offered)
    assert not {"7", "2", "17", "21"} & set(offered)
    press(case, "N01", "btw-code", reason="toch een Nederlandse klant", role="billing", used="7", vat_code="2")
    assert case.states()["N01"] == "blocked", "a code of another rate is refused"
    press(case, "N01", "btw-code", reason="toch een Nederlandse klant", role="billing", used="7", vat_code="6")
    case.run()
    assert case.states() == {"N01": "synced", "N02": "blocked"}
    assert [line["VATCode"].strip() for line in case.entry("N01")["SalesEntryLines"]] == ["6"]


def test_a_corrected_number_is_booked_by_the_next_run(case: Case) -> None:
    eu_code(case, "7")
    play(case, sold("N01", None))
    change_invoice(case, "N01", client_vat_number=GERMAN)
    case.run()
    assert case.states() == {"N01": "synced"}


def test_a_new_relation_is_never_made_without_the_number(case: Case) -> None:
    eu_code(case, "7")
    case.control.fault("json_500", {"method": "POST", "path": "/crm/Accounts"}, message=REFUSED)
    play(case, sold("N01", GERMAN))
    assert case.codes("N01") == ["eu_number_refused"]
    assert case.relations() == []
    change_invoice(case, "N01", client_vat_number=BELGIAN)
    case.run()
    assert case.debtor("N01")["VATNumber"] == BELGIAN


def test_a_refused_number_may_be_left_out_when_a_person_says_so(case: Case) -> None:
    eu_code(case, "7")
    case.control.fault("json_500", {"method": "POST", "path": "/crm/Accounts"}, [1, 2], message=REFUSED)
    play(case, sold("N01", GERMAN))
    press(case, "N01", "eu-code", reason="Exact kent dit nummer nog niet")
    case.run()
    assert case.states() == {"N01": "synced"}
    assert case.debtor("N01").get("VATNumber") is None


def test_a_relation_without_number_waits_and_is_filled_in_on_request(case: Case) -> None:
    eu_code(case, "7")
    relation_without_number(case)
    play(case, sold("N01", GERMAN))
    assert case.codes("N01") == ["eu_number_not_in_exact"]
    assert "heeft in Exact Online geen btw-nummer" in case.page("N01")
    press(case, "N01", "btw-nummer", reason="is van deze klant", role="billing")
    case.run()
    assert case.states() == {"N01": "synced"}
    assert case.debtor("N01")["VATNumber"] == GERMAN
    assert filled(case) == [{"VATNumber": GERMAN}]
    assert "DE136695976 ingevuld bij de relatie" in case.page("N01")


def test_the_setting_fills_in_and_never_overwrites(case: Case) -> None:
    eu_code(case, "7")
    relation_without_number(case)
    choose(case, fills_vat_numbers=True)
    play(case, sold("N01", GERMAN))
    assert case.debtor("N01")["VATNumber"] == GERMAN
    case.control.patch(VENUE, "Accounts", {"Name": CLIENT["name"]}, VATNumber=BELGIAN)
    play(case, sold("N02", GERMAN))
    assert len(filled(case)) == 1
    relation = case.relations(CLIENT["name"])
    assert [row["VATNumber"] for row in relation] == [BELGIAN]


def test_a_credit_follows_the_invoice_that_it_credits(case: Case) -> None:
    eu_code(case, "7")
    play(case, sold("N01", None))
    press(case, "N01", "btw-code", reason="geen ICP", used="7", vat_code="6")
    case.run()
    credit = {**sold("C01", None, net="-100.00"), "kind": "credit", "credits": "N01"}
    play(case, credit)
    assert case.states()["C01"] == "synced"
    assert [line["VATCode"].strip() for line in case.entry("C01")["SalesEntryLines"]] == ["6"]


def test_a_blocked_code_is_called_blocked(case: Case) -> None:
    eu_code(case, "7")
    play(case, sold("N01", GERMAN), run=False)
    case.control.patch(VENUE, "VATCodes", {"Code": "7"}, IsBlocked=True)
    case.run()
    assert case.codes("N01") == ["vat_code_blocked"]
    assert "BTW-code 7, gekozen voor 0%, is geblokkeerd in Exact Online." in case.page("N01")


def test_a_code_for_purchases_is_called_that(case: Case) -> None:
    eu_code(case, "7")
    play(case, sold("N01", GERMAN), run=False)
    case.control.patch(VENUE, "VATCodes", {"Code": "7"}, VATTransactionType="P")
    case.run()
    assert "past niet op een verkoop: die is voor inkoop." in case.page("N01")
