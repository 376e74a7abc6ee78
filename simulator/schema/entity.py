"""What an entity type is made of: scalar properties with their rights, links to other entities, and its key."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.schema.edm import EdmType


@dataclass(frozen=True, slots=True)
class Property:
    """A scalar property; `pad` is its fixed width on the wire, negative when the blanks stand before the text."""

    name: str
    type: EdmType
    creatable: bool = False
    updatable: bool = False
    mandatory: bool = False
    pad: int = 0
    max_length: int = 0
    default: Any = None

    def seen(self, value: Any) -> Any:
        """The value as a client sees it: codes of fixed width carry their blanks, also in filters."""
        if not self.pad or value is None:
            return value
        return value.ljust(self.pad) if self.pad > 0 else value.rjust(-self.pad)

    def unpadded(self, value: Any) -> Any:
        """What is kept of a written value: the code without the blanks of its fixed width."""
        return value.strip() if self.pad and isinstance(value, str) else value


@dataclass(frozen=True, slots=True)
class Link:
    """A navigation property: a collection of another entity, deferred unless it is expanded."""

    name: str
    creatable: bool = False
    updatable: bool = False
    mandatory: bool = False


@dataclass(frozen=True)
class Entity:
    """An entity type: the name in `__metadata`, the key, and everything that can be read or written."""

    name: str
    type_name: str
    key: tuple[str, ...]
    properties: Mapping[str, Property]
    links: Mapping[str, Link] = field(default_factory=dict)

    @cached_property
    def defaults(self) -> dict[str, Any]:
        """Every scalar property with the value it has when nobody ever set it, in wire form."""
        return {
            name: None if prop.default is None else prop.type.to_json(prop.seen(prop.default))
            for name, prop in self.properties.items()
        }

    @cached_property
    def names_by_lower_case(self) -> dict[str, str]:
        return {name.lower(): name for name in self.properties}

    @cached_property
    def key_properties(self) -> tuple[Property, ...]:
        return tuple(self.properties[name] for name in self.key)

    def with_timestamp(self, timestamp: Property) -> Entity:
        """The variant of the sync endpoints: the same properties, known by their row version."""
        properties = {timestamp.name: timestamp, **self.properties}
        return replace(self, name=f"Sync{self.name}", key=(timestamp.name,), properties=properties)
