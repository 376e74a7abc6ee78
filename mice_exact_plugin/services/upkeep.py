"""What must happen whether or not there is anything to book: log-ins kept alive, notices, and data that may go."""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import Select, delete, select

from mice_exact_plugin.domain.schedule import AMSTERDAM
from mice_exact_plugin.errors import LinkError
from mice_exact_plugin.exact import tokens as rules
from mice_exact_plugin.exact.sites import Site
from mice_exact_plugin.manifest import NAME
from mice_exact_plugin.services.access import tokens
from mice_exact_plugin.services.mirror import relations
from mice_exact_plugin.store import token as token_store
from mice_exact_plugin.store.base import step
from mice_exact_plugin.store.connection import Connection, Status, shares_log_in
from mice_exact_plugin.store.debtor import CrmAccountRow, DebtorBinding

if TYPE_CHECKING:
    from mice_exact_plugin.services.runtime import Runtime

logger = logging.getLogger("mice_exact_plugin.upkeep")
#: How long relations stay in the mirror, and tokens with a deactivated tenant, after they are of no more use.
KEEP = timedelta(days=30)


def daily(runtime: Runtime) -> None:
    """Cheap when there is nothing to do, so every tick may ask."""
    keep_alive(runtime)
    warn(runtime)
    forget(runtime)


def keep_alive(runtime: Runtime) -> None:
    """Refresh every log-in at least weekly: a refresh token dies after 30 days."""
    now = runtime.now()
    with step(runtime.session):
        stale = [
            (token.site, token.app, token.exact_user)
            for token in token_store.all_tokens(runtime.session)
            if token.dead_reason is None and rules.keep_alive_due(token.received_at, now)
        ]
    for site, client_id, exact_user in stale:
        app = runtime.config.apps.get(Site(site))
        if app is None or app.client_id != client_id:
            continue
        try:
            tokens.access_token(runtime, app, exact_user)
        except LinkError as error:
            logger.warning("a log-in at %s could not be kept alive: %s", site, type(error).__name__)


def warn(runtime: Runtime) -> None:
    """Twenty days without a refresh: say so while a new log-in can still be avoided or planned, once."""
    now = runtime.now()
    with step(runtime.session):
        for token in token_store.all_tokens(runtime.session):
            if token.dead_reason is None and not rules.notice_due(token.received_at, now):
                _forget_warning(runtime, token)
            elif token.dead_reason is None:
                _warn_tenants(
                    runtime, token, rules.dies_at(token.received_at).astimezone(AMSTERDAM).strftime("%d-%m-%Y")
                )


def forget(runtime: Runtime) -> None:
    """Drop what is kept no longer than needed: relations of unused administrations, tokens of deactivated tenants."""
    with step(runtime.session):
        for connection in runtime.session.scalars(select(Connection)):
            if _is_long_gone(runtime, connection):
                _forget_administration(runtime, connection)


def _connections_of(token: token_store.Token) -> Select[tuple[Connection]]:
    return select(Connection).where(
        Connection.site == token.site, Connection.app == token.app, Connection.exact_user == token.exact_user
    )


def _forget_warning(runtime: Runtime, token: token_store.Token) -> None:
    """It was refreshed since, so another silence is told anew."""
    for connection in runtime.session.scalars(_connections_of(token).where(Connection.warned_at.is_not(None))):
        connection.warned_at = None


def _warn_tenants(runtime: Runtime, token: token_store.Token, day: str) -> None:
    for connection in runtime.session.scalars(_connections_of(token).where(Connection.warned_at.is_(None))):
        connection.warned_at = runtime.now()
        runtime.host.send_mail(connection.tenant, subject=SUBJECT, body=BODY.format(day=day))


def _is_long_gone(runtime: Runtime, connection: Connection) -> bool:
    before = runtime.now() - KEEP
    if connection.status == Status.DISCONNECTED:
        return connection.disconnected_at is not None and connection.disconnected_at < before
    activation = runtime.host.activation(connection.tenant, NAME)
    return activation is not None and activation.withdrawn_at is not None and activation.withdrawn_at < before


def _forget_administration(runtime: Runtime, connection: Connection) -> None:
    session = runtime.session
    if connection.exact_user is not None and not shares_log_in(session, connection):
        token_store.drop_token(session, connection.site, connection.app, connection.exact_user)
    if connection.division is None or _is_shared(runtime, connection):
        return
    for table in (CrmAccountRow, DebtorBinding):
        session.execute(delete(table).where(table.site == connection.site, table.division == connection.division))
    # A cursor without its rows would make the next reading bring the changes only.
    relations.forget_cursors(session, connection.site, connection.division)


def _is_shared(runtime: Runtime, connection: Connection) -> bool:
    query = select(Connection.id).where(
        Connection.site == connection.site,
        Connection.division == connection.division,
        Connection.id != connection.id,
        Connection.status != Status.DISCONNECTED,
    )
    return runtime.session.execute(query.limit(1)).scalar() is not None


SUBJECT = "Exact Online: de inlog verloopt binnenkort"
BODY = (
    "De koppeling met Exact Online kon de inlog al twintig dagen niet verversen. Log vóór {day} opnieuw in via "
    "Beheer > Instellingen > Koppelingen > Exact Online. Facturen die klaarstaan blijven klaarstaan."
)
