"""What a host may offer beyond contract 1.0, asked for in this one place: a host without a member goes on as before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from mice_exact_plugin.host.contract import Host, HostTenant, HostUser, Mark


def set_tile_state(host: Host, *, slot: str, endpoint: str, state: Callable[[], Mark | None]) -> None:
    """Let the tile say how the link stands; without the member it says what the host knows of the addon."""
    _offered(host, "set_tile_state", lambda *_, **__: None)(slot=slot, endpoint=endpoint, state=state)


def set_menu_mark(host: Host, *, endpoint: str, mark: Callable[[], Mark | None]) -> None:
    """Put a mark beside the menu item while something is amiss; without the member the item is plain."""
    _offered(host, "set_menu_mark", lambda *_, **__: None)(endpoint=endpoint, mark=mark)


def activation_asked_at(host: Host, tenant: str, addon: str) -> datetime | None:
    """When the tenant last asked for an addon that is not active; None where the host cannot tell."""
    asked_at: datetime | None = _offered(host, "activation_asked_at", lambda *_: None)(tenant, addon)
    return asked_at


def external_url(host: Host, tenant: str, path: str) -> str | None:
    """The address under which the tenant's browser finds a path; None where the host cannot tell."""
    url: str | None = _offered(host, "external_url", lambda *_: None)(tenant, path)
    return url


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


def _offered(host: Host, name: str, otherwise: Callable[..., Any]) -> Callable[..., Any]:
    member: Callable[..., Any] = getattr(host, name, otherwise)
    return member
