"""What `$select` and `$expand` leave of a record: which properties, which links, and which of those are written out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from simulator.answers import BadRequest, syntax_error

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.odata.options import Options
    from simulator.schema.entity import Entity


@dataclass(frozen=True, slots=True)
class Shape:
    """`names` None is every property; `expanded` has, for each link written out, the names selected behind it."""

    names: tuple[str, ...] | None = None
    links: tuple[str, ...] = ()
    expanded: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def whole(entity: Entity) -> Shape:
    """Everything, with the links deferred."""
    return Shape(None, tuple(entity.links))


def read_shape(entity: Entity, options: Options) -> Shape:
    """The shape that the options ask for; unknown names are refused."""
    plain = [name for name in options.select if "/" not in name and name != "*"]
    nested = [name.partition("/")[::2] for name in options.select if "/" in name]
    _demand_known(entity, plain, [link for link, _ in nested], options.expand)
    everything = not options.select or "*" in options.select
    chosen = {*options.expand, *(name for name in plain if name in entity.links)}
    return Shape(
        None if everything else tuple(name for name in plain if name in entity.properties),
        tuple(name for name in entity.links if everything or name in chosen),
        {link: tuple(name for parent, name in nested if parent == link and name != "*") for link in options.expand},
    )


def _demand_known(entity: Entity, plain: list[str], parents: list[str], expand: tuple[str, ...]) -> None:
    for name in plain:
        if name not in entity.properties and name not in entity.links:
            raise BadRequest(f"Could not find a property named '{name}' on type '{entity.type_name}'.")
    for name in (*expand, *parents):
        if name not in entity.links:
            raise BadRequest(f"Could not find a property named '{name}' on type '{entity.type_name}'.")
    if set(parents) - set(expand):  # what is selected behind a link must be expanded
        raise syntax_error()
