"""VAT and chamber of commerce numbers: one normal form each, and only valid ones count (python-stdnum)."""

from __future__ import annotations

import re
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from stdnum import get_cc_module
from stdnum.ch import uid as swiss_uid
from stdnum.eu.vat import MEMBER_STATES
from stdnum.no import orgnr as norwegian_number

if TYPE_CHECKING:
    from collections.abc import Callable

#: The country in front of a number → the module that checks it. Greece is EL in VAT numbers, Northern Ireland XI.
_VAT_SCHEMES = {state.upper(): state for state in MEMBER_STATES} | {"GR": "gr", "EL": "gr", "XI": "gb", "GB": "gb"}
VAT_PREFIXES = {"GR": "EL"}
_LABEL = re.compile(r"(?:BTW|VAT|TVA|USTIDNR|USTID|USTNR|UST|MWST|IVA|UIDNR)(?:NUMMER|NUMBER|NR)?")
_COC_LABEL = re.compile(r"(?:KVK|KBO|BCE|COC|RPR|ON)(?:NUMMER|NUMBER|NR)?")
_GERMAN_REGISTER = re.compile(r"(HRA|HRB|GNR|VR|PR|GSR)0*(\d{1,6}[A-Z]{0,2})")
_SHORTEST_UNCHECKED = 5


@lru_cache(maxsize=8192)
def vat_number(text: str | None, country: str | None, home: str | None) -> str | None:
    """Compact, with the two letters in front as Exact takes it; None when it is not a valid number.

    Without letters in front it is a number of the address's country, or of the administration's when there is none.
    """
    bare = without_vat_label(text)
    stated = _vat_of(bare[:2], bare[2:])
    if stated is not None:
        return stated
    unstated = country or home
    return _vat_of(unstated, bare) if unstated else None


@lru_cache(maxsize=8192)
def coc_number(text: str | None, country: str | None, home: str | None) -> str | None:
    """The number in the trade register in the form of its country; None when it is not valid there."""
    bare = _without_label(_COC_LABEL, text)
    place = country or home
    if not bare or not place:
        return None
    check = _COC_CHECKS.get(place, _unchecked)
    return check(bare.removeprefix(place) or bare)


def without_vat_label(text: str | None) -> str:
    """Letters and digits in capitals, without a "BTW" or "USt-IdNr." in front."""
    return _without_label(_LABEL, text)


def belgian_identity(vat: str | None) -> str | None:
    """A Belgian VAT number is the number in the Crossroads Bank with BE in front."""
    return vat.removeprefix("BE") if vat and vat.startswith("BE") else None


def _vat_of(prefix: str, digits: str) -> str | None:
    if prefix == "CH":
        return _swiss(digits)
    if prefix == "NO":
        return _norwegian(digits)
    scheme = _VAT_SCHEMES.get(prefix)
    module = get_cc_module(scheme, "vat") if scheme else None
    if module is None or not digits or not module.is_valid(digits):
        return None
    front = VAT_PREFIXES.get(prefix, prefix)
    return front + module.compact(digits).upper().removeprefix(front)


def _swiss(digits: str) -> str | None:
    bare = re.sub(r"(MWST|TVA|IVA|TPV)$", "", digits)
    number = f"CHE{bare.removeprefix('CHE').removeprefix('E')}"
    return swiss_uid.compact(number) if swiss_uid.is_valid(number) else None


def _norwegian(digits: str) -> str | None:
    bare = digits.removesuffix("MVA")
    return f"NO{bare}MVA" if norwegian_number.is_valid(bare) else None


def _dutch_register(bare: str) -> str | None:
    return bare if re.fullmatch(r"\d{8}", bare) and bare != "00000000" else None


def _german_register(bare: str) -> str | None:
    """Register and number. The court is left out: it is seldom written, and a number with it is the same number."""
    found = _GERMAN_REGISTER.search(bare)
    return found[1] + found[2] if found else None


def _french_register(bare: str) -> str | None:
    """The company's nine digits, of which the fourteen of an establishment are the beginning."""
    siren = get_cc_module("fr", "siren")
    head = bare[:9]
    return head if len(bare) in (9, 14) and siren is not None and siren.is_valid(head) else None


def _austrian_register(bare: str) -> str | None:
    found = re.fullmatch(r"(?:FN)?0*(\d{1,6}[A-Z])", bare)
    return f"FN{found[1]}" if found else None


def _luxembourg_register(bare: str) -> str | None:
    found = re.fullmatch(r"(?:RCS)?([A-L])0*(\d{2,6})", bare)
    return found[1] + found[2] if found else None


def _british_register(bare: str) -> str | None:
    number = bare.zfill(8) if bare.isdigit() else bare
    return number if re.fullmatch(r"(?:\d{2}|[A-Z]{2})\d{6}", number) and number.strip("0") else None


def _checked_by(country: str, name: str, bare: str) -> str | None:
    module = get_cc_module(country, name)
    return module.compact(bare).upper() if module is not None and module.is_valid(bare) else None


def _unchecked(bare: str) -> str | None:
    return bare if len(bare) >= _SHORTEST_UNCHECKED and any(map(str.isdigit, bare)) and bare.strip("0") else None


_COC_CHECKS: dict[str, Callable[[str], str | None]] = {
    "NL": _dutch_register,
    "DE": _german_register,
    "FR": _french_register,
    "AT": _austrian_register,
    "LU": _luxembourg_register,
    "GB": _british_register,
    "BE": partial(_checked_by, "be", "vat"),
    "SE": partial(_checked_by, "se", "orgnr"),
    "DK": partial(_checked_by, "dk", "cvr"),
    "NO": partial(_checked_by, "no", "orgnr"),
    "FI": partial(_checked_by, "fi", "ytunnus"),
    "CH": _swiss,
    "PT": partial(_checked_by, "pt", "nif"),
    "ES": partial(_checked_by, "es", "nif"),
}


def _without_label(label: re.Pattern[str], text: str | None) -> str:
    """Without a "BTW" or "KvK" in front."""
    bare = _bare(text)
    found = label.match(bare)
    return bare[found.end() :] if found else bare


def _bare(text: str | None) -> str:
    return "".join(c for c in (text or "").upper() if c.isascii() and c.isalnum())
