"""The mirrored lists as people know them, and what is wrong with one that is not believed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mice_exact_plugin import formatting
from mice_exact_plugin.domain.reference import Resource
from mice_exact_plugin.domain.reference_health import Complaint
from mice_exact_plugin.i18n import N_, filled, gettext, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mice_exact_plugin.domain.kept import KeptShortfall

LISTS: dict[str, str] = {
    Resource.GL_ACCOUNTS: N_("Grootboekrekeningen"),
    Resource.JOURNALS: N_("Dagboeken"),
    Resource.VAT_CODES: N_("BTW-codes"),
    Resource.PAYMENT_CONDITIONS: N_("Betalingscondities"),
    Resource.PERIODS: N_("Boekjaren en periodes"),
    Resource.CLOSED_PERIODS: N_("Afgesloten periodes"),
    Resource.CRM_ACCOUNTS: N_("Relaties"),
    Resource.COST_CENTERS: N_("Kostenplaatsen"),
    Resource.COST_UNITS: N_("Kostendragers"),
}

COMPLAINTS: dict[str, str] = {
    Complaint.MISSING: N_("%(list)s: nog niet ingeladen"),
    Complaint.INCOMPLETE: N_("%(list)s: niet tot het einde gelezen"),
    Complaint.STALE: N_("%(list)s: al te lang niet gelezen"),
    Complaint.EMPTY: N_("%(list)s: leeg"),
    Complaint.ODD: N_("%(list)s: %(odd)s gegevens zijn niet te lezen"),
    Complaint.SHRUNK: N_("%(list)s: %(rows)s in plaats van %(before)s"),
}


def name(resource: str) -> str:
    return filled(LISTS.get(resource, resource.replace("%", "%%")), {})


def shortfall(short: KeptShortfall) -> str:
    """One list with what is wrong with it, as a run kept it."""
    text = COMPLAINTS.get(str(short.get("complaint")), "%(list)s")
    if short.get("complaint") == Complaint.EMPTY and short.get("trusted_rows"):
        text = _SUDDENLY
    told = {"rows": short.get("rows", 0), "before": short.get("trusted_rows", 0), "odd": short.get("odd", 0)}
    figures = {key: formatting.number(rows) for key, rows in told.items()}
    return filled(text, {"list": name(str(short.get("list"))), **figures})


def not_believed(short: KeptShortfall) -> str:
    """What a person is told of a list that was read and counts for nothing."""
    advice = gettext(
        "Exact Online geeft een lege of te korte lijst zonder foutmelding als de gebruiker het recht mist om die in te "
        "zien. Controleer dat recht in Exact Online en lees de lijst dan opnieuw."
    )
    return f"{shortfall(short)}. {advice}"


def left_out(resource: str, count: int, records: Iterable[Mapping[str, str]]) -> str:
    """The records of a list that make no sense, by what can be read of them."""
    named = [_record(record) for record in records][:NAMED]
    shown = "; ".join(named) + (" …" if count > len(named) else "")
    return ngettext(
        "%(list)s: %(shown)s gegeven uit Exact Online is niet te lezen en wordt overgeslagen: %(named)s. Facturen die "
        "het nodig hebben wachten.",
        "%(list)s: %(shown)s gegevens uit Exact Online zijn niet te lezen en worden overgeslagen: %(named)s. Facturen "
        "die ze nodig hebben wachten.",
        count,
        list=name(resource),
        shown=formatting.number(count),
        named=shown,
    )


def _record(record: Mapping[str, str]) -> str:
    """`8000 Omzet (Type)`: number, name, and the property that makes no sense."""
    known = " ".join(part for part in (record.get("code"), record.get("name")) if part) or record.get("id")
    known = known or gettext("zonder naam")
    return f"{known} ({record['field']})" if record.get("field") else known


#: Of what was left out this many are named.
NAMED = 5
_SUDDENLY = N_("%(list)s: leeg, eerder %(before)s")
