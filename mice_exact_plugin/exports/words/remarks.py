"""One Dutch sentence, and a short mark for lists, per remark on an invoice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mice_exact_plugin import formatting
from mice_exact_plugin.domain.remarks import RemarkCode
from mice_exact_plugin.exports.words import deposits, differences, situations
from mice_exact_plugin.i18n import N_, filled, gettext

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mice_exact_plugin.domain.remarks import Remark, Said

#: The mark for lists and the CSV, and the sentence for the page of the invoice.
WORDS: dict[RemarkCode, tuple[str, str]] = {
    RemarkCode.CHANGED_AFTER_BOOKING: (
        N_("gewijzigd na boeking"),
        N_("Gewijzigd na boeking: in Exact Online staat de factuur zoals die eerst was."),
    ),
    RemarkCode.DELETED_AFTER_BOOKING: (
        N_("verwijderd maar geboekt"),
        N_("Verwijderd maar geboekt: de boeking staat nog in Exact Online."),
    ),
    RemarkCode.DELETED_IN_EXACT: (
        N_("verwijderd in Exact"),
        N_("De boeking staat niet meer in Exact Online."),
    ),
    RemarkCode.DIFFERS: (
        N_("wijkt af in Exact"),
        N_("De boeking in Exact Online wijkt af van de factuur: %(differences)s"),
    ),
    RemarkCode.OTHER_AMOUNT: (
        N_("ander bedrag in Exact"),
        N_("De boeking in Exact Online heeft een ander bedrag: %(theirs)s in plaats van %(ours)s."),
    ),
    RemarkCode.OTHER_DEBTOR: (
        N_("andere debiteur in Exact"),
        N_("De boeking in Exact Online staat op %(theirs)s in plaats van op %(ours)s."),
    ),
    RemarkCode.OTHER_DATE: (
        N_("andere datum in Exact"),
        N_("De boeking in Exact Online heeft een andere datum: %(theirs)s in plaats van %(ours)s."),
    ),
    RemarkCode.DEFAULT_LEDGER: (
        N_("standaard grootboekrekening"),
        N_("Een of meer regels staan op de standaard grootboekrekening."),
    ),
    RemarkCode.LOOSE_LINES: (
        N_("losse regels"),
        N_("De factuur heeft regels zonder tariefgroep, waarvoor nog geen eigen keuze is gemaakt."),
    ),
    RemarkCode.ACCEPTED_DIFFERENCE: (
        N_("btw-verschil geaccepteerd"),
        N_("De btw is %(vat)s waar Exact Online %(expected)s uitrekent; dat verschil is geaccepteerd."),
    ),
    RemarkCode.EU_CODE_ANYWAY: (
        N_("toch met EU-code geboekt"),
        N_("Geboekt met BTW-code %(code)s voor de EU hoewel het btw-nummer daarvoor ontbreekt of niet past."),
    ),
    RemarkCode.EU_NUMBER_DIFFERS: (
        N_("ander btw-nummer voor de EU"),
        N_(
            "De opgave voor de EU gaat uit van het btw-nummer van relatie %(relation)s (%(name)s), %(theirs)s; op de "
            "factuur staat %(number)s."
        ),
    ),
    RemarkCode.EU_ADDRESS: (
        N_("adres buiten de lidstaat"),
        N_("Het adres op de factuur (%(country)s) is niet in de lidstaat van btw-nummer %(number)s."),
    ),
    RemarkCode.VAT_NUMBER_CHECK_DIGITS: (
        N_("btw-nummer klopt niet"),
        N_(
            "Btw-nummer %(number)s kan volgens zijn controlecijfers niet kloppen. Verbeter het in MICE en in Exact "
            "Online vóór de opgave voor de EU."
        ),
    ),
    RemarkCode.REFERENCE_CUT: (
        N_("referentie afgekapt"),
        N_("De referentie van de klant (%(ours)s) past niet helemaal in de boeking; daar staat “%(theirs)s”."),
    ),
    RemarkCode.SITUATION_ANYWAY: (
        N_("btw-situatie toch geboekt"),
        N_("Geboekt als %(situation)s (BTW-code %(code)s) hoewel btw-nummer of land van de klant daar niet bij past."),
    ),
    RemarkCode.CODE_NOT_IN_RETURN: (
        N_("telt niet mee in de aangifte"),
        N_(
            "Een regel is %(situation)s, en BTW-code %(code)s is in Exact Online van de soort die niet in de aangifte "
            "komt. Controleer met je boekhouder of de omzet in de aangifte hoort."
        ),
    ),
    RemarkCode.OTHER_YEAR: (
        N_("datum in een ander jaar"),
        N_("De factuurdatum (%(date)s) ligt in een ander boekjaar dan dat waarin geboekt is."),
    ),
    RemarkCode.EVENT_OTHER_YEAR: (
        N_("event in een ander boekjaar"),
        N_(
            "Het event (%(day)s) valt in een ander boekjaar dan de boeking. Hoort de omzet (%(ours)s excl. btw) in dat "
            "jaar, neem haar daar dan op bij het afsluiten; de btw blijft in de periode van de factuur."
        ),
    ),
    RemarkCode.AFTER_RETURN: (
        N_("na de aangifte geboekt"),
        N_(
            "De factuur heeft gewacht en staat op %(date)s, in een kwartaal waarover de btw-aangifte intussen meestal "
            "gedaan is. Is dat zo, geef de btw dan alsnog aan met een correctie (suppletie)."
        ),
    ),
    RemarkCode.DATE_AHEAD: (
        N_("datum in de toekomst"),
        N_(
            "De factuurdatum (%(date)s) lag nog in de toekomst toen geboekt is: omzet en btw komen in de periode van "
            "die datum."
        ),
    ),
    RemarkCode.DEBTOR_CHOSEN: (
        N_("debiteur gekozen"),
        N_("Bij twijfel is debiteur %(code)s gekozen door %(name)s."),
    ),
    RemarkCode.PERIOD_MOVED: (
        N_("andere periode"),
        N_(
            "De factuur is van %(date)s en is geboekt op %(entry_date)s, omdat haar eigen periode gesloten was: de btw "
            "komt in de aangifte over die dag."
        ),
    ),
    RemarkCode.COST_CENTER_LEFT_OUT: (
        N_("zonder kostenplaats"),
        N_("Kostenplaats %(code)s is er in Exact Online niet (meer); de regel krijgt geen kostenplaats."),
    ),
    RemarkCode.COST_UNIT_LEFT_OUT: (
        N_("zonder kostendrager"),
        N_("Kostendrager %(code)s is er in Exact Online niet (meer); de regel krijgt geen kostendrager."),
    ),
    RemarkCode.CREDITED_TOO_MUCH: (
        N_("meer gecrediteerd dan gefactureerd"),
        N_(
            "Van factuur %(number)s (%(theirs)s) is met deze creditfactuur erbij %(ours)s gecrediteerd: meer dan er "
            "gefactureerd is."
        ),
    ),
    RemarkCode.CREDITED_OTHER_RATE: (
        N_("credit tegen een ander tarief"),
        N_(
            "Van factuur %(number)s is %(theirs)s tegen %(rate)s%% btw gefactureerd, en met deze creditfactuur erbij "
            "%(ours)s tegen dat tarief gecrediteerd. Controleer het tarief op de creditfactuur."
        ),
    ),
    RemarkCode.CREDIT_ALONE: (
        N_("credit zonder factuur"),
        N_(
            "Factuur %(number)s, die hiermee gecrediteerd wordt, is niet door de koppeling in deze administratie "
            "geboekt, of daar verwijderd. Controleer of zij er op een andere manier in staat: zo niet, dan verlaagt "
            "deze creditfactuur omzet en btw die hier nooit geboekt zijn."
        ),
    ),
    RemarkCode.CREDIT_ELSEWHERE: (
        N_("credit op een andere debiteur"),
        N_(
            "Factuur %(number)s, die hiermee gecrediteerd wordt, staat op een andere debiteur en blijft daar open. "
            "Klopt dat niet, zet dan een van beide in Exact Online op de andere debiteur, zodat zij af te letteren "
            "zijn."
        ),
    ),
    **deposits.REMARKS,
    RemarkCode.LEFT_OUT: (
        N_("gegevens weggelaten"),
        N_("Exact Online weigerde %(fields)s van de debiteur; die is zonder dat gegeven aangemaakt."),
    ),
    RemarkCode.NAME_CUT: (
        N_("naam afgekapt"),
        N_("De naam van de debiteur is langer dan in Exact Online past en is daar afgekapt tot “%(name)s”."),
    ),
    RemarkCode.VAT_DIFFERS: (
        N_("ander btw-nummer"),
        N_("Het btw-nummer van relatie %(code)s is %(theirs_vat)s; op de factuur staat %(ours_vat)s."),
    ),
    RemarkCode.LEGAL_FORM_DIFFERS: (
        N_("andere rechtsvorm"),
        N_("Relatie %(code)s heet %(name)s: een andere rechtsvorm dan op de factuur (%(ours)s)."),
    ),
    RemarkCode.POSSIBLY_DOUBLE: (
        N_("mogelijk dubbel"),
        N_("De debiteur is nieuw aangemaakt en is mogelijk dubbel met %(relations)s."),
    ),
    RemarkCode.RELATION_GONE: (
        N_("debiteur opnieuw gemaakt"),
        N_(
            "De relatie waarop deze klant eerder geboekt werd staat niet meer in Exact Online, en er is een nieuwe "
            "gemaakt. Is zij daar samengevoegd met een andere, voeg dan ook de nieuwe daarmee samen, en kies die bij "
            "Debiteuren met Overzetten."
        ),
    ),
    RemarkCode.RELATION_DIFFERS: (
        N_("debiteur wijkt af"),
        N_("Exact Online maakte van relatie %(code)s iets anders dan verstuurd is: %(fields)s."),
    ),
    RemarkCode.UNREADABLE: (
        N_("onleesbaar gegeven"),
        N_("Een gegeven van de klant op de factuur is niet te begrijpen: %(fields)s."),
    ),
}


def sentence(remark: Remark, names: Mapping[str, str]) -> str:
    """What is remarked, with its figures as people write them; `names` are those of relations by their id."""
    return told(remark.code, remark.params, names)


def told(code: RemarkCode, params: Said, names: Mapping[str, str]) -> str:
    """The same of what is not written down as a remark."""

    def relation(account_id: str) -> str:
        return names.get(account_id) or account_id

    as_shown = _SHOWN | _SIDES.get(code, {})
    if code is RemarkCode.OTHER_DEBTOR:
        as_shown |= {"ours": relation, "theirs": relation}
    texts = {name: value for name, value in params.items() if isinstance(value, str)}
    shown = {name: as_shown[name](text) if name in as_shown else text for name, text in texts.items()}
    if "differences" in params:
        shown["differences"] = differences.sentence(params["differences"], names)
    return filled(WORDS[code][1], shown)


def mark(code: RemarkCode) -> str:
    """The remark in a few words."""
    return gettext(WORDS[code][0])


FIELDS: dict[str, str] = {
    "name": N_("de naam"),
    "email": N_("het e-mailadres"),
    "vat_number": N_("het btw-nummer"),
    "coc_number": N_("het KvK-nummer"),
    "postcode": N_("de postcode"),
    "city": N_("de plaats"),
    "country": N_("het land"),
    "start_date": N_("de begindatum"),
}


def fields(text: str) -> str:
    """Names of fields, or `field=text` where what is written there is told."""
    said = [part.partition("=") for part in (text.splitlines() if "=" in text else text.split())]
    return ", ".join(_field(name) + (f" “{written}”" if written else "") for name, _, written in said)


def _field(name: str) -> str:
    return gettext(FIELDS[name]) if name in FIELDS else name


#: How parameters are written.
_SHOWN: dict[str, Callable[[str], str]] = {
    "fields": fields,
    "date": formatting.day_text,
    "situation": situations.name,
    "entry_date": formatting.day_text,
    "vat": formatting.money_text,
    "expected": formatting.money_text,
    "day": formatting.day_text,
}

#: What `ours` and `theirs` are, by the kind of remark.
_SIDES: dict[RemarkCode, dict[str, Callable[[str], str]]] = {
    RemarkCode.EVENT_OTHER_YEAR: {"ours": formatting.money_text},
    RemarkCode.OTHER_AMOUNT: {"ours": formatting.money_text, "theirs": formatting.money_text},
    RemarkCode.OTHER_DATE: {"ours": formatting.day_text, "theirs": formatting.day_text},
    RemarkCode.CREDITED_TOO_MUCH: {"ours": formatting.money_text, "theirs": formatting.money_text},
    RemarkCode.CREDITED_OTHER_RATE: {"ours": formatting.money_text, "theirs": formatting.money_text},
}
