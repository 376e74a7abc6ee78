"""By what a customer is recognised: what agrees, the most telling first."""

from __future__ import annotations

from typing import Any

import pytest

from mice_exact_plugin.domain.debtor.customer import customer_of, look_up, relation_of
from mice_exact_plugin.domain.debtor.names import stems
from mice_exact_plugin.domain.debtor.recognition import Fact, agreeing
from tests.domain.build import account, debtor

NUMBER = "NL004495445B01"
EQUAL = {"vat_number": NUMBER, "coc_number": "12345678"}


@pytest.mark.parametrize(
    ("changes", "facts"),
    [
        (EQUAL, (Fact.VAT_NUMBER, Fact.COC_NUMBER, Fact.NAME, Fact.POSTCODE)),
        ({"coc_number": "12345678"}, (Fact.COC_NUMBER, Fact.NAME, Fact.POSTCODE)),
        ({"coc_number": "87654321"}, (Fact.NAME, Fact.POSTCODE)),
        ({"street": "Markt 1"}, (Fact.NAME, Fact.POSTCODE, Fact.ADDRESS)),
        ({"postcode": "9999ZZ"}, (Fact.NAME,)),
        ({"postcode": None}, (Fact.NAME,)),
        ({"name": "Voorbeeld Events"}, (Fact.NAME_WITHOUT_FORM, Fact.POSTCODE)),
        ({"name": "Iets heel anders", "postcode": None}, ()),
        ({"email_key": "AP@VOORBEELD.EXAMPLE"}, (Fact.NAME, Fact.POSTCODE, Fact.EMAIL)),
    ],
)
def test_what_agrees(changes: dict[str, Any], facts: tuple[Fact, ...]) -> None:
    customer = customer_of(debtor(vat_number=NUMBER), "NL", str.upper)
    assert customer is not None
    assert agreeing(customer, relation_of(account(**changes), "NL")) == facts


@pytest.mark.parametrize(
    ("country", "vat", "coc", "looked_up"),
    [
        ("BE", "BE0819258832", None, ("BE0819258832", "0819258832")),
        ("BE", None, "0819258832", ("BE0819258832", "0819258832")),
        ("NL", NUMBER, None, (NUMBER, None)),
        ("NL", None, "12345678", (None, "12345678")),
        ("NL", NUMBER, "12345678", (NUMBER, "12345678")),
        ("NL", None, None, (None, None)),
    ],
)
def test_a_belgian_is_looked_up_by_either_number(
    country: str, vat: str | None, coc: str | None, looked_up: tuple[str | None, str | None]
) -> None:
    customer = customer_of(debtor(country=country, postcode=None, vat_number=vat, coc_number=coc), "NL", str.upper)
    assert customer is not None
    key = look_up(customer)
    assert (key.vat_number, key.coc_number) == looked_up
    assert key.stems == stems(customer.written)
