"""VAT and CoC numbers: one normal form, and only valid ones are facts."""

from __future__ import annotations

import pytest

from mice_exact_plugin.domain.debtor.numbers import belgian_identity, coc_number, vat_number


@pytest.mark.parametrize(
    ("normal", "country", "spellings"),
    [
        (
            "NL123436771B01",
            "NL",
            "NL123436771B01|123436771B01|NL 1234.36.771.B01|nl123436771b01|BTW NL1234.36.771.B.01",
        ),
        ("BE0819258832", "BE", "BE0819258832|0819.258.832|BE 819.258.832|TVA BE 0819 258 832|BTW-nr. BE0819.258.832"),
        ("DE136695976", "DE", "DE136695976|136695976|DE 136 695 976|USt-IdNr. DE136695976"),
        ("EL094259216", "GR", "EL094259216|GR094259216|094259216|EL 094 259 216"),
        ("FR40303265045", "FR", "FR40303265045|40 303 265 045"),
        ("ATU37866403", "AT", "ATU37866403|ATU 378 664 03|U37866403"),
        ("GB980780684", "GB", "GB980780684|980 7806 84|GB 980 7806 84"),
        ("CHE107787577", "CH", "CHE-107.787.577 MWST|CHE107787577|CHE-107.787.577 IVA"),
        ("NO995525828MVA", "NO", "NO995525828MVA|995 525 828|NO 995 525 828 MVA|995525828MVA"),
        ("LU15027442", "LU", "LU15027442|15027442|LU 150 274 42"),
        ("PL8567346215", "PL", "PL8567346215|856-734-62-15"),
        ("SE123456789701", "SE", "SE123456789701|123456-7897 01"),
    ],
)
def test_a_vat_number_in_its_spellings(normal: str, country: str, spellings: str) -> None:
    for text in spellings.split("|"):
        assert vat_number(text, country, "NL") == normal, text
    assert vat_number(normal, None, "NL") == normal


def test_northern_ireland_has_a_number_of_its_own() -> None:
    assert vat_number("XI980780684", "GB", "NL") == "XI980780684"


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("BE0819258831", "BE"),
        ("DE136695975", "DE"),
        ("GR094259217", "GR"),
        ("FR41303265045", "FR"),
        ("ATU37866404", "AT"),
        ("GB980780685", "GB"),
        ("CHE107787578", "CH"),
        ("NO995525829MVA", "NO"),
        ("LU15027443", "LU"),
        ("PL8567346216", "PL"),
        ("SE123456789801", "SE"),
        ("PT501964842", "PT"),
        ("ESA13585626", "ES"),
    ],
)
def test_a_vat_number_whose_check_digits_are_wrong_is_refused(text: str, country: str) -> None:
    assert vat_number(text, country, "NL") is None
    assert vat_number(text[len(country) :], country, None) is None


def test_a_number_without_a_country_is_of_the_address_and_else_of_the_administration() -> None:
    assert vat_number("123436771B01", None, "NL") == "NL123436771B01"
    assert vat_number("0819258832", None, "BE") == "BE0819258832"
    assert vat_number("0819258832", "BE", "NL") == "BE0819258832"
    assert vat_number("0819258832", "NL", "BE") is None
    assert vat_number("0819258832", None, None) is None


@pytest.mark.parametrize(
    "text", [None, "", "-", "NL123456789B01", "DE12345ABC", "US4258828080", "213456789", "BE123456789", "NL", "IVAN"]
)
def test_what_is_no_valid_vat_number_is_none(text: str | None) -> None:
    assert vat_number(text, "NL", "NL") is None


@pytest.mark.parametrize(
    ("normal", "country", "spellings"),
    [
        ("38480752", "NL", "38480752|3848 0752|KvK 38480752|KvK-nummer: 38.48.07.52|NL38480752"),
        ("0819258832", "BE", "0819.258.832|819258832|BE 0819 258 832|KBO 0819.258.832"),
        ("HRB98765", "DE", "HRB 98765|hrb98765|Amtsgericht Köln HRB 98765|HRB 098765"),
        ("B123456", "LU", "B123456|B 123.456|RCS B123456"),
        ("FN123456A", "AT", "FN 123456a|123456a"),
        ("01234567", "GB", "01234567|1234567"),
        ("SC123456", "GB", "SC123456|sc 123456"),
        ("303265045", "FR", "303 265 045|303265045"),
        ("1234567897", "SE", "123456-7897|SE1234567897"),
        ("24256790", "DK", "DK24256790|24 25 67 90"),
        ("995525828", "NO", "995 525 828|NO995525828"),
        ("20774740", "FI", "2077474-0|FI20774740"),
        ("CHE100155212", "CH", "CHE-100.155.212|CHE100155212|100.155.212"),
        ("501964843", "PT", "501 964 843|PT501964843"),
        ("A13585625", "ES", "A-13585625|ESA13585625"),
    ],
)
def test_a_register_number_in_its_spellings(normal: str, country: str, spellings: str) -> None:
    for text in spellings.split("|"):
        assert coc_number(text, country, "NL") == normal, text
    assert coc_number(normal, country, "NL") == normal


@pytest.mark.parametrize(
    ("text", "country"),
    [
        (None, "NL"),
        ("1234567", "NL"),
        ("00000000", "NL"),
        ("00000001003214394000", "NL"),
        ("90000000-03083-12", "DE"),
        ("11111111", "BE"),
        ("0819258831", "BE"),
        ("57151520", "SE"),
        ("1234567898", "SE"),
        ("24256791", "DK"),
        ("995525829", "NO"),
        ("2077474-1", "FI"),
        ("CHE-100.155.213", "CH"),
        ("501964842", "PT"),
        ("A13585626", "ES"),
        ("303265046", "FR"),
        ("00000000", "GB"),
        ("FN A", "AT"),
        ("B1", "LU"),
        ("geen", "FR"),
        ("geen", "US"),
        ("1234", "US"),
        ("38480752", None),
    ],
)
def test_what_is_no_valid_register_number_is_none(text: str | None, country: str | None) -> None:
    assert coc_number(text, country, None) is None


def test_a_number_is_not_checked_where_no_check_is_known() -> None:
    assert coc_number("602 123 4567-A", "US", "NL") == "6021234567A"


def test_a_belgian_vat_number_is_the_number_in_the_register() -> None:
    assert belgian_identity("BE0819258832") == "0819258832"
    assert belgian_identity("NL123436771B01") is None
    assert belgian_identity(None) is None
