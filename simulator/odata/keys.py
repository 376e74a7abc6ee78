"""The key in a path: `(guid'…')`, `(5L)`, `('EUR')` or `(Journal='70',Year=2026,Period=3)`, read and written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from simulator.answers import syntax_error
from simulator.odata.tokens import Token, tokens
from simulator.schema import edm

if TYPE_CHECKING:
    from simulator.schema.entity import Entity, Property


def read_key(entity: Entity, text: str) -> Any:
    """The key between the brackets as the tables know it."""
    if len(entity.key) == 1 and "=" not in text:
        found = tokens(text)[:-1]
        if len(found) != 1:
            raise syntax_error()
        return _value(entity.key_properties[0], found[0])
    given = dict(part.partition("=")[::2] for part in text.split(","))
    names = {name.strip(): value for name, value in given.items()}
    if set(names) != set(entity.key):
        raise syntax_error()
    return tuple(_value(prop, tokens(names[prop.name])[0]) for prop in entity.key_properties)


def _value(prop: Property, token: Token) -> Any:
    kind = token.type
    if token.kind != "literal" or kind is None:
        raise syntax_error()
    if kind is not prop.type and not (kind.is_number and prop.type.is_number):
        raise syntax_error()
    return prop.unpadded(token.value)


def write_key(entity: Entity, row: dict[str, Any]) -> str:
    """The key of a row as it stands in its own address."""
    if len(entity.key) == 1:
        return literal(entity.key_properties[0], row[entity.key[0]])
    return ",".join(f"{prop.name}={literal(prop, row[prop.name])}" for prop in entity.key_properties)


def literal(prop: Property, value: Any) -> str:
    """A value as a literal of the URL language."""
    if value is None:
        return "null"
    if prop.type is edm.GUID:
        return f"guid'{value}'"
    if prop.type is edm.STRING:
        return "'" + quote(str(value).replace("'", "''"), safe="' ") + "'"
    if prop.type is edm.DATETIME:
        return f"datetime'{prop.type.to_xml(value)}'"
    if prop.type is edm.INT64:
        return f"{value}L"
    return prop.type.to_xml(value)
