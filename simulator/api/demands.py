"""What a GET on a list must have: a filter where one is mandatory, a $select where Exact wants one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.answers import BadRequest, syntax_error
from simulator.odata.nodes import Binary, Call, Member, Node, Several, Unary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.odata.options import Options
    from simulator.resources.resource import Resource
    from simulator.switches import Switches

SELECT = "Please add a $select or a $top=1 statement to the query string."
FILTER = (
    "This endpoint has mandatory filtering applied. A GET request for this endpoint must have a $filter parameter "
    "with one of the following fields in the url: "
)
ONLY_TIMESTAMP = "Bad Request - Error in query syntax. Only the property 'Timestamp' can be used in the $filter."


def demand_allowed_query(resource: Resource, options: Options, switches: Switches, *, count: bool) -> None:
    """400 with Exact's own text when the query of a list is not one that the resource takes."""
    used = set(_members(options.filter)) if options.filter else set()
    if resource.mandatory_filter and switches.mandatory_filter == "on" and not used & set(resource.mandatory_filter):
        raise BadRequest(FILTER + ", ".join(resource.mandatory_filter))
    if _wants_select(resource, switches) and not options.select and options.top != 1 and not count:
        raise BadRequest(SELECT)
    if resource.by_version and used - {"Timestamp"}:
        raise BadRequest(ONLY_TIMESTAMP)
    if options.skip and (resource.by_version or resource.path.startswith("bulk/")):
        raise syntax_error()  # Exact's page on query options: no $skip on endpoints since March 2017


def _wants_select(resource: Resource, switches: Switches) -> bool:
    if switches.select_required == "bulk":
        return resource.select_required
    return switches.select_required == "everywhere"


def _members(node: Node) -> Iterator[str]:
    match node:
        case Member(name):
            yield name
        case Unary(_, operand):
            yield from _members(operand)
        case Binary(_, left, right):
            yield from _members(left)
            yield from _members(right)
        case Several(_, parts) | Call(_, parts):
            for part in parts:
                yield from _members(part)
