"""Changing and deleting a booked entry and its lines."""

import pytest

from simulator.tests.api import Api
from simulator.tests.books import Books, new_customer
from simulator.tests.control import Control

ENTRIES, LINES = "salesentry/SalesEntries", "salesentry/SalesEntryLines"
BINDING = "Error processing request stream. Binding to new entities"


def address(entry: dict[str, str]) -> str:
    return f"{ENTRIES}(guid'{entry['EntryID']}')"


def test_a_header_can_be_changed(exact: Api, books: Books) -> None:
    entry = books.post()
    exact.put(address(entry), {"Description": "Gewijzigd", "YourRef": "ANDERS"}).expect(204)
    row = exact.one(ENTRIES, filter=f"EntryID eq guid'{entry['EntryID']}'")
    assert (row["Description"], row["YourRef"]) == ("Gewijzigd", "ANDERS")
    assert row["AmountFC"] == entry["AmountFC"]


def test_lines_cannot_come_with_a_put(control: Control, exact: Api, books: Books) -> None:
    entry = books.post()
    answer = exact.put(address(entry), {"SalesEntryLines": [books.line(5)]}).expect(400)
    assert answer.message.startswith(BINDING)


def test_a_line_is_added_by_itself(exact: Api, books: Books) -> None:
    entry = books.post(books.line(100))
    exact.post(LINES, books.line(50) | {"EntryID": entry["EntryID"]}).expect(201)
    row = exact.one(ENTRIES, filter=f"EntryID eq guid'{entry['EntryID']}'")
    assert row["AmountFC"] == pytest.approx(150 * (1 + books.vat_rate))
    assert len(books.lines(entry)) == 2


def test_a_line_is_deleted_by_itself(exact: Api, books: Books) -> None:
    entry = books.post(books.line(100), books.line(50))
    first, _ = books.lines(entry)
    exact.delete(f"{LINES}(guid'{first['ID']}')").expect(204)
    row = exact.one(ENTRIES, filter=f"EntryID eq guid'{entry['EntryID']}'")
    assert row["AmountFC"] == pytest.approx(50 * (1 + books.vat_rate))


def test_deleting_the_last_line_deletes_the_entry(exact: Api, books: Books) -> None:
    entry = books.post(books.line(100))
    (only,) = books.lines(entry)
    exact.delete(f"{LINES}(guid'{only['ID']}')").expect(204)
    assert exact.get(ENTRIES, select="EntryID", filter=f"EntryID eq guid'{entry['EntryID']}'").rows == []


def test_deleting_an_entry_takes_its_lines_along(exact: Api, books: Books) -> None:
    entry = books.post(books.line(100))
    exact.delete(address(entry)).expect(204)
    assert exact.get(LINES, select="ID", filter=f"EntryID eq guid'{entry['EntryID']}'").rows == []


def test_a_line_of_no_entry(control: Control, exact: Api, books: Books) -> None:
    line = books.line(1) | {"EntryID": "00000000-0000-0000-0000-000000000009"}
    assert exact.post(LINES, line).status in {400, 500}
    assert exact.post(LINES, books.line(1)).status in {400, 500}


def test_a_change_is_held_to_the_same_rules(control: Control, exact: Api, books: Books) -> None:
    entry = books.post()
    exact.put(address(entry), {"PaymentCondition": "99"}).expect(500)
    exact.put(address(entry), {"Customer": new_customer(exact, Status="P")}).expect(500)
    exact.put(address(entry), {"EntryDate": "2024-02-01"}).expect(500)


def test_an_entry_in_a_period_closed_since(control: Control, exact: Api, books: Books) -> None:
    entry = books.post(EntryDate="2026-02-10")
    control.insert(exact.division, "ClosedPeriods", {"Journal": books.journal, "Year": 2026, "Period": 2})
    exact.put(address(entry), {"Description": "Te laat"}).expect(500)
    exact.delete(address(entry)).expect(500)


def test_a_processed_entry(control: Control, exact: Api, books: Books) -> None:
    entry = books.post()
    control.patch(exact.division, "SalesEntries", {"EntryID": entry["EntryID"]}, Status=50)
    exact.put(address(entry), {"Description": "Te laat"}).expect(500)
    exact.delete(address(entry)).expect(500)


def test_its_own_number_sent_back(control: Control, exact: Api, books: Books) -> None:
    entry = books.post()
    answer = exact.put(address(entry), {"Description": "Anders", "EntryNumber": entry["EntryNumber"]}).expect(500)
    assert answer.messages == ["Gegeven bestaat reeds."]
    exact.put(address(entry), {"EntryNumber": entry["EntryNumber"] + 5_000}).expect(204)
    exact.put(address(entry), {"InvoiceNumber": entry["InvoiceNumber"]}).expect(204)


@pytest.mark.parametrize("path", [ENTRIES, LINES, "crm/Accounts", "financial/GLAccounts", "hrm/Costunits"])
def test_a_whole_object_sent_back(control: Control, exact: Api, books: Books, path: str) -> None:
    entry = books.post()
    found = {ENTRIES: f"EntryID eq guid'{entry['EntryID']}'", "crm/Accounts": f"ID eq guid'{books.customer}'"}
    row = exact.get(path, top=1, **({"filter": found[path]} if path in found else {})).rows[0]
    key = row["EntryID"] if path == ENTRIES else row["ID"]
    answer = exact.put(f"{path}(guid'{key}')", row).expect(500)
    assert answer.messages == ["Gegeven bestaat reeds."]


@pytest.mark.parametrize("path", ["crm/Accounts", "financial/GLAccounts", "hrm/Costcenters"])
def test_a_code_sent_back_unchanged(control: Control, exact: Api, books: Books, path: str) -> None:
    condition = f"ID eq guid'{books.customer}'" if path == "crm/Accounts" else "Code ne 'x'"
    row = exact.get(path, select="ID,Code", filter=condition).rows[0]
    answer = exact.put(f"{path}(guid'{row['ID']}')", {"Code": row["Code"]}).expect(500)
    assert answer.messages == ["Gegeven bestaat reeds."]


def test_a_code_that_the_api_does_not_change(control: Control, exact: Api) -> None:
    hall = exact.id_of("hrm/Costcenters", "ZAAL")
    answer = exact.put(f"hrm/Costcenters(guid'{hall}')", {"Code": "ZAAL2"}).expect(500)
    assert answer.messages == ["Niet toegestaan: Code"]
    exact.put(f"hrm/Costcenters(guid'{hall}')", {"Description": "Zalen"}).expect(204)


@pytest.mark.parametrize("method", ["put", "delete"])
def test_what_is_not_there(control: Control, exact: Api, method: str) -> None:
    nowhere = f"{ENTRIES}(guid'00000000-0000-0000-0000-000000000009')"
    answer = exact.put(nowhere, {"Description": "x"}) if method == "put" else exact.delete(nowhere)
    answer.expect(404)


def test_a_changed_entry_is_newer(control: Control, exact: Api, books: Books) -> None:
    entry = books.post()
    control.advance(60)
    exact.put(address(entry), {"Description": "Later"}).expect(204)
    row = exact.one(ENTRIES, filter=f"EntryID eq guid'{entry['EntryID']}'")
    assert row["Created"] == entry["Created"]
    assert row["Modified"] > entry["Modified"]
