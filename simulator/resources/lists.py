"""The short lists of an administration: payment conditions, cost centres and units, periods, deletions."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from simulator.resources.derived import common
from simulator.resources.masters import MasterRules, Use, terms
from simulator.resources.resource import BULK_PAGE, FULL, Resource
from simulator.schema.loader import entity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from simulator.books.table import Row
    from simulator.resources.resource import Reading

# Exact's page on the sync mechanism: deletions are kept for two months.
DELETIONS_KEPT = timedelta(days=61)


def _deletions(reading: Reading) -> Iterable[Row]:
    since = reading.now - DELETIONS_KEPT
    return [row for row in reading.books["Deleted"].in_key_order() if row["DeletedDate"] >= since]


PAYMENT_CONDITIONS = Resource(
    "cashflow/PaymentConditions",
    entity("PaymentCondition"),
    "PaymentConditions",
    scope="financial.cashflow",
    methods=frozenset({"GET", "POST"}),
    derived=common,
    rules=MasterRules("PaymentConditions", mandatory=terms("Code", "Description")),
)
COST_CENTERS = Resource(
    "hrm/Costcenters",
    entity("Costcenter"),
    "Costcenters",
    scope="financial.costcenters",
    methods=FULL,
    derived=common,
    rules=MasterRules(
        "Costcenters",
        mandatory=terms("Code", "Description"),
        is_code_fixed=True,
        uses=(Use("SalesEntryLines", "CostCenter", by_code=True), Use("GLAccounts", "Costcenter", by_code=True)),
    ),
)
COST_UNITS = Resource(
    "hrm/Costunits",
    entity("Costunit"),
    "Costunits",
    scope="financial.costcenters",
    methods=FULL,
    derived=common,
    rules=MasterRules(
        "Costunits",
        mandatory=terms("Code", "Description"),
        is_code_fixed=True,
        uses=(Use("SalesEntryLines", "CostUnit", by_code=True), Use("GLAccounts", "Costunit", by_code=True)),
    ),
)
PERIODS = Resource("financial/FinancialPeriods", entity("FinancialPeriod"), "FinancialPeriods", derived=common)
DELETED = Resource(
    "sync/Deleted",
    entity("Deletion"),
    scope="organization.administration",
    page_size=BULK_PAGE,
    by_version=True,
    rows=_deletions,
)
