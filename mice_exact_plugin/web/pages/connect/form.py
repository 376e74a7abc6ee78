"""The forms of connecting, and the connection as people see it: which administration, whose log-in, what it needs."""

from __future__ import annotations

from dataclasses import dataclass

# Any: WTForms and Flask-WTF have no types for fields and forms made at run time.
from typing import TYPE_CHECKING, Any

from wtforms import BooleanField, RadioField
from wtforms.validators import InputRequired

from mice_exact_plugin import formatting
from mice_exact_plugin.formatting import country
from mice_exact_plugin.i18n import N_, gettext
from mice_exact_plugin.link.connection import Status
from mice_exact_plugin.mirror import words as list_words
from mice_exact_plugin.web.parts import Form, option, select

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from mice_exact_plugin.domain.reference import Division
    from mice_exact_plugin.exact.sites import Site
    from mice_exact_plugin.link.connection import Connection
    from mice_exact_plugin.standing.overview import LeftOut


def site_form(sites: Iterable[Site]) -> Any:
    """The country versions that have credentials."""
    field = RadioField(
        gettext("Versie van Exact Online"),
        [InputRequired(gettext("Kies een versie van Exact Online."))],
        choices=[option(str(site), country(site)) for site in sites],
    )
    return type("SiteForm", (Form,), {"site": field})


def administration_form(divisions: Sequence[Division]) -> Any:
    """The administrations that the log-in may use, by name; `confirmed` is asked when a change has consequences."""
    fields = {
        "division": select(
            gettext("Administratie"),
            [option(str(division.code), division_label(division)) for division in divisions],
            name="division",
            required=gettext("Kies een administratie."),
        ),
        "confirmed": BooleanField(gettext("Ja, stap over; ik sla de instellingen daarna opnieuw op"), id="confirmed"),
    }
    return type("AdministrationForm", (Form,), fields)


def division_label(division: Division) -> str:
    return _named(division.name, division.hid)


def _named(name: str, number: int | None) -> str:
    return f"{name} ({number})" if name and number else name


@dataclass(frozen=True, slots=True)
class ConnectionView:
    """`site` is the code that a new log-in is asked for; `is_linked` says that there is a log-in, dead or alive.

    `age` is that of the token, `lists_age` that of the oldest list that the settings offer.
    """

    is_linked: bool
    site: str
    country: str
    administration: str
    log_in: str
    age: str
    lists_age: str
    is_alive: bool
    is_reloading: bool
    notices: tuple[str, ...]


_VERIFYING = N_(
    "Er zijn boekingen gevonden die de koppeling niet kent. Daarom wordt iedere factuur eerst opgezocht in Exact "
    "Online, en dan pas geboekt."
)


def connection_view(
    connection: Connection | None,
    refreshed_at: datetime | None,
    read_at: datetime | None,
    now: datetime,
    left_out: Sequence[LeftOut] = (),
) -> ConnectionView:
    """A tenant that never logged in is shown like one that is disconnected."""
    if connection is None:
        return ConnectionView(False, "", "", "", "", "", "", is_alive=False, is_reloading=False, notices=())
    status = Status(connection.status)
    return ConnectionView(
        is_linked=status is not Status.DISCONNECTED,
        site=connection.site,
        country=country(connection.site),
        administration=_named(connection.division_name or "", connection.division_hid),
        log_in=connection.exact_user_name or "",
        age=formatting.age(now - refreshed_at) if refreshed_at and status is not Status.DISCONNECTED else "",
        lists_age=formatting.age(now - read_at) if read_at else "",
        is_alive=status in (Status.CONNECTED, Status.CHOOSING),
        is_reloading=connection.reload_asked_at is not None,
        notices=(
            *_notices(connection),
            *(list_words.left_out(each.resource, each.count, each.records) for each in left_out),
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
