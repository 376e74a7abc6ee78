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

VAT_LEDGER_TYPE, RECEIVABLE_LEDGER_TYPE = 24, 20
WITHOUT_VAT = "N"
# What VAT is made of: the number that the line has in a live administration, whatever the code.
VAT_LINE = 9999
# What a posting is of: it keeps its id as long as that is there, whatever else is changed about it.
OF = "_of"
HEADER = "header"
# The sales entry whose revenue a posting of the memorial journal spreads.
SPREAD_OF = "_spread_of"
HEADER_LINE, ENTRY_LINE, VAT_OF_LINES = 0, 1, 2
# TransactionLines.VATType, in the letters of the general journal: sales basis, sales VAT to pay, no VAT.
SALES_BASIS, SALES_VAT, NO_VAT = "V", "A", "S"


def post(desk: Desk, entry: Row, lines: list[Row]) -> None:
    """Make the postings of an entry, or bring them up to date: ids stay, and what nothing is behind any more goes."""
    table, common = desk.books["TransactionLines"], _common(entry)
    kept = {row.get(OF) or row["ID"]: row for row in table.where("EntryID", entry["EntryID"])}
    wanted = [_header(desk.books, entry), *(_revenue(desk.books, line) for line in lines), *_vat(desk.books, lines)]
    for values in wanted:
        write(desk, "TransactionLines", kept.pop(values[OF], None), {**common, **values})
    for gone in kept.values():
        desk.delete("TransactionLines", gone["ID"])


def write(desk: Desk, table: str, before: Row | None, values: Row) -> Row:
    """A new row, or an old one with these values; one that says the same already stays as it is."""
    if before is None:
        return desk.books[table].put({"ID": desk.chance.guid(), **values, **desk.made()})
    if {**before, **values} == before:
        return before
    return desk.books[table].put({**before, **values, **desk.touched()})


def unpost(desk: Desk, entry_id: str) -> None:
    for row in desk.books["TransactionLines"].where("EntryID", entry_id):
        desk.delete("TransactionLines", row["ID"])


def vat_ledger(books: Books, code: Row) -> str | None:
    """Where the VAT of a code goes: its own account, else the first VAT account of the chart."""
    if code.get("GLToPay"):
        return str(code["GLToPay"])
    fallback = books["GLAccounts"].first("Type", VAT_LEDGER_TYPE)
    return fallback["ID"] if fallback else None


def demand_vat_ledgers(books: Books, lines: list[Row], problems: Problems) -> None:
    """VAT that has nowhere to go, or not to an account for VAT, is refused before anything is booked."""
    for line in lines:
        code = books.by_code("VATCodes", line["VATCode"])
        if not line["VATAmountFC"] or code is None:
            continue
        ledger = books["GLAccounts"].get(vat_ledger(books, code))
        if ledger is None:
            problems.add("mandatory", "vat_ledger")
        elif ledger.get("Type") != VAT_LEDGER_TYPE:
            problems.add("invalid", "vat_ledger_type")


def _common(entry: Row) -> Row:
    same = (
        "EntryID", "EntryNumber", "InvoiceNumber", "DueDate", "YourRef", "PaymentReference", "Currency", "OrderNumber",
        "Status", "Type", "ExternalLinkReference",
    )  # fmt: skip
    return {
        **{name: entry.get(name) for name in same},
        "Account": entry["Customer"],
        "Date": entry["EntryDate"],
        "JournalCode": entry["Journal"],
        "FinancialYear": entry["ReportingYear"],
        "FinancialPeriod": entry["ReportingPeriod"],
        "ExchangeRate": entry["Rate"],
    }


def _header(books: Books, entry: Row) -> Row:
    """Line 0: the customer owes the whole."""
    amounts = {"AmountDC": entry["AmountDC"], "AmountFC": entry["AmountFC"], "AmountVATFC": entry["VATAmountFC"]}
    own = {"GLAccount": receivable_ledger(books, entry["Journal"]), "Description": entry.get("Description")}
    return {OF: HEADER, "LineNumber": 0, "LineType": HEADER_LINE, **own, **amounts}


def receivable_ledger(books: Books, journal: str) -> str | None:
    """The account of the debtors: the journal's, else the first of its kind in the chart."""
    own = (books.by_code("Journals", journal) or {}).get("GLAccount")
    row = books["GLAccounts"].first("Type", RECEIVABLE_LEDGER_TYPE)
    return own or (row["ID"] if row else None)


def _revenue(books: Books, line: Row) -> Row:
    same = (
        "LineNumber", "GLAccount", "VATCode", "VATPercentage", "CostCenter", "CostUnit", "Description", "Quantity",
        "Notes",
    )  # fmt: skip
    code = books.by_code("VATCodes", line["VATCode"]) or {"Type": WITHOUT_VAT}
    return {
        OF: line["ID"],
        "LineType": ENTRY_LINE,
        "VATType": NO_VAT if code.get("Type") == WITHOUT_VAT else SALES_BASIS,
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
    for code, total in charged:
        row = books.by_code("VATCodes", code)
        yield {
            OF: f"VAT {code}",
            "LineNumber": VAT_LINE,
            "LineType": VAT_OF_LINES,
            "VATType": SALES_VAT,
            "GLAccount": vat_ledger(books, row) if row else None,
            "Description": (row or {}).get("Description"),
            "VATCode": code,
            "AmountDC": -total["DC"],
            "AmountFC": -total["FC"],
            "AmountVATFC": -total["FC"],
            "AmountVATBaseFC": -total["base"],
        }
