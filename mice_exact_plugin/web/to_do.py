"""What is to be done, as the page at hand counts and shows it: asked once for a request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import g

from mice_exact_plugin.exports import awaiting as waiting_rows
from mice_exact_plugin.link.connection import connection_of, place_of
from mice_exact_plugin.standing import overview, to_do
from mice_exact_plugin.web import current

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import TypeVar

    from mice_exact_plugin.standing.overview import Fallback
    from mice_exact_plugin.standing.to_do import Held

    T = TypeVar("T")


def count() -> int:
    """One for each cause that holds invoices up, for the ledger numbers, for what no longer agrees, and for a yes."""
    return len(held()) + bool(fallbacks()) + bool(disagreeing()) + bool(awaiting())


def awaiting() -> int:
    """How many invoices wait for a yes, where the link asks for it."""
    if not current.standing().asks_approval:
        return 0
    return _once("awaiting", lambda: waiting_rows.counted(current.runtime().session, current.tenant().code))


def held() -> Sequence[Held]:
    return _once("held", lambda: to_do.held(current.runtime().session, current.tenant().code))


def disagreeing() -> int:
    return _once("disagreeing", lambda: to_do.disagreeing(current.runtime().session, current.tenant().code))


def fallbacks() -> Sequence[Fallback]:
    return _once("fallbacks", _fallbacks)


def _fallbacks() -> Sequence[Fallback]:
    """Host and mirror are asked only where there may be something to list."""
    session, tenant = current.runtime().session, current.tenant().code
    if not overview.fallbacks(session, tenant, frozenset(), {}):
        return ()
    place = place_of(connection_of(session, tenant))
    known = overview.ledger_numbers(session, *place) if place else frozenset()
    numbers = {group.description: group.ledger_number for group in current.runtime().host.rate_groups(tenant)}
    return overview.fallbacks(session, tenant, known, numbers)


def _once(name: str, ask: Callable[[], T]) -> T:
    kept: dict[str, T] = g.setdefault("mice_exact_to_do", {})
    if name not in kept:
        kept[name] = ask()
    return kept[name]
