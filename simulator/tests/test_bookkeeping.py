"""What an entry does to the books: balanced postings, open items, and the debtor's balance."""

from collections import defaultdict
from decimal import Decimal

from simulator.tests.answer import Row
from simulator.tests.api import Api
from simulator.tests.books import Books
from simulator.tests.control import Control

ENTRIES, TRANSACTIONS = "salesentry/SalesEntries", "financialtransaction/TransactionLines"
OPEN_ITEMS = "read/financial/ReceivablesList"


def postings(exact: Api, entry: Row) -> list[Row]:
    return exact.all(TRANSACTIONS, filter=f"EntryID eq guid'{entry['EntryID']}'")


def by_ledger(rows: list[Row]) -> dict[str, Decimal]:
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for row in rows:
        sums[row["GLAccountCode"]] += Decimal(str(row["AmountDC"]))
    return dict(sums)


def test_postings_balance(exact: Api, books: Books) -> None:
    entry = books.post(books.line(33.33), books.line(66.67, VATAmountFC=14.01))
    assert sum(by_ledger(postings(exact, entry)).values()) == 0


def test_receivable_revenue_and_vat(control: Control, exact: Api, books: Books) -> None:
    hall, lunch = (exact.id_of("financial/GLAccounts", code) for code in ("8000", "8140"))
    lines = books.line(1000, GLAccount=hall, VATCode="2"), books.line(450, GLAccount=lunch, VATCode="1")
    sums = by_ledger(postings(exact, books.post(*lines, Journal="70")))
    assert sums == {
        "1300": Decimal("1700.5"), "8000": Decimal(-1000), "8140": Decimal(-450),
        "1500": Decimal(-210), "1501": Decimal("-40.5"),
    }  # fmt: skip


def test_the_receivable_account_is_the_journals(control: Control, exact: Api, books: Books) -> None:
    assert "1310" in by_ledger(postings(exact, books.post(Journal="72")))


def test_header_and_lines_carry_the_entry(exact: Api, books: Books) -> None:
    entry = books.post(books.line(100))
    rows = postings(exact, entry)
    header = next(row for row in rows if row["LineNumber"] == 0)
    assert header["AmountFC"] == entry["AmountFC"]
    assert {row["EntryNumber"] for row in rows} == {entry["EntryNumber"]}
    assert {row["YourRef"] for row in rows} == {entry["YourRef"]}
    assert {row["Type"] for row in rows} == {20}
    assert {row["Account"] for row in rows} == {books.customer}


def test_a_credit_note_posts_the_other_way(exact: Api, books: Books) -> None:
    rows = postings(exact, books.post(books.line(-100)))
    assert {row["Type"] for row in rows} == {21}
    assert next(row for row in rows if row["LineNumber"] == 0)["AmountDC"] < 0
    assert sum(by_ledger(rows).values()) == 0


def test_a_deleted_entry_leaves_no_postings(control: Control, exact: Api, books: Books) -> None:
    entry = books.post()
    exact.delete(f"{ENTRIES}(guid'{entry['EntryID']}')").expect(204)
    assert postings(exact, entry) == []


def test_an_added_line_is_posted_too(exact: Api, books: Books) -> None:
    entry = books.post(books.line(100))
    exact.post("salesentry/SalesEntryLines", books.line(50) | {"EntryID": entry["EntryID"]}).expect(201)
    rows = postings(exact, entry)
    assert sum(by_ledger(rows).values()) == 0
    assert next(row for row in rows if row["LineNumber"] == 0)["AmountDC"] == round(150 * (1 + books.vat_rate), 2)


def test_open_items(exact: Api, books: Books) -> None:
    entry = books.post(books.line(100))
    item = exact.one(OPEN_ITEMS, filter=f"YourRef eq '{entry['YourRef']}'")
    assert (item["AccountId"], item["EntryNumber"]) == (books.customer, entry["EntryNumber"])
    assert item["InvoiceNumber"] == entry["EntryNumber"]
    assert (item["Amount"], item["JournalCode"]) == (entry["AmountFC"], books.journal)
    assert (item["DueDate"], item["InvoiceDate"]) == (entry["DueDate"], entry["EntryDate"])


def test_an_open_item_goes_with_its_entry(exact: Api, books: Books) -> None:
    entry = books.post()
    exact.delete(f"{ENTRIES}(guid'{entry['EntryID']}')").expect(204)
    assert exact.get(OPEN_ITEMS, filter=f"YourRef eq '{entry['YourRef']}'").rows == []


def test_the_control_api_lists_the_entries(control: Control, exact: Api, books: Books) -> None:
    entry = books.post()
    listed = {row["EntryID"]: row for row in control.entries(exact.division)}
    assert listed[entry["EntryID"]]["YourRef"] == entry["YourRef"]


def test_transaction_lines_demand_a_filter(control: Control, exact: Api) -> None:
    exact.get(TRANSACTIONS, select="ID").expect(400)


def test_what_the_lines_of_an_entry_are(control: Control, exact: Api, books: Books) -> None:
    entry = books.post(books.line(100, VATCode="2"), books.line(50, VATCode="6"), books.line(10, VATCode="0"))
    rows = postings(exact, entry)
    seen = {(row["LineNumber"], row["LineType"], row["VATType"]) for row in rows}
    assert seen == {(0, 0, None), (1, 1, "V"), (2, 1, "V"), (3, 1, "S"), (9999, 2, "A")}


def test_the_balance_of_a_report(control: Control, exact: Api, books: Books) -> None:
    hall = exact.id_of("financial/GLAccounts", "8020")
    for center, amount in (("ZAAL", 100), ("ZAAL", 50), ("HOTEL", 7)):
        books.post(books.line(amount, GLAccount=hall, CostCenter=center), books.line(-amount), EntryDate="2026-09-01")
    condition = f"ReportingYear eq 2026 and ReportingPeriod eq 9 and GLAccount eq guid'{hall}'"
    rows = exact.all("financial/ReportingBalance", filter=condition)
    assert {(row["CostCenterCode"], row["Amount"], row["Count"]) for row in rows} == {
        ("ZAAL", -150, 2),
        ("HOTEL", -7, 1),
    }
    assert {(row["GLAccountCode"], row["BalanceType"], row["AmountDebit"]) for row in rows} == {("8020", "W", 0)}
    assert {row["CostCenterDescription"] for row in rows} == {"Zaalverhuur", "Hotel"}
