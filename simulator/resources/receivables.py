"""Open items under their three names: Receivables, the list of what is still open, and the payment terms in sync."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.bookkeeping.open_items import owed
from simulator.messages import Message, Refused
from simulator.resources.derived import code_of, common, looked_up
from simulator.resources.resource import BULK_PAGE, Resource
from simulator.schema.loader import entity, sync_entity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from simulator.books.table import Row
    from simulator.resources.desk import Desk
    from simulator.resources.resource import Lines, Reading

DERIVED = {
    **common,
    "AccountCode": looked_up("Accounts", "Account", "Code"),
    "AccountName": looked_up("Accounts", "Account", "Name"),
    "AccountCountry": looked_up("Accounts", "Account", "Country"),
    "GLAccountCode": looked_up("GLAccounts", "GLAccount", "Code"),
    "GLAccountDescription": looked_up("GLAccounts", "GLAccount", "Description"),
    "JournalDescription": code_of("Journals", "Journal", "Description"),
    "PaymentConditionDescription": code_of("PaymentConditions", "PaymentCondition", "Description"),
    "PaymentDays": code_of("PaymentConditions", "PaymentCondition", "PaymentDays"),
    "PaymentDaysDiscount": code_of("PaymentConditions", "PaymentCondition", "DiscountPaymentDays"),
    "PaymentDiscountPercentage": code_of("PaymentConditions", "PaymentCondition", "DiscountPercentage"),
}


class ReceivableRules:
    """Only a few descriptive properties of a receivable can be changed."""

    def create(self, desk: Desk, values: Row, lines: Lines) -> Row:
        raise Refused(Message("not_allowed", "entry"))

    def update(self, desk: Desk, row: Row, values: Row) -> None:
        desk.books["Receivables"].put({**row, **values, "ID": row["ID"], **desk.touched()})

    def delete(self, desk: Desk, row: Row) -> None:
        raise Refused(Message("not_allowed", "delete"))


def _open(reading: Reading) -> Iterable[Row]:
    """One row per receivable that is not paid in full."""
    books = reading.books
    receivables = [row for row in books["Receivables"].rows.values() if not row.get("IsFullyPaid")]
    for row in sorted(receivables, key=lambda row: int(row["HID"])):
        account = books["Accounts"].rows.get(row["Account"], {})
        journal = books.by_code("Journals", row["Journal"]) or {}
        same = ("HID", "Description", "DueDate", "EntryNumber", "InvoiceDate", "YourRef")
        yield {
            **{name: row.get(name) for name in same},
            "Id": row["ID"],
            "InvoiceNumber": row["EntryNumber"],
            "AccountId": row["Account"],
            "AccountCode": account.get("Code"),
            "AccountName": account.get("Name"),
            "Amount": owed(row, "FC"),
            "CurrencyCode": row["Currency"],
            "JournalCode": row["Journal"],
            "JournalDescription": journal.get("Description"),
        }


RECEIVABLES = Resource(
    "cashflow/Receivables",
    entity("Receivable"),
    "Receivables",
    scope="financial.receivables",
    methods=frozenset({"GET", "PUT"}),
    select_required=True,
    derived=DERIVED,
    rules=ReceivableRules(),
)
BULK_RECEIVABLES = Resource(
    "bulk/Cashflow/Receivables",
    entity("Receivable"),
    "Receivables",
    scope="financial.receivables",
    page_size=BULK_PAGE,
    select_required=True,
    derived=DERIVED,
)
RECEIVABLES_LIST = Resource(
    "read/financial/ReceivablesList",
    entity("OpenReceivable"),
    scope="financial.receivables",
    page_size=10**6,
    rows=_open,
)
PAYMENT_TERMS = Resource(
    "sync/Cashflow/PaymentTerms",
    sync_entity("PaymentTerm"),
    "Receivables",
    scope="financial.cashflow",
    page_size=BULK_PAGE,
    by_version=True,
    derived=DERIVED,
)
