"""What can be seen between a customer and a relation, fact by fact, for the table of matching to judge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mice_exact_plugin.domain.debtor.names import base_spellings, is_same_name, may_be_cut_from
from mice_exact_plugin.domain.debtor.numbers import belgian_identity
from mice_exact_plugin.domain.debtor.places import covers_a_street, is_part_of
from mice_exact_plugin.domain.debtor.table import Name, Numbers, Place, Second, Seen, Who

if TYPE_CHECKING:
    from mice_exact_plugin.domain.debtor.customer import Customer


def seen_between(customer: Customer, relation: Customer, *, booked_before: bool) -> Seen:
    """`booked_before`: an earlier invoice of the same client under the same name went to this relation."""
    return Seen(
        compare_names(customer, relation),
        compare_places(customer, relation),
        compare_numbers(customer, relation),
        second_fact(customer, relation, booked_before=booked_before),
        Who.PERSON if customer.is_person else Who.COMPANY,
    )


def compare_names(customer: Customer, relation: Customer) -> Name:
    if is_same_name(customer.written, relation.written):
        return Name.EQUAL
    if may_be_cut_from(relation.written, customer.written):
        return Name.PERHAPS
    if base_spellings(customer.written) & base_spellings(relation.written):
        return Name.LEGAL_FORM
    return Name.OTHER


def compare_places(customer: Customer, relation: Customer) -> Place:
    """Postcode with country is one fact: where the country cannot be read, it is as if it were missing.

    So it is where a country is missing and the code is that of a town, unless the towns agree. One that its country
    does not have agrees only with itself, and then tells no more than a town.
    """
    ours, theirs = customer.postcode, relation.postcode
    if customer.country and relation.country and customer.country != relation.country:
        return Place.DIFFERS
    if customer.unread_postcode and customer.unread_postcode == relation.unread_postcode:
        return _of_a_town(customer)
    if ours is None or theirs is None or _unread(customer) or _unread(relation):
        return Place.MISSING
    if ours != theirs:
        return Place.MISSING if is_part_of(ours, theirs) else Place.DIFFERS
    if covers_a_street(ours, customer.country or relation.country):
        return Place.EQUAL
    if _may_be_of_another_country(customer, relation):
        return Place.MISSING
    return _of_a_town(customer)


def compare_numbers(one: Customer, other: Customer) -> Numbers:
    vat, coc = same(one.vat_number, other.vat_number), same_coc(one, other)
    if coc is None and vat is None:
        return Numbers.EQUAL if _is_same_belgian(one, other) else Numbers.NONE
    if coc and vat is False:
        return Numbers.COC_ONLY
    if vat and coc is False:
        return Numbers.VAT_ONLY
    return Numbers.EQUAL if vat or coc else Numbers.DIFFERS


def same_coc(one: Customer, other: Customer) -> bool | None:
    """A register numbers its own companies: what two countries' registers say alike says nothing."""
    if one.country and other.country and one.country != other.country:
        return None
    return same(one.coc_number, other.coc_number)


def second_fact(customer: Customer, relation: Customer, *, booked_before: bool) -> Second:
    """Apart from the numbers, which are looked at by themselves."""
    if booked_before or same(customer.email, relation.email) or same_address(customer, relation):
        return Second.YES
    unread = {"email", "street"} & relation.unknown
    could_be = ("email" in unread and customer.email) or ("street" in unread and customer.street and customer.city)
    return Second.UNKNOWN if could_be else Second.NO


def same_address(one: Customer, other: Customer) -> bool | None:
    """Street and city together; None when either lacks one of them."""
    if not (one.street and one.city and other.street and other.city):
        return None
    return (one.street, one.city) == (other.street, other.city)


def same(one: str | None, other: str | None) -> bool | None:
    return None if one is None or other is None else one == other


def _is_same_belgian(one: Customer, other: Customer) -> bool:
    return any(
        side.coc_number is not None and side.country in ("BE", None) and belgian_identity(vat) == side.coc_number
        for side, vat in ((one, other.vat_number), (other, one.vat_number))
    )


def _may_be_of_another_country(one: Customer, other: Customer) -> bool:
    """Whether a code of a town, equal on both sides, may be that of two towns: "1000" is Brussels and Lausanne.

    It is not where both name the country, or the town; nor where neither names a country and one no town either:
    people leave out their own.
    """
    if one.country and other.country:
        return False
    if one.city and other.city:
        return one.city != other.city
    return bool(one.country or other.country)


def _of_a_town(customer: Customer) -> Place:
    return Place.TOWN if customer.is_person else Place.EQUAL


def _unread(customer: Customer) -> bool:
    return customer.cannot_read("country")
