"""Legal forms of companies, with their long spellings, as words at the end (or, shortened, the start) of a name."""

from __future__ import annotations

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
