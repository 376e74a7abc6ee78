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
SPELLINGS = {spelling: form for form, others in _FORMS.items() for spelling in (form, *others.split())}
#: Forms that are also written in front ("BV Jansen"). "Stichting" and "Vereniging" are words of the name.
_IN_FRONT = frozenset(
    {"bv", "bvba", "nv", "vof", "cv", "vzw", "asbl", "sprl", "srl", "sa", "sarl", "gmbh", "fa", "firma"}
)
_MOST_WORDS = 8


def as_prefix(word: str) -> bool:
    return word in _IN_FRONT


def canonical(words: list[str]) -> list[str]:
    """The words with a legal form at the end in its short spelling; a name that is nothing else stays."""
    for size in range(min(len(words) - 1, _MOST_WORDS), 0, -1):
        form = SPELLINGS.get("".join(words[-size:]))
        if form is not None:
            return [*words[:-size], form]
    return words
