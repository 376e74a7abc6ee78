"""The grounds on which a line carries no VAT in words, and the sentences about a customer that does not fit one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mice_exact_plugin.domain.entry import situation_checks
from mice_exact_plugin.domain.entry.eu_number import NumberState
from mice_exact_plugin.domain.invoice import Situation
from mice_exact_plugin.domain.problems import Code
from mice_exact_plugin.exports.words import eu_numbers
from mice_exact_plugin.i18n import N_, gettext

if TYPE_CHECKING:
    from decimal import Decimal

    from mice_exact_plugin.domain.entry.eu_number import EuNumber

NAMES: dict[str, str] = {
    Situation.STANDARD: N_("gewoon tarief"),
    Situation.ZERO_RATED: N_("nultarief"),
    Situation.EXEMPT: N_("vrijgesteld"),
    Situation.REVERSE_CHARGE: N_("verlegd"),
    Situation.WITHIN_EU: N_("intracommunautair (ICP)"),
    Situation.EXPORT: N_("export"),
    Situation.OUTSIDE_SCOPE: N_("buiten heffing"),
    Situation.UNTAXED_DEPOSIT: N_("aanbetaling zonder btw"),
    Situation.UNSPECIFIED: N_("nog niet per situatie"),
}

SENTENCES: dict[Code, str] = {
    Code.VAT_SITUATION_NEEDED: N_(
        "Waarom er op %(group)s geen btw komt is nog niet gekozen, dus ook niet in welk vak van de aangifte dat hoort."
    ),
    Code.VAT_SITUATION_UNMAPPED: N_("Voor %(rate)s%% %(situation)s is nog geen BTW-code gekozen."),
    Code.VAT_SITUATION_CONTRADICTS: N_("Een regel is %(situation)s en heeft toch %(rate)s%% btw."),
    Code.VAT_NUMBER_NEEDED: N_(
        "Een regel is %(situation)s (BTW-code %(code)s), en daarvoor moet de klant een btw-nummer hebben: wat op de "
        "factuur staat %(why)s"
    ),
    Code.VAT_COUNTRY_UNFIT: N_("Een regel is %(situation)s (BTW-code %(code)s), en de klant %(why)s"),
}

#: What a group of invoices has in common.
COMMON: dict[Code, str] = {
    Code.VAT_NUMBER_NEEDED: N_(
        "Een regel is %(situation)s, en de factuur heeft geen btw-nummer van de klant dat daarbij past."
    ),
    Code.VAT_COUNTRY_UNFIT: N_("Een regel is %(situation)s, en het land van de klant past daar niet bij."),
}

#: What is the matter with the country on the invoice.
COUNTRIES: dict[str, str] = {
    situation_checks.HOME: N_("is gevestigd in het land van de administratie."),
    situation_checks.NOT_IN_EU: N_("is gevestigd buiten de EU."),
    situation_checks.IN_EU: N_("is gevestigd binnen de EU."),
    situation_checks.UNKNOWN: N_("heeft geen land dat te begrijpen is."),
}


def name(situation: str) -> str:
    return gettext(NAMES[situation]) if situation in NAMES else situation


def told(situation: Situation, rate: Decimal, number: EuNumber | None) -> str:
    """Why an entry line carries no VAT, and on whom the VAT is shifted; ordinary VAT needs no reason."""
    if rate or situation is Situation.STANDARD:
        return ""
    if situation not in (Situation.REVERSE_CHARGE, Situation.WITHIN_EU) or number is None:
        return name(situation)
    if number.state is not NumberState.GOOD:
        return gettext("%(situation)s, klant zonder passend btw-nummer", situation=name(situation))
    shown = {"situation": name(situation), "number": number.text}
    if not number.adds_up:
        return gettext("%(situation)s naar klant %(number)s (controlecijfers kloppen niet)", **shown)
    return gettext("%(situation)s naar klant %(number)s (nummer geldig van vorm)", **shown)


def group(description: str) -> str:
    """The rate group that a sentence is about; lines may be without one."""
    return gettext("tariefgroep “%(name)s”", name=description) if description else gettext("regels zonder tariefgroep")


def why(state: str) -> str:
    words = eu_numbers.UNFIT | COUNTRIES
    return gettext(words[state]) if state in words else state
