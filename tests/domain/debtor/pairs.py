"""For everything that can be seen between a customer and a relation: invoices and relations that show just that."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import product
from typing import TYPE_CHECKING, Any

from mice_exact_plugin.domain.debtor.customer import Customer, customer_of
from mice_exact_plugin.domain.debtor.table import Name, Numbers, Place, Second, Seen, Who
from mice_exact_plugin.domain.reference import CrmAccount
from tests.domain.build import account, debtor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mice_exact_plugin.domain.invoice import Debtor

HOME = "NL"
LONG = "Stichting Openbaar Primair Onderwijs Regio Zuidoost locatie De Ster"
LONG_PERSON = "Wolfeschlegelsteinhausenbergerdorff Senior van der Zee"
#: Valid by their check digits.
VATS = ("NL123436771B01", "DE136695976")
COCS = ("38480752", "38480753")

Change = dict[str, Any]


@dataclass(frozen=True)
class Pair:
    """An invoice's debtor, a relation, and whether the client was booked on it before under this name."""

    debtor: Debtor
    account: CrmAccount
    booked_before: bool = False

    @property
    def customer(self) -> Customer:
        found = customer_of(self.debtor, HOME, keyed)
        assert found is not None
        return found

    @property
    def earlier_account_id(self) -> str | None:
        return self.account.id if self.booked_before else None


@dataclass(frozen=True)
class _Way:
    """One way to show a fact: what it changes of the debtor and of the account."""

    ours: Change = field(default_factory=dict)
    theirs: Change = field(default_factory=dict)
    booked_before: bool = False


def keyed(address: str) -> str:
    return f"hash of {address}"


_NAMES: dict[tuple[Name, Who], tuple[tuple[Change, str], ...]] = {
    (Name.EQUAL, Who.COMPANY): (
        ({"name": "Voorbeeld Events B.V."}, "VOORBEELD  EVENTS BV"),
        ({"name": "Jansen & Zn Feesten BV"}, "Jansen en Zn. Feesten B.V."),
    ),
    (Name.EQUAL, Who.PERSON): (({"first_name": "Jan", "last_name": "de Vries"}, "Jan de Vries"),),
    (Name.PERHAPS, Who.COMPANY): (({"name": LONG}, LONG[:50]),),
    (Name.PERHAPS, Who.PERSON): (({"last_name": LONG_PERSON}, LONG_PERSON[:50]),),
    (Name.LEGAL_FORM, Who.COMPANY): (
        ({"name": "Voorbeeld Events BV"}, "Voorbeeld Events NV"),
        ({"name": "Voorbeeld Events"}, "Voorbeeld Events B.V."),
        ({"name": "Voorbeeld Events BV"}, "Voorbeeld Events"),
    ),
    (Name.LEGAL_FORM, Who.PERSON): (({"first_name": "Jan", "last_name": "de Vries"}, "Jan de Vries BV"),),
    (Name.OTHER, Who.COMPANY): (
        ({"name": "Voorbeeld Events BV"}, "Voorbeeld Evenementen BV"),
        ({"name": LONG}, f"{LONG[:49]}x"),
    ),
    (Name.OTHER, Who.PERSON): (
        ({"first_name": "Jan", "last_name": "de Vries"}, "J. de Vries"),
        ({"first_name": "Jan", "last_name": "de Vries"}, "Piet de Vries"),
    ),
}
_FINE = (
    _Way({"postcode": "1234 AB", "country": "NL"}, {"postcode": "nl-1234ab", "country": "NL "}),
    _Way({"postcode": "1234 AB", "country": None}, {"postcode": "1234AB", "country": "NL"}),
    _Way({"postcode": "SW1A 1AA", "country": "UK"}, {"postcode": "SW1A1AA", "country": "GB"}),
)
_COARSE = (
    _Way({"postcode": "D-50667", "country": "Duitsland"}, {"postcode": "50667", "country": "DE"}),
    _Way({"postcode": "1000", "country": "België"}, {"postcode": "B-1000", "country": None}),
    _Way({"postcode": "1234", "country": "NL"}, {"postcode": "1234", "country": "NL"}),
)
_PLACES: dict[tuple[Place, Who], tuple[_Way, ...]] = {
    (Place.EQUAL, Who.COMPANY): (*_FINE, *_COARSE),
    (Place.EQUAL, Who.PERSON): _FINE,
    (Place.TOWN, Who.COMPANY): (),
    (Place.TOWN, Who.PERSON): _COARSE,
}
_MISSING = (
    _Way({"postcode": "1234 AB"}, {"postcode": None}),
    _Way({"postcode": None}, {"postcode": "1234AB"}),
    _Way({"postcode": "n.v.t."}, {"postcode": None}),
    _Way({"postcode": "1234"}, {"postcode": "1234AB"}),
    _Way({"postcode": "1234 AB", "country": "Nederlnad"}, {"postcode": "1234AB"}),
    _Way({"postcode": "D-50667", "country": "NL"}, {"postcode": "1234AB"}),
)
_AWAY = (
    _Way({"postcode": "1234 AB"}, {"postcode": "1234AC"}),
    _Way({"postcode": "1234 AB", "country": "NL"}, {"postcode": "1234AB", "country": "BE"}),
    _Way({"postcode": None, "country": "Duitsland"}, {"postcode": None, "country": "NL"}),
    _Way({"postcode": "B-1000", "country": None}, {"postcode": "1000", "country": "LU"}),
)
_NUMBERS: dict[Numbers, tuple[tuple[str | None, str | None, str | None, str | None], ...]] = {
    # Our VAT number, theirs, our CoC number, theirs.
    Numbers.EQUAL: (
        (VATS[0], "NL 1234.36.771.B01", None, None),
        (None, None, COCS[0], "KvK 3848 0752"),
        (VATS[0], VATS[0], COCS[0], COCS[0]),
        (VATS[0], None, COCS[0], COCS[0]),
    ),
    Numbers.COC_ONLY: ((VATS[0], VATS[1], COCS[0], COCS[0]),),
    Numbers.VAT_ONLY: ((VATS[0], VATS[0], COCS[0], COCS[1]),),
    Numbers.DIFFERS: (
        (VATS[0], VATS[1], None, None),
        (None, None, COCS[0], COCS[1]),
        (VATS[0], VATS[1], COCS[0], COCS[1]),
        (VATS[0], VATS[1], COCS[0], None),
    ),
    Numbers.NONE: (
        (None, None, None, None),
        (VATS[0], None, COCS[0], None),
        (None, VATS[0], None, COCS[0]),
        (VATS[0], None, None, COCS[0]),
        ("NL123456789B01", VATS[0], "12", COCS[0]),
        ("NL123456789B01", "NL123456789B01", None, None),
    ),
}
_SECONDS: dict[Second, tuple[_Way, ...]] = {
    Second.YES: (
        _Way({"email": "A@B.nl"}, {"email_key": keyed("a@b.nl")}),
        _Way(
            {"address_line_1": "Markt 1", "city": "Breda", "email": "a@b.nl"},
            {"street": "MARKT 1 ", "city": "breda", "email_key": keyed("c@d.nl")},
        ),
        _Way(booked_before=True),
    ),
    Second.NO: (
        _Way(),
        _Way({"email": "a@b.nl"}, {"email_key": keyed("c@d.nl")}),
        _Way({"email": "a@b.nl; c@d.nl"}, {"email_key": keyed("a@b.nl")}),
        _Way({"address_line_1": "Markt 1", "city": "Breda"}, {"street": "Markt 2", "city": "Breda"}),
        _Way({"address_line_1": "Markt 1", "city": "Breda"}, {"street": "Markt 1", "city": None}),
        _Way({"address_line_1": "Markt 1", "city": "Breda"}, {"street": "Markt 1", "city": "Tilburg"}),
        _Way({"address_line_1": "Markt", "city": "Breda"}, {"street": "Markt", "city": "Breda"}),
        _Way({}, {"unknown": frozenset({"email", "street"})}),
    ),
    Second.UNKNOWN: (
        _Way({"email": "a@b.nl"}, {"unknown": frozenset({"email", "street", "start_date"})}),
        _Way({"address_line_1": "Markt 1", "city": "Breda"}, {"city": "Breda", "unknown": frozenset({"street"})}),
    ),
}
_BARE_DEBTOR = debtor(
    name=None, address_line_1=None, postcode=None, city=None, country=None, email=None, vat_number=None, coc_number=None
)
_BARE_ACCOUNT = account(name="", postcode=None, city=None, country=None)


def pairs(seen: Seen) -> Iterator[Pair]:
    """Every way of ours to show it; none for a company whose postcode covers a town, which counts as equal."""
    places = _PLACES.get((seen.place, seen.who)) or {Place.MISSING: _MISSING, Place.DIFFERS: _AWAY}.get(seen.place, ())
    ways = product(_NAMES[seen.name, seen.who], places, _NUMBERS[seen.numbers], _SECONDS[seen.second])
    for (ours, theirs), place, numbers, second in ways:
        if not _can_be_read(place, numbers):
            continue
        vats, cocs = numbers[:2], numbers[2:]
        yield Pair(
            replace(_BARE_DEBTOR, **ours, **place.ours, **second.ours, vat_number=vats[0], coc_number=cocs[0]),
            replace(
                _BARE_ACCOUNT, name=theirs, **place.theirs, **second.theirs, vat_number=vats[1], coc_number=cocs[1]
            ),
            second.booked_before,
        )


def _can_be_read(place: _Way, numbers: tuple[str | None, ...]) -> bool:
    """A Dutch register number is a fact in the Netherlands only; elsewhere these pairs do without."""
    countries = (place.ours.get("country", "NL"), place.theirs.get("country", "NL"))
    return not any(numbers[2:]) or all(country in ("NL", "NL ", None) for country in countries)
