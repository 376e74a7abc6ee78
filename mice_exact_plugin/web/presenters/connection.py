"""The connection as people see it: which administration, whose log-in, how fresh, and what it needs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mice_exact_plugin.i18n import gettext
from mice_exact_plugin.store.connection import Status
from mice_exact_plugin.web import formatting
from mice_exact_plugin.web.presenters.badges import Badge, Tone
from mice_exact_plugin.web.wording.countries import country
from mice_exact_plugin.web.wording.template import N_

if TYPE_CHECKING:
    from datetime import datetime

    from mice_exact_plugin.store.connection import Connection


@dataclass(frozen=True, slots=True)
class ConnectionView:
    """`site` is the code that a new log-in is asked for; `is_linked` says that there is a log-in, dead or alive."""

    is_linked: bool
    site: str
    country: str
    administration: str
    log_in: str
    age: str
    badge: Badge
    next_run: str
    is_alive: bool
    is_enabled: bool
    notices: tuple[str, ...]


_BADGES = {
    Status.CONNECTED: (N_("Verbonden"), Tone.SUCCESS),
    Status.CHOOSING: (N_("Administratie kiezen"), Tone.INFO),
    Status.DEAD: (N_("Opnieuw inloggen nodig"), Tone.DANGER),
    Status.DISCONNECTED: (N_("Niet verbonden"), Tone.NEUTRAL),
}

_VERIFYING = N_(
    "Er zijn boekingen gevonden die de koppeling niet kent. Daarom wordt iedere factuur eerst opgezocht in Exact "
    "Online, en dan pas geboekt."
)


def connection_view(connection: Connection | None, refreshed_at: datetime | None, now: datetime) -> ConnectionView:
    """A tenant that never logged in is shown like one that is disconnected."""
    if connection is None:
        badge = _badge(Status.DISCONNECTED)
        return ConnectionView(False, "", "", "", "", "", badge, "", is_alive=False, is_enabled=False, notices=())
    status = Status(connection.status)
    return ConnectionView(
        is_linked=status is not Status.DISCONNECTED,
        site=connection.site,
        country=country(connection.site),
        administration=connection.division_name or "",
        log_in=connection.exact_user_name or "",
        age=formatting.age(now - refreshed_at) if refreshed_at and status is not Status.DISCONNECTED else "",
        badge=_badge(status),
        next_run=formatting.moment(connection.next_run_at) if connection.next_run_at else "",
        is_alive=status in (Status.CONNECTED, Status.CHOOSING),
        is_enabled=connection.enabled,
        notices=_notices(connection),
    )


def _badge(status: Status) -> Badge:
    text, tone = _BADGES[status]
    return Badge(gettext(text), tone)


def _notices(connection: Connection) -> tuple[str, ...]:
    """What the page says of its own accord."""
    match connection.verify_reason:
        case None:
            return ()
        case "asked":
            return (gettext("Support heeft gevraagd iedere factuur eerst op te zoeken in Exact Online."),)
        case _:
            return (gettext(_VERIFYING),)
