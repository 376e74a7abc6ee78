"""financial/ReportingBalance: the sums of the ledger by period, account, cost centre, cost unit, type and status."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from simulator.bookkeeping.money import ZERO
from simulator.resources.derived import code_of, common, looked_up
from simulator.resources.resource import Resource
from simulator.schema.loader import entity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from simulator.books.table import Row
    from simulator.resources.resource import Reading

# What the reference page says the amounts are grouped by, under the names of a transaction line.
GROUPED = {
    "ReportingYear": "FinancialYear",
    "ReportingPeriod": "FinancialPeriod",
    "GLAccount": "GLAccount",
    "CostCenterCode": "CostCenter",
    "CostUnitCode": "CostUnit",
    "Type": "Type",
    "Status": "Status",
}


def _balances(reading: Reading) -> Iterable[Row]:
    """One row per group, in a fixed order; debit is positive, so that turnover is negative."""
    groups: dict[tuple[Any, ...], list[Row]] = defaultdict(list)
    for line in reading.books["TransactionLines"].rows.values():
        groups[tuple(line.get(name) for name in GROUPED.values())].append(line)
    ordered = sorted(groups.items(), key=lambda group: [str(value) for value in group[0]])
    return [_balance(number, group, lines) for number, (group, lines) in enumerate(ordered, start=1)]


def _balance(number: int, group: tuple[Any, ...], lines: list[Row]) -> Row:
    amounts = [line["AmountDC"] for line in lines]
    return {
        "ID": number,
        **dict(zip(GROUPED, group, strict=True)),
        "Amount": sum(amounts, ZERO),
        "AmountDebit": sum((amount for amount in amounts if amount > 0), ZERO),
        "AmountCredit": -sum((amount for amount in amounts if amount < 0), ZERO),
        "Count": len(lines),
    }


REPORTING_BALANCE = Resource(
    "financial/ReportingBalance",
    entity("ReportingBalance"),
    rows=_balances,
    derived={
        **common,
        "BalanceType": looked_up("GLAccounts", "GLAccount", "BalanceType"),
        "GLAccountCode": looked_up("GLAccounts", "GLAccount", "Code"),
        "GLAccountDescription": looked_up("GLAccounts", "GLAccount", "Description"),
        "CostCenterDescription": code_of("Costcenters", "CostCenterCode", "Description"),
        "CostUnitDescription": code_of("Costunits", "CostUnitCode", "Description"),
    },
)
