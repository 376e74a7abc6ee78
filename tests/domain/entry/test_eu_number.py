"""VAT numbers as a code for the EU needs them: of another member state, and valid of form."""

from __future__ import annotations

import re

import pytest
from stdnum.eu import vat

from mice_exact_plugin.domain.entry.eu_number import MEMBERS, NumberState, is_elsewhere, judge
from mice_exact_plugin.domain.reference import EuListing

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
    ("DE136695975", "DE", "good good good good"),
    ("136695975", "DE", "good good good good"),
    ("DE13669597", "DE", "invalid invalid invalid invalid"),
    (BELGIAN, "BE", "good own_state good good"),
    ("0123.456.749", "BE", "good own_state good good"),
    (DUTCH, "NL", "own_state good good good"),
    ("NL001234567B13", "NL", "own_state good good good"),
    ("NL001234567B1", "NL", "own_state invalid invalid invalid"),
    ("004495445B01", "NL", "own_state good good good"),
    (GREEK, "GR", "good good own_state good"),
    ("GR094259216", "GR", "good good own_state good"),
    ("GB432525179", "GB", "outside outside outside own_state"),
    ("CHE116281710", "CH", "outside outside outside outside"),
    ("123456", "US", "outside outside outside outside"),
    ("YR399859412", "FR", "good good good good"),
    ("EU372000041", "US", "outside outside outside outside"),
    ("AB12", "QQ", "outside outside outside outside"),
    (NORTHERN, "GB", "goods_only goods_only goods_only goods_only"),
    ("n.v.t.", "DE", "missing missing missing missing"),
    ("USt-IdNr. DE 136 695 976", "Duitsland", "good good good good"),
    ("BTW BE 0123.456.749", None, "good own_state good good"),
    ("136695976", "Duitsland", "good good good good"),
    ("USt-IdNr. 136695976", "Allemagne", "good good good good"),
]


@pytest.mark.parametrize("row", TABLE, ids=lambda row: f"{row[0]}-{row[1]}")
@pytest.mark.parametrize(("place", "home"), list(enumerate(("NL", "BE", "GR", "GB"))))
def test_a_number_is_judged_by_form_and_state(row: tuple[str | None, str | None, str], place: int, home: str) -> None:
    written, country, states = row
    found = judge(written, country, "S", home)
    assert found.state == states.split()[place]


@pytest.mark.parametrize(
    ("listing", "state"), [("L", NumberState.GOOD), ("T", NumberState.GOOD), ("S", NumberState.GOODS_ONLY)]
)
def test_northern_ireland_is_in_the_union_for_goods_alone(listing: EuListing, state: NumberState) -> None:
    assert judge(NORTHERN, "GB", listing, "NL").state is state


@pytest.mark.parametrize(
    ("written", "normal"),
    [("gr 094 259 216", GREEK), ("BE0123.456.749", BELGIAN), ("BE 123.456.749", BELGIAN), ("DE-136695976", GERMAN)],
)
def test_a_good_number_has_one_spelling(written: str, normal: str) -> None:
    assert judge(written, None, "S", "NL").text == normal


#: Numbers of which only the check digits are wrong, and after the bar others of which the form is.
FORMS = """
ATU12345678|AT12345678 ATU1234567   BE0123456788|BE012345678 BE2123456789   BG123456789|BG12345678
CY12345678A|CY123456789   CZ12345678|CZ1234567   DE123456789|DE12345678 DE1234567890 DE12345678A
DK12345678|DK1234567   EE123456789|EE12345678   EL123456789|EL12345678   ESA12345678|ES123456789 ESA1234567
FI12345670|FI1234567   FR12345678901|FR1234567890 FROI345678901   HR12345678901|HR1234567890   HU12345678|HU1234567
IE1234567A|IE12345678   IT12345678901|IT1234567890   LT123456789|LT1234567890   LU12345678|LU1234567
LV41234567890|LV4123456789   MT12345678|MT1234567   NL123456789B02|NL123456789C02 NL123456789B2
PL1234567890|PL123456789   PT123456780|PT12345678   RO1234567890|RO12345678901   SE123456789001|SE1234567890
SI12345678|SI1234567   SK1234567890|SK123456789   XI123456789|XI12345678
"""


def test_every_state_has_its_form_and_check_digits_hold_nothing_up() -> None:
    rows = re.split(r"\n|\s{3}", FORMS.strip())
    assert {row[:2] for row in rows} == MEMBERS == {{"GR": "EL"}.get(s.upper(), s.upper()) for s in vat.MEMBER_STATES}
    for row in rows:
        formed, _, others = row.partition("|")
        found = judge(formed, None, "L", "US")
        assert (found.state, found.text, found.adds_up) == (NumberState.GOOD, formed, False), formed
        for other in others.split():
            assert judge(other, None, "L", "US").state is NumberState.INVALID, other


@pytest.mark.parametrize("written", [GERMAN, GREEK, NORTHERN, DUTCH, BELGIAN])
def test_a_valid_number_adds_up(written: str) -> None:
    assert judge(written, None, "L", "US").adds_up


def test_a_bad_number_is_shown_as_it_was_written() -> None:
    assert judge(" DE 12.3 ", "NL", "S", "NL").text == "DE 12.3"


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
        (GERMAN, "Deutschland", False),
        (GERMAN, "Nederland", True),
        ("FR40303265045", "Monaco", False),
        (GERMAN, "MC", True),
    ],
)
def test_an_address_outside_the_state_of_the_number_is_seen(written: str, country: str | None, expected: bool) -> None:
    assert is_elsewhere(judge(written, country, "L", "NL"), country) is expected
