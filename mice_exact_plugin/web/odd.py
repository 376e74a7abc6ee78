"""What no page of ours can mean by a value: refused before a view, the host or a database has to make sense of it.

PostgreSQL takes no NUL and no lone surrogate, neither database takes a number beyond 64 bit, and nothing that a person
types here is longer than a page of text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import abort, request

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST = 10_000
LARGEST = 2**63 - 1


def refuse() -> None:
    """404 for a path that names nothing, 400 for a query or a form that says nothing."""
    if any(map(is_odd, (request.view_args or {}).values())):
        abort(404)
    if any(map(is_odd, _said())):
        abort(400)


def is_odd(value: Any) -> bool:
    if isinstance(value, int):
        return abs(value) > LARGEST
    return len(value) > LONGEST or "\0" in value or any("\ud800" <= character <= "\udfff" for character in value)


def _said() -> Iterable[str]:
    for pairs in (request.args, request.form):
        for name, value in pairs.items(multi=True):
            yield from (name, value)
