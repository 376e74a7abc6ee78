"""The shape of an entity: for each property the kind of its value, without the value."""

import re
from typing import Any

from simulator.tests.answer import Row

_GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_DATE = re.compile(r"/Date\(-?\d+\)/")


def shape_of(row: Row) -> dict[str, str]:
    return {name: kind_of(value) for name, value in row.items()}


def kind_of(value: Any) -> str:
    """`text` in blanks is `text(-18)`, padded on the left to 18, or `text(3)`, padded on the right to 3."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int | float):
        return "number"
    if isinstance(value, dict):
        return next((name for name in ("__deferred", "results", "uri") if name in value), "object")
    return _kind_of_text(value)


def _kind_of_text(value: str) -> str:
    if _GUID.fullmatch(value):
        return "guid"
    if _DATE.fullmatch(value):
        return "date"
    if value.startswith(" "):
        return f"text(-{len(value)})"
    return f"text({len(value)})" if value.endswith(" ") else "text"


def merged(shapes: list[dict[str, str]]) -> dict[str, str]:
    """One shape out of several recordings of a kind of entity; blanks say more than a text that fills its width."""
    names = dict.fromkeys(name for shape in shapes for name in shape)
    return {name: max((shape.get(name, "null") for shape in shapes), key=_told_by) for name in names}


def _told_by(kind: str) -> int:
    return (kind != "null") + kind.startswith("text(")
