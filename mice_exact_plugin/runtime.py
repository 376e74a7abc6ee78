"""What every use case works with: the host, the configuration, and one tenant's link as a snapshot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mice_exact_plugin import clock
from mice_exact_plugin.errors import ConnectionDead, LinkError
from mice_exact_plugin.exact.sites import App, Site
from mice_exact_plugin.store.base import step
from mice_exact_plugin.store.connection import Connection, Status, connection_of

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.orm import Session

    from mice_exact_plugin.config import Config
    from mice_exact_plugin.host.contract import Host
    from mice_exact_plugin.services.letter import Writer


class NotConnected(LinkError):
    """The tenant has no administration to work with."""


@dataclass(frozen=True, slots=True)
class Runtime:
    """The services' surroundings, built once by `plugin.py`."""

    host: Host
    config: Config
    write: Writer
    """Words a mail: sentences belong to a layer above."""

    @property
    def session(self) -> Session:
        return self.host.session()

    def now(self) -> datetime:
        return clock.now()


@dataclass(frozen=True, slots=True)
class Link:
    """A tenant's connection as plain values: reading it opens no transaction, so it may be used around a call."""

    connection_id: int
    tenant: str
    app: App
    exact_user: str
    division: int
    division_name: str
    division_country: str
    division_currency: str
    entry_id_kept: bool | None

    @property
    def site(self) -> Site:
        return self.app.site

    @property
    def place(self) -> tuple[str, int]:
        """The key of everything that names a thing in Exact."""
        return str(self.app.site), self.division

    @property
    def writer_key(self) -> str:
        return writer_key(self.app, self.division)


def writer_key(app: App, division: int) -> str:
    """One writer per (site, app, division) at a time, over all tenants: Exact advises against parallel writes."""
    return f"writer:{app.site}:{app.client_id}:{division}"


def link_of(runtime: Runtime, tenant: str) -> Link:
    """The tenant's link; NotConnected without an administration, ConnectionDead when only a new log-in helps."""
    with step(runtime.session):
        connection = connection_of(runtime.session, tenant)
        if connection is None or connection.status in (Status.DISCONNECTED, Status.CHOOSING):
            raise NotConnected(tenant)
        if connection.status == Status.DEAD:
            raise ConnectionDead(connection.dead_reason or "log_in_ended")
        return snapshot(runtime, connection)


def snapshot(runtime: Runtime, connection: Connection) -> Link:
    """The values of a connection; NotConnected when its app is gone from the configuration or nothing was chosen."""
    app = runtime.config.apps.get(Site(connection.site))
    if app is None or connection.division is None or connection.exact_user is None:
        raise NotConnected(connection.tenant)
    return Link(
        connection_id=connection.id,
        tenant=connection.tenant,
        app=app,
        exact_user=connection.exact_user,
        division=connection.division,
        division_name=connection.division_name or str(connection.division),
        division_country=connection.division_country or "",
        division_currency=connection.division_currency or "EUR",
        entry_id_kept=connection.entry_id_kept,
    )
