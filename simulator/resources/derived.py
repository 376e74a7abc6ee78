"""Read-only properties that are looked up when they are read: descriptions and codes of what a row refers to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.books.administration import Books
    from simulator.books.table import Row
    from simulator.resources.resource import Derive


def looked_up(table: str, reference: str, wanted: str) -> Derive:
    """A property of the row whose key stands in `reference`."""

    def derive(books: Books, row: Row) -> Any:
        found = books[table].rows.get(row.get(reference))
        return found.get(wanted) if found else None

    return derive


def code_of(table: str, reference: str, wanted: str) -> Derive:
    """A property of the row whose code stands in `reference`."""

    def derive(books: Books, row: Row) -> Any:
        found = books.by_code(table, row.get(reference))
        return found.get(wanted) if found else None

    return derive


def one_of(reference: str, words: Mapping[Any, str]) -> Derive:
    """A fixed word for a coded value."""
    return lambda _, row: words.get(row.get(reference))


common: Mapping[str, Derive] = {"Division": lambda books, _: books.code}
