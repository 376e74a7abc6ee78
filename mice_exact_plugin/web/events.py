"""One Dutch sentence per event of the audit trail, about an invoice or about the link."""

from __future__ import annotations

# Any: an event keeps whatever its sentence names, as JSON.
from typing import TYPE_CHECKING, Any

from mice_exact_plugin import formatting
from mice_exact_plugin.audit import OF_RELATIONS
from mice_exact_plugin.booking import words as run_words
from mice_exact_plugin.domain.remarks import RemarkCode
from mice_exact_plugin.exact.sites import Site
from mice_exact_plugin.exports.words import remarks as remark_words
from mice_exact_plugin.formatting import country
from mice_exact_plugin.i18n import N_, filled

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mice_exact_plugin.domain.kept import Why

SENTENCES: dict[str, str] = {
    # an invoice
    "queued": N_("Verstuurd en klaargezet"),
    "swept": N_("Alsnog klaargezet: de factuur was verstuurd terwijl de koppeling niet meekeek"),
    "picked": N_("Met de hand klaargezet"),
    "posted": N_("Geboekt in Exact Online onder boekstuknummer %(entry_number)s"),
    "unseen": N_("Geboekt in Exact Online; het antwoord noemt geen bedragen, dus de boeking wordt opgezocht"),
    "differs": N_("Exact Online heeft iets anders geboekt dan verstuurd was, onder boekstuknummer %(entry_number)s"),
    "adopted": N_("Gevonden in Exact Online als boekstuknummer %(entry_number)s en daaraan gekoppeld"),
    "blocked": N_("Geblokkeerd"),
    "unconfirmed": N_("Verstuurd naar Exact Online en geen antwoord gekregen; wordt eerst opgezocht"),
    "crash_seen": N_("De verwerking brak af tijdens het boeken; wordt eerst opgezocht in Exact Online"),
    "not_found": N_("Opgezocht in Exact Online en niet gevonden; wordt opnieuw geboekt"),
    "ignored": N_("Niet boeken: alle bedragen zijn nul"),
    "something_to_book": N_("Weer klaargezet: de factuur is gewijzigd en er is nu wel iets te boeken"),
    "released": N_("Weer klaargezet"),
    "approved": N_("Akkoord gegeven om te boeken"),
    "approval_lapsed": N_("Het akkoord is vervallen: de boeking zou nu anders zijn (inrichting gewijzigd)"),
    "left": N_("Besloten de factuur niet te boeken"),
    "not_booked": N_("Besloten de factuur niet te boeken: %(why)s"),
    "let_stand": N_("Besloten de afwijkende boeking %(entry_number)s zo te laten staan: %(why)s"),
    "looked_equal": N_("Gekeken in Exact Online: de boeking is gelijk aan wat verstuurd is"),
    "looked_different": N_("Gekeken in Exact Online: de boeking wijkt af van wat verstuurd is"),
    "looked_gone": N_("Gekeken in Exact Online: de boeking staat er niet meer"),
    "booked_anew": N_("Boekstuk %(entry_number)s stond niet meer in Exact Online; opnieuw klaargezet: %(why)s"),
    "adopted_by_person": N_("Gekoppeld aan boekstuknummer %(entry_number)s, dat al in Exact Online stond"),
    "booked_anyway": N_("Besloten de factuur toch te boeken"),
    "vat_difference_accepted": N_("Verschil in de btw geaccepteerd: %(vat)s in plaats van %(expected)s. %(reason)s"),
    "vat_code_chosen": N_("BTW-code %(to)s gekozen voor deze factuur, in plaats van %(from)s. %(reason)s"),
    "eu_number_accepted": N_("Besloten toch te boeken, hoewel btw-nummer of land niet past. %(reason)s"),
    "later_day_accepted": N_("Besloten op %(entry_date)s te boeken, omdat de eigen periode gesloten is. %(reason)s"),
    "deposit_oversettled_accepted": N_(
        "Besloten van aanbetaling %(identifier)s meer te verrekenen dan er openstond. %(reason)s"
    ),
    "deposit_read": N_("De regels van de boeking zijn uit Exact Online gelezen, om de aanbetaling te verrekenen"),
    "fill_number_accepted": N_("Besloten btw-nummer %(number)s bij de relatie in te vullen. %(reason)s"),
    "acceptance_withdrawn": N_("Een eerder besluit over deze factuur ingetrokken"),
    "booked_by_hand": N_("Zelf geboekt in Exact Online onder boekstuknummer %(entry_number)s. %(reason)s"),
    "vat_number_filling": N_("Btw-nummer %(number)s wordt ingevuld bij de relatie in Exact Online"),
    "vat_number_filled": N_("Btw-nummer %(number)s ingevuld bij de relatie in Exact Online"),
    "changed_after_booking": N_("De factuur is gewijzigd nadat zij geboekt was"),
    "deleted": N_("De factuur is verwijderd"),
    "there_again": N_("De verwijderde factuur is er weer"),
    "remark_seen": N_("Opmerking gezien: %(remark)s"),
    "remark_put_aside": N_("Opmerking afgehandeld (%(remark)s): %(why)s"),
    # the link
    "approval_first": N_("Gekozen voor eerst akkoord: facturen wachten tot iemand akkoord geeft"),
    "approval_direct": N_("Gekozen voor direct boeken"),
    "logged_in": N_("Ingelogd bij Exact Online %(site)s"),
    "administration_chosen": N_("Administratie “%(name)s” gekozen"),
    "reference_reloaded": N_("Gegevens opnieuw laten inladen"),
    "no_relations": N_("Bevestigd dat de administratie nog geen relaties heeft"),
    "settings_saved": N_("Instellingen opgeslagen"),
    "mapping_approved": N_("Akkoord gegeven op versie %(version)s van de inrichting"),
    "switched_on": N_("Koppeling ingeschakeld"),
    "switched_off": N_("Koppeling uitgeschakeld"),
    "disconnected": N_("Verbinding verbroken"),
    "connection_dead": N_("De inlog bij Exact Online is vervallen"),
    "administration_shared": N_("Administratie “%(name)s” wordt gedeeld met een andere locatie"),
    "sharing_allowed": N_("Support staat toe dat deze administratie gedeeld wordt"),
    "debtor_chosen": N_("Debiteur gekozen voor een klant"),
    "supplier_chosen": N_("Leverancier %(code)s gekozen als debiteur; wordt in Exact Online ook klant gemaakt"),
    "debtor_wanted": N_("Besloten voor deze klant een nieuwe debiteur te maken"),
    "debtor_undone": N_("De koppeling van een klant aan debiteur %(code)s ongedaan gemaakt"),
    "debtor_rebound": N_("Klant van debiteur %(before)s overgezet op debiteur %(code)s"),
    "debtor_bound": N_("Klant gekoppeld aan debiteur %(code)s, die al in Exact Online stond"),
    "debtor_created": N_("Debiteur %(code)s aangemaakt in Exact Online"),
    "debtor_promoted": N_("Relatie %(code)s in Exact Online debiteur gemaakt"),
    "relation_erased": N_("Persoonsgegevens van relatie %(code)s gewist"),
    "uninstalled": N_("Koppeling verwijderd; wat het bewijs van de boekhouding is, bleef staan"),
    "verify_on": N_("Vanaf nu worden facturen eerst opgezocht in Exact Online, en dan pas geboekt"),
    "verify_off": N_("Facturen worden niet meer vooraf opgezocht in Exact Online"),
    "run_started": N_("Synchronisatie gestart"),
    "run_ended": N_("Synchronisatie afgelopen: %(reason)s"),
}


def sentence(event: str, details: Mapping[str, Any], relations: Mapping[str, str] | None = None) -> str:
    """What happened; an event of another version of the plugin shows as its code.

    `relations` are the names of those that have still their code, where somebody reads of debtors.
    """
    if event not in SENTENCES:
        return event
    if event == "run_ended":
        return filled(SENTENCES[event], {"reason": _ended(details)})
    shown = {name: _SHOWN[name](str(value)) if name in _SHOWN else str(value) for name, value in details.items()}
    known = {name: (relations or {}).get(shown.get(name, "")) for name in OF_RELATIONS}
    shown |= {name: f"{shown[name]} {called}" for name, called in known.items() if called}
    return filled(SENTENCES[event], shown)


def _site(text: str) -> str:
    return country(text) if text in set(Site) else text


def _remark(text: str) -> str:
    return remark_words.mark(RemarkCode(text)) if text in set(RemarkCode) else text


def _ended(details: Mapping[str, Any]) -> str:
    """0.1 kept the lists of a run as text for the operator."""
    why: Why = {**details}  # type: ignore[typeddict-item]  # as it was recorded
    if isinstance(details.get("lists"), str):
        why["lists"] = []
    return run_words.ended(details.get("reason"), why)


_SHOWN: dict[str, Callable[[str], str]] = {
    "site": _site,
    "remark": _remark,
    "vat": formatting.money_text,
    "expected": formatting.money_text,
}
