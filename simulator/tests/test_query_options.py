"""The other query options, paging and `/$count`, and the requests that must carry a selection or a filter."""

import pytest

from simulator.tests.api import Api
from simulator.tests.books import Books
from simulator.tests.control import Control

JOURNALS = "financial/Journals"
SELECT_OR_TOP = "Please add a $select or a $top=1 statement to the query string."
MANDATORY = (
    "This endpoint has mandatory filtering applied. A GET request for this endpoint must have a $filter parameter "
    "with one of the following fields in the url:"
)


def test_select_gives_these_properties_only(exact: Api) -> None:
    row = exact.get(JOURNALS, select="Code,Type", top=1).expect(200).row
    assert set(row) == {"__metadata", "Code", "Type"}


def test_select_of_everything(exact: Api) -> None:
    everything = exact.get(JOURNALS, select="*", top=1).expect(200).row
    assert set(everything) >= {"ID", "Code", "Description", "Type", "IsBlocked", "GLAccount"}


def test_select_refuses_an_unknown_property(control: Control, exact: Api) -> None:
    exact.get(JOURNALS, select="Code,NoSuchProperty").expect(400)


def test_bulk_demands_a_selection(control: Control, exact: Api) -> None:
    answer = exact.get("bulk/Financial/GLAccounts").expect(400)
    assert answer.message == SELECT_OR_TOP
    exact.get("bulk/Financial/GLAccounts", select="ID,Code").expect(200)
    exact.get("bulk/Financial/GLAccounts", top=1).expect(200)


@pytest.mark.parametrize("path", [JOURNALS, "financial/GLAccounts", "vat/VATCodes", "salesentry/SalesEntries"])
def test_lists_without_a_selection(exact: Api, path: str) -> None:
    exact.get(path).expect(200)


def test_relations_demand_a_filter(control: Control, exact: Api) -> None:
    answer = exact.get("crm/Accounts", select="ID").expect(400)
    assert answer.message.startswith(MANDATORY)
    for field in ("ChamberOfCommerce", "Name", "Postcode", "SearchCode", "VATNumber"):
        assert field in answer.message.removeprefix(MANDATORY)


def test_relations_refuse_a_filter_on_another_field(control: Control, exact: Api) -> None:
    assert exact.get("crm/Accounts", select="ID", filter="Website eq 'x'").expect(400).message.startswith(MANDATORY)
    exact.get("crm/Accounts", select="ID", filter="Name eq 'x' and Website eq 'x'").expect(200)


def test_top(exact: Api) -> None:
    assert len(exact.get(JOURNALS, select="Code", top=3).expect(200).rows) == 3


def test_top_over_a_page_is_paged(control: Control, exact: Api) -> None:
    rows = exact.all("crm/Accounts", select="ID", filter="Status eq 'C'", top=130)
    assert len(rows) == 130


def test_orderby(exact: Api) -> None:
    up = [row["Code"] for row in exact.all(JOURNALS, select="Code", orderby="Code")]
    down = [row["Code"] for row in exact.all(JOURNALS, select="Code", orderby="Code desc")]
    assert up == sorted(up)
    assert down == up[::-1]


def test_orderby_two_properties(control: Control, exact: Api) -> None:
    rows = exact.all(JOURNALS, select="Code,Type", orderby="Type desc,Code asc")
    assert rows == sorted(rows, key=lambda row: (-row["Type"], row["Code"]))


def test_skip(control: Control, exact: Api) -> None:
    codes = [row["Code"] for row in exact.all(JOURNALS, select="Code", orderby="Code")]
    assert [row["Code"] for row in exact.all(JOURNALS, select="Code", orderby="Code", skip=5)] == codes[5:]


def test_inlinecount(exact: Api) -> None:
    answer = exact.get(JOURNALS, select="Code", inlinecount="allpages").expect(200)
    assert answer.d["__count"] == str(len(answer.rows))


def test_inlinecount_counts_all_pages(control: Control, exact: Api) -> None:
    answer = exact.get("financial/GLAccounts", select="Code", inlinecount="allpages").expect(200)
    assert len(answer.rows) == 60
    assert int(answer.d["__count"]) == len(exact.all("financial/GLAccounts", select="Code"))


def test_count(exact: Api) -> None:
    answer = exact.send("GET", f"{JOURNALS}/$count", {}).expect(200)
    assert int(answer.text) == len(exact.all(JOURNALS, select="Code"))


def test_count_of_a_filter(control: Control, exact: Api) -> None:
    assert exact.send("GET", f"{JOURNALS}/$count?$filter=Type%20eq%2090", {}).expect(200).text == "3"


@pytest.mark.parametrize(
    "option", ["top=x", "top=-1", "skip=x", "orderby=NoSuchProperty", "inlinecount=some", "nosuch=1"]
)
def test_refuses_a_bad_option(control: Control, exact: Api, option: str) -> None:
    exact.get(f"{JOURNALS}?${option}").expect(400)


@pytest.mark.parametrize(("path", "size"), [("financial/GLAccounts", 60), ("bulk/Financial/GLAccounts", 1000)])
def test_page_size(control: Control, exact: Api, path: str, size: int) -> None:
    rows = [{"Code": f"L{number:05}", "Description": "Rekening", "Type": 110} for number in range(1100)]
    control.insert(exact.division, "GLAccounts", *rows)
    sizes = [len(page) for page in exact.pages(path, select="ID")]
    assert set(sizes[:-1]) == {size}
    assert 0 < sizes[-1] <= size


def test_next_keeps_the_options(control: Control, exact: Api) -> None:
    answer = exact.get("financial/GLAccounts", select="Code", filter="Type ne 110").expect(200)
    following = answer.d["__next"]
    assert following.startswith(f"{exact.url}/api/v1/{exact.division}/financial/GLAccounts?")
    assert "skiptoken=guid'" in following.replace("%27", "'")
    rows = exact.get(following).expect(200).rows
    assert all(set(row) == {"__metadata", "Code"} for row in rows)
    assert not {row["Code"] for row in rows} & {row["Code"] for row in answer.rows}


def test_no_next_after_the_last_row(exact: Api) -> None:
    assert "__next" not in exact.get("hrm/Costcenters", select="Code").expect(200).d


def test_expands_the_lines(exact: Api, books: Books) -> None:
    entry = books.post(books.line(10), books.line(20))
    condition = f"EntryID eq guid'{entry['EntryID']}'"
    row = exact.one("salesentry/SalesEntries", filter=condition, expand="SalesEntryLines")
    assert sorted(line["AmountFC"] for line in row["SalesEntryLines"]["results"]) == [10, 20]


def test_selects_within_the_expanded_lines(exact: Api, books: Books) -> None:
    entry = books.post()
    condition = f"EntryID eq guid'{entry['EntryID']}'"
    select = "EntryID,SalesEntryLines/AmountFC"
    row = exact.one("salesentry/SalesEntries", filter=condition, expand="SalesEntryLines", select=select)
    (line,) = row["SalesEntryLines"]["results"]
    assert set(line) - {"__metadata"} == {"AmountFC"}
