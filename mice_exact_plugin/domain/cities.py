"""Which city is meant where it has a name in several languages: one word for all of them.

The cities of the world are those for which the Unicode register (CLDR) names a time zone, capitals mostly. Belgium's
communes have an official name in more than one language (Statbel, REFNIS). Any other city is compared as it is written.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from functools import lru_cache

from babel import Locale

from mice_exact_plugin.domain.countries import LANGUAGES

#: Dutch name → the French, German and English ones, letters only.
_BELGIAN = {
    "antwerpen": "anvers antwerp", "gent": "gand ghent", "brugge": "bruges", "leuven": "louvain lowen",
    "mechelen": "malines mecheln", "kortrijk": "courtrai", "oostende": "ostende ostend", "aalst": "alost",
    "roeselare": "roulers", "sintniklaas": "saintnicolas", "ieper": "ypres", "dendermonde": "termonde",
    "vilvoorde": "vilvorde", "tongeren": "tongres", "sinttruiden": "sainttrond", "ronse": "renaix",
    "veurne": "furnes", "tienen": "tirlemont", "halle": "hal", "lier": "lierre", "oudenaarde": "audenarde",
    "diksmuide": "dixmude", "geraardsbergen": "grammont", "menen": "menin", "zoutleeuw": "leau",
    "luik": "liege luttich", "namen": "namur", "bergen": "mons", "doornik": "tournai", "waver": "wavre",
    "nijvel": "nivelles", "aarlen": "arlon arel", "hoei": "huy", "moeskroen": "mouscron", "edingen": "enghien",
    "zinnik": "soignies", "aat": "ath", "borgworm": "waremme", "geldenaken": "jodoigne", "komen": "comines",
    "eigenbrakel": "brainelalleud", "terhulpen": "lahulpe", "bastenaken": "bastogne", "elsene": "ixelles",
    "ukkel": "uccle", "schaarbeek": "schaerbeek", "sintgillis": "saintgilles", "vorst": "forest",
    "oudergem": "auderghem", "sintjansmolenbeek": "molenbeeksaintjean", "sintagathaberchem": "berchemsainteagathe",
    "sintlambrechtswoluwe": "woluwesaintlambert", "sintpieterswoluwe": "woluwesaintpierre",
    "watermaalbosvoorde": "watermaelboitsfort", "sintjoosttennode": "saintjossetennoode",
}  # fmt: skip
_DUTCH = {"sgravenhage": "denhaag", "thehague": "denhaag", "lahaye": "denhaag", "shertogenbosch": "denbosch"}


def in_one_language(letters: str) -> str:
    """One word for a city, given by the small plain letters and digits of its name."""
    return _words().get(letters, letters)


@lru_cache(maxsize=1)
def _words() -> dict[str, str]:
    belgian = {word: name for name, others in _BELGIAN.items() for word in others.split()}
    return {**_of_the_world(), **belgian, **_DUTCH}


def _of_the_world() -> dict[str, str]:
    """Every name of a city to its name in the register; what may be either of two cities stays as it is."""
    meant: defaultdict[str, set[str]] = defaultdict(set)
    zones = {str(zone) for language in LANGUAGES for zone in Locale(language).time_zones} - {"Etc/UTC", "Etc/Unknown"}
    for zone in zones:
        own = _letters(zone.rpartition("/")[2])
        for language in LANGUAGES:
            meant[_letters(Locale(language).time_zones.get(zone, {}).get("city", ""))].add(own)
        meant[own].add(own)
    return {word: cities.pop() for word, cities in meant.items() if word and len(cities) == 1}


def _letters(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text.casefold()).casefold()
    return "".join(c for c in folded if c.isalnum())
