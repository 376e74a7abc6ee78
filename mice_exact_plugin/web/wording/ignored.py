"""Why an invoice is set aside, by a person or by the system."""

from __future__ import annotations

from mice_exact_plugin.i18n import gettext
from mice_exact_plugin.web.wording.template import N_

SENTENCES: dict[str, str] = {
    "deleted": N_("De factuur is verwijderd voordat zij geboekt was."),
    "deleted_after_booking": N_("De factuur is verwijderd; de boeking, die afweek, staat nog in Exact Online."),
    "nothing_to_book": N_("Er is niets te boeken: alle bedragen zijn nul."),
    "before_start": N_("Verstuurd voordat de koppeling in gebruik was; er is gekozen om die niet te boeken."),
    "booked_by_hand": N_("Zelf geboekt in Exact Online."),
    "left_alone": N_("Er is besloten deze factuur niet te boeken."),
}


def sentence(reason: str | None) -> str:
    return gettext(SENTENCES[reason]) if reason in SENTENCES else gettext("Wordt niet geboekt.")
