"""Which country is meant: ISO codes and words in the languages of our customers, from the Unicode register (CLDR)."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from babel import Locale
from babel.core import get_global

#: The languages of the issue first; names that a country gives itself may follow, but never take a word from these.
_LANGUAGES = ("nl", "en", "fr", "de", "es", "it", "pt", "da", "sv", "nb", "fi", "pl")
#: What people write and the register does not say. EL is the Union's own code for Greece, XI its code for Northern
#: Ireland (Regulation (EU) 2020/1108), UK and VK are everyday speech.
_EVERYDAY = {
    "GB": "uk vk xi eng engeland england angleterre schotland scotland schottland ecosse wales paysdegalles "
    "noordierland northernireland nordirland irlandedunord grootbrittannie greatbritain grandebretagne "
    "grossbritannien britain unitedkingdomofgreatbritainandnorthernireland",
    "NL": "holland hollande dieniederlande nederlanden koninkrijkdernederlanden lespaysbas nld",
    "US": "usa vs vsa vsvanamerika verenigdestatenvanamerika unitedstatesofamerica etatsunisdamerique "
    "vereinigtestaatenvonamerika amerika america",
    "DE": "brd bundesrepublikdeutschland bondsrepubliekduitsland westduitsland",
    "GR": "el hellas hellenicrepublic",
    "CZ": "tsjechischerepubliek czechrepublic republiquetcheque tschechischerepublik",
    "LU": "grootherdogdomluxemburg grandduchedeluxembourg",
    "BE": "belgie belgique belgien belgium",
    "AE": "uae vae emiraten",
    "CI": "ivoorkust",
    "MK": "macedonie macedonia mazedonien macedoine",
    "IE": "republicofireland eire",
    "TR": "turkije turkey turquie turkei tuerkei turkiye",
}
#: Distinguishing signs of vehicles that differ from the ISO code, as in "D-50667" (UN, Vienna Convention).
VEHICLE_SIGNS = {
    "A": "AT", "B": "BE", "D": "DE", "E": "ES", "F": "FR", "FIN": "FI", "H": "HU", "I": "IT", "IRL": "IE", "L": "LU",
    "M": "MT", "N": "NO", "P": "PT", "S": "SE", "SLO": "SI", "EST": "EE", "FL": "LI",
}  # fmt: skip
_NO_COUNTRY = frozenset({"EU", "UN", "ZZ", "EZ", "QO", "XA", "XB"})
#: "Oesterreich" where the letter is not at hand.
_WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
_ARTICLE = re.compile(r"^(?:the|de|het|la|le|les|die|der|das)\s+", re.IGNORECASE)
_PARTS = re.compile(r"[-/(),;|]+")


def country_code(text: str | None) -> str | None:
    """The two letters of ISO 3166 of the country that is meant, or None when that is not understood.

    Several names for one country ("België / Belgique") are understood when they agree.
    """
    written = " ".join((text or "").split())
    return _understood(written) or _agreed(written)


@lru_cache(maxsize=1024)
def _agreed(written: str) -> str | None:
    parts = [part for part in _PARTS.split(written) if part.strip()]
    meant = {_understood(part.strip()) for part in parts}
    return meant.pop() if len(meant) == 1 else None


@lru_cache(maxsize=4096)
def _understood(written: str) -> str | None:
    return _by_word().get(_letters(written)) or _by_word().get(_letters(_ARTICLE.sub("", written)))


@lru_cache(maxsize=1)
def _by_word() -> dict[str, str]:
    words = {sign.casefold(): code for sign, code in VEHICLE_SIGNS.items()}
    words |= {word: code for code, spoken in _EVERYDAY.items() for word in spoken.split()}
    for language in _LANGUAGES:
        for code, name in Locale(language).territories.items():
            if len(code) == 2 and code.isalpha() and code not in _NO_COUNTRY:
                words.setdefault(code.casefold(), code)
                words.setdefault(_letters(name), code)
                words.setdefault(_letters(name.casefold().translate(_WRITTEN_OUT)), code)
    for alias, codes in get_global("territory_aliases").items():
        if len(alias) == 3 and alias.isalpha() and len(codes) == 1 and codes[0].casefold() in words:
            words.setdefault(alias.casefold(), codes[0])
    return words


def _letters(text: str) -> str:
    return "".join(filter(str.isalpha, unicodedata.normalize("NFKD", text.casefold())))
