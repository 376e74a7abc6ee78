"""Reads the property tables `entities/*.edm`: one line per property, as the reference pages of Exact list them.

A line is `Name Type rights [mandatory] [pad=N] [max=N] [default=V]`; rights are g (read), p (on POST) and u (on PUT).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from simulator.schema.edm import BOOLEAN, DOUBLE, INT64, STRING, TYPES, EdmType
from simulator.schema.entity import Entity, Link, Property

FOLDER = Path(__file__).parent / "entities"
TIMESTAMP = Property("Timestamp", INT64)


@cache
def entity(name: str) -> Entity:
    """The entity of `entities/<name>.edm`."""
    lines = (FOLDER / f"{name}.edm").read_text(encoding="utf-8").splitlines()
    head, body = _split(lines)
    properties: dict[str, Property] = {}
    links: dict[str, Link] = {}
    for member in map(_member, body):
        if isinstance(member, Link):
            links[member.name] = member
        else:
            properties[member.name] = member
    return Entity(name, head["type"], tuple(head["key"].split()), properties, links)


@cache
def sync_entity(name: str) -> Entity:
    """The same entity as its sync endpoint gives it."""
    return entity(name).with_timestamp(TIMESTAMP)


def _split(lines: list[str]) -> tuple[dict[str, str], list[str]]:
    kept = [line for line in lines if line.strip() and not line.startswith("#")]
    head = dict(line.split(maxsplit=1) for line in kept[:2])
    return head, kept[2:]


def _member(line: str) -> Property | Link:
    name, kind, rights, *notes = line.split()
    creatable, updatable, mandatory = "p" in rights, "u" in rights, "mandatory" in notes
    if kind == "Collection":
        return Link(name, creatable, updatable, mandatory)
    given = dict(note.split("=", 1) for note in notes if "=" in note)
    edm = TYPES[kind]
    return Property(
        name,
        edm,
        creatable,
        updatable,
        mandatory,
        pad=int(given.get("pad", 0)),
        max_length=int(given.get("max", 0)),
        default=_default(edm, given.get("default")),
    )


def _default(edm: EdmType, text: str | None) -> Any:
    if text is None:
        return None
    if edm is BOOLEAN:
        return text == "true"
    if edm is STRING:
        return text
    return edm.native(text) if edm is DOUBLE else int(text)
