"""Words in a name that tell nobody apart: those that name no company at all, and the legal forms of companies."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from mice_exact_plugin.domain.debtor.countries import country_code


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


#: Without case, diacritics, blanks and punctuation; only a field that holds nothing else is no name.
_WORDS = _set(
    # Dutch
    "particulier particuliere particulieren particuliereklant particulierpersoon particulierepersoon "
    "particuliereopdrachtgever prive privepersoon priveklant priveadres privegebruik privegebeurtenis nvt "
    "nietvantoepassing geen geenbedrijf geenbedrijfsnaam geenorganisatie geennaam zonderbedrijf zondernaam onbekend "
    "nogonbekend nietbekend nognietbekend consument leeg niets nihil persoonlijk natuurlijkpersoon nee nb nnb geenidee "
    "nogtebepalen nadertebepalen nogintevullen volgtnog "
    # English
    "private privateperson privateindividual privatecustomer privateclient privateparty privatehousehold individual "
    "individualperson consumer personal none nocompany nocompanyname noname notapplicable na notavailable notknown "
    "unknown nil null empty undefined no noidea notfilledin withoutcompany tbd tba tbc tobedetermined tobeconfirmed "
    # French
    "particuliers clientparticulier particulierclient privee personneprivee personnephysique inconnu inconnue aucun "
    "aucune neant rien sansobjet nonapplicable sanssociete sansnom pasdesociete pasdentreprise pasdenom sansentreprise "
    "consommateur individuel non sans atitreprive atitrepersonnel aucuneidee adefinir acompleter "
    # German
    "privat privatperson privatpersonen privatkunde privatkundin privatkunden privathaushalt keine keiner kein "
    "keinefirma keineangabe keineangaben ka ohne ohnefirma ohnename ohneangabe unbekannt nichtbekannt "
    "nichtzutreffend nichtanwendbar entfallt entfaellt verbraucher endverbraucher endkunde einzelperson nein "
    "keineahnung"
)
#: Of these several may stand together, and a country behind them. "Privé" and "Personal" may be words of a name.
_NOBODY = _set(
    "particulier particuliere particulieren particuliers particuliereklant particulierpersoon prive privepersoon "
    "consument nvt geen onbekend privateperson privatecustomer privateclient consumer unknown clientparticulier "
    "particulierclient personneprivee inconnu privatperson privatpersonen privatkunde privatkunden unbekannt "
    "verbraucher"
)
#: They deny what stands beside them: "geen opgave", "not specified", "non renseigné", "Name unbekannt".
_DENYING = _set(
    "niet geen onbekend onbekende not no none unknown non pas aucun aucune inconnu inconnue nicht kein keine keinen "
    "unbekannt unbekannte"
)
#: What is denied of a field. Any other word makes it a name: "No Limit", "Sans Souci", "Geen Gedoe".
_DENIED = _set(
    # Dutch
    "nog opgegeven ingevuld opgave bekend beschikbaar gegeven gegevens vermeld doorgegeven aanwezig zakelijk bedrijf "
    "bedrijfsnaam organisatie naam firma klant klantnaam relatie "
    # English
    "yet provided specified given known available applicable stated supplied disclosed entered filled business company "
    "organisation organization name customer information "
    # French
    "encore renseigne renseignee communique communiquee precise precisee specifie specifiee indique indiquee fourni "
    "fournie connu connue disponible applicable professionnel societe entreprise nom client "
    # German
    "noch angegeben angabe angaben bekannt vorhanden verfugbar verfuegbar ausgefullt ausgefuellt anwendbar zutreffend "
    "geschaftlich geschaeftlich firmenname unternehmen kunde mitgeteilt genannt"
)
#: What stands between two fillers; a blank does not always: "Privé Feest" and "Personal Private" are names.
_PARTS = re.compile(r"[/(),;|]+|\s[-–]\s")
_BLANKS = re.compile(r"[\s\-–]+")
_IN_BRACKETS = re.compile(r"([^()]+)\(([^()]*)\)\s*")
_RUNS = re.compile(r"x+|0+")
#: One letter behind a name is an initial rather than the sign of a country.
_FEWEST_LETTERS = 2


@lru_cache(maxsize=8192)
def is_filler(text: str) -> bool:
    """Whether the whole text says nothing: empty, punctuation only, a run of x, or filler words ("privé/geen")."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    bare = _bare(plain)
    if not bare or bare in _WORDS or _RUNS.fullmatch(bare):
        return True
    return all(_says_nothing(part) for part in _PARTS.split(plain) if _bare(part))


@lru_cache(maxsize=8192)
def names_no_company(text: str) -> bool:
    """Whether a company field holds a filler, also with something in brackets or a country behind it.

    "Particulier (bruiloft)", "Particulier NL". A legal form makes it a company: "Privé (Events B.V.)".
    """
    if is_filler(text):
        return True
    bracketed = _IN_BRACKETS.fullmatch(text)
    if bracketed:
        return not ends_in_a_form(bracketed[2]) and is_filler(bracketed[1]) and not _is_run(bracketed[1])
    head, _, last = text.strip().rpartition(" ")
    is_country = len(_bare(last)) >= _FEWEST_LETTERS and country_code(last) is not None
    return is_country and _bare(unicodedata.normalize("NFKD", head.casefold())) in _NOBODY


def _says_nothing(part: str) -> bool:
    """Filler words that may stand together, one of them twice, or the denial of what a field asks for."""
    words = [word for word in map(_bare, _BLANKS.split(part)) if word]
    if "".join(words) in _WORDS or _NOBODY.issuperset(words):
        return True
    if len(set(words)) == 1:
        return words[0] in _WORDS
    return not _DENYING.isdisjoint(words) and (_DENYING | _DENIED).issuperset(words)


def _is_run(text: str) -> bool:
    return _RUNS.fullmatch(_bare(text.casefold())) is not None


def _bare(text: str) -> str:
    return "".join(filter(str.isalnum, text))


#: Short form → its other spellings, letters only. The Belgian bvba and sprl were renamed bv and srl by law in 2019.
_FORMS: dict[str, str] = {
    # Netherlands and Belgium
    "bv": "bvba beslotenvennootschap beslotenvennootschapmetbeperkteaansprakelijkheid",
    "bvio": "bvinoprichting beslotenvennootschapinoprichting",
    "nv": "naamlozevennootschap",
    "vof": "vennootschaponderfirma",
    "cv": "commanditairevennootschap commv",
    "vzw": "verenigingzonderwinstoogmerk",
    "asbl": "associationsansbutlucratif",
    "aisbl": "associationinternationalesansbutlucratif",
    "ivzw": "internationaleverenigingzonderwinstoogmerk",
    "maatschap": "",
    "eenmanszaak": "",
    # France and Luxembourg
    "sa": "societeanonyme sociedadanonima sociedadeanonima",
    "sarl": "societearesponsabilitelimitee",
    "srl": "sprl societeprivearesponsabilitelimitee societaaresponsabilitalimitata societatecuraspunderelimitata",
    "sas": "societeparactionssimplifiee",
    "sasu": "",
    "eurl": "",
    "snc": "societeennomcollectif",
    "sci": "societecivileimmobiliere",
    # Germany, Austria, Switzerland
    "gmbh": "gesellschaftmitbeschrankterhaftung gesellschaftmitbeschraenkterhaftung gesmbh mbh",
    "ggmbh": "",
    "ag": "aktiengesellschaft",
    "kg": "kommanditgesellschaft",
    "ohg": "offenehandelsgesellschaft",
    "gbr": "gesellschaftburgerlichenrechts gesellschaftbuergerlichenrechts",
    "ug": "unternehmergesellschaft ughaftungsbeschrankt ughaftungsbeschraenkt",
    "ev": "eingetragenerverein",
    "eg": "eingetragenegenossenschaft",
    "ek": "eingetragenerkaufmann",
    "gmbh&cokg": "gmbh&cokommanditgesellschaft gmbhcokg",
    # Britain, Ireland, America
    "ltd": "limited",
    "plc": "publiclimitedcompany",
    "llp": "limitedliabilitypartnership",
    "llc": "limitedliabilitycompany",
    "inc": "incorporated",
    "corp": "corporation",
    # Elsewhere in Europe
    "spa": "societaperazioni",
    "sl": "sociedadlimitada",
    "slu": "",
    "lda": "limitada",
    "ab": "aktiebolag",
    "as": "aktieselskab aksjeselskap",
    "aps": "anpartsselskab",
    "oy": "osakeyhtio",
    "spzoo": "spolkazograniczonaodpowiedzialnoscia",
    "sro": "spolecnostsrucenimomezenym",
    "doo": "",
    "kft": "",
    "se": "",
}
#: Any spelling → its short form.
_SHORT = {spelling: form for form, others in _FORMS.items() for spelling in (form, *others.split())}
#: Forms that are also written in front ("BV Jansen"). "Stichting" and "Vereniging" are words of the name.
_IN_FRONT = frozenset(
    ["bv", "bvba", "nv", "vof", "cv", "vzw", "asbl", "sprl", "srl", "sa", "sarl", "gmbh", "fa", "firma"]
)
#: Of how many words the longest spelling can consist ("b v", "besloten vennootschap met beperkte aansprakelijkheid").
_MOST_WORDS = 6


def in_short(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name with the legal form at its end in the short spelling; a name that is nothing else stays."""
    size = _words_at_end(words)
    return (*words[:-size], _SHORT["".join(words[-size:])]) if size else words


def in_every_spelling(words: tuple[str, ...]) -> set[tuple[str, ...]]:
    """The words of a name with the legal form at its end in each way it may be written."""
    size = _words_at_end(words)
    if not size:
        return {words}
    form = _SHORT["".join(words[-size:])]
    return {words, *((*words[:-size], spelling) for spelling in (form, *_FORMS[form].split()))}


def without_form(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name without legal forms behind ("GmbH & Co. KG") and in front."""
    while size := _words_at_end(words):
        words = words[:-size]
    return without_form_in_front(words)


def ends_in_a_form(text: str) -> bool:
    """Whether a text ends in a legal form, or is one."""
    words = ["".join(filter(str.isalnum, word)) for word in text.casefold().split()]
    return any("".join(words[place:]) in _SHORT for place in range(len(words)))


def without_form_in_front(words: tuple[str, ...]) -> tuple[str, ...]:
    return words[1:] if len(words) > 1 and words[0] in _IN_FRONT else words


def _words_at_end(words: tuple[str, ...]) -> int:
    """How many words the legal form at the end takes; 0 when there is none or when nothing would be left."""
    sizes = range(min(len(words) - 1, _MOST_WORDS), 0, -1)
    return next((size for size in sizes if "".join(words[-size:]) in _SHORT), 0)
