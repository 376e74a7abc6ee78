"""The mirrored lists as people know them, and what is wrong with one that is not believed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mice_exact_plugin.domain.reference import Resource
from mice_exact_plugin.domain.reference_health import Complaint
from mice_exact_plugin.web import formatting
from mice_exact_plugin.web.wording.template import N_, filled

if TYPE_CHECKING:
    from collections.abc import Mapping

LISTS: dict[str, str] = {
    Resource.GL_ACCOUNTS: N_("Grootboekrekeningen"),
    Resource.JOURNALS: N_("Dagboeken"),
    Resource.VAT_CODES: N_("BTW-codes"),
    Resource.PAYMENT_CONDITIONS: N_("Betalingscondities"),
    Resource.PERIODS: N_("Boekjaren en periodes"),
    Resource.CLOSED_PERIODS: N_("Afgesloten periodes"),
    Resource.CRM_ACCOUNTS: N_("Relaties"),
}

COMPLAINTS: dict[str, str] = {
    Complaint.MISSING: N_("%(list)s: nog niet ingeladen"),
    Complaint.INCOMPLETE: N_("%(list)s: niet tot het einde gelezen"),
    Complaint.STALE: N_("%(list)s: al te lang niet gelezen"),
    Complaint.EMPTY: N_("%(list)s: leeg, eerder %(before)s"),
    Complaint.SHRUNK: N_("%(list)s: %(rows)s in plaats van %(before)s"),
}


def name(resource: str) -> str:
    return filled(LISTS.get(resource, resource.replace("%", "%%")), {})


def shortfall(short: Mapping[str, Any]) -> str:
    """One list with what is wrong with it, as a run kept it."""
    text = COMPLAINTS.get(str(short.get("complaint")), "%(list)s")
    figures = {key: formatting.number(int(short.get(column) or 0)) for key, column in _FIGURES.items()}
    return filled(text, {"list": name(str(short.get("list"))), **figures})


_FIGURES = {"rows": "rows", "before": "trusted_rows"}
