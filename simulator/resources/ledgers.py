"""GLAccounts (grootboekrekeningen): ordinary, bulk and sync."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.resources.derived import code_of, common, one_of
from simulator.resources.masters import MasterRules, Reference, Use, terms
from simulator.resources.resource import BULK_PAGE, FULL, Resource
from simulator.schema.loader import entity, sync_entity

if TYPE_CHECKING:
    from simulator.books.table import Row
    from simulator.resources.desk import Desk, Problems

SCOPE = "financial.generalledgers"

# Reference page FinancialGLAccounts; the English words are those of the recorded answers where there is one.
TYPES = {
    10: "Cash",
    12: "Bank",
    14: "Credit card",
    16: "Payment services",
    20: "Accounts receivable",
    21: "Prepayment accounts receivable",
    22: "Accounts payable",
    24: "VAT",
    25: "Employees payable",
    26: "Prepaid expenses",
    27: "Accrued expenses",
    29: "Income taxes payable",
    30: "Fixed assets",
    32: "Other assets",
    35: "Accumulated depreciation",
    40: "Inventory",
    50: "Capital stock",
    52: "Retained earnings",
    55: "Long term debt",
    60: "Current portion of debt",
    90: "General",
    100: "Tax payable",
    110: "Revenue",
    111: "Cost of goods",
    120: "Other costs",
    121: "Sales, general administrative expenses",
    122: "Depreciation costs",
    123: "Research and development",
    125: "Employee costs",
    126: "Employment costs",
    130: "Exceptional costs",
    140: "Exceptional income",
    150: "Income taxes",
    160: "Interest income",
    300: "Year end reflection",
    301: "Indirect year end costing",
    302: "Direct year end costing",
}


class LedgerRules(MasterRules):
    """An account of the chart; its type must be one of Exact's."""

    def completed(self, desk: Desk, values: Row) -> Row:
        return {"Type": 90, **values}

    def check(self, desk: Desk, row: Row, problems: Problems) -> None:
        super().check(desk, row, problems)
        if row.get("Type") not in TYPES:
            problems.add("invalid", "ledger_type")


DERIVED = {
    **common,
    "TypeDescription": one_of("Type", TYPES),
    "VATDescription": code_of("VATCodes", "VATCode", "Description"),
    "CostcenterDescription": code_of("Costcenters", "Costcenter", "Description"),
    "CostunitDescription": code_of("Costunits", "Costunit", "Description"),
}

GL_ACCOUNTS = Resource(
    "financial/GLAccounts",
    entity("GLAccount"),
    "GLAccounts",
    scope=SCOPE,
    methods=FULL,
    derived=DERIVED,
    rules=LedgerRules(
        "GLAccounts",
        mandatory=terms("Code", "Description"),
        references={
            "VATCode": Reference("VATCodes", "vat_code", by_code=True),
            "Costcenter": Reference("Costcenters", "cost_center", by_code=True),
            "Costunit": Reference("Costunits", "cost_unit", by_code=True),
        },
        uses=(
            Use("TransactionLines", "GLAccount"),
            Use("SalesEntryLines", "GLAccount"),
            Use("Journals", "GLAccount"),
            Use("VATCodes", "GLToPay"),
            Use("VATCodes", "GLToClaim"),
        ),
    ),
)
BULK_GL_ACCOUNTS = Resource(
    "bulk/Financial/GLAccounts",
    entity("GLAccount"),
    "GLAccounts",
    scope=SCOPE,
    page_size=BULK_PAGE,
    select_required=True,
    derived=DERIVED,
)
SYNC_GL_ACCOUNTS = Resource(
    "sync/Financial/GLAccounts",
    sync_entity("GLAccount"),
    "GLAccounts",
    scope=SCOPE,
    page_size=BULK_PAGE,
    by_version=True,
    derived=DERIVED,
)
