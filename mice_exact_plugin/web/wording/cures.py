"""What to do about a problem: the link that leads there, and advice in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mice_exact_plugin.domain.problems import Code, Cure
from mice_exact_plugin.i18n import gettext
from mice_exact_plugin.web.wording.template import N_

if TYPE_CHECKING:
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
    Cure.INVOICE: N_("Pas de factuur aan, of crediteer hem en maak een nieuwe."),
    Cure.DECISION: N_("Iemand van de administratie moet hierover beslissen."),
    Cure.SUPPORT: N_("Neem contact op via de chat als dit blijft staan."),
}

#: Where the advice of the cure is impossible to follow; it is shown beside the link.
OWN_ADVICE: dict[Code, str] = {
    Code.IDENTIFIER_TOO_LONG: N_(
        "Het nummer van een verstuurde factuur verandert niet meer. Crediteer de factuur en maak een nieuwe met een "
        "korter nummer, of boek hem zelf in Exact Online en kies Zelf geboekt."
    ),
    Code.VAT_DIFFERENCE: N_(
        "Klopt de btw op de factuur, dan kan een beheerder het verschil accepteren of kies je Zelf geboekt. Zo niet, "
        "pas de factuur dan aan, of crediteer haar en maak een nieuwe."
    ),
}


def advice(problem: Problem) -> str:
    return gettext(OWN_ADVICE.get(problem.code) or ADVICE[problem.cure])
