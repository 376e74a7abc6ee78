"""crm/Accounts (relations): the rules of a relation, and its ordinary, bulk and sync lists."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from simulator.bookkeeping.header import midnight
from simulator.bookkeeping.numbering import next_account_code
from simulator.messages import Message, Refused
from simulator.resources.countries import COUNTRIES, STATES
from simulator.resources.derived import code_of, common, looked_up
from simulator.resources.masters import MasterRules, Reference, Use, terms
from simulator.resources.resource import BULK_PAGE, FULL, LinkTarget, Resource
from simulator.schema.loader import entity, sync_entity

if TYPE_CHECKING:
    from simulator.books.table import Row
    from simulator.resources.desk import Desk, Problems

EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")
VAT_NUMBER = re.compile(r"([A-Z]{2})?[A-Z0-9+*. ]{4,20}", re.IGNORECASE)
STATUSES = ("C", "P", "S", "A")

# The fields of which one must stand in the $filter (picqer/exact-php-client issue 591).
_FILTERABLE = """
    Accountant AccountManager AddressLine1 AddressLine2 AddressLine3 Blocked BRIN BSN ChamberOfCommerce City
    Classification1 Classification2 Classification3 Classification4 Classification5 Classification6 Classification7
    Classification8 Classification Code CodeAtSupplier Country Created Email EndDate Fax ID InvoiceAccount IsAccountant
    IsReseller IsSales IsSupplier MainContact Modified Name Parent Phone Postcode PriceList Reseller RSIN SearchCode
    StartDate Status Type VATNumber
"""
FILTERABLE = tuple(_FILTERABLE.split())


class AccountRules(MasterRules):
    """A relation needs a name; its code is the next number when none is given."""

    def completed(self, desk: Desk, values: Row) -> Row:
        code = (values.get("Code") or "").strip() or next_account_code(desk.books)
        # Without a switch no StartDate: a new customer could then not be invoiced on an earlier date, which nobody
        # reports.
        start = {"StartDate": midnight(desk.now)} if desk.switches.account_start == "today" else {}
        defaults = {"Status": "A", "Type": "A", **start}
        own = {"SalesCurrency": desk.books.currency, "PurchaseCurrency": desk.books.currency}
        return {**defaults, **own, "StatusSince": desk.now, **values, "Code": code}

    def check(self, desk: Desk, row: Row, problems: Problems) -> None:
        super().check(desk, row, problems)
        if not str(row.get("Code", "")).strip().isdigit():
            problems.add("invalid", "code")
        if row.get("Status") not in STATUSES:
            problems.add("invalid", "status")
        if row.get("Email") and not EMAIL.fullmatch(row["Email"]):
            problems.add("invalid", "email")
        if row.get("VATNumber") and not VAT_NUMBER.fullmatch(row["VATNumber"]):
            problems.add("invalid", "vat_number")
        self._check_place(row, problems)

    @staticmethod
    def _check_place(row: Row, problems: Problems) -> None:
        country = (row.get("Country") or "").strip().upper()
        if country and country not in COUNTRIES:
            problems.add("reference", "country")
        state = (row.get("State") or "").strip().upper()
        if state and country in STATES and state not in STATES[country]:
            problems.add("reference", "state")

    def delete(self, desk: Desk, row: Row) -> None:
        if desk.books["SalesEntries"].where("Customer", row["ID"]):
            raise Refused(Message("not_allowed", "delete"))
        super().delete(desk, row)


RULES = AccountRules(
    "Accounts",
    mandatory=terms("Name"),
    references={
        "PaymentConditionSales": Reference("PaymentConditions", "condition", by_code=True),
        "PaymentConditionPurchase": Reference("PaymentConditions", "condition", by_code=True),
        "SalesVATCode": Reference("VATCodes", "vat_code", by_code=True),
        "PurchaseVATCode": Reference("VATCodes", "vat_code", by_code=True),
        "GLAccountSales": Reference("GLAccounts", "ledger"),
        "GLAR": Reference("GLAccounts", "ledger"),
        "InvoiceAccount": Reference("Accounts", "relation"),
        "Parent": Reference("Accounts", "relation"),
    },
    uses=(Use("Accounts", "InvoiceAccount"), Use("Accounts", "Parent")),
)

DERIVED = {
    **common,
    "InvoiceAccountCode": looked_up("Accounts", "InvoiceAccount", "Code"),
    "InvoiceAccountName": looked_up("Accounts", "InvoiceAccount", "Name"),
    "PaymentConditionSalesDescription": code_of("PaymentConditions", "PaymentConditionSales", "Description"),
    "PaymentConditionPurchaseDescription": code_of("PaymentConditions", "PaymentConditionPurchase", "Description"),
    "SalesVATCodeDescription": code_of("VATCodes", "SalesVATCode", "Description"),
    "PurchaseVATCodeDescription": code_of("VATCodes", "PurchaseVATCode", "Description"),
    "SalesCurrencyDescription": looked_up("Currencies", "SalesCurrency", "Description"),
    "PurchaseCurrencyDescription": looked_up("Currencies", "PurchaseCurrency", "Description"),
    "IsSales": lambda _, row: row.get("Status") == "C",
    "CountryName": lambda _, row: COUNTRIES.get((row.get("Country") or "").strip().upper()),
}

BANK_LINK = {"BankAccounts": LinkTarget("crm/BankAccounts", "Account")}

ACCOUNTS = Resource(
    "crm/Accounts",
    entity("Account"),
    "Accounts",
    scope="crm.accounts",
    methods=FULL,
    mandatory_filter=FILTERABLE,
    derived=DERIVED,
    links=BANK_LINK,
    rules=RULES,
)
BULK_ACCOUNTS = Resource(
    "bulk/CRM/Accounts",
    entity("Account"),
    "Accounts",
    scope="crm.accounts",
    page_size=BULK_PAGE,
    select_required=True,
    derived=DERIVED,
    links=BANK_LINK,
)
SYNC_ACCOUNTS = Resource(
    "sync/CRM/Accounts",
    sync_entity("Account"),
    "Accounts",
    scope="crm.accounts",
    page_size=BULK_PAGE,
    by_version=True,
    derived=DERIVED,
)
BANK_ACCOUNTS = Resource(
    "crm/BankAccounts",
    entity("BankAccount"),
    "BankAccounts",
    scope="crm.accounts",
    methods=FULL,
    derived={**common, "AccountName": looked_up("Accounts", "Account", "Name")},
    rules=MasterRules(
        "BankAccounts", mandatory={"Account": "relation"}, references={"Account": Reference("Accounts", "relation")}
    ),
)
