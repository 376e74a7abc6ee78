"""Words that fill a company field without naming a company: "particulier", "n.v.t.", "unbekannt"."""

from __future__ import annotations

import re
import unicodedata

#: Without case, diacritics, blanks and punctuation; only a field that holds nothing else is no name.
_WRITTEN = (
    # Dutch
    "particulier particuliere particulieren particuliereklant particulierpersoon particulierepersoon "
    "particuliereopdrachtgever prive privepersoon priveklant priveadres privegebruik privegebeurtenis nvt "
    "nietvantoepassing geen geenbedrijf geenbedrijfsnaam geenorganisatie geennaam zonderbedrijf onbekend nogonbekend "
    "nietbekend nognietbekend consument leeg niets nihil persoonlijk natuurlijkpersoon "
    # English
    "private privateperson privateindividual privatecustomer privateclient privateparty individual individualperson "
    "consumer personal none nocompany nocompanyname noname notapplicable na notavailable notknown unknown nil null "
    "empty undefined "
    # French
    "particuliers clientparticulier particulierclient privee personneprivee personnephysique inconnu inconnue aucun "
    "aucune neant rien sansobjet nonapplicable sanssociete pasdesociete sansentreprise consommateur individuel "
    # German
    "privat privatperson privatpersonen privatkunde privatkundin privatkunden keine keiner kein keinefirma "
    "keineangabe keineangaben ka ohne ohnefirma unbekannt nichtbekannt nichtzutreffend nichtanwendbar entfallt "
    "entfaellt verbraucher endverbraucher endkunde einzelperson"
)
_WORDS = frozenset(_WRITTEN.split())
#: What stands between two such words; a blank does not: "Privé Feest" and "Personal Private" are names.
_PARTS = re.compile(r"[/(),;|]+|\s[-–]\s")
_RUNS = re.compile(r"x+|0+")


def is_filler(text: str) -> bool:
    """Whether the whole text says nothing: empty, punctuation only, a run of x, or filler words ("privé/geen")."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(filter(str.isalnum, plain))
    if not bare or bare in _WORDS or _RUNS.fullmatch(bare):
        return True
    return all(_bare(part) in _WORDS for part in _PARTS.split(plain) if _bare(part))


def _bare(text: str) -> str:
    return "".join(filter(str.isalnum, text))
