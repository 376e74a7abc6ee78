"""Who a customer is: the facts of an invoice or of a relation in Exact, in normal form; and what a new one gets."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.debtor.countries import country_code
from mice_exact_plugin.domain.debtor.name_words import is_filler
from mice_exact_plugin.domain.debtor.names import kept_by_exact, normal_name, squeezed, stems, whole_name
from mice_exact_plugin.domain.debtor.numbers import belgian_identity, coc_number, vat_number
from mice_exact_plugin.domain.debtor.places import (
    NotOfTheCountry,
    email_address,
    normal_city,
    normal_street,
    postcode_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from mice_exact_plugin.domain.invoice import Debtor
    from mice_exact_plugin.domain.reference import CrmAccount


@dataclass(frozen=True, slots=True)
class Customer:
    """Facts in normal form; None is missing.

    `written` is the whole name as it stands. `unknown` names fields that the mirror has not read yet: neither equal
    nor missing. `unreadable` holds what is written and cannot be understood, as (field, text): it is no fact, and it
    is shown. `email` is the keyed hash, never the address. `client` is the host's client id on an invoice.
    """

    name: str
    written: str
    is_person: bool = False
    postcode: str | None = None
    country: str | None = None
    vat_number: str | None = None
    coc_number: str | None = None
    email: str | None = None
    street: str | None = None
    city: str | None = None
    client: str | None = None
    unknown: frozenset[str] = frozenset()
    unreadable: tuple[tuple[str, str], ...] = ()

    def cannot_read(self, field: str) -> bool:
        return any(name == field for name, _ in self.unreadable)

    @property
    def unread_postcode(self) -> str | None:
        """What stands there as a postcode and is none of the country's, without case and signs."""
        return next((letters_of(text) for name, text in self.unreadable if name == "postcode"), None)


@dataclass(frozen=True, slots=True)
class LookUp:
    """The keys under which the mirror holds every relation that may be this customer: any of them is enough."""

    stems: frozenset[str]
    vat_number: str | None
    coc_number: str | None


def letters_of(text: str) -> str:
    """Letters and digits without case: what is left to compare of a text that cannot be understood."""
    return "".join(filter(str.isalnum, text.casefold()))


def customer_of(
    debtor: Debtor, home_country: str | None, keyed: Callable[[str], str], client: str | None = None
) -> Customer | None:
    """The customer of an invoice; None when there is no name at all. `keyed` hashes an e-mail address."""
    named = whole_name(debtor)
    return None if named is None else _of(debtor, named, home_country, keyed, client)


def unreadable_of(debtor: Debtor, home_country: str | None) -> tuple[tuple[str, str], ...]:
    """What an invoice says of its customer and cannot be understood, whether or not he has a name."""
    return _of(debtor, whole_name(debtor) or ("", False), home_country, str, None).unreadable


def relation_of(account: CrmAccount, home_country: str | None = None) -> Customer:
    """A relation as Exact has it, in the same normal forms."""
    relation = Customer(
        name=normal_name(account.name),
        written=account.name,
        email=account.email_key,
        street=normal_street(account.street),
        city=normal_city(account.city),
        unknown=account.unknown,
    )
    stated = _Stated(account.country, account.postcode, account.vat_number, account.coc_number)
    return _with_place(relation, stated, home_country)


def look_up(customer: Customer) -> LookUp:
    """How to find every relation that may be this customer. Relations stand under `names.stem` of their name and
    under their own two numbers; a Belgian VAT and CoC number are one number, whichever of the two is known.
    """
    may_be_belgian = customer.country in ("BE", None)
    return LookUp(
        stems(customer.written),
        customer.vat_number or (f"BE{customer.coc_number}" if may_be_belgian and customer.coc_number else None),
        customer.coc_number or belgian_identity(customer.vat_number),
    )


def _of(
    debtor: Debtor, named: tuple[str, bool], home: str | None, keyed: Callable[[str], str], client: str | None
) -> Customer:
    written, is_person = named
    address = email_address(debtor.email)
    customer = Customer(
        name=normal_name(written),
        written=written,
        is_person=is_person,
        email=keyed(address) if address else None,
        street=normal_street(debtor.address_line_1, debtor.address_line_2),
        city=normal_city(debtor.city),
        client=client,
        unreadable=() if address or is_filler(debtor.email or "") else (("email", squeezed(debtor.email)),),
    )
    stated = _Stated(debtor.country, debtor.postcode, debtor.vat_number, debtor.coc_number)
    return _with_place(customer, stated, home)


def _with_place(customer: Customer, stated: _Stated, home: str | None) -> Customer:
    """Completed with what a country is needed for to be read."""
    place = _place(stated)
    number_home = None if place.cannot_read_country else home
    vat = vat_number(stated.vat_number, place.country, number_home)
    coc = coc_number(stated.coc_number, place.country, number_home)
    numbers = (("vat_number", stated.vat_number, vat), ("coc_number", stated.coc_number, coc))
    return replace(
        customer,
        postcode=place.postcode,
        country=place.country,
        vat_number=vat,
        coc_number=coc,
        unreadable=(
            *customer.unreadable,
            *place.unreadable,
            *((field, squeezed(text)) for field, text, read in numbers if read is None and not is_filler(text or "")),
        ),
    )


def _place(stated: _Stated) -> _Place:
    country, unreadable = country_code(stated.country), []
    cannot_read = country is None and not is_filler(stated.country or "")
    if cannot_read:
        unreadable.append(("country", squeezed(stated.country)))
    try:
        postcode = postcode_of(stated.postcode, country)
    except NotOfTheCountry:
        unreadable.append(("postcode", squeezed(stated.postcode)))
        postcode = None
    if country is None and postcode is not None and not cannot_read:
        country = postcode.country
    return _Place(country, postcode.normal if postcode else None, tuple(unreadable), cannot_read)


@dataclass(frozen=True, slots=True)
class _Stated:
    """As written, by the invoice or by Exact."""

    country: str | None
    postcode: str | None
    vat_number: str | None
    coc_number: str | None


@dataclass(frozen=True, slots=True)
class _Place:
    country: str | None
    postcode: str | None
    unreadable: tuple[tuple[str, str], ...]
    cannot_read_country: bool


@dataclass(frozen=True, slots=True)
class NewRelation:
    """`name` is what Exact has room for; None where an invoice says nothing."""

    name: str
    address_line_1: str | None
    address_line_2: str | None
    postcode: str | None
    city: str | None
    country: str | None
    email: str | None
    vat_number: str | None
    coc_number: str | None


def new_relation(debtor: Debtor, home_country: str | None) -> NewRelation | None:
    """None for a debtor without a name.

    A number or address that cannot be understood is sent as it is written: what Exact refuses of it is left out and
    shown. A country that is not understood has no code to send.
    """
    named = whole_name(debtor)
    if named is None:
        return None
    country, postcode = _place_to_send(debtor)
    home = home_country if country or is_filler(debtor.country or "") else None
    return NewRelation(
        name=kept_by_exact(named[0]),
        address_line_1=_said(debtor.address_line_1),
        address_line_2=_said(debtor.address_line_2),
        postcode=postcode,
        city=_said(debtor.city),
        country=country,
        email=email_address(debtor.email) or _said(debtor.email),
        vat_number=vat_number(debtor.vat_number, country, home) or _said(debtor.vat_number),
        coc_number=_register_number(debtor.coc_number, country, home),
    )


def _place_to_send(debtor: Debtor) -> tuple[str | None, str | None]:
    """Country and postcode; a country that only stands in front of the postcode counts when none is named."""
    country = country_code(debtor.country)
    try:
        postcode = postcode_of(debtor.postcode, country)
    except NotOfTheCountry:
        return country, _said(debtor.postcode)
    if postcode is None:
        return country, None
    names_none = country is None and is_filler(debtor.country or "")
    return postcode.country if names_none else country, postcode.written


def _register_number(text: str | None, country: str | None, home: str | None) -> str | None:
    """Digits in their normal form; a number with its register and court ("HRB 98765 Köln") as it is written."""
    normal = coc_number(text, country, home)
    return normal if normal and normal.isdigit() else _said(text)


def _said(text: str | None) -> str | None:
    """What is written, unless it only fills the field."""
    written = squeezed(text)
    return None if is_filler(written) else written
