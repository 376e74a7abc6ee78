"""Which country is meant: ISO codes and words in the languages of our customers, from the Unicode register (CLDR)."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from babel import Locale
from babel.core import get_global

#: The languages of the issue first; names that a country gives itself may follow, but never take a word from these.
LANGUAGES = ("nl", "en", "fr", "de", "es", "it", "pt", "da", "sv", "nb", "fi", "pl")
#: What people write and the register does not say; the short ones may have dots ("U.K."). Kosovo has no code of ISO's:
#: XK is the Union's (Regulation (EU) 2020/1470).
_EVERYDAY = {
    "GB": "uk vk gb eng engeland england angleterre schotland scotland schottland ecosse wales paysdegalles "
    "noordierland northernireland nordirland irlandedunord grootbrittannie greatbritain grandebretagne "
    "grossbritannien britain unitedkingdomofgreatbritainandnorthernireland",
    "NL": "holland hollande ned ndl niederland dieniederlande nederlanden koninkrijkdernederlanden lespaysbas",
    "US": "us usa vs vsa vsvanamerika verenigdestatenvanamerika unitedstatesofamerica etatsunisdamerique "
    "vereinigtestaatenvonamerika amerika america",
    "DE": "brd bundesrepublikdeutschland bondsrepubliekduitsland westduitsland",
    "GR": "hellas hellenicrepublic",
    "HK": "hongkong",
    "CN": "prchina vrchina peoplesrepublicofchina volksrepubliekchina volksrepublikchina",
    "SK": "slovakrepublic slowaakserepubliek slowakischerepublik republiqueslovaque",
    "CZ": "tsjechischerepubliek czechrepublic czechrep republiquetcheque tschechischerepublik",
    "LU": "grootherdogdomluxemburg grandduchedeluxembourg luxembourggrandduche luxemburggroothertogdom "
    "groothertogdomluxemburg luxemburggrossherzogtum grossherzogtumluxemburg",
    "BE": "belgie belgique belgien belgium vlaanderen flandre flanders flandern wallonie wallonia",
    "AE": "uae vae emiraten",
    "CI": "ivoorkust",
    "MK": "macedonie macedonia mazedonien macedoine",
    "IE": "republicofireland repofireland eire",
    "XK": "xk",
    "TR": "turkije turkey turquie turkei tuerkei turkiye",
}
#: Distinguishing signs of vehicles that differ from the ISO code, as in "D-50667" (UN, Vienna Convention).
VEHICLE_SIGNS = {
    "A": "AT", "B": "BE", "D": "DE", "E": "ES", "F": "FR", "FIN": "FI", "H": "HU", "I": "IT", "IRL": "IE", "L": "LU",
    "M": "MT", "N": "NO", "P": "PT", "S": "SE", "SLO": "SI", "EST": "EE", "FL": "LI",
}  # fmt: skip
#: EL is the Union's own code for Greece, XI its code for Northern Ireland (Regulation (EU) 2020/1108).
_OF_THE_UNION = {"el": "GR", "xi": "GB"}
_NO_COUNTRY = frozenset({"EU", "UN", "ZZ", "EZ", "QO", "XA", "XB"})
#: Parts that the register names under a code that ISO 3166 only reserves: their name is that of the country.
_PART_OF = {"AC": "SH", "TA": "SH", "CP": "FR", "CQ": "GG", "DG": "IO", "EA": "ES", "IC": "ES"}
#: Three letters that the register still knows and ISO 3166 has withdrawn, or never had.
_NO_ALPHA_3 = frozenset(
    ["ASC", "BUR", "CPT", "DDR", "DGA", "FXX", "IRA", "MAN", "OMA", "TAA", "TMP", "XII", "XKK", "YMD", "ZAR"]
)
#: "Oesterreich" where the letter is not at hand.
WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
_ARTICLE = re.compile(r"^(?:the|de|het|la|le|les|die|der|das)\s+|,\s*(?:the|de|la|le|les|die)$", re.IGNORECASE)
#: Two countries are called so.
_OF_TWO = frozenset({"congo", "kongo"})
#: Shorter ones are abbreviations, in which only dots and blanks may stand between the letters.
_SHORTEST_NAME = 4
_PARTS = re.compile(r"[-/(),;|]+")


def country_code(text: str | None) -> str | None:
    """The two letters of ISO 3166 of the country that is meant, or None when that is not understood.

    Several names for one country ("België / Belgique", "Nederland NL") are understood when they agree.
    """
    written = " ".join((text or "").split())
    return _understood(written) or _agreed(_PARTS.split(written)) or _agreed(written.rsplit(" ", 1))


def _agreed(parts: list[str]) -> str | None:
    meant = {_understood(part.strip()) for part in parts if part.strip()}
    return meant.pop() if len(meant) == 1 else None


@lru_cache(maxsize=4096)
def _understood(written: str) -> str | None:
    """A code only as it is defined: "N1" is not Norway and "N/A" is not Namibia. A word may be spelled more freely."""
    return _by_code().get(written.casefold()) or _word(written) or _word(_ARTICLE.sub("", written))


def _word(written: str) -> str | None:
    letters = _letters(written)
    if any(map(str.isdigit, written)):
        return None
    if len(letters) < _SHORTEST_NAME and re.sub(r"[. ]", "", written.casefold()) != letters:
        return None
    return _by_word().get(letters)


@lru_cache(maxsize=1)
def _by_code() -> dict[str, str]:
    """Two and three letters of ISO 3166, and those that the Union and vehicles have besides."""
    codes = {sign.casefold(): code for sign, code in VEHICLE_SIGNS.items()} | _OF_THE_UNION
    countries = {
        code for code in map(str, Locale("en").territories) if _is_territory(code) and code not in {*_PART_OF, "XK"}
    }
    for code in countries:
        codes.setdefault(code.casefold(), code)
    for alias, meant in get_global("territory_aliases").items():
        is_code = len(alias) == 3 and alias.isalpha() and alias not in _NO_ALPHA_3
        if is_code and len(meant) == 1 and meant[0] in countries:
            codes.setdefault(alias.casefold(), meant[0])
    return codes


@lru_cache(maxsize=1)
def _by_word() -> dict[str, str]:
    words = {word: code for code, spoken in _EVERYDAY.items() for word in spoken.split()}
    for language in LANGUAGES:
        for code, name in Locale(language).territories.items():
            if _is_territory(code):
                for spelling in (name, name.casefold().translate(WRITTEN_OUT)):
                    words.setdefault(_letters(spelling), _PART_OF.get(code, code))
    for word in _OF_TWO:
        words.pop(word, None)
    everyday = {word for spoken in _EVERYDAY.values() for word in spoken.split()}
    return {word: code for word, code in words.items() if len(word) >= _SHORTEST_NAME or word in everyday}


def _is_territory(code: str) -> bool:
    return len(code) == 2 and code.isalpha() and code not in _NO_COUNTRY


def _letters(text: str) -> str:
    return "".join(filter(str.isalpha, unicodedata.normalize("NFKD", text.casefold())))
