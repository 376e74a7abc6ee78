"""What to do about a problem: the link that leads there, and advice in a sentence; and why a row is set aside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mice_exact_plugin import formatting
from mice_exact_plugin.domain.entry.lines import can_be_carried
from mice_exact_plugin.domain.problems import Code, Cure
from mice_exact_plugin.i18n import N_, gettext

if TYPE_CHECKING:
    from decimal import Decimal

    from mice_exact_plugin.domain.problems import Problem

CURES: dict[Cure, str] = {
    Cure.SETTINGS: N_("Naar de instellingen"),
    Cure.RATE_GROUPS: N_("Naar de tariefgroepen"),
    Cure.EXACT: N_("Naar Exact Online"),
    Cure.INVOICE: N_("Naar de factuur"),
    Cure.DECISION: N_("Beslis bij de factuur"),
    Cure.SUPPORT: N_("Vraag het in de chat"),
}

ADVICE: dict[Cure, str] = {
    Cure.SETTINGS: N_("Een beheerder past dit aan bij de instellingen van de koppeling."),
    Cure.RATE_GROUPS: N_("Een beheerder past het grootboeknummer van de tariefgroep aan."),
    Cure.EXACT: N_("Pas dit aan in Exact Online."),
    Cure.INVOICE: N_("Pas de factuur aan, of crediteer haar en maak een nieuwe."),
    Cure.DECISION: N_("Iemand van de administratie moet hierover beslissen."),
    Cure.SUPPORT: N_("Neem contact op via de chat als dit blijft staan."),
}

#: The same to an administrator, who can do it and would look for somebody else.
_TO_ADMINISTRATOR: dict[Cure, str] = {
    Cure.SETTINGS: N_("Pas dit aan bij de instellingen van de koppeling."),
    Cure.RATE_GROUPS: N_("Pas het grootboeknummer van de tariefgroep aan."),
    Cure.DECISION: N_("Open de factuur en beslis daar wat er moet gebeuren."),
}
#: A credit is not credited.
_OF_CREDIT = N_("Pas de creditfactuur aan, of boek haar zelf in Exact Online en kies Zelf geboekt.")

#: Where the advice of the cure is impossible to follow; it is shown beside the link.
OWN_ADVICE = frozenset(
    {Code.IDENTIFIER_TOO_LONG, Code.IDENTIFIER_REUSED, Code.VAT_DIFFERENCE, Code.CURRENCY, Code.DEPOSIT_CURRENCY}
)
_TOO_LONG = N_(
    "Het nummer van een verstuurde factuur verandert niet meer. Crediteer de factuur en maak een nieuwe met een "
    "korter nummer, of boek haar zelf in Exact Online en kies Zelf geboekt."
)
_CREDIT_TOO_LONG = N_(
    "Het nummer van een verstuurde creditfactuur verandert niet meer. Boek haar zelf in Exact Online en kies Zelf "
    "geboekt."
)
_OTHER_CURRENCY = N_(
    "Crediteer de factuur en verreken de aanbetaling op een nieuwe in haar eigen valuta. Of boek deze factuur zelf in "
    "Exact Online, tegen de koers die je boekhouder kiest, en kies Zelf geboekt."
)
_FOREIGN = N_(
    "De koppeling boekt alleen in de valuta van de administratie. Boek de factuur zelf in Exact Online, tegen de koers "
    "die je boekhouder kiest, en kies Zelf geboekt."
)
_WRONG_CURRENCY = N_("Is de valuta een vergissing, crediteer haar dan en maak een nieuwe.")
_REUSED = N_(
    "Is de factuur verwijderd die dit nummer eerst had, verwijder dan ook haar boeking in Exact Online en kies op "
    "Voorbeeld van die factuur Opnieuw bij Exact kijken: daarna is het nummer vrij."
)
_ACCEPTED_BY_OTHERS = N_("Klopt de btw, dan kan een beheerder het verschil accepteren of kies je Zelf geboekt.")
_ACCEPTED_BY_READER = N_("Klopt de btw, accepteer het verschil dan bij de factuur of kies Zelf geboekt.")
_NOT_TAKEN = N_(
    "Bij deze BTW-code neemt Exact Online geen btw aan. Klopt de btw, boek de factuur dan zelf in Exact Online en kies "
    "Zelf geboekt."
)
_WHY_ZERO = N_("Welke code dat is hangt af van de reden dat er geen btw is, zoals vrijgesteld of verlegd.")
_OTHERWISE = N_("Zo niet, pas de factuur dan aan, of crediteer haar en maak een nieuwe.")
_CREDIT_OTHERWISE = N_("Zo niet, pas de creditfactuur dan aan.")


def advice(problem: Problem, *, is_credit: bool = False, may_setup: bool = False) -> str:
    """What to do; `may_setup` when it is said to an administrator."""
    if problem.code is Code.VAT_DIFFERENCE:
        return _about_difference(problem, is_credit=is_credit, may_setup=may_setup)
    if problem.code is Code.IDENTIFIER_TOO_LONG:
        return gettext(_CREDIT_TOO_LONG if is_credit else _TOO_LONG)
    if problem.code is Code.CURRENCY:
        return gettext(_FOREIGN) if is_credit else f"{gettext(_FOREIGN)} {gettext(_WRONG_CURRENCY)}"
    if problem.code is Code.DEPOSIT_CURRENCY and not is_credit:
        return gettext(_OTHER_CURRENCY)
    words = ADVICE | _TO_ADMINISTRATOR if may_setup else ADVICE
    said = gettext(_OF_CREDIT if is_credit and problem.cure is Cure.INVOICE else words[problem.cure])
    return f"{gettext(_REUSED)} {said}" if problem.code is Code.IDENTIFIER_REUSED else said


def code_to_make(rate: Decimal) -> str:
    """Where Exact has no code that a line of this rate can go under: what the bookkeeper makes there, and what then."""
    said = gettext(
        "In Exact Online is geen BTW-code waaronder een verkoop met %(rate)s btw geboekt kan worden. Laat je "
        "boekhouder er daar een maken, voor verkoop, exclusief btw en met een percentage van %(rate)s, of er een "
        "vrijgeven die geblokkeerd is. Kies daarna bij Verbinding Gegevens opnieuw inladen en kies de code hier: dan "
        "worden de facturen geboekt.",
        rate=formatting.rate(rate),
    )
    return said if rate else f"{said} {gettext(_WHY_ZERO)}"


def _about_difference(problem: Problem, *, is_credit: bool, may_setup: bool) -> str:
    """Accepting is named where the page offers it."""
    accepted = _ACCEPTED_BY_READER if may_setup else _ACCEPTED_BY_OTHERS
    way = accepted if can_be_carried(problem) else _NOT_TAKEN
    return f"{gettext(way)} {gettext(_CREDIT_OTHERWISE if is_credit else _OTHERWISE)}"


IGNORED: dict[str, str] = {
    "deleted": N_("De factuur is verwijderd voordat zij geboekt was."),
    "deleted_after_booking": N_("De factuur is verwijderd; de boeking, die afweek, staat nog in Exact Online."),
    "nothing_to_book": N_("Er is niets te boeken: alle bedragen zijn nul."),
    "before_start": N_("Verstuurd voordat de koppeling in gebruik was; er is gekozen om die niet te boeken."),
    "booked_by_hand": N_("Zelf geboekt in Exact Online."),
    "left_alone": N_("Er is besloten deze factuur niet te boeken."),
}


def ignored_sentence(reason: str | None) -> str:
    return gettext(IGNORED[reason]) if reason in IGNORED else gettext("Wordt niet geboekt.")
