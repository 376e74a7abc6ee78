"""Filters, orders and cuts rows into a page, and says where the next page begins."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cmp_to_key
from typing import TYPE_CHECKING, Any

from simulator.answers import BadRequest, syntax_error
from simulator.odata.keys import literal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from simulator.books.table import Row
    from simulator.odata.options import Options
    from simulator.odata.view import View
    from simulator.schema.entity import Property

    Order = Sequence[tuple[Property, bool]]


@dataclass(frozen=True, slots=True)
class Page:
    """The rows of a page; `skiptoken` is empty on the last one, `total` only filled when asked for."""

    rows: list[Row]
    skiptoken: str = ""
    total: int | None = None


def page(view: View, rows: Iterable[Row], options: Options, size: int) -> Page:
    """The page that `options` ask for, out of rows that already stand in the order of their keys."""
    found = list(rows)
    total = len(found) if options.count_all else None
    order = _order(view, options)
    if options.orderby:
        found.sort(key=_sort_key(view, order))
    if options.skiptoken:
        found = _after(view, found, order, options.skiptoken)
    found = found[options.skip :] if not options.skiptoken else found
    wanted = size if options.top is None else min(size, options.top)
    cut = found[:wanted]
    more = len(found) > wanted and (options.top is None or options.top > size)
    return Page(cut, _token(view, cut[-1], order) if more else "", total)


def _order(view: View, options: Options) -> Order:
    """The properties that fix the order: those asked for, then the key, so that no two rows are equal."""
    properties = view.entity.properties
    for name, _ in options.orderby:
        if name not in properties:
            raise BadRequest(f"No property '{name}' exists in type '{view.entity.type_name}' at position 0.")
    asked = [(properties[name], descending) for name, descending in options.orderby]
    return [*asked, *((prop, False) for prop in view.entity.key_properties)]


def _sort_key(view: View, order: Order) -> Callable[[Row], Any]:
    readers = [(view.reader(prop), descending) for prop, descending in order]

    def compare(one: Row, other: Row) -> int:
        for read, descending in readers:
            if outcome := _compare(read(one), read(other)):
                return -outcome if descending else outcome
        return 0

    return cmp_to_key(compare)


def _compare(one: Any, other: Any) -> int:
    """SQL Server's order: null before everything."""
    if one == other:
        return 0
    if one is None or other is None:
        return -1 if one is None else 1
    return -1 if one < other else 1


def _after(view: View, rows: list[Row], order: Order, token: tuple[Any, ...]) -> list[Row]:
    """The rows beyond the token, which holds a value for every property that fixes the order."""
    if len(token) != len(order):
        raise syntax_error()
    last = [
        (view.reader(prop), descending, prop.seen(prop.unpadded(value)))
        for (prop, descending), value in zip(order, token, strict=True)
    ]
    try:
        return [row for row in rows if _beyond(row, last)]
    except TypeError:
        raise syntax_error() from None


def _beyond(row: Row, last: list[tuple[Callable[[Row], Any], bool, Any]]) -> bool:
    for read, descending, value in last:
        if outcome := _compare(read(row), value):
            return outcome < 0 if descending else outcome > 0
    return False


def _token(view: View, row: Row, order: Order) -> str:
    return ",".join(literal(prop, view.reader(prop)(row)) for prop, _ in order)
