"""Makes the postings of a sales entry: a receivable, revenue lines and VAT, which always add up to nothing."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from simulator.bookkeeping.money import ZERO

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.books.administration import Books
    from simulator.books.table import Row
    from simulator.resources.desk import Desk, Problems

VAT_LEDGER_TYPE = 24
RECEIVABLE_LEDGER_TYPE = 20
FIRST_VAT_LINE = 9001


def post(desk: Desk, entry: Row, lines: list[Row]) -> None:
    """Replace the postings and the receivable of an entry."""
    unpost(desk, entry["EntryID"])
    common = _common(desk, entry)
    for values in (_header(desk.books, entry), *map(_revenue, lines), *_vat(desk.books, lines)):
        desk.books["TransactionLines"].put({"ID": desk.chance.guid(), **common, **values})
    desk.books["Receivables"].put({"ID": desk.chance.guid(), **_receivable(desk, entry)})


def unpost(desk: Desk, entry_id: str) -> None:
    for row in desk.books["TransactionLines"].where("EntryID", entry_id):
        desk.delete("TransactionLines", row["ID"])
    for row in desk.books["Receivables"].where("TransactionEntryID", entry_id):
        desk.delete("Receivables", row["ID"])


def vat_ledger(books: Books, code: Row) -> str | None:
    """Where the VAT of a code goes: its own account, else the first VAT account of the chart."""
    if code.get("GLToPay"):
        return str(code["GLToPay"])
    fallback = books["GLAccounts"].first("Type", VAT_LEDGER_TYPE)
    return fallback["ID"] if fallback else None


def demand_vat_ledgers(books: Books, lines: list[Row], problems: Problems) -> None:
    """VAT that has nowhere to go is refused before anything is booked."""
    for line in lines:
        code = books.by_code("VATCodes", line["VATCode"])
        if line["VATAmountFC"] and code and vat_ledger(books, code) is None:
            problems.add("mandatory", "vat_ledger")


def _common(desk: Desk, entry: Row) -> Row:
    same = (
        "EntryID", "EntryNumber", "InvoiceNumber", "DueDate", "YourRef", "PaymentReference", "Currency", "OrderNumber",
        "Status", "Type",
    )  # fmt: skip
    return {
        **{name: entry.get(name) for name in same},
        "Account": entry["Customer"],
        "Date": entry["EntryDate"],
        "JournalCode": entry["Journal"],
        "FinancialYear": entry["ReportingYear"],
        "FinancialPeriod": entry["ReportingPeriod"],
        "ExchangeRate": entry["Rate"],
        **desk.made(),
    }


def _header(books: Books, entry: Row) -> Row:
    """Line 0: the customer owes the whole."""
    journal = books.by_code("Journals", entry["Journal"]) or {}
    ledger = journal.get("GLAccount") or _receivable_ledger(books)
    amounts = {"AmountDC": entry["AmountDC"], "AmountFC": entry["AmountFC"], "AmountVATFC": entry["VATAmountFC"]}
    return {"LineNumber": 0, "GLAccount": ledger, "Description": entry.get("Description"), **amounts}


def _receivable_ledger(books: Books) -> str | None:
    row = books["GLAccounts"].first("Type", RECEIVABLE_LEDGER_TYPE)
    return row["ID"] if row else None


def _revenue(line: Row) -> Row:
    same = ("LineNumber", "GLAccount", "VATCode", "VATPercentage", "CostCenter", "CostUnit", "Description", "Quantity")
    return {
        **{name: line.get(name) for name in same},
        "AmountDC": -line["AmountDC"],
        "AmountFC": -line["AmountFC"],
        "AmountVATFC": -line["VATAmountFC"],
        "AmountVATBaseFC": -line["VATBaseAmountFC"],
    }


def _vat(books: Books, lines: list[Row]) -> Iterator[Row]:
    """One line per VAT code that charges anything."""
    sums: dict[str, dict[str, Any]] = defaultdict(lambda: {"DC": ZERO, "FC": ZERO, "base": ZERO})
    for line in lines:
        if line["VATCode"]:
            total = sums[line["VATCode"]]
            total["DC"] += line["VATAmountDC"]
            total["FC"] += line["VATAmountFC"]
            total["base"] += line["VATBaseAmountFC"]
    charged = [(code, total) for code, total in sorted(sums.items()) if total["FC"] or total["DC"]]
    for number, (code, total) in enumerate(charged, start=FIRST_VAT_LINE):
        row = books.by_code("VATCodes", code)
        yield {
            "LineNumber": number,
            "GLAccount": vat_ledger(books, row) if row else None,
            "VATCode": code,
            "AmountDC": -total["DC"],
            "AmountFC": -total["FC"],
            "AmountVATBaseFC": -total["base"],
        }


def _receivable(desk: Desk, entry: Row) -> Row:
    same = (
        "AmountDC", "AmountFC", "Currency", "Description", "DueDate", "EntryDate", "EntryNumber", "InvoiceNumber",
        "Journal", "PaymentCondition", "PaymentReference", "YourRef", "OrderNumber",
    )  # fmt: skip
    posting = desk.books["TransactionLines"].where("EntryID", entry["EntryID"])[0]
    return {
        **{name: entry.get(name) for name in same},
        "HID": desk.books.next_version(),
        "Account": entry["Customer"],
        "InvoiceDate": entry["EntryDate"],
        "GLAccount": posting["GLAccount"],
        "RateFC": entry["Rate"],
        "Status": 20,
        "IsFullyPaid": False,
        "TransactionID": posting["ID"],
        "TransactionEntryID": entry["EntryID"],
        "TransactionType": entry["Type"],
        "TransactionStatus": entry["Status"],
        "TransactionAmountDC": entry["AmountDC"],
        "TransactionAmountFC": entry["AmountFC"],
        "TransactionDueDate": entry["DueDate"],
        "TransactionReportingYear": entry["ReportingYear"],
        "TransactionReportingPeriod": entry["ReportingPeriod"],
        **desk.made(),
    }
