"""What must happen whether or not there is anything to book: log-ins kept alive, notices, and data that may go."""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import Select, delete, select

from mice_exact_plugin.domain.reference import Resource
from mice_exact_plugin.errors import LinkError
from mice_exact_plugin.exact import tokens as rules
from mice_exact_plugin.exact.sites import Site
from mice_exact_plugin.manifest import NAME
from mice_exact_plugin.services import notices
from mice_exact_plugin.services.access import tokens
from mice_exact_plugin.services.mirror import relations
from mice_exact_plugin.store import notice
from mice_exact_plugin.store import token as token_store
from mice_exact_plugin.store.base import step
from mice_exact_plugin.store.binding import DebtorBinding
from mice_exact_plugin.store.connection import Connection, Status
from mice_exact_plugin.store.debtor import CrmAccountRow
from mice_exact_plugin.store.reference import Mirror

if TYPE_CHECKING:
    from mice_exact_plugin.services.runtime import Runtime

logger = logging.getLogger("mice_exact_plugin.upkeep")
#: How long relations stay in the mirror, and tokens with a deactivated tenant, after they are of no more use.
KEEP = timedelta(days=30)


def daily(runtime: Runtime) -> None:
    """Cheap when there is nothing to do, so every tick may ask."""
    keep_alive(runtime)
    notices.catch_up(runtime)
    forget(runtime)


def keep_alive(runtime: Runtime) -> None:
    """Refresh every log-in at least weekly: a refresh token dies after 30 days."""
    now = runtime.now()
    with step(runtime.session):
        stale = [
            (token.site, token.app, token.exact_user)
            for token in token_store.all_tokens(runtime.session)
            if token.dead_reason is None and rules.keep_alive_due(token.received_at, now) and _is_in_use(runtime, token)
        ]
    for site, client_id, exact_user in stale:
        app = runtime.config.apps.get(Site(site))
        if app is None or app.client_id != client_id:
            continue
        try:
            tokens.access_token(runtime, app, exact_user)
        except LinkError as error:
            logger.warning("a log-in at %s could not be kept alive: %s", site, type(error).__name__)


def forget(runtime: Runtime) -> None:
    """Drop what is kept no longer than needed: relations of unused administrations, tokens of deactivated tenants."""
    with step(runtime.session):
        connections = runtime.session.scalars(select(Connection)).all()
        gone = [connection for connection in connections if _is_long_gone(runtime, connection)]
        for connection in gone:
            token_store.drop_unused(runtime.session, connection)
        notice.forget_mails(runtime.session, runtime.now() - KEEP)
        _forget_relations(runtime, [connection for connection in connections if connection not in gone])


def _is_in_use(runtime: Runtime, token: token_store.Token) -> bool:
    """A tenant whose link was withdrawn makes no calls."""
    tenants = [connection.tenant for connection in runtime.session.scalars(_connections_of(token))]
    activations = [runtime.host.activation(tenant, NAME) for tenant in tenants]
    return any(activation and activation.withdrawn_at is None for activation in activations)


def _connections_of(token: token_store.Token) -> Select[tuple[Connection]]:
    return select(Connection).where(
        Connection.site == token.site, Connection.app == token.app, Connection.exact_user == token.exact_user
    )


def _is_long_gone(runtime: Runtime, connection: Connection) -> bool:
    before = runtime.now() - KEEP
    if connection.status == Status.DISCONNECTED:
        return connection.disconnected_at is not None and connection.disconnected_at < before
    activation = runtime.host.activation(connection.tenant, NAME)
    return activation is not None and activation.withdrawn_at is not None and activation.withdrawn_at < before


def _forget_relations(runtime: Runtime, staying: list[Connection]) -> None:
    """Of administrations in which nobody books: their tenants went away, or chose another one."""
    in_use = {(connection.site, connection.division) for connection in staying}
    query = select(Mirror).where(Mirror.resource == Resource.CRM_ACCOUNTS, Mirror.loaded_at < runtime.now() - KEEP)
    for mirror in runtime.session.scalars(query):
        if (mirror.site, mirror.division) not in in_use:
            _forget_administration(runtime, mirror.site, mirror.division)


def _forget_administration(runtime: Runtime, site: str, division: int) -> None:
    for table in (CrmAccountRow, DebtorBinding):
        runtime.session.execute(delete(table).where(table.site == site, table.division == division))
    # A cursor without its rows would make the next reading bring the changes only.
    relations.forget_cursors(runtime.session, site, division)
