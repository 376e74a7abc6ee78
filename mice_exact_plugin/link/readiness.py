"""How far a tenant is, gathered from host and tables: the one function that pages, commands and runs ask."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mice_exact_plugin.database import step
from mice_exact_plugin.domain.readiness import Facts, Readiness, assess
from mice_exact_plugin.exact.sites import Site
from mice_exact_plugin.host import offers
from mice_exact_plugin.link.connection import Connection, Status, connection_of, snapshot
from mice_exact_plugin.link.settings import configured, is_configured
from mice_exact_plugin.manifest import NAME

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mice_exact_plugin.host.contract import HostActivation
    from mice_exact_plugin.link.connection import Link
    from mice_exact_plugin.runtime import Runtime


def of(runtime: Runtime, tenant: str) -> Readiness:
    """The stage a tenant has reached and the one step that comes next."""
    with step(runtime.session):
        return judge(runtime, runtime.host.activation(tenant, NAME), connection_of(runtime.session, tenant))


@dataclass(frozen=True, slots=True)
class Posting:
    """A tenant that books: its link, and since when the host lets it."""

    link: Link
    granted_at: datetime


def posting(runtime: Runtime, tenant: str) -> Posting | Readiness:
    """Of a tenant that does not book how far it is."""
    with step(runtime.session):
        connection, activation = connection_of(runtime.session, tenant), runtime.host.activation(tenant, NAME)
        ready = judge(runtime, activation, connection)
        if connection is None or activation is None or not ready.posts:
            return ready
        return Posting(snapshot(runtime, connection), activation.granted_at)


def of_many(runtime: Runtime, connections: Sequence[Connection]) -> dict[str, Readiness]:
    """How far the tenants of these connections are, in a few statements for all of them.

    Within the caller's transaction.
    """
    tenants = [connection.tenant for connection in connections]
    activations = offers.activations_of(runtime.host, tenants, NAME)
    chosen = configured(runtime.session, tenants)
    return {
        each.tenant: assess(
            _facts(runtime, activations.get(each.tenant), each, (each.tenant, each.site, each.division) in chosen)
        )
        for each in connections
    }


def judge(runtime: Runtime, activation: HostActivation | None, connection: Connection | None) -> Readiness:
    """The same of what was read already, within the caller's transaction."""
    return assess(_facts(runtime, activation, connection, _has_settings(runtime, connection)))


def _facts(
    runtime: Runtime, activation: HostActivation | None, connection: Connection | None, has_settings: bool
) -> Facts:
    granted = activation is not None and activation.withdrawn_at is None
    if connection is None or connection.status == Status.DISCONNECTED:
        return Facts(is_granted=granted, was_withdrawn=activation is not None and not granted)
    is_dead = connection.status == Status.DEAD or _is_of_another_app(runtime, connection)
    return Facts(
        is_granted=granted,
        was_withdrawn=activation is not None and not granted,
        is_logged_in=not is_dead,
        is_dead=is_dead,
        has_division=connection.division is not None and connection.status != Status.CHOOSING,
        is_loaded=connection.loaded_at is not None,
        has_settings=has_settings,
        is_switched_on=connection.enabled,
    )


def _is_of_another_app(runtime: Runtime, connection: Connection) -> bool:
    """Tokens belong to the app that got them: after a change of credentials only a new log-in helps."""
    app = runtime.config.apps.get(Site(connection.site))
    return app is None or app.client_id != connection.app


def _has_settings(runtime: Runtime, connection: Connection | None) -> bool:
    if connection is None or connection.division is None:
        return False
    return is_configured(runtime.session, connection.tenant, connection.site, connection.division)
