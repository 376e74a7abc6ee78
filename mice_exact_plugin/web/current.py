"""Who asks for what: the plugin, the tenant and the person of the request at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import current_app, g, request

from mice_exact_plugin.later import Later
from mice_exact_plugin.runtime import Extension, Person, extension
from mice_exact_plugin.web.headers import BLUEPRINT

if TYPE_CHECKING:
    from collections.abc import Callable

    from mice_exact_plugin.domain.standing import Standing
    from mice_exact_plugin.host.contract import HostTenant, HostUser
    from mice_exact_plugin.runtime import Runtime

standings = Later("standing.standing")


def plugin() -> Extension:
    return extension(current_app)


def runtime() -> Runtime:
    return plugin().runtime


def tenant() -> HostTenant:
    """The tenant of a page that the guards let through."""
    found = runtime().host.current_tenant()
    assert found is not None, "the guards let nobody here without a tenant"
    return found


def user() -> HostUser:
    found = runtime().host.current_user()
    assert found is not None, "the guards let nobody here who has not logged in"
    return found


def standing() -> Standing:
    """How the link of this page's tenant stands, asked once for the request."""
    return _kept(tenant().code, standings.of)


def standing_read(tenant: str) -> Standing:
    """The same for a hook of the host, whose transaction is left alone."""
    return _kept(tenant, standings.read)


def standing_of_request(tenant: str) -> Standing:
    """The same for whoever does not know whose page is asked for: ours, or the host's with our hooks in it."""
    return standing() if request.blueprint == BLUEPRINT else standing_read(tenant)


def _kept(tenant: str, ask: Callable[[Runtime, str], Standing]) -> Standing:
    known: dict[str, Standing] = g.setdefault("mice_exact_standings", {})
    if tenant not in known:
        known[tenant] = ask(runtime(), tenant)
    return known[tenant]


def person() -> Person:
    """Whoever acts, as the use cases and the audit trail know them."""
    return Person(user().id, user().name)


def rate_groups() -> dict[str, str]:
    """The names of the tenant's rate groups by code."""
    return {group.code: group.description for group in runtime().host.rate_groups(tenant().code)}
