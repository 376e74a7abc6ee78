"""One Dutch sentence per problem of an invoice, and one for what it shares with those of other invoices."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from mice_exact_plugin import formatting
from mice_exact_plugin.access import words as denials
from mice_exact_plugin.domain.entry.adoption import Doubt
from mice_exact_plugin.domain.problems import Code
from mice_exact_plugin.domain.references import Reference
from mice_exact_plugin.exports.words import deposits, differences, eu_numbers, situations
from mice_exact_plugin.i18n import N_, filled, gettext

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from mice_exact_plugin.domain.problems import Problem

SENTENCES: dict[Code, str] = {
    Code.VAT_RATE_UNMAPPED: N_("BTW-tarief %(rate)s%% is nog niet gekoppeld aan een BTW-code."),
    Code.VAT_CODE_GONE: N_("BTW-code %(code)s, gekozen voor %(rate)s%%, bestaat niet meer in Exact Online."),
    Code.VAT_CODE_UNSUITABLE: N_("BTW-code %(code)s geldt niet voor %(rate)s%% op %(date)s."),
    Code.VAT_CODE_BLOCKED: N_("BTW-code %(code)s, gekozen voor %(rate)s%%, is geblokkeerd in Exact Online."),
    Code.VAT_CODE_KIND: N_("BTW-code %(code)s, gekozen voor %(rate)s%%, past niet op een verkoop: %(sort)s"),
    Code.DEFAULT_GL_ACCOUNT_GONE: N_("De standaard grootboekrekening bestaat niet meer in Exact Online."),
    Code.RECEIPTS_UNPLACED: N_(
        "De tussenrekening of de BTW-code die voor kassabonnen is gekozen bestaat niet meer in Exact Online, of geldt "
        "niet op de factuurdatum."
    ),
    Code.LOOSE_GL_ACCOUNT_GONE: N_(
        "De grootboekrekening voor losse regels met %(rate)s%% btw bestaat niet meer in Exact Online."
    ),
    Code.JOURNAL_GONE: N_("Dagboek %(journal)s bestaat niet meer in Exact Online, of is geen verkoopboek meer."),
    Code.JOURNAL_BLOCKED: N_("Dagboek %(journal)s is geblokkeerd in Exact Online."),
    Code.JOURNAL_CURRENCY: N_("Dagboek %(journal)s is voor een andere valuta (%(currency)s)."),
    Code.PAYMENT_CONDITION_NEEDED: N_(
        "Exact Online vraagt om een betalingsconditie en de debiteur heeft er geen. Kies bij de instellingen een "
        "standaard betalingsconditie."
    ),
    **deposits.SENTENCES,
    Code.GL_ACCOUNT_BLOCKED: N_("Grootboekrekening %(account)s (%(description)s) is geblokkeerd in Exact Online."),
    Code.GL_ACCOUNT_TYPE: N_(
        "Grootboekrekening %(account)s (%(description)s) is van een soort waarop geen verkoop geboekt kan worden."
    ),
    Code.COST_CENTER_NEEDED: N_(
        "Grootboekrekening %(account)s (%(description)s) vraagt een kostenplaats en heeft geen standaard kostenplaats."
    ),
    Code.COST_UNIT_NEEDED: N_(
        "Grootboekrekening %(account)s (%(description)s) vraagt een kostendrager en heeft geen standaard kostendrager."
    ),
    Code.COST_CENTER_GONE: N_(
        "Kostenplaats %(code)s is er in Exact Online niet (meer), en grootboekrekening %(account)s (%(description)s) "
        "vraagt er een."
    ),
    Code.COST_UNIT_GONE: N_(
        "Kostendrager %(code)s is er in Exact Online niet (meer), en grootboekrekening %(account)s (%(description)s) "
        "vraagt er een."
    ),
    Code.PERIOD_MISSING: N_("In Exact Online is geen boekjaar of periode aangemaakt voor %(date)s."),
    Code.PERIOD_CLOSED: N_("Periode %(period)s van %(year)s is afgesloten voor dagboek %(journal)s."),
    Code.PERIOD_ASKED: N_(
        "De periode van %(date)s is afgesloten, in Exact Online of door de slotdatum van de koppeling. De factuur kan "
        "op %(entry_date)s geboekt worden; de btw komt dan in de aangifte over die dag."
    ),
    Code.CURRENCY: N_("De factuur is in %(currency)s, de administratie boekt in %(expected)s."),
    Code.NO_LINES: N_("De factuur heeft geen regels."),
    Code.TOTALS_DISAGREE: N_("%(amount)s klopt niet: de regels tellen op tot %(found)s, de factuur zegt %(stated)s."),
    Code.VAT_DIFFERENCE: N_(
        "De btw op %(account)s (%(rate)s%%) is %(vat)s. Over %(net)s hoort dat %(expected)s te zijn; "
        "het verschil is te groot voor een afronding."
    ),
    **eu_numbers.SENTENCES,
    **situations.SENTENCES,
    Code.IDENTIFIER_TOO_LONG: N_("Het factuurnummer is langer dan %(limit)s tekens."),
    Code.IDENTIFIER_REUSED: N_("Onder nummer %(identifier)s is al een andere factuur geboekt."),
    Code.DEBTOR_NAMELESS: N_("De klant op de factuur heeft geen naam. Kies een relatie om op te boeken."),
    Code.DEBTOR_AMBIGUOUS: N_("In Exact Online passen meer relaties bij deze klant: %(codes)s."),
    Code.DEBTOR_NUMBER_DIFFERS: N_(
        "Naam en postcode zijn gelijk aan die van relatie %(codes)s, maar het BTW- of KvK-nummer is een ander."
    ),
    Code.DEBTOR_COC_DIFFERS: N_(
        "Naam en btw-nummer zijn gelijk aan die van relatie %(codes)s, maar het KvK-nummer is een ander."
    ),
    Code.DEBTOR_PLACE_DIFFERS: N_(
        "Naam en BTW- of KvK-nummer zijn gelijk aan die van relatie %(codes)s, maar postcode of land is een ander."
    ),
    Code.DEBTOR_NAME_DIFFERS: N_(
        "Het BTW- of KvK-nummer is gelijk aan dat van relatie %(codes)s, maar de naam is een andere."
    ),
    Code.DEBTOR_LEGAL_FORM: N_("De naam verschilt alleen in rechtsvorm van die van relatie %(codes)s."),
    Code.DEBTOR_NAME_CUT: N_(
        "De naam is langer dan in Exact Online past en begint zoals die van relatie %(codes)s. Iemand moet zeggen of "
        "dat dezelfde klant is."
    ),
    Code.DEBTOR_NO_SECOND_FACT: N_(
        "De naam is gelijk aan die van relatie %(codes)s, maar verder komt te weinig overeen om zeker te weten dat het "
        "dezelfde klant is."
    ),
    Code.DEBTOR_NOT_READ_YET: N_(
        "De naam is gelijk aan die van relatie %(codes)s, waarvan nog niet alle gegevens zijn ingelezen."
    ),
    Code.DEBTOR_OLD_BINDING: N_(
        "Deze klant werd eerder geboekt op relatie %(code)s (%(name)s). Of dat klopt is niet zeker."
    ),
    Code.DEBTOR_BLOCKED: N_("Deze klant is geblokkeerd in Exact Online: relatie %(code)s (%(name)s)."),
    Code.DEBTOR_NOT_ACTIVE: N_(
        "Deze klant is in Exact Online niet actief op de datum van de factuur: relatie %(code)s (%(name)s)."
    ),
    Code.DEBTOR_SUPPLIER_ONLY: N_("Deze klant is in Exact Online alleen leverancier: relatie %(code)s (%(name)s)."),
    Code.DEBTOR_COLLECTIVE_GONE: N_("De verzameldebiteur voor particulieren bestaat niet meer in Exact Online."),
    Code.DEBTOR_RIGHT_MISSING: N_("%(denial)s Het gaat om %(name)s."),
    Code.UNANSWERED: N_(
        "Exact Online gaf %(times)s keer geen antwoord op deze boeking. Bij het zoeken in Exact Online was er niets "
        "van te vinden."
    ),
    Code.DEBTOR_UNANSWERED: N_(
        "Exact Online gaf %(times)s keer geen antwoord op het aanmaken van deze debiteur. Bij het zoeken in Exact "
        "Online was die niet te vinden."
    ),
    Code.PROMOTION_UNANSWERED: N_(
        "Exact Online gaf herhaaldelijk geen antwoord toen relatie %(code)s (%(name)s) debiteur gemaakt of aangevuld "
        "werd."
    ),
    Code.PROMOTION_IGNORED: N_(
        "Exact Online nam aan dat relatie %(code)s (%(name)s) klant moest worden, maar daar is dat niet gebeurd."
    ),
    Code.PROMOTION_REFUSED: N_(
        "Exact Online weigert van relatie %(code)s (%(name)s) een klant te maken: %(messages)s Er is geen boeking "
        "verstuurd."
    ),
    Code.REFUSED: N_("Exact Online weigert deze boeking: %(messages)s"),
    Code.REFERENCE_SUSPECT: N_(
        "Exact Online weigerde een andere boeking vanwege %(kind)s %(key)s. Deze factuur gebruikt die ook en is "
        "daarom niet verstuurd."
    ),
    Code.ENTRY_CONFLICT: N_("In Exact Online staat al een boeking onder dit nummer: %(reason)s"),
    Code.ENTRY_DIFFERS: N_("Exact Online heeft iets anders geboekt dan verstuurd was. %(differences)s"),
    Code.DIFFERENCE_SUSPECT: N_(
        "Exact Online maakte van drie boekingen iets anders dan verstuurd was. Deze factuur deelt de oorzaak "
        "(%(cause)s) en is daarom niet verstuurd. Zet de oorzaak recht, of kies Opnieuw proberen: dat geeft alle "
        "facturen met deze oorzaak vrij."
    ),
    Code.REFUSED_ALIKE: N_(
        "Exact Online weigerde al drie boekingen om dezelfde reden: %(messages)s Deze factuur heeft gemeen wat die "
        "gemeen hebben en is daarom niet verstuurd."
    ),
    Code.BUG: N_("Er ging in de koppeling zelf iets mis. De fout is vastgelegd en er is niets geboekt."),
}

#: What a group of invoices has in common where each one's own sentence differs in its figures.
COMMON: dict[Code, str] = {
    Code.VAT_CODE_UNSUITABLE: N_("BTW-code %(code)s geldt niet voor %(rate)s%% op de datum van de factuur."),
    **eu_numbers.COMMON,
    **situations.COMMON,
    Code.PERIOD_MISSING: N_("In Exact Online is geen boekjaar of periode aangemaakt voor de dag van de boeking."),
    Code.PERIOD_ASKED: N_(
        "De periode van de factuur is afgesloten, in Exact Online of door de slotdatum. Zij kan op %(entry_date)s "
        "geboekt worden, als iemand dat wil."
    ),
    Code.TOTALS_DISAGREE: N_("De regels van de factuur tellen niet op tot het totaal."),
    Code.VAT_DIFFERENCE: N_("De btw wijkt te veel af van wat Exact Online uitrekent%(type)s."),
    Code.IDENTIFIER_REUSED: N_("Onder het nummer van de factuur is al een andere factuur geboekt."),
    **deposits.COMMON,
    Code.DEBTOR_AMBIGUOUS: N_("In Exact Online passen meer relaties bij de klant."),
    Code.DEBTOR_NUMBER_DIFFERS: N_("Naam en postcode van een relatie zijn gelijk, maar een nummer is een ander."),
    Code.DEBTOR_COC_DIFFERS: N_("Naam en btw-nummer van een relatie zijn gelijk, maar het KvK-nummer is een ander."),
    Code.DEBTOR_PLACE_DIFFERS: N_("Naam en nummer van een relatie zijn gelijk, maar postcode of land is een ander."),
    Code.DEBTOR_NAME_DIFFERS: N_("Het BTW- of KvK-nummer is dat van een relatie met een andere naam."),
    Code.DEBTOR_LEGAL_FORM: N_("De naam verschilt alleen in rechtsvorm van die van een relatie."),
    Code.DEBTOR_NAME_CUT: N_("De naam begint zoals die van een relatie en is langer dan in Exact Online past."),
    Code.DEBTOR_NO_SECOND_FACT: N_("De naam is gelijk aan die van een relatie, en niets anders bevestigt dat."),
    Code.DEBTOR_NOT_READ_YET: N_("De gegevens van een relatie met deze naam zijn nog niet alle ingelezen."),
    Code.DEBTOR_OLD_BINDING: N_("De klant werd eerder geboekt op een relatie waarvan niet zeker is of het klopt."),
    Code.DEBTOR_RIGHT_MISSING: "%(denial)s",
    Code.ENTRY_CONFLICT: N_("In Exact Online staat al een boeking onder het nummer van de factuur."),
    Code.ENTRY_DIFFERS: N_("Exact Online heeft iets anders geboekt dan verstuurd was."),
}

_DOUBTS: dict[str, str] = {
    Doubt.SEVERAL: N_("er zijn er meer dan één."),
    Doubt.DEBTOR: N_("die is van een andere debiteur."),
    Doubt.AMOUNT: N_("die heeft een ander bedrag."),
    Doubt.DATE: N_("die heeft een andere datum."),
    Doubt.OTHER: N_("die wijkt af."),
    Doubt.FOREIGN_KEY: N_("die is niet door deze koppeling gemaakt."),
    Doubt.OLDER: N_("die is ouder dan onze eerste poging."),
}

_AMOUNTS: dict[str, str] = {
    "net": N_("Het totaal exclusief btw"),
    "vat": N_("Het btw-bedrag"),
    "gross": N_("Het totaal inclusief btw"),
    "sum": N_("De som van netto en btw"),
}

#: The types of VAT code on which Exact keeps no VAT (SalesEntryLines page).
_UNTAXED = N_(", bij een BTW-code waarop geen btw komt")
_TYPES: dict[str, str] = {"B": _UNTAXED, "N": _UNTAXED, "I": N_(", bij een BTW-code die inclusief btw rekent")}

_SORTS: dict[str, str] = {
    "purchase": N_("die is voor inkoop."),
    "inclusive": N_("die rekent met bedragen inclusief btw."),
    "base_only": N_("daarop komt geen btw."),
    "listed": N_("die is voor de opgave van verkopen binnen de EU, en de regel niet."),
}

REFERENCES: dict[str, str] = {
    Reference.CUSTOMER: N_("relatie"),
    Reference.GL_ACCOUNT: N_("grootboekrekening"),
    Reference.VAT_CODE: N_("BTW-code"),
    Reference.JOURNAL: N_("dagboek"),
    Reference.PERIOD: N_("periode"),
    Reference.PAYMENT_CONDITION: N_("betalingsconditie"),
}


_GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


def sentence(problem: Problem, names: Mapping[str, str] | None = None) -> str:
    """Why the invoice is blocked, with its figures written as people write them.

    `names` are those of relations and G/L accounts by their id, where they were looked up.
    """
    return filled(SENTENCES[problem.code], _shown(problem, names))


def common_sentence(problem: Problem) -> str:
    """What this problem has in common with those of other invoices that one cure would release."""
    shown = {"type": ""} | _shown(problem)
    return filled(COMMON.get(problem.code) or SENTENCES[problem.code], shown)


def _shown(problem: Problem, names: Mapping[str, str] | None = None) -> dict[str, str]:
    """Lists are written out each in its own way; what is kept beside a problem and never told is left out."""
    params = problem.params
    plain = {name: str(value) for name, value in params.items() if isinstance(value, str | int)}
    shown = {name: _SHOWN[name](text) if name in _SHOWN else text for name, text in plain.items()}
    lists = {
        "codes": ", ".join(params.get("codes", ())),
        "messages": _joined(params.get("messages", ())),
        "denial": denials.relations(*params["denial"]) if "denial" in params else "",
        "differences": differences.sentence(params.get("differences", ()), names),
    }
    return shown | {name: text for name, text in lists.items() if name in params}


def _rate(text: str) -> str:
    try:
        return formatting.rate(Decimal(text)).removesuffix("%")
    except InvalidOperation:
        return text


def _key(text: str) -> str:
    """The key of a reference as people know it: a relation is stored by an id that nobody recognises."""
    return gettext("(die van deze klant)") if _GUID.fullmatch(text) else formatting.day_text(text)


def _joined(messages: Iterable[str]) -> str:
    """Exact's own sentences, as one."""
    return " ".join(line if line.endswith((".", "!", "?")) else f"{line}." for line in messages if line)


def _from(words: dict[str, str]) -> Callable[[str], str]:
    return lambda value: gettext(words[value]) if value in words else value


_SHOWN: dict[str, Callable[[str], str]] = {
    "date": formatting.day_text,
    "entry_date": formatting.day_text,
    "rate": _rate,
    "amount": _from(_AMOUNTS),
    "reason": _from(_DOUBTS),
    "kind": _from(REFERENCES),
    "listing": _from(eu_numbers.LISTINGS),
    "sort": _from(_SORTS),
    "type": lambda value: gettext(_TYPES[value]) if value in _TYPES else "",
    "why": situations.why,
    "situation": situations.name,
    "group": situations.group,
    "key": _key,
    "cause": differences.cause,
    "found": formatting.money_text,
    "stated": formatting.money_text,
    "vat": formatting.money_text,
    "net": formatting.money_text,
    "expected": formatting.money_text,
}
