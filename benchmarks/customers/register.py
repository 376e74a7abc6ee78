"""A register of companies and people: who is who is known here, and nothing of it is taken from the plugin.

Customers come in pairs of namesakes, in six classes of fixed shares. Every fact is drawn from the dice of the seed.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any
from uuid import UUID

from benchmarks.customers.identity_numbers import coc_number, vat_number
from benchmarks.customers.spelling import Facts

if TYPE_CHECKING:
    from random import Random

    from benchmarks.customers.material import Country, Material

INVOICES = 3


class Kind(StrEnum):
    """The classes, with what they are called when printed."""

    COMPANY = "companies with postcode"
    PERSON = "private persons with postcode"
    NO_POSTCODE = "postcode missing on one or both sides"
    LONG_NAME = "names over 50 characters"
    UNUSABLE = "not usable"
    CONTRADICTING = "contradicting"


SHARES = {
    Kind.COMPANY: 40,
    Kind.PERSON: 30,
    Kind.NO_POSTCODE: 12,
    Kind.LONG_NAME: 5,
    Kind.UNUSABLE: 5,
    Kind.CONTRADICTING: 8,
}


class Truth(StrEnum):
    """What Exact has of a customer before the first invoice."""

    KNOWN = "known"
    UNUSABLE = "known, not usable"
    NEW = "new"


@dataclass
class Customer:
    """One of the register.

    `relations` are the rows that Exact has of it, the one to book on first; `gone` is anonymised. `is_plainly_new`:
    Exact has nothing of it, and nobody else has both its name and its postcode, or a number of it.
    """

    key: int
    kind: Kind
    facts: Facts
    truth: Truth
    relations: list[dict[str, Any]] = field(default_factory=list)
    gone: list[dict[str, Any]] = field(default_factory=list)
    clients: list[dict[str, Any]] = field(default_factory=list)
    is_plainly_new: bool = False

    @property
    def account_id(self) -> str | None:
        return str(self.relations[0]["ID"]) if self.relations else None


@dataclass
class Register:
    """Draws people and companies that differ from each other in name, unless they are meant to be namesakes."""

    material: Material
    dice: Random
    _names: set[str] = field(default_factory=set)
    _numbers: set[str] = field(default_factory=set)
    _addresses: set[tuple[str | None, ...]] = field(default_factory=set)
    _count: int = 0

    def company(self, country: Country | None = None, *, long: bool = False) -> Facts:
        country = country or self._country()
        draw = self.material.long_beginning if long else self.material.company
        name = self._unused(lambda: draw(self.dice))
        if long:
            name += self.dice.choice(self.material.long_endings)
        form = "" if long else self.dice.choice(country.forms)
        return self.with_numbers(self._placed(Facts(name, form, None, None, "", "", "", country.code, ""), country))

    def person(self, country: Country) -> Facts:
        first, last = self.dice.choice(self.material.first_names), self.dice.choice(self.material.surnames)
        return self._placed(Facts("", "", first, last, "", "", "", country.code, ""), country)

    def elsewhere(self, facts: Facts, country: Country | None = None) -> Facts:
        """Another of the same name, with a postcode, address and numbers of its own."""
        while True:
            placed = self._placed(facts, country or self.country_of(facts))
            if (placed.postcode, placed.country) != (facts.postcode, facts.country):
                return self.with_numbers(placed) if not facts.is_person else placed

    def next_door(self, facts: Facts) -> Facts:
        """Another of the same name and postcode, at another address."""
        return replace(facts, street=self._street(self.country_of(facts), facts.town, facts), email=self._email())

    def with_numbers(self, facts: Facts) -> Facts:
        while True:
            vat = vat_number(self.dice, facts.country)
            coc = coc_number(self.dice, facts.country, vat)
            drawn = {number for number in (vat, coc) if number}
            if not drawn & self._numbers:
                self._numbers |= drawn
                return replace(facts, vat=vat, coc=coc)

    def country_of(self, facts: Facts) -> Country:
        countries = (self.material.home, self.material.belgium, *self.material.abroad, self.material.neighbour)
        return next(country for country in countries if country.code == facts.country)

    def next_key(self) -> int:
        self._count += 1
        return self._count

    def account_id(self) -> str:
        return str(UUID(int=self.dice.getrandbits(128), version=4))

    def _country(self) -> Country:
        """Three of four are at home."""
        if self.dice.random() < 0.75:
            return self.material.home
        return self.dice.choice((self.material.belgium, *self.material.abroad))

    def _unused(self, draw: Any) -> str:
        while True:
            name = str(draw())
            plain = "".join(filter(str.isalnum, name.casefold()))
            if plain not in self._names:
                self._names.add(plain)
                return name

    def _placed(self, facts: Facts, country: Country) -> Facts:
        town, postcode = self.dice.choice(country.towns)
        if postcode is None or not facts.is_person:
            postcode = country.postcode(self.dice)
        return replace(
            facts,
            street=self._street(country, town, facts),
            postcode=postcode,
            town=town,
            country=country.code,
            email=self._email(),
        )

    def _street(self, country: Country, town: str, facts: Facts) -> str:
        """Where nobody else of this name lives: not even a neighbour could tell two of them apart."""
        while True:
            street = f"{self.dice.choice(country.streets).replace('_', ' ')} {self.dice.randint(1, 250)}"
            who = facts.name, facts.first, facts.last, street, town
            if who not in self._addresses:
                self._addresses.add(who)
                return street

    def _email(self) -> str:
        return f"{self.dice.getrandbits(40):x}@{self.dice.choice(('post', 'mail', 'kantoor', 'office'))}.example"


def moved(register: Register, facts: Facts) -> Facts:
    """The same, at another address with another postcode."""
    return replace(register.elsewhere(facts), vat=facts.vat, coc=facts.coc, email=facts.email)
