"""The receivable of a sales entry: what the customer owes of it, and what is known of its payment."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from simulator.bookkeeping.money import ZERO, cents
from simulator.bookkeeping.postings import HEADER, OF, write

if TYPE_CHECKING:
    from simulator.books.administration import Books
    from simulator.books.table import Row
    from simulator.resources.desk import Desk

OPEN = 20
# PaymentTerms.LineType: 20 is the side of the receipts, 22 that of the payments.
RECEIPTS = 20


def receive(desk: Desk, entry: Row) -> None:
    """Make the receivable of an entry, or bring it up to date: its id and what was paid of it stay as they are."""
    table = desk.books["Receivables"]
    before = table.first("TransactionEntryID", entry["EntryID"])
    values = {**_of_entry(entry), **_of_posting(desk, entry), **_still_open(desk, entry, before or {})}
    values |= _discount(desk.books, entry)
    if before is None:
        values |= {"EntryID": desk.chance.guid(), "HID": desk.books.next_version(), "LineType": RECEIPTS}
        values |= {"Status": OPEN, "IsFullyPaid": False, "PaymentMethod": _method(desk.books, entry)}
    write(desk, "Receivables", before, values)


def forget(desk: Desk, entry_id: str) -> None:
    for row in desk.books["Receivables"].where("TransactionEntryID", entry_id):
        desk.delete("Receivables", row["ID"])


def owed(row: Row, currency: str = "DC") -> Decimal:
    """What is still open of a receivable, positive for an invoice, whatever sign the API gives it."""
    return abs(Decimal(row[f"Amount{currency}"])).copy_sign(row[f"TransactionAmount{currency}"])


def _of_entry(entry: Row) -> Row:
    same = (
        "Currency", "Description", "DueDate", "EntryDate", "EntryNumber", "InvoiceNumber", "Journal",
        "PaymentCondition", "PaymentReference", "YourRef", "OrderNumber",
    )  # fmt: skip
    return {
        **{name: entry.get(name) for name in same},
        "Account": entry["Customer"],
        "InvoiceDate": entry["EntryDate"],
        "RateFC": entry["Rate"],
        "TransactionEntryID": entry["EntryID"],
        "TransactionType": entry["Type"],
        "TransactionStatus": entry["Status"],
        "TransactionAmountDC": entry["AmountDC"],
        "TransactionAmountFC": entry["AmountFC"],
        "TransactionDueDate": entry["DueDate"],
        "TransactionReportingYear": entry["ReportingYear"],
        "TransactionReportingPeriod": entry["ReportingPeriod"],
        "TransactionIsReversal": bool(entry.get("Reversal")),
    }


def _discount(books: Books, entry: Row) -> Row:
    """What may be taken off when it is paid soon, and until when, by the condition of the entry."""
    condition = books.by_code("PaymentConditions", entry["PaymentCondition"]) or {}
    part, days = condition.get("DiscountPercentage"), condition.get("DiscountPaymentDays")
    if not part:
        return {"AmountDiscountDC": ZERO, "AmountDiscountFC": ZERO, "DiscountDueDate": None}
    amounts = {f"AmountDiscount{currency}": cents(entry[f"Amount{currency}"] * part) for currency in ("DC", "FC")}
    return {**amounts, "DiscountDueDate": entry["EntryDate"] + timedelta(days=days or 0)}


def _method(books: Books, entry: Row) -> str | None:
    condition = books.by_code("PaymentConditions", entry["PaymentCondition"]) or {}
    return condition.get("PaymentMethod")


def _of_posting(desk: Desk, entry: Row) -> Row:
    postings = desk.books["TransactionLines"].where("EntryID", entry["EntryID"])
    header = next(row for row in postings if row.get(OF) == HEADER)
    return {"TransactionID": header["ID"], "GLAccount": header["GLAccount"]}


def _still_open(desk: Desk, entry: Row, before: Row) -> Row:
    """The amounts of the term: the whole of the entry, less what was received of it already.

    Negative is what a customer still owes, in two live administrations (exact-online-api-more section 16.1).
    """
    sign = -1 if desk.switches.receivable_sign == "negative" else 1
    amounts = {}
    for currency in ("DC", "FC"):
        received = before[f"TransactionAmount{currency}"] - owed(before, currency) if before else Decimal(0)
        amounts[f"Amount{currency}"] = sign * (entry[f"Amount{currency}"] - received)
    return amounts
