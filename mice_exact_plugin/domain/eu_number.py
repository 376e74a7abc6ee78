"""Whether an invoice carries the VAT number that a code for services or goods within the EU needs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from stdnum.eu import vat
from stdnum.exceptions import ValidationError

if TYPE_CHECKING:
    from mice_exact_plugin.domain.invoice import Debtor
    from mice_exact_plugin.domain.reference import EuListing

#: Northern Ireland is within the union for goods and outside it for services (Windsor Framework; Council Directive
#: 2006/112/EC, article 214(1) as amended by Directive 2020/1756: its numbers begin with XI).
GOODS_ONLY = "XI"
#: Greece has EL before its VAT numbers and GR on the map.
_PREFIXES = {"GR": "EL"}
#: The states whose numbers python-stdnum knows, by the prefix of their VAT numbers.
MEMBERS = frozenset(_PREFIXES.get(state.upper(), state.upper()) for state in vat.MEMBER_STATES)


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
    """The number of an invoice judged for one code. `text` is its normal form when good, else as it is written."""

    state: NumberState
    text: str
    member: str | None = None
    """Prefix of the member state that a good number is of."""


def judge(debtor: Debtor, listing: EuListing, home_country: str) -> EuNumber:
    """Judge the number of an invoice for a code of this EU sales listing, in an administration of `home_country`."""
    written = " ".join((debtor.vat_number or "").split())
    bare = "".join(filter(str.isalnum, written)).upper()
    if not bare:
        return EuNumber(NumberState.MISSING, "")
    member = _member(bare, debtor.country)
    if member == prefix_of(home_country):
        return EuNumber(NumberState.OWN_STATE, written)
    if member not in MEMBERS:
        return EuNumber(NumberState.OUTSIDE if member else NumberState.INVALID, written)
    normal = _normal(bare if prefix_of(bare[:2]) == member else f"{member}{bare}")
    if normal is None:
        return EuNumber(NumberState.INVALID, written)
    if member == GOODS_ONLY and listing == "S":
        return EuNumber(NumberState.GOODS_ONLY, normal)
    return EuNumber(NumberState.GOOD, normal, member)


def is_elsewhere(number: EuNumber, country: str | None) -> bool:
    """Whether a good number is of another state than the address; an address without a country says nothing."""
    address = prefix_of(country)
    if number.member is None or address is None:
        return False
    return address != ("GB" if number.member == GOODS_ONLY else number.member)


def prefix_of(country: str | None) -> str | None:
    """What stands before the VAT numbers of a country of two letters; None for anything else."""
    code = (country or "").strip().upper()
    return _PREFIXES.get(code, code) if len(code) == 2 and code.isalpha() else None


def _member(bare: str, country: str | None) -> str | None:
    """The prefix of the number, else that of the address: many write their number without it."""
    own, address = prefix_of(bare[:2]), prefix_of(country)
    if own in MEMBERS or (own and not (address in MEMBERS and _normal(f"{address}{bare}"))):
        return own
    return address


def _normal(number: str) -> str | None:
    """The number with EL for Greece, or None when it is not valid of form, check digits included."""
    try:
        valid: str = vat.validate(number)
    except ValidationError:
        return None
    return _PREFIXES.get(valid[:2], valid[:2]) + valid[2:]
