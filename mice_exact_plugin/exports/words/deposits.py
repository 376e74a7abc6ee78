"""The sentences about deposits: what holds an invoice, and what is remarked."""

from __future__ import annotations

from mice_exact_plugin.domain.problems import Code
from mice_exact_plugin.domain.remarks import RemarkCode
from mice_exact_plugin.i18n import N_

SENTENCES: dict[Code, str] = {
    Code.DEPOSIT_LEDGER_NEEDED: N_(
        "Voor aanbetalingen met %(rate)s%% btw is nog geen tussenrekening gekozen. Een aanbetaling is geen omzet, dus "
        "zij gaat niet vanzelf naar de standaard grootboekrekening."
    ),
    Code.DEPOSIT_OVERSETTLED: N_(
        "Van aanbetaling %(identifier)s met %(rate)s%% btw gaat hier %(net)s af. Daarvan is %(stated)s geboekt en "
        "staat nog %(found)s open."
    ),
    Code.DEPOSIT_ELSEWHERE: N_(
        "Aanbetaling %(identifier)s is geboekt in administratie %(name)s en kan niet in %(description)s verrekend "
        "worden."
    ),
    Code.DEPOSIT_CURRENCY: N_(
        "Aanbetaling %(identifier)s is in %(currency)s en deze factuur in %(expected)s. Hoeveel er van de aanbetaling "
        "af gaat hangt van een koers af, en die kiest de koppeling niet."
    ),
    Code.DEPOSIT_UNREAD: N_(
        "Exact Online laat de regels van de boeking van %(identifier)s niet zien. Zolang niet zeker is hoe de "
        "aanbetaling in de boeken staat, wordt zij niet verrekend."
    ),
}

COMMON: dict[Code, str] = {
    Code.DEPOSIT_OVERSETTLED: N_("Er gaat meer van een aanbetaling af dan er openstaat."),
    Code.DEPOSIT_ELSEWHERE: N_("De factuur verrekent een aanbetaling uit een andere administratie."),
    Code.DEPOSIT_CURRENCY: N_("De factuur verrekent een aanbetaling in een andere valuta."),
    Code.DEPOSIT_UNREAD: N_("Exact Online laat niet zien hoe de aanbetaling geboekt is die de factuur verrekent."),
}

#: The mark for lists, and the sentence for the page of the invoice.
REMARKS: dict[RemarkCode, tuple[str, str]] = {
    RemarkCode.DEPOSIT_UNPAIRED: (
        N_("aanbetaling onbekend"),
        N_(
            "De factuur verrekent een aanbetaling zonder te zeggen welke. De verrekening staat op de tussenrekening "
            "van het tarief; controleer of de aanbetaling daar ook staat."
        ),
    ),
    RemarkCode.DEPOSIT_NOT_OURS: (
        N_("aanbetaling niet door ons geboekt"),
        N_(
            "Aanbetaling %(number)s is niet door de koppeling geboekt, of haar boeking is in Exact Online verwijderd. "
            "De verrekening staat op de tussenrekening van het tarief; controleer of de aanbetaling daar ook staat."
        ),
    ),
    RemarkCode.DEPOSIT_RATE_CHANGED: (
        N_("tarief gewijzigd"),
        N_(
            "Tarief gewijzigd: aanbetaling %(number)s had %(ours)s%% btw, de eindfactuur %(theirs)s%%. De aanbetaling "
            "wordt met %(ours)s%% teruggeboekt."
        ),
    ),
    RemarkCode.FINAL_RATE_CHANGED: (
        N_("tarief gewijzigd"),
        N_(
            "Tarief gewijzigd: deze aanbetaling had %(ours)s%% btw, eindfactuur %(number)s heeft %(theirs)s%%. De "
            "aanbetaling wordt met %(ours)s%% teruggeboekt."
        ),
    ),
    RemarkCode.DEPOSIT_RATE_ENDS: (
        N_("tarief eindigt vóór het event"),
        N_("Het tarief van %(ours)s%% geldt niet meer op de dag van het event (%(day)s)."),
    ),
    RemarkCode.DEPOSIT_ON_TURNOVER: (
        N_("aanbetaling stond op omzet"),
        N_(
            "Aanbetaling %(number)s stond als omzet op %(code)s en is daar ook weer afgeboekt. Vallen aanbetaling en "
            "event in verschillende jaren, boek haar dan voor die tijd memoriaal over naar een tussenrekening en terug."
        ),
    ),
    RemarkCode.STANDS_ON_TURNOVER: (
        N_("staat op omzet"),
        N_(
            "Wat van deze aanbetaling nog open is staat als omzet op %(code)s, en wordt daar ook weer afgeboekt. Valt "
            "het event in een volgend jaar, boek dat deel dan voor die tijd memoriaal over naar een tussenrekening en "
            "terug."
        ),
    ),
    RemarkCode.FINAL_UNREAD: (
        N_("verrekening nog niet gelezen"),
        N_(
            "Factuur %(number)s verrekent deze aanbetaling en stond al in Exact Online. De regels van die boeking "
            "worden bij de volgende synchronisatie gelezen; tot dan telt zij hier niet als verrekend."
        ),
    ),
    RemarkCode.FINAL_TAKES_NOTHING: (
        N_("niet verrekend in Exact"),
        N_(
            "Factuur %(number)s verrekent deze aanbetaling, maar haar boeking, die al in Exact Online stond, haalt "
            "niets van de rekening van de aanbetaling af. Staat de aanbetaling daar nog, boek haar dan in Exact Online "
            "over."
        ),
    ),
    RemarkCode.POSSIBLE_SETTLEMENT: (
        N_("mogelijk verrekende aanbetaling"),
        N_(
            "Een regel onder nul staat op de standaard grootboekrekening: mogelijk een verrekende aanbetaling. "
            "Controleer of die op een tussenrekening hoort."
        ),
    ),
}
