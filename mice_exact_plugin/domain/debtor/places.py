"""Postcodes: one normal form per country for comparing, and the way people of that country write it for sending."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from mice_exact_plugin.domain.countries import country_code
from mice_exact_plugin.domain.filler_words import is_filler

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
