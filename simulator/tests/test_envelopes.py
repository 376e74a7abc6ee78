"""The shapes in which Exact wraps an answer: lists, bare arrays, single records, links, Atom, and nulls."""

import re
from xml.etree import ElementTree as ET

import pytest

from simulator.tests.api import Api
from simulator.tests.books import Books
from simulator.tests.control import Control

JOURNALS, ENTRIES = "financial/Journals", "salesentry/SalesEntries"
ATOM = "{http://www.w3.org/2005/Atom}"


def test_a_list_has_results(exact: Api) -> None:
    d = exact.get(JOURNALS, select="Code").expect(200).d
    assert isinstance(d["results"], list)


def test_json_says_so(exact: Api) -> None:
    content_type = exact.get(JOURNALS, select="Code").headers["Content-Type"]
    assert content_type.startswith("application/json")


def test_top_on_one_page_gives_a_bare_array(control: Control, exact: Api) -> None:
    assert isinstance(exact.get(JOURNALS, select="Code", top=1).d, list)
    assert isinstance(exact.get(JOURNALS, select="Code", top=2).d, list)


@pytest.mark.parametrize(("form", "kind"), [("array", list), ("results", dict)])
def test_the_envelope_of_top_is_a_switch(control: Control, exact: Api, form: str, kind: type) -> None:
    control.switch(top_envelope=form)
    assert isinstance(exact.get(JOURNALS, select="Code", top=1).d, kind)


def test_a_page_behind_a_skiptoken_is_no_bare_array(control: Control, exact: Api) -> None:
    first = exact.get("financial/GLAccounts", select="Code", top=70).expect(200)
    assert isinstance(exact.get(first.d["__next"]).expect(200).d, dict)


def test_one_record_by_key(exact: Api) -> None:
    listed = exact.get(JOURNALS, top=1).rows[0]
    single = exact.get(f"{JOURNALS}(guid'{listed['ID']}')").expect(200).d
    assert single["Code"] == listed["Code"]
    assert "results" not in single


def test_one_record_by_key_with_a_selection(exact: Api) -> None:
    listed = exact.get(JOURNALS, top=1).rows[0]
    single = exact.get(f"{JOURNALS}(guid'{listed['ID']}')", select="Code").expect(200).d
    assert set(single) == {"__metadata", "Code"}


def test_absence_by_key_is_404_and_by_filter_an_empty_list(control: Control, exact: Api) -> None:
    nobody = "guid'00000000-0000-0000-0000-000000000001'"
    exact.get(f"{JOURNALS}({nobody})").expect(404)
    assert exact.get(JOURNALS, select="ID", filter=f"ID eq {nobody}").expect(200).rows == []


def test_metadata(exact: Api) -> None:
    row = exact.get(JOURNALS, top=1).rows[0]
    address = f"{exact.url}/api/v1/{exact.division}/{JOURNALS}(guid'{row['ID']}')"
    assert row["__metadata"] == {"uri": address, "type": "Exact.Web.Api.Models.Journal"}
    exact.get(row["__metadata"]["uri"]).expect(200)


def test_a_link_is_deferred_and_leads_to_the_rows(exact: Api, books: Books) -> None:
    entry = books.post(books.line(10), books.line(20))
    link = exact.one(ENTRIES, filter=f"EntryID eq guid'{entry['EntryID']}'")["SalesEntryLines"]
    assert set(link) == {"__deferred"}
    lines = exact.get(link["__deferred"]["uri"]).expect(200).rows
    assert [line["AmountFC"] for line in lines] == [10, 20]


def test_post_answers_201_with_the_record_and_its_address(exact: Api, books: Books) -> None:
    answer = exact.post(ENTRIES, books.body()).expect(201)
    assert answer.headers["Location"] == answer.d["__metadata"]["uri"]
    assert answer.d["EntryID"] in answer.headers["Location"]


def test_post_without_prefer_answers_nulls_and_the_key(control: Control, exact: Api, books: Books) -> None:
    d = exact.post(ENTRIES, books.body(), values=False).expect(201).d
    values = {name: value for name, value in d.items() if value is not None and not isinstance(value, dict)}
    assert set(values) == {"EntryID"}
    assert exact.one(ENTRIES, select="EntryID", filter=f"EntryID eq guid'{d['EntryID']}'")


def test_put_and_delete_answer_204_and_nothing(exact: Api, books: Books) -> None:
    address = f"{ENTRIES}(guid'{books.post()['EntryID']}')"
    assert exact.put(address, {"Description": "Anders"}).expect(204).text == ""
    assert exact.delete(address).expect(204).text == ""


@pytest.mark.parametrize("accept", [None, "*/*", "application/atom+xml"])
def test_without_the_json_header_the_answer_is_atom(control: Control, exact: Api, accept: str | None) -> None:
    answer = exact.send("GET", f"{JOURNALS}?$select=Code&$top=1", {"Accept": accept} if accept else {"Accept": ""})
    assert answer.expect(200).headers["Content-Type"].startswith("application/atom+xml")
    feed = ET.fromstring(answer.text)
    assert feed.tag == f"{ATOM}feed"
    assert len(feed.findall(f"{ATOM}entry")) == 1


def test_plain_xml_is_refused(control: Control, exact: Api) -> None:
    assert exact.send("GET", f"{JOURNALS}?$top=1", {"Accept": "application/xml"}).status in {400, 406, 415}


def test_an_error_without_the_json_header_is_xml(control: Control, exact: Api) -> None:
    answer = exact.send("GET", f"{JOURNALS}?$filter=Nonsense", {"Accept": ""}).expect(400)
    assert ET.fromstring(answer.text).tag.endswith("error")


def test_an_error_in_json(control: Control, exact: Api) -> None:
    answer = exact.get(JOURNALS, filter="Nonsense").expect(400)
    assert set(answer.body) == {"error"}
    assert answer.body["error"]["code"] == ""
    assert answer.body["error"]["message"]["lang"] == ""


def test_guids_are_lower_case(exact: Api) -> None:
    assert re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", exact.get(JOURNALS, top=1).rows[0]["ID"])


def test_a_method_that_is_not_offered(control: Control, exact: Api) -> None:
    exact.post("financial/FinancialPeriods", {}).expect(405)


@pytest.mark.parametrize("path", ["financial/NoSuch", "nosuch/Journals", "financial"])
def test_an_unknown_path(control: Control, exact: Api, path: str) -> None:
    exact.get(path).expect(404)


def test_any_case_of_a_path_unless_switched_strict(control: Control, exact: Api) -> None:
    exact.get("HRM/CostCenters", select="Code").expect(200)
    control.switch(path_case="strict")
    exact.get("hrm/CostCenters", select="Code").expect(404)
    exact.get("hrm/Costcenters", select="Code").expect(200)
