"""Addresses that are none, counts, what is sent and answered in which form, and by which clock answers are dated."""

from email.utils import parsedate_to_datetime

import pytest

from simulator.tests.api import Api
from simulator.tests.books import Books, new_customer
from simulator.tests.control import Control
from simulator.tests.wire import HTTP

ACCOUNTS, ENTRIES = "crm/Accounts", "salesentry/SalesEntries"
JSON = {"Accept": "application/json"}


NOWHERE = [
    "/nosuch",
    "/docs/nosuch",
    "/api/",
    "/api/v2/1000001/crm/Accounts",
    "/api/oauth2/nosuch",
    "/api/v1/",
    "/api/v1/x",
    "/api/v1/current/Nosuch",
    "/api/v1/abc/crm/Accounts",
    "/api/v1/99999999999999999/crm/Accounts",
]


@pytest.mark.parametrize("path", NOWHERE)
def test_an_address_that_is_none_is_a_plain_404(control: Control, path: str) -> None:
    answer = HTTP.get(control.url + path, headers=JSON)
    assert (answer.status_code, answer.text) == (404, "Not Found")
    assert answer.headers["Content-Type"].startswith("text/plain")
    assert "Reason" not in answer.headers


@pytest.mark.parametrize("path", ["nosuch/Things", "crm/Nosuch", "crm", "crm/Accounts/Nosuch", "$metadata", ""])
def test_a_resource_that_is_not_there(control: Control, exact: Api, path: str) -> None:
    assert exact.send("GET", path, JSON).expect(404).message


def test_a_count_is_a_bare_number_in_plain_text(exact: Api) -> None:
    answer = exact.send("GET", "financial/Journals/$count", {"Accept": "text/plain"}).expect(200)
    assert answer.headers["Content-Type"] == "text/plain;charset=utf-8"
    assert answer.text.isdigit()


def test_a_count_is_not_to_be_had_as_json(control: Control, exact: Api) -> None:
    exact.send("GET", "financial/Journals/$count", JSON).expect(415)


@pytest.mark.parametrize(("query", "found"), [("", 18), ("?$top=5", 5), ("?$skip=16", 2), ("?$skip=99", 0)])
def test_a_count_minds_top_and_skip(control: Control, exact: Api, query: str, found: int) -> None:
    assert int(exact.send("GET", f"financial/Journals/$count{query}", {}).expect(200).text) == found


def test_a_count_needs_no_selection(control: Control, exact: Api) -> None:
    assert int(exact.send("GET", "bulk/Financial/GLAccounts/$count", {}).expect(200).text) > 150


def test_the_count_behind_a_link(exact: Api, books: Books) -> None:
    entry = books.post(books.line(1), books.line(2), books.line(3))
    lines = f"{ENTRIES}(guid'{entry['EntryID']}')/SalesEntryLines/$count"
    assert exact.send("GET", lines, {}).expect(200).text == "3"


def test_one_record_has_no_count(control: Control, exact: Api) -> None:
    exact.send("GET", f"{ACCOUNTS}(guid'{new_customer(exact)}')/$count", {}).expect(404)


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "application/xml", ""])
def test_a_body_that_is_no_json_by_its_type(control: Control, exact: Api, kind: str) -> None:
    exact.send("POST", ACCOUNTS, JSON | {"Content-Type": kind}, '{"Name": "x"}').expect(415)


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [
        ("", "utf-8"),
        ("; charset=utf-8", "utf-8-sig"),
        ("; charset=iso-8859-1", "latin-1"),
        ('; charset="UTF-8"', "utf-8"),
    ],
)
def test_a_body_in_its_character_set(control: Control, exact: Api, charset: str, encoding: str) -> None:
    headers = JSON | {"Content-Type": f"application/json{charset}", "Prefer": "return=representation"}
    made = exact.send("POST", ACCOUNTS, headers, '{"Name": "Café Zoë"}'.encode(encoding)).expect(201).d
    assert made["Name"] == "Café Zoë"


def test_a_body_that_is_no_utf_8(control: Control, exact: Api) -> None:
    body = '{"Name": "Café"}'.encode("latin-1")
    exact.send("POST", ACCOUNTS, JSON | {"Content-Type": "application/json"}, body).expect(400)
    exact.send("POST", ACCOUNTS, JSON | {"Content-Type": "application/json; charset=nosuch"}, body).expect(415)


def test_answers_are_dated_by_the_clock_of_the_simulator(control: Control, exact: Api) -> None:
    control.advance(86_400)
    headers = exact.get("financial/Journals", select="Code").headers
    dated = parsedate_to_datetime(headers["Date"]).timestamp()
    assert abs(dated - control.now()) < 60
    assert int(headers["X-RateLimit-Reset"]) / 1000 > dated
