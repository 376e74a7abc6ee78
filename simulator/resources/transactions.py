"""TransactionLines: what entries become in the ledger, as an ordinary, a bulk and a sync list."""

from __future__ import annotations

from simulator.resources.derived import code_of, common, looked_up
from simulator.resources.resource import BULK_PAGE, Resource
from simulator.schema.loader import entity, sync_entity

_FILTERABLE = """
    Account AccountCode AmountDC CostCenter CostUnit Created Date Document EntryID EntryNumber FinancialPeriod
    FinancialYear GLAccount GLAccountCode ID InvoiceNumber JournalCode Modified OffsetID OrderNumber Project Type
    YourRef
"""
LINES_FILTERABLE = tuple(_FILTERABLE.split())

LINES_DERIVED = {
    **common,
    "AccountCode": looked_up("Accounts", "Account", "Code"),
    "AccountName": looked_up("Accounts", "Account", "Name"),
    "GLAccountCode": looked_up("GLAccounts", "GLAccount", "Code"),
    "GLAccountDescription": looked_up("GLAccounts", "GLAccount", "Description"),
    "JournalDescription": code_of("Journals", "JournalCode", "Description"),
    "VATCodeDescription": code_of("VATCodes", "VATCode", "Description"),
    "CostCenterDescription": code_of("Costcenters", "CostCenter", "Description"),
    "CostUnitDescription": code_of("Costunits", "CostUnit", "Description"),
}

TRANSACTION_LINES = Resource(
    "financialtransaction/TransactionLines",
    entity("TransactionLine"),
    "TransactionLines",
    mandatory_filter=LINES_FILTERABLE,
    derived=LINES_DERIVED,
)
BULK_TRANSACTION_LINES = Resource(
    "bulk/Financial/TransactionLines",
    entity("TransactionLine"),
    "TransactionLines",
    page_size=BULK_PAGE,
    select_required=True,
    derived=LINES_DERIVED,
)
SYNC_TRANSACTION_LINES = Resource(
    "sync/Financial/TransactionLines",
    sync_entity("TransactionLine"),
    "TransactionLines",
    page_size=BULK_PAGE,
    by_version=True,
    derived=LINES_DERIVED,
)
