"""The sentences about VAT numbers that a code for the EU needs, on the invoice and at the relation."""

from __future__ import annotations

from mice_exact_plugin.domain.entry.eu_number import NumberState
from mice_exact_plugin.domain.problems import Code
from mice_exact_plugin.i18n import N_

SENTENCES: dict[Code, str] = {
    Code.EU_NUMBER_MISSING: N_(
        "BTW-code %(code)s is voor %(listing)s binnen de EU, en de factuur heeft geen btw-nummer van de klant."
    ),
    Code.EU_NUMBER_INVALID: N_(
        "BTW-code %(code)s is voor %(listing)s binnen de EU, en btw-nummer %(number)s op de factuur is niet geldig."
    ),
    Code.EU_NUMBER_OWN_STATE: N_(
        "BTW-code %(code)s is voor %(listing)s in een andere lidstaat van de EU, en btw-nummer %(number)s op de "
        "factuur is van dezelfde lidstaat als de administratie."
    ),
    Code.EU_NUMBER_OUTSIDE: N_(
        "BTW-code %(code)s is voor %(listing)s binnen de EU, en btw-nummer %(number)s op de factuur is niet van een "
        "lidstaat."
    ),
    Code.EU_NUMBER_GOODS_ONLY: N_(
        "BTW-code %(code)s is voor %(listing)s binnen de EU, en btw-nummer %(number)s van Noord-Ierland geldt alleen "
        "voor goederen."
    ),
    Code.EU_NUMBER_NOT_IN_EXACT: N_(
        "BTW-code %(code)s is voor %(listing)s binnen de EU, en relatie %(relation)s (%(name)s) heeft in Exact Online "
        "geen btw-nummer. Op de factuur staat %(number)s."
    ),
    Code.EU_NUMBER_UNFIT_IN_EXACT: N_(
        "BTW-code %(code)s is voor %(listing)s binnen de EU, en het btw-nummer van relatie %(relation)s (%(name)s) in "
        "Exact Online, %(theirs)s, %(why)s Op de factuur staat %(number)s."
    ),
    Code.EU_NUMBER_DOUBTFUL: N_(
        "BTW-code %(code)s is voor %(listing)s binnen de EU, en relatie %(relation)s (%(name)s) heeft in Exact Online "
        "geen btw-nummer. Op de factuur staat %(number)s, dat volgens zijn controlecijfers niet kan kloppen en daarom "
        "niet wordt ingevuld."
    ),
    Code.EU_NUMBER_REFUSED: N_(
        "Exact Online neemt btw-nummer %(number)s niet aan bij de debiteur, en zonder dat nummer kan deze factuur "
        "niet met een BTW-code voor de EU geboekt worden."
    ),
}

#: What a group of invoices has in common.
COMMON: dict[Code, str] = {
    Code.EU_NUMBER_MISSING: N_("De BTW-code is voor de EU, en de factuur heeft geen btw-nummer van de klant."),
    Code.EU_NUMBER_INVALID: N_("De BTW-code is voor de EU, en het btw-nummer op de factuur is niet geldig."),
    Code.EU_NUMBER_OWN_STATE: N_("De BTW-code is voor een andere lidstaat dan die van het btw-nummer op de factuur."),
    Code.EU_NUMBER_OUTSIDE: N_("De BTW-code is voor de EU, en het btw-nummer op de factuur is niet van een lidstaat."),
    Code.EU_NUMBER_GOODS_ONLY: N_(
        "De BTW-code is voor diensten, en een nummer van Noord-Ierland alleen voor goederen."
    ),
    Code.EU_NUMBER_NOT_IN_EXACT: N_("De BTW-code is voor de EU, en de relatie heeft in Exact Online geen btw-nummer."),
    Code.EU_NUMBER_UNFIT_IN_EXACT: N_(
        "De BTW-code is voor de EU, en het btw-nummer van de relatie in Exact Online past daar niet bij."
    ),
    Code.EU_NUMBER_DOUBTFUL: N_(
        "De BTW-code is voor de EU, de relatie heeft geen btw-nummer, en dat op de factuur kan niet kloppen."
    ),
    Code.EU_NUMBER_REFUSED: N_("Exact Online neemt het btw-nummer niet aan dat voor de BTW-code nodig is."),
}

LISTINGS: dict[str, str] = {"L": N_("goederen"), "S": N_("diensten"), "T": N_("driehoekshandel")}

#: What is the matter with the number that a relation has.
UNFIT: dict[str, str] = {
    NumberState.MISSING: N_("is geen btw-nummer."),
    NumberState.INVALID: N_("is niet geldig."),
    NumberState.OWN_STATE: N_("is van dezelfde lidstaat als de administratie."),
    NumberState.OUTSIDE: N_("is niet van een lidstaat."),
    NumberState.GOODS_ONLY: N_("geldt alleen voor goederen."),
}
