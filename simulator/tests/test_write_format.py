"""What the framework refuses before any bookkeeping rule is looked at."""

import json

import pytest

from simulator.tests.api import Api
from simulator.tests.books import Books
from simulator.tests.control import Control

ENTRIES, ACCOUNTS = "salesentry/SalesEntries", "crm/Accounts"
JSON = {"Accept": "application/json", "Content-Type": "application/json"}
STREAM = "Error processing request stream. "


@pytest.mark.parametrize("body", ["[]", '[{"Name": "x"}]', "{", "", "null", "5", '"x"', "{'Name': 1}"])
def test_a_body_must_be_one_object(control: Control, exact: Api, body: str) -> None:
    answer = exact.send("POST", ACCOUNTS, JSON, body).expect(400)
    assert answer.message == STREAM + "The request should be a valid top-level resource object."


def test_an_unknown_property_is_named(control: Control, exact: Api) -> None:
    answer = exact.post(ACCOUNTS, {"Name": "x", "Klantnummer": "1"}).expect(400)
    assert answer.message.startswith(STREAM + "The property name 'Klantnummer'")


def test_an_unknown_property_of_a_line_is_named(control: Control, exact: Api, books: Books) -> None:
    answer = exact.post(ENTRIES, books.body(books.line(1, Bedrag=1))).expect(400)
    assert "'Bedrag'" in answer.message


@pytest.mark.parametrize(
    ("changed", "name", "kind"),
    [
        ({"Customer": ""}, "Customer", "Guid"),
        ({"Customer": "not-a-guid"}, "Customer", "Guid"),
        ({"EntryNumber": "twaalf"}, "EntryNumber", "Int32"),
        ({"EntryDate": "14-03-2026"}, "EntryDate", "DateTime"),
        ({"VATAmountFC": "veel"}, "VATAmountFC", "Double"),
        ({"ReportingYear": 123456}, "ReportingYear", "Int16"),
    ],
)
def test_a_wrong_type_is_named(
    control: Control, exact: Api, books: Books, changed: dict[str, object], name: str, kind: str
) -> None:
    answer = exact.post(ENTRIES, books.body(**changed)).expect(400)
    expected = (
        f"{STREAM}Error encountered in converting the value from request payload for property '{name}' to type "
        f"'{kind}', which is the property's expected type. See inner exception for more detail."
    )
    assert answer.message == expected


def test_a_number_serves_for_a_string(control: Control, exact: Api) -> None:
    made = exact.post(ACCOUNTS, {"Name": "x", "Status": "C", "PaymentConditionSales": 15}).expect(201).d
    assert made["PaymentConditionSales"] == "15"


def test_a_read_only_property_is_ignored(control: Control, exact: Api, books: Books) -> None:
    entry = books.post(AmountDC=1, AmountFC="1.00", Type=21, CustomerName="x")
    assert (entry["AmountDC"], entry["Type"]) == (121, 20)
    assert entry["CustomerName"] != "x"


def test_a_read_only_property_is_refused_when_switched_so(control: Control, exact: Api, books: Books) -> None:
    control.switch(read_only_on_write="refuse")
    exact.post(ENTRIES, books.body(AmountDC=1)).expect(400)


def test_a_body_over_the_limit(control: Control, exact: Api) -> None:
    body = json.dumps({"Name": "x", "Remarks": "x" * (10 * 1024 * 1024)})
    assert exact.send("POST", ACCOUNTS, JSON, body).status in {400, 413}


def test_a_url_over_6000_characters(control: Control, exact: Api) -> None:
    longest = " or ".join(f"Name eq '{number:040}'" for number in range(200))
    assert exact.get(ACCOUNTS, select="ID", filter=longest).status in {400, 404, 414}


def test_delete_tolerates_a_stray_query(exact: Api, books: Books) -> None:
    exact.delete(f"{ENTRIES}(guid'{books.post()['EntryID']}')?null").expect(204)


def test_a_get_may_have_an_empty_body(exact: Api) -> None:
    headers = {"Accept": "application/json", "Content-Length": "0"}
    exact.send("GET", "financial/Journals?$select=Code&$top=1", headers).expect(200)
