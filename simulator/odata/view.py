"""How the rows of a table look to a client: every property as seen, derived ones included, and as records of JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.answers import BadRequest
from simulator.odata.operands import Operand
from simulator.schema import edm

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from simulator.books.administration import Books
    from simulator.books.table import Row
    from simulator.schema.entity import Entity, Property

    Derived = Mapping[str, Callable[[Books, Row], Any]]

    Record = dict[str, Any]


class View:
    """An entity over the books of one administration."""

    def __init__(self, entity: Entity, books: Books, derived: Derived) -> None:
        self.entity = entity
        self._books = books
        self._derived = derived

    def lookup(self, name: str, at: int) -> Operand:
        """A property as an operand of a filter."""
        prop = self.entity.properties.get(name)
        if prop is None:
            raise BadRequest(f"No property '{name}' exists in type '{self.entity.type_name}' at position {at}.")
        return Operand(prop.type, self.reader(prop), member=name)

    def reader(self, prop: Property) -> Callable[[Row], Any]:
        """The function that reads one property, blanks of its fixed width included."""
        name, default, books = prop.name, prop.default, self._books
        if derive := self._derived.get(name):
            plain: Callable[[Row], Any] = lambda row: derive(books, row)  # noqa: E731 - chosen among three readers
        elif default is None:
            plain = lambda row: row.get(name)  # noqa: E731
        else:
            plain = lambda row: row.get(name, default)  # noqa: E731
        return (lambda row: prop.seen(plain(row))) if prop.pad else plain

    def record(self, row: Row) -> Record:
        """Every scalar property in its JSON form; quick, because most rows set only a few of them."""
        properties = self.entity.properties
        record = self.entity.defaults.copy()
        for name, value in row.items():
            if value is not None and name in properties:
                prop = properties[name]
                record[name] = prop.type.to_json(prop.seen(value))
        for name, derive in self._derived.items():
            if name in properties:
                record[name] = self._json(properties[name], derive(self._books, row))
        return record

    def selector(self, names: Iterable[str]) -> Callable[[Row], Record]:
        """The function that gives the named properties of a row only."""
        chosen = [self.entity.properties[name] for name in names]
        readers = [(prop.name, self.reader(prop), prop.type.to_json) for prop in chosen]

        def select(row: Row) -> Record:
            record: Record = {}
            for name, read, to_json in readers:
                value = read(row)
                record[name] = None if value is None else to_json(value)
            return record

        return select

    def values(self, row: Row, names: Iterable[str]) -> list[tuple[Property, Any]]:
        """The named properties with their values as seen, for Atom."""
        return [(prop, self.reader(prop)(row)) for prop in map(self.entity.properties.__getitem__, names)]

    @staticmethod
    def _json(prop: Property, value: Any) -> Any:
        return None if value is None else prop.type.to_json(prop.seen(value))

    def int64_names(self) -> list[str]:
        return [name for name, prop in self.entity.properties.items() if prop.type is edm.INT64]
