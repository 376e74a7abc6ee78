"""VAT numbers as a code for the EU needs them: of another member state, and valid of form."""

from __future__ import annotations

import pytest

from mice_exact_plugin.domain.eu_number import NumberState, is_elsewhere, judge
from mice_exact_plugin.domain.reference import EuListing
from tests.unit.domain.build import debtor

GERMAN, BELGIAN, GREEK, NORTHERN = "DE136695976", "BE0123456749", "EL094259216", "XI432525179"
DUTCH = "NL004495445B01"
#: Number, country of the address, and what it is in an administration of NL, BE, GR and GB, for services.
TABLE = [
    (None, "DE", "missing missing missing missing"),
    (" . ", "DE", "missing missing missing missing"),
    (GERMAN, "DE", "good good good good"),
    ("de 136.695.976", None, "good good good good"),
    ("136695976", "DE", "good good good good"),
    ("136695976", None, "invalid invalid invalid invalid"),
    ("DE136695975", "DE", "invalid invalid invalid invalid"),
    ("DE13669597", "DE", "invalid invalid invalid invalid"),
    (BELGIAN, "BE", "good own_state good good"),
    ("0123.456.749", "BE", "good own_state good good"),
    (DUTCH, "NL", "own_state good good good"),
    ("NL001234567B13", "NL", "own_state invalid invalid invalid"),
    ("004495445B01", "NL", "own_state good good good"),
    (GREEK, "GR", "good good own_state good"),
    ("GR094259216", "GR", "good good own_state good"),
    ("GB432525179", "GB", "outside outside outside own_state"),
    ("CHE116281710", "CH", "outside outside outside outside"),
    ("123456", "US", "outside outside outside outside"),
    ("EU372000041", "US", "outside outside outside outside"),
    ("AB12", "QQ", "outside outside outside outside"),
    (NORTHERN, "GB", "goods_only goods_only goods_only goods_only"),
]


@pytest.mark.parametrize("row", TABLE, ids=lambda row: f"{row[0]}-{row[1]}")
@pytest.mark.parametrize(("place", "home"), list(enumerate(("NL", "BE", "GR", "GB"))))
def test_a_number_is_judged_by_form_and_state(row: tuple[str | None, str | None, str], place: int, home: str) -> None:
    written, country, states = row
    found = judge(debtor(vat_number=written, country=country), "S", home)
    assert found.state == states.split()[place]


@pytest.mark.parametrize(
    ("listing", "state"), [("L", NumberState.GOOD), ("T", NumberState.GOOD), ("S", NumberState.GOODS_ONLY)]
)
def test_northern_ireland_is_in_the_union_for_goods_alone(listing: EuListing, state: NumberState) -> None:
    assert judge(debtor(vat_number=NORTHERN, country="GB"), listing, "NL").state is state


@pytest.mark.parametrize(
    ("written", "normal"),
    [("gr 094 259 216", GREEK), ("BE0123.456.749", BELGIAN), ("BE 123.456.749", BELGIAN), ("DE-136695976", GERMAN)],
)
def test_a_good_number_has_one_spelling(written: str, normal: str) -> None:
    assert judge(debtor(vat_number=written, country=None), "S", "NL").text == normal


def test_a_bad_number_is_shown_as_it_was_written() -> None:
    assert judge(debtor(vat_number=" DE 12.3 "), "S", "NL").text == "DE 12.3"


@pytest.mark.parametrize(
    ("written", "country", "expected"),
    [
        (GERMAN, "DE", False),
        (GERMAN, "BE", True),
        (GERMAN, "NL", True),
        (GERMAN, None, False),
        (GREEK, "gr", False),
        (GREEK, "EL", False),
        (NORTHERN, "GB", False),
        (NORTHERN, "IE", True),
        ("DE1", "BE", False),
    ],
)
def test_an_address_outside_the_state_of_the_number_is_seen(written: str, country: str | None, expected: bool) -> None:
    assert is_elsewhere(judge(debtor(vat_number=written, country=country), "L", "NL"), country) is expected
