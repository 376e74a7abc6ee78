"""Gives entry, invoice and account numbers, and knows which are taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.books.administration import Books
    from simulator.books.table import Row

DIGITS = 8


def number_taken(books: Books, journal: str, year: int, number: int, scope: str, but: str | None = None) -> bool:
    """Whether an entry other than `but` has this number within the scope, or a deleted one has spent it."""
    for row in books["SalesEntries"].where("EntryNumber", number):
        if row["Journal"] == journal and row["EntryID"] != but and (scope == "journal" or row["ReportingYear"] == year):
            return True
    return books["SpentNumbers"].get((journal, number)) is not None


def next_number(books: Books, journal: str, year: int, scope: str) -> int:
    """The next free number of the journal: year, journal and counter in eight digits, such as 26700001."""
    counter = books.sequences.get((journal, year), first_number(journal, year))
    while number_taken(books, journal, year, counter, scope):
        counter += 1
    books.sequences[journal, year] = counter
    return counter


def first_number(journal: str, year: int) -> int:
    prefix = f"{year % 100:02}{journal if journal.isdigit() and len(journal) < 5 else ''}"
    return int(prefix.ljust(DIGITS, "0")) + 1


def invoice_number_taken(books: Books, journal: str, number: int) -> bool:
    return any(row["Journal"] == journal for row in books["SalesEntries"].where("InvoiceNumber", number))


def next_account_code(books: Books) -> str:
    """The highest used code plus one (Exact's REST tips page)."""
    highest = max((int(code) for row in books["Accounts"].rows.values() if (code := _code(row)).isdigit()), default=0)
    return str(highest + 1)


def _code(row: Row) -> str:
    return str(row.get("Code", ""))
