"""Postcodes: one normal form per country for comparing, and the way people of that country write it for sending."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from mice_exact_plugin.domain.countries import VEHICLE_SIGNS, country_code
from mice_exact_plugin.domain.filler_words import is_filler

#: How a postcode is written: 9 a digit, A a letter, * either, anything else itself. Several where several are in use.
#: Source: the addressing systems of the Universal Postal Union; LV- and LT- belong to the code as it is written there.
_FORMS: dict[str, tuple[str, ...]] = {
    "NL": ("9999 AA", "9999"), "BE": ("9999",), "LU": ("9999",), "DE": ("99999",), "FR": ("99999",), "AT": ("9999",),
    "CH": ("9999",), "LI": ("9999",), "MC": ("99999",), "IT": ("99999",), "SM": ("99999",), "VA": ("99999",),
    "ES": ("99999",), "PT": ("9999-999", "9999"), "DK": ("9999",), "NO": ("9999",), "SE": ("999 99",),
    "FI": ("99999",), "IS": ("999",), "FO": ("999",), "GL": ("9999",), "PL": ("99-999",), "CZ": ("999 99",),
    "SK": ("999 99",), "HU": ("9999",), "SI": ("9999",), "HR": ("99999",), "RO": ("999999",), "BG": ("9999",),
    "GR": ("999 99",), "CY": ("9999",), "MT": ("AAA 9999",), "EE": ("99999",), "LV": ("LV-9999",),
    "LT": ("LT-99999",), "TR": ("99999",), "UA": ("99999",), "RS": ("99999",), "BA": ("99999",), "ME": ("99999",),
    "MK": ("9999",), "AL": ("9999",), "MD": ("MD-9999",), "AD": ("AD999",),
    "GB": ("A9 9AA", "A99 9AA", "AA9 9AA", "AA99 9AA", "A9A 9AA", "AA9A 9AA"), "GI": ("AA99 9AA",),
    "JE": ("AA9 9AA", "AA99 9AA"), "GG": ("AA9 9AA", "AA99 9AA"), "IM": ("AA9 9AA", "AA99 9AA"),
    "IE": ("A99 ****", "A9A ****"), "US": ("99999", "99999-9999"), "CA": ("A9A 9A9",), "BR": ("99999-999",),
    "MX": ("99999",), "AU": ("9999",), "NZ": ("9999",), "JP": ("999-9999",), "CN": ("999999",), "IN": ("999999",),
    "KR": ("99999",), "SG": ("999999",), "IL": ("9999999", "99999"), "ZA": ("9999",), "TH": ("99999",),
    "ID": ("99999",), "MY": ("99999",), "MA": ("99999",), "TN": ("9999",), "SR": (), "CW": (), "AW": (),
}  # fmt: skip
_SIGN_IN_FRONT = re.compile(r"([A-Z]{1,3})(.+)")
_STATE_IN_FRONT = re.compile(r"[A-Z]{2}(\d{5}(?:\d{4})?)")
#: Where one postcode covers part of a street. Everywhere else it covers a town or a quarter.
_OF_A_STREET = {"NL": 6, "GB": 5}
#: Shorter beginnings say nothing.
_SHORTEST_BEGINNING = 3


@dataclass(frozen=True, slots=True)
class Postcode:
    """`normal` to compare, `written` to send; `country` when one stands in front of it."""

    normal: str
    written: str
    country: str | None = None


class AnotherCountry(ValueError):
    """The postcode carries a country in front that is not the country of the address: neither can be relied on."""


@lru_cache(maxsize=8192)
def postcode_of(text: str | None, country: str | None) -> Postcode | None:
    """None for an empty field or a filler. A form that the country does not have is compared and sent as it stands."""
    bare = _bare(text)
    if is_filler(bare):
        return None
    if country is not None:
        own = _fitting(bare, country)
        if own is not None:
            return own
    signed = _with_sign(bare, country)
    if signed is None:
        return Postcode(bare, " ".join((text or "").split()))
    if country is not None and signed.country != country:
        raise AnotherCountry(text)
    return signed


def covers_a_street(normal: str, country: str | None) -> bool:
    """Whether a postcode tells neighbours apart; without a country its form must."""
    return any(
        country in (code, None) and len(normal) >= letters and _fitting(normal, code) is not None
        for code, letters in _OF_A_STREET.items()
    )


def is_part_of(one: str, other: str) -> bool:
    """Whether one is the beginning of the other, as "1012" of "1012AB": they neither agree nor contradict."""
    short, long = sorted((one, other), key=len)
    return len(short) >= _SHORTEST_BEGINNING and long.startswith(short)


def _fitting(bare: str, country: str) -> Postcode | None:
    """As a postcode of this country, with or without its own sign in front."""
    for candidate in _without_own_sign(bare, country):
        for pattern, literal, form in _patterns(country):
            if pattern.fullmatch(candidate):
                return Postcode(candidate.removeprefix(literal), _written(candidate.removeprefix(literal), form))
    return None


def _without_own_sign(bare: str, country: str) -> list[str]:
    candidates = [bare]
    match = _SIGN_IN_FRONT.fullmatch(bare)
    for size in (1, 2, 3) if match else ():
        if country_code(bare[:size]) == country:
            candidates.append(bare[size:])
    state = _STATE_IN_FRONT.fullmatch(bare) if country == "US" else None
    return [*candidates, state[1]] if state else candidates


def _with_sign(bare: str, country: str | None) -> Postcode | None:
    """With another country's sign in front: "D50667", "PT1000001"."""
    for size in (1, 2, 3):
        sign, rest = bare[:size], bare[size:]
        code = country_code(sign) if sign.isalpha() and rest[:1].isdigit() else None
        found = _fitting(rest, code) if code and code != country else None
        if found is not None:
            return Postcode(found.normal, found.written, code)
    return None


@lru_cache(maxsize=256)
def _patterns(country: str) -> list[tuple[re.Pattern[str], str, str]]:
    """Pattern of the bare text, the letters that are part of the form only, the form."""
    found = []
    for form in _FORMS.get(country, ()):
        literal = "".join(filter(str.isalpha, form.replace("A", ""))) if form[:2] == country else ""
        literal = country if form.startswith(country) else literal
        places = "".join(c for c in form.removeprefix(literal) if c in "9A*")
        classes = "".join({"9": r"\d", "A": "[A-Z]", "*": "[A-Z0-9]"}[c] for c in places)
        found.append((re.compile(f"(?:{literal})?{classes}" if literal else classes, re.ASCII), literal, form))
    return found


def _written(bare: str, form: str) -> str:
    """The letters and digits set into the form."""
    left = iter(bare)
    return "".join(next(left) if c in "9A*" and not _is_literal(form, place) else c for place, c in enumerate(form))


def _is_literal(form: str, place: int) -> bool:
    return form[:2] in ("LV", "LT", "MD", "AD") and place < 2


def _bare(text: str | None) -> str:
    return "".join(filter(str.isalnum, (text or "").upper()))


__all__ = ["AnotherCountry", "Postcode", "covers_a_street", "is_part_of", "postcode_of"]

assert set(VEHICLE_SIGNS.values()) <= set(_FORMS)
