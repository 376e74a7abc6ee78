"""A table of one administration: rows by key, indexes, and a row version that rises with every change."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

Row = dict[str, Any]
# A row is never changed in place: a change replaces it. So a snapshot is a copy of the dictionaries only.
Change = tuple[str, Any, Row | None]

VERSION = "Timestamp"


class Table:
    """Rows of one resource; values are native and only what was ever set is kept."""

    def __init__(
        self,
        name: str,
        key: Sequence[str],
        next_version: Callable[[], int],
        noted: Callable[[Change], None],
        *indexed: str,
    ) -> None:
        self.name = name
        self._key = tuple(key)
        self._next_version = next_version
        self._noted = noted
        self.rows: dict[Any, Row] = {}
        self._ordered: list[Any] | None = None
        self._indexes: dict[str, dict[Any, dict[Any, None]]] = {field: defaultdict(dict) for field in indexed}

    def __len__(self) -> int:
        return len(self.rows)

    def key_of(self, row: Row) -> Any:
        if len(self._key) == 1:
            return row[self._key[0]]
        return tuple(row[name] for name in self._key)

    def get(self, key: Any) -> Row | None:
        return self.rows.get(key)

    def put(self, row: Row) -> Row:
        """Insert or replace; the stored row carries a new row version."""
        stored = {**row, VERSION: self._next_version()}
        self.restore(stored)
        self._noted((self.name, self.key_of(stored), stored))
        return stored

    def change(self, row: Row, **values: Any) -> Row:
        return self.put({**row, **values})

    def remove(self, key: Any) -> Row | None:
        row = self.rows.pop(key, None)
        if row is None:
            return None
        self._ordered = None
        self._unindex(key, row)
        self._noted((self.name, key, None))
        return row

    def restore(self, row: Row) -> None:
        """Put a row as it stands, its version included: from a snapshot or a file."""
        key = self.key_of(row)
        before = self.rows.get(key)
        if before is None:
            self._ordered = None
        else:
            self._unindex(key, before)
        self.rows[key] = row
        for field, index in self._indexes.items():
            index[row.get(field)][key] = None

    def _unindex(self, key: Any, row: Row) -> None:
        for field, index in self._indexes.items():
            index[row.get(field)].pop(key, None)

    def replace(self, rows: dict[Any, Row]) -> None:
        """Hold exactly these rows, as they stand; quick when they are the ones there are."""
        if self.rows == rows:
            return
        self.rows = {}
        self._ordered = None
        for index in self._indexes.values():
            index.clear()
        for row in rows.values():
            self.restore(row)

    def where(self, field: str, value: Any) -> list[Row]:
        """The rows with this value in an indexed field, oldest first."""
        index = self._indexes[field]
        return [self.rows[key] for key in index[value]] if value in index else []

    def first(self, field: str, value: Any) -> Row | None:
        return next(iter(self.where(field, value)), None)

    def has_index(self, field: str) -> bool:
        return field in self._indexes

    def in_key_order(self) -> Iterable[Row]:
        """Every row by ascending key: the order in which pages follow each other."""
        if self._ordered is None:
            self._ordered = sorted(self.rows)
        return map(self.rows.__getitem__, self._ordered)
