"""What a new relation is made with: the forms of comparing, and as written what nobody understands."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from mice_exact_plugin.domain.debtor.customer import NewRelation, new_relation
from tests.domain.build import debtor
from tests.domain.debtor.pairs import LONG

BARE = debtor(
    name="De  Zon B.V.",
    address_line_1=None,
    postcode=None,
    city=None,
    country=None,
    email=None,
    vat_number=None,
    coc_number=None,
)


def sent(**said: Any) -> NewRelation:
    found = new_relation(replace(BARE, **said), "NL")
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("said", "field", "expected"),
    [
        ({}, "name", "De Zon B.V."),
        ({"name": LONG}, "name", LONG[:50]),
        ({"name": "n.v.t.", "first_name": "Eva", "last_name": "Roosje"}, "name", "Eva Roosje"),
        ({"country": "Duitsland"}, "country", "DE"),
        ({"country": "UK"}, "country", "GB"),
        ({"country": "EL"}, "country", "GR"),
        ({"country": "Nederlnad"}, "country", None),
        ({"country": "-"}, "country", None),
        ({"postcode": "B-1000"}, "country", "BE"),
        ({"postcode": "B-1000", "country": "Nederlnad"}, "country", None),
        ({"postcode": "nl-1234ab", "country": "Nederland"}, "postcode", "1234 AB"),
        ({"postcode": "PT-1000-001", "country": "Portugal"}, "postcode", "1000-001"),
        ({"postcode": "D-50667", "country": "NL"}, "postcode", "D-50667"),
        ({"postcode": "-"}, "postcode", None),
        ({"postcode": "54321", "country": "NL"}, "postcode", "54321"),
        ({"vat_number": "1234.36.771.B01"}, "vat_number", "NL123436771B01"),
        ({"vat_number": "gr 094259216", "country": "Griekenland"}, "vat_number", "EL094259216"),
        ({"vat_number": "NL 12 34"}, "vat_number", "NL 12 34"),
        ({"vat_number": "123436771B01", "country": "Nederlnad"}, "vat_number", "123436771B01"),
        ({"vat_number": "n.v.t."}, "vat_number", None),
        ({"coc_number": "KvK 3848 0752"}, "coc_number", "38480752"),
        ({"coc_number": "Köln  HRB 98765", "country": "DE"}, "coc_number", "Köln HRB 98765"),
        ({"coc_number": "12"}, "coc_number", "12"),
        ({"coc_number": "819.258.832", "country": "BE"}, "coc_number", "0819258832"),
        ({"coc_number": "3848 0752", "country": "BE"}, "coc_number", "3848 0752"),
        ({"coc_number": "3848 0752", "country": "Nederlnad"}, "coc_number", "3848 0752"),
        ({"email": "Jan <Jan@zon.nl>"}, "email", "jan@zon.nl"),
        ({"email": "a@b.nl; c@d.nl"}, "email", "a@b.nl; c@d.nl"),
        ({"email": "geen"}, "email", None),
        ({"city": " Breda "}, "city", "Breda"),
        ({"address_line_1": " Markt  1 "}, "address_line_1", "Markt 1"),
    ],
)
def test_what_is_sent(said: dict[str, Any], field: str, expected: str | None) -> None:
    assert getattr(sent(**said), field) == expected


def test_nobody_is_not_sent() -> None:
    assert new_relation(replace(BARE, name="-"), "NL") is None
