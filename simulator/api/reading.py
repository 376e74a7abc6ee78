"""Answers a GET on a resource: a page of a list, one record, the rows behind a link, or a count."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import quote

from simulator.answers import Answer, NotFound
from simulator.api.candidates import candidates
from simulator.api.demands import demand_allowed_query
from simulator.api.negotiation import TEXT, wants_json
from simulator.odata import atom, verbose_json
from simulator.odata.atom import AtomWriter
from simulator.odata.compiler import Compiler, Dialect
from simulator.odata.keys import read_key, write_key
from simulator.odata.options import read_options
from simulator.odata.paging import page
from simulator.odata.shape import Shape, read_shape, whole
from simulator.odata.verbose_json import JsonWriter
from simulator.odata.view import View
from simulator.resources.registry import BY_PATH

if TYPE_CHECKING:
    from collections.abc import Iterable

    from simulator.answers import Request
    from simulator.api.address import Address
    from simulator.books.table import Row
    from simulator.odata.options import Options
    from simulator.odata.paging import Page
    from simulator.odata.verbose_json import Expand
    from simulator.resources.resource import Reading, Resource
    from simulator.switches import Switches

# What stands in a query as it is, as in the recorded next links.
PLAIN = "$,()'*:/="


class Reader:
    """Reads one resource for one request."""

    def __init__(self, request: Request, resource: Resource, reading: Reading, switches: Switches) -> None:
        self._request = request
        self._resource = resource
        self._reading = reading
        self._switches = switches
        self._view = View(resource.entity, reading.books, resource.derived)
        self._address = f"{request.base}/api/v1/{reading.books.code}/{resource.path}"

    def answer(self, address: Address, *, sees_nothing: bool) -> Answer:
        """What stands at the address; who lacks the right to see it is shown an empty list."""
        options = read_options(self._request.query)
        if address.key is not None:
            return self._at_key(address, options, sees_nothing=sees_nothing)
        demand_allowed_query(self._resource, options, self._switches, count=address.is_count)
        rows = () if sees_nothing else self._filtered(self._candidates(options), options)
        return _count(rows, options) if address.is_count else self._list(rows, options, self._address)

    def _at_key(self, address: Address, options: Options, *, sees_nothing: bool) -> Answer:
        row = self.found(address.key or "")
        if sees_nothing or row is None:
            raise not_found(self._resource.path)
        if address.tail:
            return self._behind(row, address, options)
        if address.is_count:  # one record is no list
            raise not_found("$count")
        return self.single(row, options)

    def found(self, key: str) -> Row | None:
        """The row whose key stands between the brackets."""
        return self._resource.found(self._reading, read_key(self._resource.entity, key))

    def _candidates(self, options: Options) -> Iterable[Row]:
        if options.filter is None:
            return self._resource.listed(self._reading)
        return candidates(self._resource, self._reading, options.filter)

    def _filtered(self, rows: Iterable[Row], options: Options) -> Iterable[Row]:
        if options.filter is None:
            return rows
        dialect = Dialect(self._switches.text_comparison == "ignore_case", self._switches.substringof == "supported")
        return filter(Compiler(self._view.lookup, dialect).predicate(options.filter), rows)

    def _list(self, rows: Iterable[Row], options: Options, address: str) -> Answer:
        """A page in the envelope that fits: a bare array when $top fits one page, else results."""
        size = self._resource.page_size
        shape = read_shape(self._resource.entity, options)
        cut = page(self._view, rows, options, size)
        next_link = _next_link(address, cut, options) if cut.skiptoken else ""
        if not wants_json(self._request):
            title = self._resource.path.rpartition("/")[2]
            return Answer(200, self._atom(shape).feed(cut, title, self._reading.now, next_link), atom.CONTENT_TYPE)
        records = self._json(shape).records(cut.rows)
        bare = options.top is not None and options.top <= size and not options.skiptoken and not options.count_all
        if bare and self._switches.top_envelope == "array":
            return Answer(200, verbose_json.single(records))
        return Answer(200, verbose_json.collection(records, cut, next_link))

    def single(self, row: Row, options: Options, status: int = 200) -> Answer:
        """One record."""
        shape = read_shape(self._resource.entity, options)
        if wants_json(self._request):
            return Answer(status, verbose_json.single(self._json(shape).record(row)))
        return Answer(status, self._atom(shape).single(row, self._reading.now), atom.CONTENT_TYPE)

    def blank(self, row: Row, *, with_key: bool) -> Answer:
        """One record with nothing in it, or only its key."""
        if not wants_json(self._request):
            return self.single(row, read_options(""), 201)
        record = self._json(whole(self._resource.entity)).blank(row, with_key=with_key)
        return Answer(201, verbose_json.single(record))

    def uri(self, row: Row) -> str:
        return f"{self._address}({write_key(self._resource.entity, row)})"

    def _behind(self, row: Row, address: Address, options: Options) -> Answer:
        """The list that a deferred link leads to, in the order of its lines."""
        name = next((link for link in self._resource.links if link.lower() == address.tail.lower()), None)
        if name is None:
            raise not_found(address.tail)
        behind = self._target(name)
        if not options.orderby and "LineNumber" in behind._resource.entity.properties:
            options = replace(options, orderby=(("LineNumber", False),))
        rows = behind._filtered(self._linked(row, name), options)
        return _count(rows, options) if address.is_count else behind._list(rows, options, f"{self.uri(row)}/{name}")

    def _target(self, link: str) -> Reader:
        if link not in self._resource.links:  # a collection of something that the simulator does not have
            raise not_found(link)
        resource = BY_PATH[self._resource.links[link].resource]
        return Reader(self._request, resource, self._reading, self._switches)

    def _linked(self, row: Row, link: str) -> list[Row]:
        target = self._resource.links[link]
        table = self._reading.books[BY_PATH[target.resource].table]
        rows = table.where(target.foreign_key, row[self._resource.entity.key[0]])
        return sorted(rows, key=lambda linked: int(linked.get("LineNumber", 0)))

    def _json(self, shape: Shape) -> JsonWriter:
        expand = {link: self._expander(link, names) for link, names in shape.expanded.items()}
        as_text = self._switches.int64 == "string"
        return JsonWriter(self._view, self._address, shape, expand, int64_as_text=as_text)

    def _expander(self, link: str, names: tuple[str, ...]) -> Expand:
        target = self._target(link)
        entity = target._resource.entity
        chosen = read_shape(entity, replace(read_options(""), select=names)) if names else whole(entity)
        writer = target._json(chosen)
        return lambda row: writer.records(self._linked(row, link))

    def _atom(self, shape: Shape) -> AtomWriter:
        names = tuple(self._resource.entity.properties) if shape.names is None else shape.names
        return AtomWriter(self._view, self._address, names, shape.links)


def _count(rows: Iterable[Row], options: Options) -> Answer:
    """How many rows there are, as a bare number; $skip and $top count, the size of a page does not."""
    found = max(0, sum(1 for _ in rows) - options.skip)
    return Answer(200, str(found if options.top is None else min(found, options.top)).encode(), TEXT)


def not_found(segment: str) -> NotFound:
    return NotFound(f"Resource not found for the segment '{segment.rpartition('/')[2]}'.")


def _next_link(address: str, cut: Page, options: Options) -> str:
    """The same address with all its options, from behind the last row of this page on."""
    kept = {name: value for name, value in options.raw.items() if name not in ("$skiptoken", "$skip")}
    if options.top is not None:
        kept["$top"] = str(options.top - len(cut.rows))
    kept["$skiptoken"] = cut.skiptoken
    return f"{address}?" + "&".join(f"{name}={quote(value, safe=PLAIN)}" for name, value in kept.items())
