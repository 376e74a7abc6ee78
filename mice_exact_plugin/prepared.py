"""Statements that were built once, handed to the driver as text: SQLAlchemy compiles them, and is not asked again.

It would look up the compiled form, its values and its result anew at each execution, which costs more than most of our
statements do in the database. Transactions, errors and events stay its own (`Connection.exec_driver_sql`).
"""

from __future__ import annotations

from collections import namedtuple
from functools import lru_cache

# Any: SQLAlchemy does not know the types of a row of Core.
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import bindparam

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from sqlalchemy import ClauseElement, ColumnElement, CursorResult, Executable
    from sqlalchemy.engine import Dialect
    from sqlalchemy.orm import InstrumentedAttribute
    from sqlalchemy.types import TypeEngine

    #: How a value gets to the driver, or back from it; None for one that stays as it is.
    Conversion = Callable[[object], object] | None


class Found:
    """What a statement found, and how many rows it wrote."""

    __slots__ = ("rowcount", "rows")

    def __init__(self, rows: Sequence[Any], rowcount: int) -> None:
        self.rows, self.rowcount = rows, rowcount

    def __iter__(self) -> Iterator[Any]:
        return iter(self.rows)

    def first(self) -> Any | None:
        return self.rows[0] if self.rows else None

    def scalar(self) -> Any | None:
        """The first column of the first row."""
        return self.rows[0][0] if self.rows else None


class Prepared:
    """One statement as one kind of database takes it. Of a list of a length of its own it has one for each `room`."""

    __slots__ = ("_binds", "_is_positional", "_names", "_own", "_reads", "_row", "text")

    def __init__(self, statement: Executable, dialect: Dialect) -> None:
        compiled: Any = cast("ClauseElement", statement).compile(dialect=dialect)
        self.text: str = compiled.string
        self._is_positional: bool = compiled.positional
        kinds = {name: bind.type for bind, name in compiled.bind_names.items()}
        names: Sequence[str] = compiled.positiontup if compiled.positional else list(kinds)
        self._own = {name: value for name, value in compiled.params.items() if value is not None}
        self._names = tuple(names)
        binds = [_converted(kinds[name], dialect, "bind_processor") for name in names]
        self._binds = [(place, bind) for place, bind in enumerate(binds) if bind is not None]
        columns = getattr(statement, "exported_columns", {})
        reads = [_converted(column.type, dialect, "result_processor", None) for column in columns]
        self._reads = [(place, read) for place, read in enumerate(reads) if read is not None]
        self._row: Any = namedtuple("Row", columns.keys(), rename=True) if reads else None

    def bound(self, values: Mapping[str, object]) -> tuple[object, ...] | dict[str, object]:
        """What the driver takes for these values."""
        told = {**self._own, **values} if self._own else values
        bound = list(map(told.__getitem__, self._names))
        for place, bind in self._binds:
            bound[place] = bind(bound[place])
        return tuple(bound) if self._is_positional else dict(zip(self._names, bound, strict=True))

    def found(self, result: CursorResult[tuple[object, ...]]) -> Found:
        """What came back, as our types have it."""
        if self._row is None:
            return Found((), result.rowcount)
        return Found([self._row._make(self._read(row)) for row in result.fetchall()], -1)

    def _read(self, row: Sequence[object]) -> Sequence[object]:
        """Most columns come as they are."""
        if not self._reads:
            return row
        values = list(row)
        for place, read in self._reads:
            values[place] = read(values[place])
        return values


@lru_cache(maxsize=512)
def prepared(statement: Executable, dialect: Dialect) -> Prepared:
    """Of each statement and database there is one, made when it is first run."""
    return Prepared(statement, dialect)


def room_for(values: Collection[object]) -> int:
    """Places for a list: the next power of two, so that few statements serve lists of any length.

    Two at least: of a single one SQLite makes an equality, and plans as if all that are equal were many.
    """
    return 1 << max(len(values) - 1, 1).bit_length()


def among(column: ColumnElement[Any] | InstrumentedAttribute[Any], name: str, room: int) -> ColumnElement[bool]:
    """Whether a column is one of a list, in a statement that is built once for each room that lists need."""
    return column.in_([bindparam(f"{name}_{place}", type_=column.type) for place in range(room)])


def listed(name: str, values: Collection[object], room: int) -> dict[str, object]:
    """The values of that list; what is left of its room is NULL, which equals nothing."""
    told = (*values, *[None] * (room - len(values)))
    return {f"{name}_{place}": value for place, value in enumerate(told)}


def _converted(kind: TypeEngine[object], dialect: Dialect, processor: str, *driver_type: None) -> Conversion:
    conversion: Conversion = getattr(kind.dialect_impl(dialect), processor)(dialect, *driver_type)
    return conversion
