"""The connection as people see it: which administration, whose log-in, how fresh, and what it needs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mice_exact_plugin.i18n import gettext
from mice_exact_plugin.store.connection import Status
from mice_exact_plugin.web import formatting
from mice_exact_plugin.web.wording import lists
from mice_exact_plugin.web.wording.countries import country
from mice_exact_plugin.web.wording.template import N_

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mice_exact_plugin.services.overview import LeftOut
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
    is_alive: bool
    notices: tuple[str, ...]


_VERIFYING = N_(
    "Er zijn boekingen gevonden die de koppeling niet kent. Daarom wordt iedere factuur eerst opgezocht in Exact "
    "Online, en dan pas geboekt."
)


def connection_view(
    connection: Connection | None, refreshed_at: datetime | None, now: datetime, left_out: Sequence[LeftOut] = ()
) -> ConnectionView:
    """A tenant that never logged in is shown like one that is disconnected."""
    if connection is None:
        return ConnectionView(False, "", "", "", "", "", is_alive=False, notices=())
    status = Status(connection.status)
    return ConnectionView(
        is_linked=status is not Status.DISCONNECTED,
        site=connection.site,
        country=country(connection.site),
        administration=connection.division_name or "",
        log_in=connection.exact_user_name or "",
        age=formatting.age(now - refreshed_at) if refreshed_at and status is not Status.DISCONNECTED else "",
        is_alive=status in (Status.CONNECTED, Status.CHOOSING),
        notices=(
            *_notices(connection),
            *(lists.left_out(each.resource, each.count, each.records) for each in left_out),
        ),
    )


def _notices(connection: Connection) -> tuple[str, ...]:
    """What the page says of its own accord."""
    match connection.verify_reason:
        case None:
            return ()
        case "asked":
            return (gettext("Support heeft gevraagd iedere factuur eerst op te zoeken in Exact Online."),)
        case _:
            return (gettext(_VERIFYING),)
