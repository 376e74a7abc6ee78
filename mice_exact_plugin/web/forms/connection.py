"""The forms of connecting: the country version to log in at, and the administration to book in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wtforms import BooleanField, RadioField
from wtforms.validators import InputRequired

from mice_exact_plugin.i18n import gettext
from mice_exact_plugin.web.forms.base import Form, option, select
from mice_exact_plugin.web.wording.countries import country

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mice_exact_plugin.domain.reference import Division
    from mice_exact_plugin.exact.sites import Site


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
    return f"{division.name} ({division.hid})" if division.hid else division.name
