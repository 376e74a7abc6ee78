"""The customers of a run: pairs of namesakes in their classes, what Exact has of them, and what their invoices say."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING

from benchmarks.customers.register import INVOICES, SHARES, Customer, Kind, Register, Truth, moved
from benchmarks.customers.spelling import room_with_doubled_blanks, writers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from benchmarks.customers.material import Material
    from benchmarks.customers.spelling import Facts

Pair = tuple[Customer, Customer]
#: The numbers that tell one company from another.
NUMBERS = ("vat", "coc")


def population(material: Material, seed: int, customers: int) -> list[Pair]:
    """Pairs of namesakes in random order."""
    dice = Random(seed)
    register = Register(material, dice)
    pairs = [pair for kind, share in SHARES.items() for pair in _pairs(register, kind, round(customers * share / 200))]
    dice.shuffle(pairs)
    return pairs


def _pairs(register: Register, kind: Kind, count: int) -> Iterator[Pair]:
    make = _MAKERS[kind]
    for number in range(count):
        yield make(register, number)


def _companies(register: Register, number: int) -> Pair:
    """One in eight has its namesake in the same building: but for where a number ends, or a sign, the names are one."""
    one = register.company(register.material.home if number % 8 == 0 else None)
    if number % 8 == 0:
        return _of_one_building(register, one)
    country = register.dice.choice((None, None, register.material.belgium))
    other = register.elsewhere(one, country)
    return _known_or_new(register, Kind.COMPANY, one), _known_or_new(register, Kind.COMPANY, other)


def _of_one_building(register: Register, one: Facts) -> Pair:
    """Of what Exact cuts nobody can tell where the number ended."""
    endings = register.dice.choice(((" 1 12", " 11 2"), (" A+", " A"), (" 3 5", " 35")))
    first, second = (
        _known_or_new(register, Kind.COMPANY, named, plainly=room_with_doubled_blanks(named) >= 0)
        for facts, end in zip((one, _beside(register, one)), endings, strict=True)
        for named in (replace(facts, name=facts.name + end),)
    )
    return first, second


def _beside(register: Register, facts: Facts) -> Facts:
    """Another company in the same building."""
    return register.with_numbers(register.next_door(facts))


def _persons(register: Register, number: int) -> Pair:
    """A third is Belgian; half of those have their namesake in the same town, at another address."""
    is_belgian = number % 3 == 0
    one = register.person(register.material.belgium if is_belgian else register.material.home)
    in_town = is_belgian and number % 2 == 0
    other = register.next_door(one) if in_town else register.elsewhere(one)
    if not is_belgian and number % 5 == 1:
        # Who is called "J." at the same postcode is not "Jan".
        other = replace(register.next_door(one), first=f"{(one.first or '')[0]}.")
    first, second = (
        _known_or_new(
            register, Kind.PERSON, facts, keeps=(register.dice.choice(("email", "street")),), plainly=not in_town
        )
        for facts in (one, other)
    )
    return first, second


def _without_postcode(register: Register, number: int) -> Pair:
    """Two of three are companies. The namesake has another postcode, and writes it in both places."""
    if number % 3 == 0:
        one = register.person(register.dice.choice((register.material.home, register.material.belgium)))
        keeps: tuple[str, ...] = (register.dice.choice(("email", "street")),)
    else:
        one = register.company()
        keeps = register.dice.choice((("email",), ("street",), ("coc", "vat", "email"), ("email", "street"), ()))
    sides = register.dice.choice((("host",), ("exact",), ("host", "exact")))
    first = _customer(
        register,
        Kind.NO_POSTCODE,
        one,
        Truth.KNOWN,
        keeps=keeps,
        host_lacks=("postcode",) if "host" in sides else (),
        exact_lacks=("postcode",) if "exact" in sides else (),
    )
    other = register.elsewhere(one)
    second = _known_or_new(register, Kind.NO_POSTCODE, other, keeps=("email",), plainly="exact" not in sides)
    return first, second


def _long_names(register: Register, number: int) -> Pair:
    """Two of one organisation: what tells their names apart stands beyond what Exact keeps."""
    one = register.company(register.material.home, long=True)
    endings = [ending for ending in register.material.long_endings if not one.name.endswith(ending)]
    other = register.elsewhere(replace(one, name=one.name[:50] + register.dice.choice(endings)))
    shares_postcode = number % 2 == 0
    if shares_postcode:
        other = replace(other, postcode=one.postcode, country=one.country)
    keeps = register.dice.choice((("email",), ("street",), ("coc",), ()))
    first, second = (
        _known_or_new(register, Kind.LONG_NAME, facts, keeps=keeps, plainly=not shares_postcode)
        for facts in (one, other)
    )
    return first, second


def _unusable(register: Register, number: int) -> Pair:
    one, what = register.company(), UNUSABLE[number % len(UNUSABLE)]
    first = _customer(register, Kind.UNUSABLE, one, Truth.UNUSABLE, keeps=NUMBERS)
    first.relations[0] |= what
    if "IsAnonymised" in what:
        # It is gone: whoever it was, the customer is new.
        first.truth, first.relations, first.gone = Truth.NEW, [], first.relations
        first.is_plainly_new = True
    elif number % 3 == 0:
        # A usable one stands beside it, as after a mistake that was put right.
        usable = writers(register.dice, keeps=NUMBERS)[1].account(one, register.account_id())
        first.relations.insert(0, usable)
        first.truth = Truth.KNOWN
    return first, _known_or_new(register, Kind.UNUSABLE, register.elsewhere(one))


UNUSABLE: tuple[dict[str, object], ...] = (
    {"Blocked": True},
    {"EndDate": "2026-01-31"},
    {"StartDate": "2027-01-01"},
    {"Status": "A", "IsSupplier": True},
    {"IsAnonymised": 1},
)


def _contradicting(register: Register, number: int) -> Pair:
    return _CONTRADICTIONS[number % len(_CONTRADICTIONS)](register)


def _other_number(register: Register) -> Pair:
    """Two companies of one name in one building: only their numbers tell them apart."""
    one = register.company(register.material.home)
    return _both_numbered(register, one, _beside(register, one), Truth.NEW)


def _one_vat_number(register: Register) -> Pair:
    """Two companies of one fiscal unity."""
    one = register.company(register.material.home)
    return _both_numbered(register, one, replace(_beside(register, one), vat=one.vat), Truth.NEW)


def _same_code_abroad(register: Register) -> Pair:
    """The bookkeeper left the country out, and another country has a town with that postcode."""
    one = register.company(register.material.belgium)
    other = replace(register.elsewhere(one, register.material.neighbour), postcode=one.postcode)
    first = _customer(register, Kind.CONTRADICTING, one, Truth.KNOWN, exact_lacks=("country",))
    return first, _customer(register, Kind.CONTRADICTING, other, Truth.NEW)


def _both_numbered(register: Register, one: Facts, other: Facts, truth: Truth) -> Pair:
    return (
        _customer(register, Kind.CONTRADICTING, one, Truth.KNOWN, keeps=NUMBERS),
        _customer(register, Kind.CONTRADICTING, other, truth, keeps=NUMBERS),
    )


def _changed(change: Callable[[Register, Facts], Facts]) -> Callable[[Register], Pair]:
    """Exact still has what was true before; the invoices say what is true now."""

    def make(register: Register) -> Pair:
        before = register.company(register.material.home)
        now = change(register, before)
        first = _customer(register, Kind.CONTRADICTING, now, Truth.KNOWN, keeps=NUMBERS, before=before)
        return first, _known_or_new(register, Kind.CONTRADICTING, register.elsewhere(before), keeps=NUMBERS)

    return make


def _renamed(register: Register, facts: Facts) -> Facts:
    return replace(facts, name=register.company().name)


def _other_vat(register: Register, facts: Facts) -> Facts:
    return replace(facts, vat=register.with_numbers(facts).vat)


def _other_form(register: Register, facts: Facts) -> Facts:
    forms = [form for form in register.material.home.forms if form.replace(".", "") != facts.form.replace(".", "")]
    return replace(facts, form=register.dice.choice(forms))


def _known_or_new(
    register: Register, kind: Kind, facts: Facts, *, keeps: tuple[str, ...] = (), plainly: bool = True
) -> Customer:
    truth = Truth.KNOWN if register.dice.random() < 0.6 else Truth.NEW
    made = _customer(register, kind, facts, truth, keeps=keeps)
    made.is_plainly_new = plainly and truth is Truth.NEW
    return made


def _customer(
    register: Register,
    kind: Kind,
    facts: Facts,
    truth: Truth,
    *,
    keeps: tuple[str, ...] = (),
    host_lacks: tuple[str, ...] = (),
    exact_lacks: tuple[str, ...] = (),
    before: Facts | None = None,
) -> Customer:
    """`keeps` are facts that both sides always write; `before` is what Exact has when it differs from what is true."""
    host, exact = writers(register.dice, keeps=keeps, host_lacks=host_lacks, exact_lacks=exact_lacks)
    key = register.next_key()
    relations = [] if truth is Truth.NEW else [exact.account(before or facts, register.account_id())]
    clients = [host.client(facts, f"c{key}") for _ in range(INVOICES)]
    return Customer(key, kind, facts, truth, relations, clients=clients)


_CONTRADICTIONS: tuple[Callable[[Register], Pair], ...] = (
    _other_number,
    _one_vat_number,
    _same_code_abroad,
    _changed(_renamed),
    _changed(_other_vat),
    _changed(_other_form),
    _changed(moved),
)
_MAKERS: dict[Kind, Callable[[Register, int], Pair]] = {
    Kind.COMPANY: _companies,
    Kind.PERSON: _persons,
    Kind.NO_POSTCODE: _without_postcode,
    Kind.LONG_NAME: _long_names,
    Kind.UNUSABLE: _unusable,
    Kind.CONTRADICTING: _contradicting,
}
