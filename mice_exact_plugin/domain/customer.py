"""Who a customer is: the facts of an invoice or of a relation in Exact, each in its normal form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.addresses import email_address, normal_city, normal_street
from mice_exact_plugin.domain.countries import country_code
from mice_exact_plugin.domain.filler_words import is_filler
from mice_exact_plugin.domain.names import normal_name, squeezed, stems, whole_name
from mice_exact_plugin.domain.numbers import coc_number, vat_number
from mice_exact_plugin.domain.postcodes import AnotherCountry, postcode_of

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


@dataclass(frozen=True, slots=True)
class LookUp:
    """The keys under which the mirror holds every relation that may be this customer: any of them is enough."""

    stems: frozenset[str]
    vat_number: str | None
    coc_number: str | None


def customer_of(
    debtor: Debtor, home_country: str | None, keyed: Callable[[str], str], client: str | None = None
) -> Customer | None:
    """The customer of an invoice; None when there is no name at all. `keyed` hashes an e-mail address."""
    named = whole_name(debtor)
    if named is None:
        return None
    written, is_person = named
    address = email_address(debtor.email)
    return _with_place(
        written,
        _Stated(debtor.country, debtor.postcode, debtor.vat_number, debtor.coc_number),
        home_country,
        _Rest(
            is_person=is_person,
            email=keyed(address) if address else None,
            street=normal_street(debtor.address_line_1, debtor.address_line_2),
            city=normal_city(debtor.city),
            client=client,
            unreadable=() if address or is_filler(debtor.email or "") else (("email", squeezed(debtor.email)),),
        ),
    )


def relation_of(account: CrmAccount, home_country: str | None = None) -> Customer:
    """A relation as Exact has it, in the same normal forms."""
    return _with_place(
        squeezed(account.name),
        _Stated(account.country, account.postcode, account.vat_number, account.coc_number),
        home_country,
        _Rest(
            email=account.email_key,
            street=normal_street(account.street),
            city=normal_city(account.city),
            unknown=account.unknown,
        ),
    )


def look_up(customer: Customer) -> LookUp:
    """How to find every relation that may be this customer; relations stand under `names.stem` of their name."""
    return LookUp(stems(customer.written), customer.vat_number, customer.coc_number)


@dataclass(frozen=True, slots=True)
class _Stated:
    country: str | None
    postcode: str | None
    vat_number: str | None
    coc_number: str | None


@dataclass(frozen=True, slots=True)
class _Rest:
    """What needs no country to be read."""

    is_person: bool = False
    email: str | None = None
    street: str | None = None
    city: str | None = None
    client: str | None = None
    unknown: frozenset[str] = frozenset()
    unreadable: tuple[tuple[str, str], ...] = ()


def _with_place(written: str, stated: _Stated, home: str | None, rest: _Rest) -> Customer:
    country, unreadable = country_code(stated.country), list(rest.unreadable)
    is_unread = country is None and not is_filler(stated.country or "")
    if is_unread:
        unreadable.append(("country", squeezed(stated.country)))
    try:
        postcode = postcode_of(stated.postcode, country)
    except AnotherCountry:
        postcode = None
        unreadable.append(("postcode", squeezed(stated.postcode)))
    if country is None and postcode is not None and not is_unread:
        country = postcode.country
    number_home = None if is_unread else home
    vat = vat_number(stated.vat_number, country, number_home)
    coc = coc_number(stated.coc_number, country, number_home)
    unreadable += [
        (field, squeezed(text))
        for field, text, read in (
            ("vat_number", stated.vat_number, vat),
            ("coc_number", stated.coc_number, coc),
        )
        if read is None and not is_filler(text or "")
    ]
    return Customer(
        name=normal_name(written),
        written=written,
        is_person=rest.is_person,
        postcode=postcode.normal if postcode else None,
        country=country,
        vat_number=vat,
        coc_number=coc,
        email=rest.email,
        street=rest.street,
        city=rest.city,
        client=rest.client,
        unknown=rest.unknown,
        unreadable=tuple(unreadable),
    )
