"""What a new relation is made with: the facts of the invoice as Exact takes them, in the forms they are compared by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.addresses import email_address
from mice_exact_plugin.domain.countries import country_code
from mice_exact_plugin.domain.filler_words import is_filler
from mice_exact_plugin.domain.names import kept_by_exact, squeezed, whole_name
from mice_exact_plugin.domain.numbers import coc_number, vat_number
from mice_exact_plugin.domain.postcodes import NotOfTheCountry, postcode_of

if TYPE_CHECKING:
    from mice_exact_plugin.domain.invoice import Debtor


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
    country, postcode = _place(debtor)
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


def _place(debtor: Debtor) -> tuple[str | None, str | None]:
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
