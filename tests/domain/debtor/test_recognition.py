"""By what a customer is recognised: what agrees, the most telling first."""

from __future__ import annotations

from typing import Any

import pytest

from mice_exact_plugin.domain.debtor.customer import customer_of, relation_of
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
