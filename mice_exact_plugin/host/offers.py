"""What a host may offer beyond contract 1.0, asked for in this one place: a host without a member goes on as before."""

from __future__ import annotations

# Any: an optional member has any signature, and its absence another one.
from typing import TYPE_CHECKING, Any

from mice_exact_plugin.errors import Bug

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
    from datetime import datetime

    from blinker import NamedSignal

    from mice_exact_plugin.host.contract import Host, HostActivation, HostTenant, HostUser
    from mice_exact_plugin.host.offered import Confirmation, HostChange, HostPlace, HostRevenue, HostTotal, Mark


def set_tile_state(host: Host, *, slot: str, endpoint: str, state: Callable[[], Mark | None]) -> None:
    """Let the tile say how the link stands; without the member it says what the host knows of the addon."""
    _offered(host, "set_tile_state", lambda *_, **__: None)(slot=slot, endpoint=endpoint, state=state)


def set_menu_mark(host: Host, *, endpoint: str, mark: Callable[[], Mark | None]) -> None:
    """Put a mark beside the menu item while something is amiss; without the member the item is plain."""
    _offered(host, "set_menu_mark", lambda *_, **__: None)(endpoint=endpoint, mark=mark)


def trail(host: Host, *, slot: str) -> Sequence[tuple[str, str | None]] | None:
    """The steps to the tiles of a slot for whoever looks; None where the host cannot tell."""
    found: Sequence[tuple[str, str | None]] | None = _offered(host, "trail", lambda **_: None)(slot=slot)
    return found


def activations_of(host: Host, tenants: Collection[str], addon: str) -> Mapping[str, HostActivation]:
    """The activations of many tenants; without the member they are asked for one by one."""

    def one_by_one(tenants: Collection[str], addon: str) -> dict[str, HostActivation]:
        return {tenant: found for tenant in tenants if (found := host.activation(tenant, addon))}

    activations: Mapping[str, HostActivation] = _offered(host, "activations_of", one_by_one)(tenants, addon)
    return activations


def activation_asked_at(host: Host, tenant: str, addon: str) -> datetime | None:
    """When the tenant last asked for an addon that is not active; None where the host cannot tell."""
    asked_at: datetime | None = _offered(host, "activation_asked_at", lambda *_: None)(tenant, addon)
    return asked_at


def external_url(host: Host, tenant: str, path: str) -> str | None:
    """The address under which the tenant's browser finds a path; None where the host cannot tell."""
    url: str | None = _offered(host, "external_url", lambda *_: None)(tenant, path)
    return url


def tells_changes(host: Host) -> bool:
    """Whether the host can be asked what changed; without, every sweep compares everything."""
    return hasattr(host, "changed_since")


def changed_since(
    host: Host, tenant: str, since: datetime, *, after: HostChange | None, limit: int
) -> Sequence[HostChange]:
    """A page of what was sent, changed or deleted; only of a host that `tells_changes`."""
    found: Sequence[HostChange] = _offered(host, "changed_since", _unasked)(tenant, since, after=after, limit=limit)
    return found


def sent_ids_between(host: Host, tenant: str, start: datetime, end: datetime) -> list[str]:
    """The ids of the invoices sent in [start, end), oldest first; without the member whole invoices are read for it."""

    def read(tenant: str, start: datetime, end: datetime) -> Iterable[str]:
        return (invoice.id for invoice in host.invoices_sent_between(tenant, start, end))

    return list(_offered(host, "sent_ids_between", read)(tenant, start, end))


def sent_totals_between(host: Host, tenant: str, start: datetime, end: datetime) -> Iterable[HostTotal] | None:
    """The same with what each comes to; None where the host cannot tell without handing over whole invoices."""
    found: Iterable[HostTotal] | None = _offered(host, "sent_totals_between", lambda *_: None)(tenant, start, end)
    return found


def confirm_syncs(host: Host, tenant: str, confirmations: Sequence[Confirmation], *, provider: str) -> bool:
    """Tell of many invoices at once; False where the host takes them one by one only."""
    confirm = _offered(host, "confirm_syncs", _unasked)
    if confirm is _unasked:
        return False
    confirm(tenant, confirmations, provider=provider)
    return True


def locations(host: Host, tenant: str) -> Sequence[HostPlace]:
    """The venue's locations, to choose from; without the member there is nothing to choose and codes are typed."""
    found: Sequence[HostPlace] = _offered(host, "locations", lambda _: ())(tenant)
    return found


def event_types(host: Host, tenant: str) -> Sequence[HostPlace]:
    """The host's types of event, to choose from; without the member codes are typed."""
    found: Sequence[HostPlace] = _offered(host, "event_types", lambda _: ())(tenant)
    return found


def rooms(host: Host, tenant: str) -> Sequence[HostPlace] | None:
    """The host's rooms, to choose from; None where it cannot tell, and only earlier invoices do."""
    found: Sequence[HostPlace] | None = _offered(host, "rooms", lambda _: None)(tenant)
    return found


def categories(host: Host, tenant: str) -> Sequence[HostPlace] | None:
    """The categories of what the venue sells, likewise."""
    found: Sequence[HostPlace] | None = _offered(host, "categories", lambda _: None)(tenant)
    return found


def revenue_between(host: Host, tenant: str, start: datetime, end: datetime) -> Sequence[HostRevenue] | None:
    """What was sold in [start, end), summed; None where the host cannot tell, and only a trial run does."""
    found: Sequence[HostRevenue] | None = _offered(host, "revenue_between", lambda *_: None)(tenant, start, end)
    return found


def currency_of(sold: HostRevenue, otherwise: str) -> str:
    """In what it was sold; where the host cannot tell, in what the administration books in."""
    found: str | None = getattr(sold, "currency", None)
    return found or otherwise


def event_signals(host: Host) -> tuple[NamedSignal, ...]:
    """What tells that an event was cancelled or moved; a host of 1.0 has none, and the next sweep notices."""
    names = ("event_cancelled", "event_moved")
    return tuple(signal for name in names if (signal := getattr(host.signals, name, None)) is not None)


def language(tenant: HostTenant) -> str | None:
    """The language in which a tenant is written to; None where the host cannot tell."""
    found: str | None = getattr(tenant, "language", None)
    return found


def locale(user: HostUser) -> str | None:
    """How a person writes numbers and dates, such as `en-GB`; None where the host cannot tell."""
    found: str | None = getattr(user, "locale", None)
    return found


def timezone(whose: HostUser | HostTenant) -> str | None:
    """The zone that a person or a venue lives by, such as `Europe/London`; None where the host cannot tell."""
    found: str | None = getattr(whose, "timezone", None)
    return found


def _unasked(*_: Any, **__: Any) -> Any:
    raise Bug("the host does not offer this")


def _offered(host: Host, name: str, otherwise: Callable[..., Any]) -> Callable[..., Any]:
    member: Callable[..., Any] = getattr(host, name, otherwise)
    return member
