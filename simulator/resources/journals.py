"""Journals (dagboeken), and which of their periods are open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.bookkeeping.periods import is_closed
from simulator.resources.derived import common, looked_up
from simulator.resources.masters import MasterRules, Reference, Use, terms
from simulator.resources.resource import FULL, Resource
from simulator.schema.loader import entity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from simulator.books.table import Row
    from simulator.resources.desk import Desk, Problems
    from simulator.resources.resource import Reading

TYPES = {
    10: "Cash",
    12: "Bank",
    16: "Payment service",
    20: "Sales",
    21: "Return invoice",
    22: "Purchase",
    23: "Received return invoice",
    90: "General journal",
}
STATUS = ("Open", "Closed")


class JournalRules(MasterRules):
    """A journal is of one of Exact's types."""

    def completed(self, desk: Desk, values: Row) -> Row:
        return {"Currency": desk.books.currency, **values}

    def check(self, desk: Desk, row: Row, problems: Problems) -> None:
        super().check(desk, row, problems)
        if row.get("Type") not in TYPES:
            problems.add("invalid", "journal_type")


def _statuses(reading: Reading) -> Iterable[Row]:
    books = reading.books
    periods = sorted((p["FinYear"], p["FinPeriod"]) for p in books["FinancialPeriods"].rows.values())
    for journal in sorted(books["Journals"].rows.values(), key=lambda row: str(row["Code"])):
        for year, period in periods:
            yield _status(journal, year, period, closed=is_closed(books, journal["Code"], year, period))


def _status(journal: Row, year: int, period: int, *, closed: bool) -> Row:
    return {
        "Journal": journal["Code"],
        "JournalDescription": journal.get("Description"),
        "JournalType": journal["Type"],
        "JournalTypeDescription": TYPES.get(journal["Type"]),
        "Year": year,
        "Period": period,
        "Status": int(closed),
        "StatusDescription": STATUS[closed],
    }


JOURNALS = Resource(
    "financial/Journals",
    entity("Journal"),
    "Journals",
    scope="financial.generalledgers",
    methods=FULL,
    derived={
        **common,
        "GLAccountCode": looked_up("GLAccounts", "GLAccount", "Code"),
        "GLAccountDescription": looked_up("GLAccounts", "GLAccount", "Description"),
        "GLAccountType": looked_up("GLAccounts", "GLAccount", "Type"),
        "CurrencyDescription": looked_up("Currencies", "Currency", "Description"),
    },
    rules=JournalRules(
        "Journals",
        mandatory=terms("Code", "Description"),
        references={"GLAccount": Reference("GLAccounts", "ledger"), "Currency": Reference("Currencies", "currency")},
        uses=(Use("SalesEntries", "Journal", by_code=True),),
    ),
)
JOURNAL_STATUS = Resource("read/financial/JournalStatusList", entity("JournalStatus"), page_size=10**6, rows=_statuses)
