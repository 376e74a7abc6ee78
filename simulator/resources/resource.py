"""What a resource is: its address, its entity, its limits, and the rules by which it is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from datetime import datetime

    from simulator.books.administration import Books
    from simulator.books.table import Row
    from simulator.resources.desk import Desk
    from simulator.schema.entity import Entity

PAGE = 60
BULK_PAGE = 1000
FULL = frozenset({"GET", "POST", "PUT", "DELETE"})
READ = frozenset({"GET"})

Derive = Callable[["Books", "Row"], Any]
Lines = Mapping[str, list["Row"]]


@dataclass(frozen=True, slots=True)
class Reading:
    """Of which books a list is asked for, as of when, and which other administrations the caller may reach."""

    books: Books
    now: datetime
    reachable: Callable[[], tuple[Books, ...]]
    current: Books


class Rules(Protocol):
    """How a resource is written; a refusal is raised as `Refused` with all its messages."""

    def create(self, desk: Desk, values: Row, lines: Lines) -> Row: ...

    def update(self, desk: Desk, row: Row, values: Row) -> None: ...

    def delete(self, desk: Desk, row: Row) -> None: ...


@dataclass(frozen=True, slots=True)
class LinkTarget:
    """Where a navigation property leads: a resource, and the property there that holds our key."""

    resource: str
    foreign_key: str


@dataclass(frozen=True)
class Resource:
    """One address of the API; `table` is where its rows are kept, unless `rows` makes them on the spot."""

    path: str
    entity: Entity
    table: str = ""
    scope: str = "financial.accounting"
    methods: frozenset[str] = READ
    page_size: int = PAGE
    select_required: bool = False
    mandatory_filter: tuple[str, ...] = ()
    by_version: bool = False
    derived: Mapping[str, Derive] = field(default_factory=dict)
    links: Mapping[str, LinkTarget] = field(default_factory=dict)
    rules: Rules | None = None
    rows: Callable[[Reading], Iterable[Row]] | None = None

    def listed(self, reading: Reading) -> Iterable[Row]:
        """Every row in the order in which pages follow each other."""
        if self.rows is not None:
            return self.rows(reading)
        table = reading.books[self.table]
        if self.by_version:
            return sorted(table.rows.values(), key=lambda row: row["Timestamp"])
        return table.in_key_order()

    def found(self, reading: Reading, key: Any) -> Row | None:
        """The row with this key."""
        if self.rows is None and not self.by_version:
            return reading.books[self.table].get(key)
        names = self.entity.key
        single = len(names) == 1
        for row in self.listed(reading):
            if (row[names[0]] if single else tuple(row[name] for name in names)) == key:
                return row
        return None
