"""Reads the body of a POST or PUT into native values, refusing what WCF Data Services refuses, in its words."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import msgspec

from simulator.answers import NOT_A_RESOURCE, BadRequest
from simulator.clock import EXACT_ZONE
from simulator.messages import Message, Refused
from simulator.schema import edm
from simulator.schema.convert import ConversionError, native

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.books.table import Row
    from simulator.schema.entity import Entity, Link, Property
    from simulator.switches import Switches

STREAM = "Error processing request stream."


@dataclass(slots=True)
class Payload:
    """What a body says: the values to write, the new rows under its links, and whether it names every property."""

    values: Row = field(default_factory=dict)
    is_whole: bool = False
    lines: dict[str, list[Row]] = field(default_factory=dict)


class PayloadReader:
    """Reads bodies by the switches; `target` finds the entity that a link leads to."""

    def __init__(self, switches: Switches, target: Callable[[str], Entity]) -> None:
        self._switches = switches
        self._target = target

    def read(self, entity: Entity, body: str, *, new: bool) -> Payload:
        """The payload of a whole body; `new` tells a POST from a PUT."""
        try:
            given = msgspec.json.decode(body)
        except (msgspec.DecodeError, RecursionError, UnicodeError):
            raise BadRequest(NOT_A_RESOURCE) from None
        return self._resource(entity, given, new=new)

    def _resource(self, entity: Entity, given: Any, *, new: bool) -> Payload:
        if not isinstance(given, dict):
            raise BadRequest(NOT_A_RESOURCE)
        everything = (name for name, prop in entity.properties.items() if prop.updatable)
        payload = Payload(is_whole=all(name in given for name in everything))
        for name, value in given.items():
            if name in entity.properties:
                self._scalar(entity.properties[name], value, payload, new=new)
            elif name in entity.links:
                self._link(entity.links[name], value, payload, new=new)
            elif name != "__metadata":
                raise BadRequest(
                    f"{STREAM} The property name '{name}' specified for type '{entity.type_name}' is not valid."
                )
        return payload

    def _scalar(self, prop: Property, value: Any, payload: Payload, *, new: bool) -> None:
        if not (prop.creatable if new else prop.updatable):
            if self._switches.read_only_on_write == "refuse":
                raise BadRequest(f"{STREAM} The property '{prop.name}' is read-only.")
            return
        converted = self._converted(prop, value)
        if converted is not None or not new:
            payload.values[prop.name] = converted

    def _converted(self, prop: Property, value: Any) -> Any:
        try:
            converted = prop.unpadded(native(prop.type, value))
        except ConversionError:
            raise BadRequest(
                f"{STREAM} Error encountered in converting the value from request payload for property '{prop.name}' "
                f"to type '{prop.type.clr.removeprefix('System.')}', which is the property's expected type. "
                "See inner exception for more detail."
            ) from None
        if prop.type is edm.DATETIME and str(value).endswith("Z") and self._switches.date_with_z == "shift":
            return converted - _local_offset(converted)
        if prop.max_length and isinstance(converted, str) and len(converted) > prop.max_length:
            return self._cut(prop, converted)
        return converted

    def _cut(self, prop: Property, text: str) -> str:
        if self._switches.too_long_text == "refuse":
            raise Refused(Message("invalid", f"{prop.name} (max. {prop.max_length})"))
        return text[: prop.max_length]

    def _link(self, link: Link, value: Any, payload: Payload, *, new: bool) -> None:
        """Nested rows on a POST; a deferred link sent back as it was read is passed over."""
        if value is None or (isinstance(value, dict) and "__deferred" in value):
            return
        rows = value.get("results") if isinstance(value, dict) else value
        if not isinstance(rows, list):
            raise BadRequest(NOT_A_RESOURCE)
        if rows and not (link.creatable and new):  # picqer/exact-php-client issues 538 and 653
            raise BadRequest(
                f"{STREAM} Binding to new entities is not supported for navigation property '{link.name}'."
            )
        target = self._target(link.name)
        payload.lines[link.name] = [self._resource(target, row, new=True).values for row in rows]


def _local_offset(moment: Any) -> timedelta:
    return moment.replace(tzinfo=EXACT_ZONE).utcoffset() or timedelta(0)
