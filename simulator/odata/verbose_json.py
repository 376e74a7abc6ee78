"""Verbose JSON in the envelopes of Exact Online: `__metadata`, deferred and expanded links, `d` in all its forms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from simulator.odata.keys import write_key

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from simulator.books.table import Row
    from simulator.odata.paging import Page
    from simulator.odata.shape import Shape
    from simulator.odata.view import Record, View

    Expand = Callable[[Row], list[Record]]

_plain = msgspec.json.Encoder().encode


class JsonWriter:
    """Writes rows of one resource at one address; `expand` gives the records behind each expanded link."""

    def __init__(
        self, view: View, address: str, shape: Shape, expand: Mapping[str, Expand], *, int64_as_text: bool
    ) -> None:
        self._entity = view.entity
        self._address = address
        self._fields = view.record if shape.names is None else view.selector(shape.names)
        self._links = shape.links
        self._expand = expand
        self._texts = view.int64_names() if int64_as_text else []

    def record(self, row: Row) -> Record:
        uri = f"{self._address}({write_key(self._entity, row)})"
        record = {"__metadata": {"uri": uri, "type": self._entity.type_name}, **self._fields(row)}
        for name in self._texts:
            if record.get(name) is not None:
                record[name] = str(record[name])
        for name in self._links:
            expand = self._expand.get(name)
            record[name] = {"results": expand(row)} if expand else {"__deferred": {"uri": f"{uri}/{name}"}}
        return record

    def records(self, rows: Sequence[Row]) -> list[Record]:
        return [self.record(row) for row in rows]

    def blank(self, row: Row, *, with_key: bool) -> Record:
        """The answer to a POST without Prefer: the shape of the record with every value null, but for the key."""
        kept = {"__metadata", *self._links, *(self._entity.key if with_key else ())}
        return {name: value if name in kept else None for name, value in self.record(row).items()}


def encode(content: Any) -> bytes:
    """As WCF writes JSON: the slashes of a date are escaped, which a parser does not see."""
    return _plain(content).replace(b'"/Date(', b'"\\/Date(').replace(b')/"', b')\\/"')


def single(record: Any) -> bytes:
    return encode({"d": record})


def collection(records: list[Record], page: Page, next_link: str) -> bytes:
    """`{"d":{"results":[…]}}` with the count and the next link where there are any."""
    body: dict[str, Any] = {"results": records}
    if page.total is not None:
        body["__count"] = str(page.total)
    if next_link:
        body["__next"] = next_link
    return encode({"d": body})


def error(text: str) -> bytes:
    return encode({"error": {"code": "", "message": {"lang": "", "value": text}}})
