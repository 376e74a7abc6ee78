"""Where somebody is: street, city and postcode in the normal forms they are compared by, and as they are sent."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from babel import Locale

from mice_exact_plugin.domain.debtor.countries import LANGUAGES, country_code
from mice_exact_plugin.domain.debtor.name_words import is_filler

#: "straße" and "straat" are shortened alike; words that are written out or short.
_STREET = re.compile(r"(?:strasse|straat|str)\b\.?|\b(?:avenue|ave)\b\.?|\b(?:boulevard|blvd|boul)\b\.?|\bstreet\b")
_SHORT = {"avenue": "av", "ave": "av", "boulevard": "bd", "blvd": "bd", "boul": "bd", "street": "st"}
#: A place within a building or at a fair: many addresses of one city have one like it.
_NO_STREET = re.compile(
    r"\s*(?:unit|suite|gebouw|building|batiment|gebaude|kantoor|office|bureau|kamer|room|etage|verdieping|floor|hal|hall|"
    r"halle|stand|loods|box|bus)\b"
)
_RUNS = re.compile(r"[^\W\d_]+|\d+")
_ONE_ADDRESS = re.compile(r"(?:[^<>]*<)?(?:mailto:)?([^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>.]+)>?", re.IGNORECASE)


def normal_street(*lines: str | None) -> str | None:
    """Street and house number of the first line that has both; without a number a street says too little."""
    plain = (_plain(line) for line in lines if line and any(map(str.isdigit, line)))
    street = next((line for line in plain if not _NO_STREET.match(line)), None)
    if street is None:
        return None
    shortened = _STREET.sub(lambda found: _SHORT.get(found[0].rstrip("."), "str"), street)
    runs = _RUNS.findall(shortened)
    return "".join(
        f"-{run}" if place and run.isdigit() and runs[place - 1].isdigit() else run for place, run in enumerate(runs)
    )


def normal_city(city: str | None) -> str | None:
    bare = "".join(filter(str.isalnum, _plain(city or "")))
    return in_one_language(bare) or None


def email_address(text: str | None) -> str | None:
    """The one address in a field, without case, name or "mailto:"; None when it holds none or several."""
    found = _ONE_ADDRESS.fullmatch(" ".join((text or "").split()))
    return unicodedata.normalize("NFKC", found[1]).casefold() if found else None


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text.casefold()).casefold()
    return folded if folded.isascii() else "".join(c for c in folded if not unicodedata.combining(c))


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


#: How a postcode is written: d a digit, l a letter, x either, anything else itself; several where several are in use.
#: After the addressing systems of the Universal Postal Union, by which LV-, LT-, MD- and AD belong to the code.
_FORMS: dict[str, tuple[str, ...]] = {
    "NL": ("dddd ll", "dddd"), "BE": ("dddd",), "LU": ("dddd",), "DE": ("ddddd",), "FR": ("ddddd",), "AT": ("dddd",),
    "CH": ("dddd",), "LI": ("dddd",), "MC": ("ddddd",), "IT": ("ddddd",), "SM": ("ddddd",), "VA": ("ddddd",),
    "ES": ("ddddd",), "PT": ("dddd-ddd", "dddd"), "DK": ("dddd",), "NO": ("dddd",), "SE": ("ddd dd",),
    "FI": ("ddddd",), "IS": ("ddd",), "FO": ("ddd",), "GL": ("dddd",), "PL": ("dd-ddd",), "CZ": ("ddd dd",),
    "SK": ("ddd dd",), "HU": ("dddd",), "SI": ("dddd",), "HR": ("ddddd",), "RO": ("dddddd",), "BG": ("dddd",),
    "GR": ("ddd dd",), "CY": ("dddd",), "MT": ("lll dddd",), "EE": ("ddddd",), "LV": ("LV-dddd",),
    "LT": ("LT-ddddd",), "TR": ("ddddd",), "UA": ("ddddd",), "RS": ("ddddd",), "BA": ("ddddd",), "ME": ("ddddd",),
    "MK": ("dddd",), "AL": ("dddd",), "MD": ("MD-dddd",), "AD": ("ADddd",),
    "GB": ("ld dll", "ldd dll", "lld dll", "lldd dll", "ldl dll", "lldl dll"), "GI": ("lldd dll",),
    "JE": ("lld dll", "lldd dll"), "GG": ("lld dll", "lldd dll"), "IM": ("lld dll", "lldd dll"),
    "IE": ("ldd xxxx", "ldl xxxx"), "US": ("ddddd", "ddddd-dddd"), "CA": ("ldl dld",), "BR": ("ddddd-ddd",),
    "MX": ("ddddd",), "AU": ("dddd",), "NZ": ("dddd",), "JP": ("ddd-dddd",), "CN": ("dddddd",), "IN": ("dddddd",),
    "KR": ("ddddd",), "SG": ("dddddd",), "IL": ("ddddddd", "ddddd"), "ZA": ("dddd",), "TH": ("ddddd",),
    "ID": ("ddddd",), "MY": ("ddddd",), "MA": ("ddddd",), "TN": ("dddd",),
}  # fmt: skip
#: Where codes begin with a zero, which spreadsheets drop.
_LOSES_ZERO = frozenset({"DE", "ES", "FR", "IT", "RO", "FI", "US"})
_PLACES = {"d": r"\d", "l": "[A-Z]", "x": "[A-Z0-9]"}
#: "WA 98052": in America the state stands in front.
_AMERICAN_STATE = re.compile(r"[A-Z]{2}(?=\d{5}(?:\d{4})?$)")
#: Letters and digits of a postcode that covers part of a street. Everywhere else it covers a town or a quarter.
_OF_A_STREET = {"NL": 6, "GB": 5}
#: Letters of a country's code. Before a postcode that begins with a letter only such a sign can be told from it.
_ISO_LETTERS = 2
#: Shorter beginnings say nothing.
_SHORTEST_BEGINNING = 3


@dataclass(frozen=True, slots=True)
class Postcode:
    """`normal` to compare, `written` to send; `country` when a sign of one stands in front."""

    normal: str
    written: str
    country: str | None = None


class NotOfTheCountry(ValueError):
    """The postcode has no form that the country has, or the sign of another country: which is right is unknown."""


@lru_cache(maxsize=8192)
def postcode_of(text: str | None, country: str | None) -> Postcode | None:
    """None for an empty field or a filler. Where no form is known, as it stands."""
    bare = "".join(filter(str.isalnum, (text or "").upper()))
    if is_filler(text or ""):
        return None
    own = _in_a_form_of(country, bare) if country else None
    if own is not None:
        return own
    signed = _with_a_sign_in_front(bare)
    if country in _FORMS or (country is not None and signed is not None and signed.country != country):
        raise NotOfTheCountry(text)
    return signed or Postcode(bare, " ".join((text or "").split()))


def covers_a_street(normal: str, country: str | None) -> bool:
    """Whether a postcode tells neighbours apart; without a country its form must."""
    return any(
        country in (code, None) and len(normal) >= letters and _in_a_form_of(code, normal) is not None
        for code, letters in _OF_A_STREET.items()
    )


def is_part_of(one: str, other: str) -> bool:
    """Whether one is the beginning of the other, as "1012" of "1012AB": they neither agree nor contradict."""
    short, long = sorted((one, other), key=len)
    return len(short) >= _SHORTEST_BEGINNING and long.startswith(short)


def _in_a_form_of(country: str, bare: str) -> Postcode | None:
    """As a postcode of this country, with or without its own sign in front."""
    for candidate in _without_own_sign(bare, country):
        for form in _FORMS.get(country, ()):
            places = _pattern(form).fullmatch(candidate)
            if places:
                return Postcode(places[1], _set_into(form, places[1]))
    return None


def _without_own_sign(bare: str, country: str) -> list[str]:
    ways = [
        bare,
        *(bare[size:] for size in (1, 2, 3) if bare[:size].isalpha() and country_code(bare[:size]) == country),
    ]
    if country == "US":
        ways.append(_AMERICAN_STATE.sub("", bare))
    if country in _LOSES_ZERO:
        ways += [f"0{way}" for way in ways if way.isdigit()]
    return ways


def _with_a_sign_in_front(bare: str) -> Postcode | None:
    """With a country's sign in front: "D50667", "PT1000001"; "GBB146XZ" is no code of any country without one."""
    for size in (1, 2, 3):
        sign, rest = bare[:size], bare[size:]
        code = country_code(sign) if sign.isalpha() and (size == _ISO_LETTERS or rest[:1].isdigit()) else None
        found = _in_a_form_of(code, rest) if code else None
        if found is not None:
            return Postcode(found.normal, found.written, code)
    return None


@lru_cache(maxsize=256)
def _pattern(form: str) -> re.Pattern[str]:
    """The letters and digits that differ as one group; what is part of the form only may be left out."""
    fixed = "".join(c for c in form if c.isupper())
    places = "".join(_PLACES.get(c, "") for c in form)
    return re.compile(f"(?:{fixed})?({places})", re.ASCII)


def _set_into(form: str, places: str) -> str:
    left = iter(places)
    return "".join(next(left) if c in _PLACES else c for c in form)
