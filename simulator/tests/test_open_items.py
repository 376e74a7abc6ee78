"""What a customer owes: the receivable of an entry, its payment term in sync, and what is left of both by changes."""

from typing import Any

import pytest

from simulator.tests.answer import Row
from simulator.tests.api import Api
from simulator.tests.books import Books
from simulator.tests.control import Control
from simulator.tests.test_values import as_date

ENTRIES, RECEIVABLES = "salesentry/SalesEntries", "cashflow/Receivables"
TERMS, POSTINGS = "sync/Cashflow/PaymentTerms", "sync/Financial/TransactionLines"
PAID: Row = {"Status": 50, "IsFullyPaid": True, "LastPaymentDate": "2026-04-02"}


def receivable(exact: Api, entry: Row) -> Row:
    return exact.one(RECEIVABLES, select="*", filter=f"TransactionEntryID eq guid'{entry['EntryID']}'")


def terms(exact: Api, entry: Row) -> list[Row]:
    rows = exact.all(TERMS, filter="Timestamp gt 1L")
    return [row for row in rows if row["TransactionEntryID"] == entry["EntryID"]]


def address(entry: Row) -> str:
    return f"{ENTRIES}(guid'{entry['EntryID']}')"


@pytest.mark.parametrize(("net", "open_amount", "whole"), [(100, -121, 121), (-100, 121, -121)])
def test_what_is_owed_is_negative(exact: Api, books: Books, net: float, open_amount: float, whole: float) -> None:
    row = receivable(exact, books.post(books.line(net)))
    assert (row["AmountDC"], row["AmountFC"], row["TransactionAmountDC"]) == (open_amount, open_amount, whole)
    assert (row["IsFullyPaid"], row["Status"]) == (False, 20)


def test_what_is_owed_may_be_positive(control: Control, exact: Api, books: Books) -> None:
    control.switch(receivable_sign="positive")
    entry = books.post()
    assert receivable(exact, entry)["AmountDC"] == entry["AmountDC"]


def test_the_list_of_open_items_is_positive(exact: Api, books: Books) -> None:
    entry = books.post()
    item = exact.one("read/financial/ReceivablesList", filter=f"YourRef eq '{entry['YourRef']}'")
    assert item["Amount"] == entry["AmountFC"]


def test_an_open_item_has_an_entry_id_of_its_own(exact: Api, books: Books) -> None:
    entry = books.post()
    row = receivable(exact, entry)
    assert row["TransactionEntryID"] == entry["EntryID"]
    assert row["EntryID"] != entry["EntryID"]


def test_receivables_demand_a_selection(control: Control, exact: Api) -> None:
    exact.get(RECEIVABLES, filter="IsFullyPaid eq false").expect(400)
    exact.get(RECEIVABLES, select="ID", filter="IsFullyPaid eq false").expect(200)


def test_the_term_of_an_entry(exact: Api, books: Books) -> None:
    entry = books.post(PaymentCondition="30")
    (term,) = terms(exact, entry)
    assert (term["LineType"], term["Status"], term["PaymentDays"], term["PaymentMethod"]) == (20, 20, 30, "B")
    assert (term["ID"], term["DueDate"]) == (receivable(exact, entry)["ID"], entry["DueDate"])


def test_the_discount_of_a_condition(control: Control, exact: Api, books: Books) -> None:
    row = receivable(exact, books.post(books.line(100, VATCode="2"), PaymentCondition="60K"))
    assert (row["AmountDiscountDC"], row["PaymentDiscountPercentage"], row["PaymentDaysDiscount"]) == (2.42, 0.02, 8)
    assert as_date(row["DiscountDueDate"]).date().isoformat() == "2026-03-22"


def test_sync_starts_at_a_moment_for_terms_too(control: Control, exact: Api, books: Books) -> None:
    (term,) = terms(exact, books.post())
    later = "modified=datetime'2030-01-01T00:00:00'&endPoint='PaymentTerms'"
    (stamp,) = exact.get(f"read/sync/Sync/SyncTimestamp?{later}").expect(200).rows
    assert stamp["TimeStampAsBigInt"] == term["Timestamp"]


@pytest.mark.parametrize("change", [{"Description": "Anders"}, {"DueDate": "2026-06-01"}, {"PaymentReference": "RF18"}])
def test_a_paid_item_stays_paid(control: Control, exact: Api, books: Books, change: dict[str, Any]) -> None:
    entry = books.post()
    control.patch(exact.division, "Receivables", {"TransactionEntryID": entry["EntryID"]}, **PAID)
    before = receivable(exact, entry)
    exact.put(address(entry), change).expect(204)
    after = receivable(exact, entry)
    same = ("ID", "EntryID", "Status", "IsFullyPaid", "LastPaymentDate", "AmountDC")
    assert {name: after[name] for name in same} == {name: before[name] for name in same}
    assert after["Status"] == 50


def test_what_was_paid_in_part_stays_received(control: Control, exact: Api, books: Books) -> None:
    entry = books.post(books.line(100, VATCode="2"))
    control.patch(exact.division, "Receivables", {"TransactionEntryID": entry["EntryID"]}, AmountDC=-21, AmountFC=-21)
    exact.post("salesentry/SalesEntryLines", books.line(100, VATCode="2") | {"EntryID": entry["EntryID"]}).expect(201)
    row = receivable(exact, entry)
    assert (row["AmountDC"], row["TransactionAmountDC"]) == (-142, 242)


def test_a_change_keeps_every_id(control: Control, exact: Api, books: Books) -> None:
    entry = books.post(books.line(10), books.line(20))
    postings = f"financialtransaction/TransactionLines?$filter=EntryID eq guid'{entry['EntryID']}'"
    before, term = {row["ID"]: row["LineNumber"] for row in exact.get(postings).rows}, terms(exact, entry)[0]["ID"]
    mark = max(int(row["Timestamp"]) for row in exact.all(POSTINGS, select="Timestamp", filter="Timestamp gt 1L"))
    exact.put(address(entry), {"Description": "Anders", "YourRef": "ANDERS"}).expect(204)
    assert {row["ID"]: row["LineNumber"] for row in exact.get(postings).rows} == before
    assert [row["ID"] for row in terms(exact, entry)] == [term]
    assert exact.all("sync/Deleted", filter=f"Timestamp gt {mark}L") == []
    newer = exact.all(POSTINGS, select="ID,YourRef", filter=f"Timestamp gt {mark}L")
    assert {row["ID"] for row in newer} == set(before)
    assert {row["YourRef"] for row in newer} == {"ANDERS"}


def test_only_what_changed_is_newer(control: Control, exact: Api, books: Books) -> None:
    entry = books.post(books.line(10))
    mark = max(int(row["Timestamp"]) for row in exact.all(POSTINGS, select="Timestamp", filter="Timestamp gt 1L"))
    exact.put(address(entry), {"Description": "Anders"}).expect(204)
    newer = exact.all(POSTINGS, select="LineNumber,Description", filter=f"Timestamp gt {mark}L")
    assert [(row["LineNumber"], row["Description"]) for row in newer] == [(0, "Anders")]


def test_a_line_that_goes_takes_its_posting_along(control: Control, exact: Api, books: Books) -> None:
    entry = books.post(books.line(10), books.line(20))
    first, _ = books.lines(entry)
    condition = f"EntryID eq guid'{entry['EntryID']}'"
    before = exact.all("financialtransaction/TransactionLines", filter=condition)
    exact.delete(f"salesentry/SalesEntryLines(guid'{first['ID']}')").expect(204)
    after = exact.all("financialtransaction/TransactionLines", filter=condition)
    gone = {row["ID"] for row in before} - {row["ID"] for row in after}
    assert gone == {row["ID"] for row in before if row["AmountFC"] == -10}
    assert gone <= {row["EntityKey"] for row in exact.all("sync/Deleted", filter="Timestamp gt 1L")}


def test_a_deleted_entry_takes_its_term_along(control: Control, exact: Api, books: Books) -> None:
    entry = books.post()
    (term,) = terms(exact, entry)
    exact.delete(address(entry)).expect(204)
    assert terms(exact, entry) == []
    deleted = {row["EntityKey"]: row["EntityType"] for row in exact.all("sync/Deleted", filter="Timestamp gt 1L")}
    assert deleted[term["ID"]] == 10


def test_a_reference_for_the_bank(control: Control, exact: Api, books: Books) -> None:
    entry = books.post()
    account = exact.one("crm/Accounts", select="Code", filter=f"ID eq guid'{books.customer}'")
    assert entry["PaymentReference"] == f"{account['Code'].strip()}/{entry['EntryNumber']}"
    assert books.post(PaymentReference="RF18539007547034")["PaymentReference"] == "RF18539007547034"
