"""Whether a VAT number, of an invoice or of a relation, is one that a code for sales within the EU needs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from stdnum.eu import vat
from stdnum.exceptions import ValidationError

from mice_exact_plugin.domain.debtor.countries import country_code
from mice_exact_plugin.domain.debtor.name_words import is_filler
from mice_exact_plugin.domain.debtor.numbers import VAT_PREFIXES, without_vat_label

if TYPE_CHECKING:
    from mice_exact_plugin.domain.reference import EuListing

#: Northern Ireland is within the union for goods and outside it for services (Windsor Framework; Council Directive
#: 2006/112/EC, article 214(1) as amended by Directive 2020/1756: its numbers begin with XI).
GOODS_ONLY = "XI"
#: What goes to Monaco goes to France (Directive 2006/112/EC, article 7).
_TAXED_AS = {"MC": "FR"}
#: What follows the prefix, as the European Commission lists it (VIES, frequently asked questions, question 11).
_FORMS = {
    "AT": r"U\d{8}",
    "BE": r"[01]\d{9}",
    "BG": r"\d{9,10}",
    "CY": r"\d{8}[A-Z]",
    "CZ": r"\d{8,10}",
    "DE": r"\d{9}",
    "DK": r"\d{8}",
    "EE": r"\d{9}",
    "EL": r"\d{9}",
    "ES": r"[A-Z]\d{7}[A-Z0-9]|\d{8}[A-Z]",
    "FI": r"\d{8}",
    "FR": r"[A-HJ-NP-Z0-9]{2}\d{9}",
    "HR": r"\d{11}",
    "HU": r"\d{8}",
    "IE": r"\d[A-Z0-9]\d{5}[A-Z]|\d{7}[A-Z]{2}",
    "IT": r"\d{11}",
    "LT": r"\d{9}|\d{12}",
    "LU": r"\d{8}",
    "LV": r"\d{11}",
    "MT": r"\d{8}",
    "NL": r"\d{9}B\d{2}",
    "PL": r"\d{10}",
    "PT": r"\d{9}",
    "RO": r"\d{2,10}",
    "SE": r"\d{12}",
    "SI": r"\d{8}",
    "SK": r"\d{10}",
    "XI": r"\d{9}|\d{12}|(?:GD|HA)\d{3}",
}
MEMBERS = frozenset(_FORMS)


class NumberState(StrEnum):
    """What is the matter with a number; stored with what a person accepts, so never change a value."""

    GOOD = "good"
    MISSING = "missing"
    INVALID = "invalid"
    OWN_STATE = "own_state"
    OUTSIDE = "outside"
    GOODS_ONLY = "goods_only"


@dataclass(frozen=True, slots=True)
class EuNumber:
    """A number judged for one code. `text` is its normal form when good, else as it is written.

    Attributes:
        member: prefix of the member state that a good number is of.
        adds_up: whether the check digits of a good number agree with the rest of it.
    """

    state: NumberState
    text: str
    member: str | None = None
    adds_up: bool = True


def judge(text: str | None, country: str | None, listing: EuListing, home_country: str) -> EuNumber:
    """Judge a number for a code of this EU sales listing, in an administration of `home_country`.

    `country` is that of the address, as it is written: many write their number without it.
    """
    written = " ".join((text or "").split())
    if is_filler(written):
        return EuNumber(NumberState.MISSING, "")
    bare = without_vat_label(written)
    if not any(map(str.isdigit, bare)):
        return EuNumber(NumberState.INVALID, written)
    member = _member(bare, country)
    if member == prefix_of(home_country):
        return EuNumber(NumberState.OWN_STATE, written)
    if member not in MEMBERS:
        return EuNumber(NumberState.OUTSIDE if member else NumberState.INVALID, written)
    number = bare if prefix_of(bare[:2]) == member else f"{member}{bare}"
    valid = _valid(number)
    normal = valid or _formed(number)
    if normal is None:
        return EuNumber(NumberState.INVALID, written)
    if member == GOODS_ONLY and listing == "S":
        return EuNumber(NumberState.GOODS_ONLY, normal)
    return EuNumber(NumberState.GOOD, normal, member, adds_up=valid is not None)


def is_elsewhere(number: EuNumber, country: str | None) -> bool:
    """Whether a good number is of another state than the address; an address without a country says nothing."""
    address = prefix_of(country_code(country))
    if number.member is None or address is None:
        return False
    return address != ("GB" if number.member == GOODS_ONLY else number.member)


def prefix_of(country: str | None) -> str | None:
    """What stands before the VAT numbers of a country of two letters; None for anything else."""
    code = (country or "").strip().upper()
    code = _TAXED_AS.get(code, code)
    return VAT_PREFIXES.get(code, code) if len(code) == 2 and code.isalpha() else None


def _member(bare: str, country: str | None) -> str | None:
    """The prefix of the number, else that of the address."""
    own, address = prefix_of(bare[:2]), prefix_of(country_code(country))
    if own in MEMBERS or (own and not (address in MEMBERS and _valid(f"{address}{bare}"))):
        return own
    return address


def _valid(number: str) -> str | None:
    """The number with EL for Greece, or None when it is not valid, check digits included."""
    try:
        valid: str = vat.validate(number)
    except ValidationError:
        return None
    return _prefixed(valid)


def _formed(number: str) -> str | None:
    """The number with EL for Greece, or None when it has not the length and characters of its state."""
    normal = _prefixed(number)
    return normal if re.fullmatch(_FORMS[normal[:2]], normal[2:], re.ASCII) else None


def _prefixed(number: str) -> str:
    return VAT_PREFIXES.get(number[:2], number[:2]) + number[2:]
