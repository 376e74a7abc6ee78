"""The books of one administration (division): all its tables, with one row version counter for the whole of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.books.table import Change, Row, Table

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

# Table, key, indexed fields. Tables bear the name of the resource that shows them.
LAYOUT: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("GLAccounts", ("ID",), ("Code", "Type")),
    ("Journals", ("ID",), ("Code",)),
    ("VATCodes", ("ID",), ("Code",)),
    ("VatPercentages", ("ID",), ("VATCodeID",)),
    ("PaymentConditions", ("ID",), ("Code",)),
    ("Costcenters", ("ID",), ("Code",)),
    ("Costunits", ("ID",), ("Code",)),
    ("Currencies", ("Code",), ()),
    ("ExchangeRates", ("ID",), ("SourceCurrency",)),
    ("FinancialPeriods", ("ID",), ("FinYear",)),
    ("ClosedPeriods", ("Journal", "Year", "Period"), ()),
    ("Accounts", ("ID",), ("Code", "Name", "SearchCode")),
    ("BankAccounts", ("ID",), ("Account",)),
    ("SalesEntries", ("EntryID",), ("YourRef", "EntryNumber", "Customer", "Journal", "InvoiceNumber")),
    ("SalesEntryLines", ("ID",), ("EntryID", "GLAccount")),
    ("TransactionLines", ("ID",), ("EntryID", "_spread_of")),
    ("Receivables", ("ID",), ("TransactionEntryID",)),
    ("Deleted", ("Timestamp",), ()),
    ("SpentNumbers", ("Journal", "EntryNumber"), ()),
)

# What sync/Deleted calls the tables it knows of (reference page SyncDeleted).
ENTITY_TYPES = {"TransactionLines": 1, "Accounts": 2, "GLAccounts": 7, "Receivables": 10, "BankAccounts": 48}


class Books:
    """One administration: its own description and its tables."""

    def __init__(self, division: Row) -> None:
        self.division = division
        self.code: int = division["Code"]
        self.version = 1000
        self.sequences: dict[tuple[str, int], int] = {}  # where to look for the next free entry number
        self._noted: Callable[[int, Change], None] = lambda *_: None
        self.tables = {name: self._table(name, key, indexed) for name, key, indexed in LAYOUT}

    def _table(self, name: str, key: tuple[str, ...], indexed: tuple[str, ...]) -> Table:
        return Table(name, key, self.next_version, lambda change: self._noted(self.code, change), *indexed)

    def report_to(self, noted: Callable[[int, Change], None]) -> None:
        """Have every change from now on noted."""
        self._noted = noted

    def __getitem__(self, table: str) -> Table:
        return self.tables[table]

    def next_version(self) -> int:
        self.version += 1
        return self.version

    @property
    def currency(self) -> str:
        return str(self.division["Currency"])

    def delete(self, table: str, key: Any, by: str, when: datetime, guid: str) -> None:
        """Remove a row; what has a sync twin leaves a mark in sync/Deleted."""
        if self[table].remove(key) is None or table not in ENTITY_TYPES:
            return
        mark = {"ID": guid, "EntityType": ENTITY_TYPES[table], "EntityKey": key, "DeletedBy": by, "DeletedDate": when}
        self["Deleted"].put({**mark, "Division": self.code})

    def by_code(self, table: str, code: str | None) -> Row | None:
        """The row with this code; nothing for no code."""
        return None if code is None else self[table].first("Code", code)
