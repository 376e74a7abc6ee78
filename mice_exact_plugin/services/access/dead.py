"""What happens when a log-in at Exact has ended: every link of that Exact user asks for a new one, nothing is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from mice_exact_plugin.store.audit import record
from mice_exact_plugin.store.base import step
from mice_exact_plugin.store.connection import Connection, Status
from mice_exact_plugin.store.token import token_of

if TYPE_CHECKING:
    from mice_exact_plugin.exact.sites import App
    from mice_exact_plugin.services.runtime import Runtime


def mark_dead(runtime: Runtime, app: App, exact_user: str, reason: str) -> None:
    """Mark the token and its connections dead; `services/notices.py` tells the administrators of each tenant."""
    with step(runtime.session):
        token = token_of(runtime.session, app.site, app.client_id, exact_user)
        if token is not None:
            token.dead_reason = reason
        _bury(runtime, app, exact_user, reason)


def _bury(runtime: Runtime, app: App, exact_user: str, reason: str) -> None:
    query = select(Connection).where(
        Connection.site == app.site,
        Connection.app == app.client_id,
        Connection.exact_user == exact_user,
        Connection.status == Status.CONNECTED,
    )
    for connection in runtime.session.scalars(query):
        connection.status, connection.dead_reason = Status.DEAD, reason
        record(runtime.session, connection.tenant, "connection_dead", at=runtime.now(), reason=reason)
