"""Countries and postcodes: what people write, and what cannot be understood."""

from __future__ import annotations

from itertools import product

import pytest

from mice_exact_plugin.domain.debtor.countries import country_code
from mice_exact_plugin.domain.debtor.places import NotOfTheCountry, covers_a_street, is_part_of, postcode_of

COUNTRIES = {
    "NL": "NL|nl |NL |Nederland|Netherlands|The Netherlands|Pays-Bas|Niederlande|Holland|NLD|Nederland (NL)"
    "|Netherlands, The|Nederland NL|NL Nederland|Ned.|NDL|Niederland",
    "BE": "België|Belgie|BELGIQUE|Belgien|Belgium|B|BEL|België / Belgique|België-Belgique|be|Vlaanderen|Wallonië",
    "DE": "Duitsland|Germany|Allemagne|Deutschland|D|DEU|BRD|Bundesrepublik Deutschland",
    "FR": "Frankrijk|France|Frankreich|F|FRA",
    "GB": "UK|U.K.|GB|GBR|VK|Verenigd Koninkrijk|Verenigd Koninkrijk GB|Great Britain|Groot-Brittannië|Engeland"
    "|England|Schotland|Royaume-Uni"
    "|Vereinigtes Königreich|United Kingdom|XI|Wales|G.B.",
    "GR": "EL|GR|Griekenland|Greece|Grèce|Griechenland|Hellas",
    "US": "VS|USA|U.S.A.|United States|Verenigde Staten|Verenigde Staten van Amerika|États-Unis",
    "AT": "Oostenrijk|Österreich|Oesterreich|Austria|Autriche|A",
    "CH": "Zwitserland|Schweiz|Suisse|Switzerland|CH|CHE",
    "LU": "Luxemburg|Luxembourg|L|LUX|Luxembourg (Grand-Duché)",
    "CZ": "Tsjechië|Czechia|Czech Republic|Czech Rep.|Tchéquie|Tschechien",
    "IE": "Ierland|Ireland|Irlande|Irland|IRL",
    "ES": "Spanje|España|Spanien|Espagne|E",
    "CW": "Curaçao",
    "HK": "Hong Kong|Hongkong",
    "CN": "China|P.R. China|PR China|VR China",
    "CD": "Congo-Kinshasa",
}


@pytest.mark.parametrize(
    ("code", "text"), [(code, text) for code, texts in COUNTRIES.items() for text in texts.split("|")]
)
def test_a_country_in_words_or_codes(code: str, text: str) -> None:
    assert country_code(text) == code


@pytest.mark.parametrize(
    "text",
    [
        None,
        "",
        " ",
        "Nederlnad",
        "XX",
        "EU",
        "België of Nederland",
        "Zuid-Holland",
        "Congo",
        "Nederland BE",
        "12",
        "-",
        "AAA",
    ],
)
def test_what_is_no_country_is_none(text: str | None) -> None:
    assert country_code(text) is None


NEAR_MISSES = (
    "N1|1N|NL1|NL 1012|NL-1012|Nederland 1|A4|E5|F1|D2|B2B|N/A|a/d|v/s|n.v.t.|B.V.|N.V.|S.A.|S.L.|M.E.|de NL|NLX"
    "|HOL|FRG|ENGL|UKR1|BUR|DDR|ZAR|MAN|IRA|OMA|AC|IC|XKK|XII|EUR|U/S|B1|N L|AA|QQ|ZZ|ZZZ"
)


@pytest.mark.parametrize("text", NEAR_MISSES.split("|"))
def test_a_near_miss_of_a_code_is_no_country(text: str) -> None:
    assert country_code(text) is None


def test_every_country_has_one_code_of_two_letters_and_one_of_three() -> None:
    letters = [chr(code) for code in range(ord("A"), ord("Z") + 1)]
    spoken = {"UK", "VK", "VS", "US", "EL", "XI", "FL", "XK"}
    two = {code for code in map("".join, product(letters, repeat=2)) if country_code(code)} - spoken | {"US"}
    three = [code for code in map("".join, product(letters, repeat=3)) if country_code(code)]
    extra = {"BRD", "ENG", "NED", "NDL", "SLO", "UAE", "VAE", "VSA"}
    assert len(two) == 249
    assert sorted(country_code(code) or "" for code in set(three) - extra) == sorted(two)


@pytest.mark.parametrize(
    ("text", "code"),
    {"Canarische Eilanden": "ES", "Canary Islands": "ES", "Kosovo": "XK", "XK": "XK", "the UK": "GB", "de VS": "US"}
    .items(),
)  # fmt: skip
def test_a_part_is_named_as_its_country(text: str, code: str) -> None:
    assert country_code(text) == code


POSTCODES = [
    ("NL", "1234 AB", "1234AB|1234ab|1234  AB|NL-1234 AB|NL 1234AB|NL1234AB"),
    ("BE", "1000", "B-1000|BE1000|BE-1000| 1000"),
    ("LU", "1234", "L-1234|LU-1234|L1234"),
    ("DE", "01067", "D-01067|DE 01067|1067|01 067"),
    ("FR", "75001", "F-75001|FR-75001|75 001"),
    ("PT", "1000-001", "PT-1000-001|1000 001|P-1000-001|1000001"),
    ("RO", "010011", "RO-010011|10011"),
    ("LV", "LV-1010", "1010|LV1010"),
    ("LT", "LT-01100", "01100|LT 01100"),
    ("SE", "123 45", "SE-123 45|12345|S-12345"),
    ("GR", "104 31", "10431|GR-10431|EL 104 31"),
    ("PL", "00-950", "00950|PL-00-950"),
    ("CZ", "110 00", "11000|CZ-110 00"),
    ("GB", "SW1A 1AA", "SW1A1AA|sw1a 1aa|GB-SW1A 1AA|UK SW1A1AA"),
    ("GB", "E1 6AN", "E16AN|e1  6an"),
    ("IE", "D02 X285", "D02X285|IE D02X285"),
    ("US", "98052-7329", "WA 98052-7329|980527329|US-98052-7329"),
    ("US", "19901", "DE 19901"),
    ("CA", "K1A 0B1", "K1A0B1|CA-K1A 0B1"),
    ("AD", "AD500", "500|AD-500"),
    ("CH", "8001", "CH-8001|8001"),
    ("IT", "00198", "I-00198|0198"),
]


@pytest.mark.parametrize(
    ("country", "written", "other"),
    [(country, written, other) for country, written, others in POSTCODES for other in (written, *others.split("|"))],
)
def test_a_postcode_in_its_spellings(country: str, written: str, other: str) -> None:
    one, same = postcode_of(written, country), postcode_of(other, country)
    assert one is not None
    assert same is not None
    assert same.normal == one.normal
    assert same.written == written


@pytest.mark.parametrize(
    ("text", "normal", "country"),
    [
        ("PT-1000-001", "1000001", "PT"),
        ("B-1000", "1000", "BE"),
        ("D 50667", "50667", "DE"),
        ("NL-1234AB", "1234AB", "NL"),
        ("1234 AB", "1234AB", None),
        ("50667", "50667", None),
        ("E1 6AN", "E16AN", None),
        ("B1 1AA", "B11AA", None),
        ("GB-B14 6XZ", "B146XZ", "GB"),
        ("UK B1 1AA", "B11AA", "GB"),
        ("IE-D02 X285", "D02X285", "IE"),
        ("EE-10111", "10111", "EE"),
        ("CA-K1A 0B1", "K1A0B1", "CA"),
        ("SE1 6AN", "SE16AN", None),
        ("BE1 1AA", "BE11AA", None),
        ("CH1 2AB", "CH12AB", None),
    ],
)
def test_a_country_in_front_counts_where_none_is_named(text: str, normal: str, country: str | None) -> None:
    found = postcode_of(text, None)
    assert found is not None
    assert (found.normal, found.country) == (normal, country)


@pytest.mark.parametrize(("text", "country"), [("D-50667", "NL"), ("NO-3470", "DK"), ("NL 1234 AB", "BE")])
def test_another_country_in_front_is_not_believed(text: str, country: str) -> None:
    with pytest.raises(NotOfTheCountry):
        postcode_of(text, country)


@pytest.mark.parametrize(
    ("text", "country"),
    [("54321", "NL"), ("4811 A8", "NL"), ("481 1AB", "BE"), ("1111 AA", "SE"), ("CEDEX 9", "FR"), ("SW1A", "GB")],
)
def test_a_form_that_the_country_does_not_have_cannot_be_read(text: str, country: str) -> None:
    with pytest.raises(NotOfTheCountry):
        postcode_of(text, country)


@pytest.mark.parametrize(("text", "country"), [("12-34", "XK"), ("C1425 CLA", "AR"), ("4811 A8", None)])
def test_where_no_form_is_known_it_stays_as_it_is(text: str, country: str | None) -> None:
    found = postcode_of(text, country)
    assert found is not None
    assert found.written == text


@pytest.mark.parametrize("text", [None, "", " - ", "n.v.t.", "0000", "XXX", "onbekend"])
def test_a_filler_is_no_postcode(text: str | None) -> None:
    assert postcode_of(text, "NL") is None


@pytest.mark.parametrize(
    ("normal", "country", "covers"),
    [
        ("1234AB", "NL", True),
        ("1234AB", None, True),
        ("SW1A1AA", "GB", True),
        ("1234", "NL", False),
        ("1000", "BE", False),
        ("1000", None, False),
        ("D02X285", "IE", False),
        ("50667", "DE", False),
        ("1234AB", "BE", False),
    ],
)
def test_where_a_postcode_tells_neighbours_apart(normal: str, country: str | None, *, covers: bool) -> None:
    assert covers_a_street(normal, country) is covers


def test_a_beginning_of_a_postcode_says_nothing() -> None:
    assert is_part_of("1012", "1012AB")
    assert is_part_of("98052-7329".replace("-", ""), "98052")
    assert is_part_of("101", "1012AB")
    assert not is_part_of("10", "1012AB")
    assert not is_part_of("1013", "1012AB")
