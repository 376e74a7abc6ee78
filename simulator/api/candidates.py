"""The rows a filter has to look at: those of the keys it names where it names any, else all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.odata.nodes import Binary, Literal, Member, Node, Several
from simulator.schema import edm

if TYPE_CHECKING:
    from collections.abc import Iterable

    from simulator.books.table import Row
    from simulator.resources.resource import Reading, Resource


def candidates(resource: Resource, reading: Reading, node: Node) -> Iterable[Row]:
    """Rows in the order of their keys; a superset of what the filter lets through."""
    if resource.rows is not None or resource.by_version:
        return resource.listed(reading)
    (key,) = resource.entity.key_properties[:1]
    wanted = _keys(node, key.name) if key.type is edm.GUID else None
    if wanted is None:
        return resource.listed(reading)
    table = reading.books[resource.table]
    return [row for name in sorted(wanted) if (row := table.get(name))]


def _keys(node: Node, name: str) -> set[Any] | None:
    """The only keys that can fit, or None when any can."""
    if isinstance(node, Binary) and node.operator == "eq" and isinstance(node.left, Member):
        right = node.right
        return {right.value} if node.left.name == name and isinstance(right, Literal) and right.type else None
    if not isinstance(node, Several):
        return None
    found = [_keys(part, name) for part in node.parts]
    if node.operator == "and":
        return next((keys for keys in found if keys is not None), None)
    known = [keys for keys in found if keys is not None]
    return set().union(*known) if len(known) == len(found) else None
