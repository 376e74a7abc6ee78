"""What is to be done, as the page at hand counts and shows it: asked once for a request."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import g, request

from mice_exact_plugin.domain.remarks import DISAGREES
from mice_exact_plugin.exports import awaiting as waiting_rows
from mice_exact_plugin.exports.awaiting import Waiting
from mice_exact_plugin.link.connection import connection_of, place_of
from mice_exact_plugin.link.settings import settings_of
from mice_exact_plugin.standing import overview, to_do
from mice_exact_plugin.web import current

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import TypeVar

    from mice_exact_plugin.host.contract import HostRateGroup
    from mice_exact_plugin.standing.overview import Fallback
    from mice_exact_plugin.standing.to_do import Held, Remarked

    T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Missing:
    """What went to the default ledger, and still would; `group` is None for what has no rate group any more."""

    fallback: Fallback
    group: HostRateGroup | None


def count() -> int:
    """One for each cause that holds invoices up, for the ledgers, for each way of disagreeing, and for a yes."""
    disagree = sum(kind.code in DISAGREES for kind in remarked())
    return len(held()) + bool(missing()) + disagree + bool(awaiting().invoices)


def awaiting() -> Waiting:
    """What waits for a yes, where the link asks for it."""
    if not current.standing().asks_approval:
        return Waiting()
    return _once("awaiting", lambda: waiting_rows.waiting(current.runtime().session, current.tenant().code))


def held() -> Sequence[Held]:
    return _once("held", lambda: to_do.held(current.runtime().session, current.tenant().code))


def remarked() -> Sequence[Remarked]:
    return _once("remarked", lambda: to_do.remarked(current.runtime().session, current.tenant().code))


def missing() -> Sequence[Missing]:
    return _once("missing", _missing)


def _missing() -> Sequence[Missing]:
    """Host and mirror are asked only where there may be something to list."""
    session, tenant = current.runtime().session, current.tenant().code
    found = overview.fallbacks(session, tenant)
    place = place_of(connection_of(session, tenant))
    if not found or place is None:
        return ()
    known, saved = overview.ledger_numbers(session, *place), settings_of(session, tenant, *place)
    groups = {group.description: group for group in current.runtime().host.rate_groups(tenant)}
    chosen = saved.rate_group_ledgers if saved else {}
    listed = [Missing(fallback, groups.get(fallback.rate_group or "")) for fallback in found]
    return [one for one in listed if one.group is None or not _is_cured(one.group, known, chosen)]


def _is_cured(group: HostRateGroup, known: frozenset[str], chosen: dict[str, str]) -> bool:
    return (group.ledger_number or "") in known or group.code in chosen


def came_from() -> str:
    """The page whose form this is, to come back to; the overview where it does not say."""
    back = request.form.get("terug")
    return f"mice_exact.{back}" if back in ("to_do", "not_queued") else "mice_exact.overview"


def _once(name: str, ask: Callable[[], T]) -> T:
    kept: dict[str, T] = g.setdefault("mice_exact_to_do", {})
    if name not in kept:
        kept[name] = ask()
    return kept[name]
