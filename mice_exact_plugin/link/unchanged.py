"""Whether a link is still as a slice found it, as a condition inside the statement that lets a write out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, bindparam, exists, func, select, true

from mice_exact_plugin.database import table_of
from mice_exact_plugin.domain.approval import Approval
from mice_exact_plugin.link.connection import Connection, Status
from mice_exact_plugin.link.settings import SettingsRow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from mice_exact_plugin.link.connection import Link

_CONNECTIONS, _SETTINGS = table_of(Connection), table_of(SettingsRow)

#: Switched on, logged in, in the same administration, and with the settings that were read.
IS_UNCHANGED = and_(
    exists(
        select(_CONNECTIONS.c.id).where(
            _CONNECTIONS.c.id == bindparam("of_connection"),
            _CONNECTIONS.c.enabled == true(),
            _CONNECTIONS.c.status == str(Status.CONNECTED),
            _CONNECTIONS.c.site == bindparam("of_site"),
            _CONNECTIONS.c.division == bindparam("of_division"),
            (func.coalesce(_CONNECTIONS.c.approval, "") == str(Approval.FIRST)) == bindparam("of_asks_approval"),
        )
    ),
    exists(
        select(_SETTINGS.c.tenant).where(
            _SETTINGS.c.tenant == bindparam("of_tenant"),
            _SETTINGS.c.site == bindparam("of_site"),
            _SETTINGS.c.division == bindparam("of_division"),
            _SETTINGS.c.saved_at == bindparam("of_saved_at"),
        )
    ),
)


def values_of(session: Session, link: Link) -> dict[str, object] | None:
    """What the condition compares with, as it is now; None before the settings are saved."""
    site, division = link.place
    saved_at = session.scalar(
        select(_SETTINGS.c.saved_at).where(
            _SETTINGS.c.tenant == link.tenant, _SETTINGS.c.site == site, _SETTINGS.c.division == division
        )
    )
    if saved_at is None:
        return None
    place = {"of_tenant": link.tenant, "of_site": site, "of_division": division}
    asked: dict[str, object] = {"of_asks_approval": link.asks_approval}
    return {"of_connection": link.connection_id, **place, "of_saved_at": saved_at} | asked
