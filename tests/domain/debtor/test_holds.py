"""Bindings: one holds while nothing contradicts the facts it was made on, and never for a namesake."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from mice_exact_plugin.domain.debtor.customer import Customer, customer_of
from mice_exact_plugin.domain.debtor.matching import holds
from tests.domain.build import debtor
from tests.domain.debtor.pairs import COCS, HOME, VATS, keyed

COMPANY = {"name": "De Zon B.V.", "postcode": "4811 AB", "country": "NL", "vat_number": None, "coc_number": None}
BELGIAN = {"name": None, "first_name": "Jan", "last_name": "Peeters", "postcode": "1000", "country": "BE"}


def customer(client: str | None = None, **facts: Any) -> Customer:
    bare = debtor(address_line_1=None, city=None, email=None, vat_number=None, coc_number=None)
    found = customer_of(replace(bare, **facts), HOME, keyed, client)
    assert found is not None
    return found


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"name": "DE  ZON BV"},
        {"postcode": "nl 4811ab", "country": "Nederland"},
        {"country": None},
        {"vat_number": VATS[0], "coc_number": COCS[0]},
        {"vat_number": None, "coc_number": None},
        {"vat_number": VATS[1], "coc_number": COCS[0]},
        {"email": "other@zon.nl", "address_line_1": "Kade 2", "city": "Tilburg"},
        {"postcode": None},
        {"vat_number": "NL123"},
    ],
)
def test_nothing_contradicts(said: dict[str, Any]) -> None:
    kept = customer(**COMPANY | {"vat_number": VATS[0], "coc_number": COCS[0]})
    assert holds(kept, customer(**COMPANY | {"vat_number": VATS[0], "coc_number": COCS[0]} | said))


@pytest.mark.parametrize(
    "said",
    [
        {"name": "De Maan BV"},
        {"name": "De Zon NV"},
        {"postcode": "4811 AC"},
        {"country": "België"},
        {"country": "Nederlnad"},
        {"postcode": "D-50667"},
        {"coc_number": COCS[1]},
        {"vat_number": VATS[1], "coc_number": None},
        {"coc_number": COCS[1], "vat_number": VATS[1]},
    ],
)
def test_something_contradicts(said: dict[str, Any]) -> None:
    kept = customer(**COMPANY | {"vat_number": VATS[0], "coc_number": COCS[0]})
    assert not holds(kept, customer(**COMPANY | {"vat_number": VATS[0], "coc_number": COCS[0]} | said))


def test_what_could_not_be_read_then_may_stand_there_again() -> None:
    kept = customer(**COMPANY | {"country": "Nederlnad"})
    assert holds(kept, customer(**COMPANY | {"country": "Nederlnad"}))
    assert not holds(kept, customer(**COMPANY | {"country": "Nedrland"}))
    assert holds(kept, customer(**COMPANY))


@pytest.mark.parametrize("place", [{"postcode": "1000", "country": "BE"}, {"postcode": None, "country": None}])
def test_a_namesake_of_the_same_town_is_not_held(place: dict[str, Any]) -> None:
    facts = {"email": "jan@a.be", "address_line_1": "Markt 1", "city": "Brussel"}
    kept = customer("7", **BELGIAN | place | facts)
    assert holds(kept, customer("7", **BELGIAN | place | facts))
    assert holds(kept, customer("9", **BELGIAN | place | facts | {"email": "new@a.be"}))
    assert holds(kept, customer("9", **BELGIAN | place | {"email": "JAN@a.be"}))
    assert holds(kept, customer("7", **BELGIAN | place | {"email": "new@a.be"}))
    assert not holds(kept, customer("9", **BELGIAN | place))
    assert not holds(kept, customer(None, **BELGIAN | place | {"email": "other@b.be"}))
    assert not holds(kept, customer("9", **BELGIAN | place | facts | {"email": "x@b.be", "address_line_1": "Kade 2"}))


def test_where_no_fact_is_on_both_sides_an_invoice_that_says_more_is_not_held() -> None:
    facts = {"email": "jan@a.be", "address_line_1": "Markt 1", "city": "Brussel"}
    town, nowhere = BELGIAN, BELGIAN | {"postcode": None, "country": None}
    for place in (town, nowhere):
        assert holds(customer(**place), customer(**place))
        assert not holds(customer(**place), customer(**place | facts))
        assert not holds(customer(**place), customer("9", **place))
    assert holds(customer("7", **town | facts), customer(**town))
    assert not holds(customer("7", **nowhere | facts), customer(**nowhere))
    assert not holds(customer(**nowhere), customer(**town))
    assert not holds(customer(**COMPANY), customer(**COMPANY | {"postcode": None}))
    assert not holds(customer(**COMPANY | {"postcode": None}), customer(**COMPANY))


def test_a_company_without_postcode_is_not_held_for_another_client() -> None:
    kept = customer("7", **COMPANY | {"postcode": None})
    assert holds(kept, customer("7", **COMPANY | {"postcode": None}))
    assert not holds(kept, customer("9", **COMPANY | {"postcode": None}))
    assert holds(customer("7", **COMPANY), customer("9", **COMPANY))


def test_a_number_the_binding_has_not_seen_is_held_against_the_relation() -> None:
    kept, relation = customer(**COMPANY), customer(**COMPANY | {"vat_number": VATS[0], "coc_number": COCS[0]})
    assert holds(kept, customer(**COMPANY), relation)
    assert holds(kept, customer(**COMPANY | {"coc_number": COCS[0]}), relation)
    assert holds(kept, customer(**COMPANY | {"coc_number": COCS[0], "vat_number": VATS[1]}), relation)
    assert not holds(kept, customer(**COMPANY | {"coc_number": COCS[1]}), relation)
    assert not holds(kept, customer(**COMPANY | {"vat_number": VATS[1]}), relation)


def test_a_number_a_person_decided_on_holds_whatever_the_relation_says() -> None:
    decided = customer(**COMPANY | {"coc_number": COCS[1], "vat_number": VATS[1]})
    relation = customer(**COMPANY | {"vat_number": VATS[0], "coc_number": COCS[0]})
    assert holds(decided, decided, relation, is_decided=True)
    assert not holds(decided, decided, relation)


GRONINGEN = {"postcode": "9711 AA", "city": "Groningen"}
OTHER_NUMBERS = {"vat_number": VATS[1], "coc_number": COCS[1]}


@pytest.mark.parametrize(
    "became",
    [
        {"name": "De Maan BV"},
        {"name": "De Maan BV", "vat_number": None, "coc_number": None},
        GRONINGEN,
        {"name": "De Zon N.V.", **GRONINGEN},
        {"vat_number": VATS[1]},
        {"vat_number": None, "coc_number": None},
        {"name": "De Maan BV", "postcode": None},
        {"name": "De Maan BV", "vat_number": None},
    ],
)
@pytest.mark.parametrize("said", [{}, {"vat_number": None, "coc_number": None}])
def test_a_relation_that_only_moved_or_was_only_renamed_stays_bound(
    became: dict[str, Any], said: dict[str, Any]
) -> None:
    kept = customer(**COMPANY | {"vat_number": VATS[0], "coc_number": COCS[0]})
    assert holds(
        kept, replace(kept, **said), customer(**COMPANY | {"vat_number": VATS[0], "coc_number": COCS[0]} | became)
    )


@pytest.mark.parametrize(
    ("numbers", "became"),
    [
        ({}, {"name": "De Maan BV", **GRONINGEN}),
        ({}, {"name": "De Maan BV", "country": "BE", "postcode": "9000"}),
        ({"vat_number": VATS[0]}, {"name": "De Maan BV", **GRONINGEN, "vat_number": VATS[1]}),
        ({"vat_number": VATS[0]}, {"vat_number": VATS[1]}),
        ({"vat_number": VATS[0], "coc_number": COCS[0]}, OTHER_NUMBERS),
    ],
)
@pytest.mark.parametrize("said", [{}, {"vat_number": None, "coc_number": None}])
def test_a_relation_that_became_another_customers_is_not_held_unless_decided(
    numbers: dict[str, Any], became: dict[str, Any], said: dict[str, Any]
) -> None:
    kept, relation = customer(**COMPANY | numbers), customer(**COMPANY | numbers | became)
    assert not holds(kept, replace(kept, **said), relation)
    assert holds(kept, replace(kept, **said), relation, is_decided=True)


@pytest.mark.parametrize("field", ["country", "postcode"])
def test_what_cannot_be_read_is_the_same_in_any_case(field: str) -> None:
    assert holds(customer(**COMPANY | {field: "4811 a8"}), customer(**COMPANY | {field: " 4811  A8"}))
    assert not holds(customer(**COMPANY | {field: "4811 a8"}), customer(**COMPANY | {field: "4811 A9"}))
    assert not holds(customer(**COMPANY), customer(**COMPANY | {field: "4811 A8"}))
