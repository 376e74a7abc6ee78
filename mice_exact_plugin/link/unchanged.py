"""Whether a link is still as a slice found it, as a condition inside the statement that lets a write out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, bindparam, exists, func, select, true

from mice_exact_plugin.database import columns_of
from mice_exact_plugin.domain.approval import Approval
from mice_exact_plugin.link.connection import Connection, Status
from mice_exact_plugin.link.settings import SettingsRow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from mice_exact_plugin.link.connection import Link

_LINK, _SETTINGS = columns_of(Connection), columns_of(SettingsRow)

#: Switched on, logged in, in the same administration, and with the settings that were read.
IS_UNCHANGED = and_(
    exists(
        select(_LINK.id).where(
            _LINK.id == bindparam("of_connection"),
            _LINK.enabled == true(),
            _LINK.status == str(Status.CONNECTED),
            _LINK.site == bindparam("of_site"),
            _LINK.division == bindparam("of_division"),
            (func.coalesce(_LINK.approval, "") == str(Approval.FIRST)) == bindparam("of_asks_approval"),
        )
    ),
    exists(
        select(_SETTINGS.tenant).where(
            _SETTINGS.tenant == bindparam("of_tenant"),
            _SETTINGS.site == bindparam("of_site"),
            _SETTINGS.division == bindparam("of_division"),
            _SETTINGS.saved_at == bindparam("of_saved_at"),
        )
    ),
)


def values_of(session: Session, link: Link) -> dict[str, object] | None:
    """What the condition compares with, as it is now; None before the settings are saved."""
    site, division = link.place
    saved_at = session.scalar(
        select(_SETTINGS.saved_at).where(
            _SETTINGS.tenant == link.tenant, _SETTINGS.site == site, _SETTINGS.division == division
        )
    )
    if saved_at is None:
        return None
    place = {"of_tenant": link.tenant, "of_site": site, "of_division": division}
    asked: dict[str, object] = {"of_asks_approval": link.asks_approval}
    return {"of_connection": link.connection_id, **place, "of_saved_at": saved_at} | asked
