"""Street with house number, city and e-mail address."""

from __future__ import annotations

import pytest

from mice_exact_plugin.domain.debtor.places import email_address, normal_city, normal_street


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Markt 1", "Markt 1 "),
        ("Markt 1", "MARKT  1"),
        ("Markt 1a", "Markt 1 A"),
        ("Hauptstraße 5", "Hauptstr. 5"),
        ("Hauptstrasse 5", "Haupt Straße 5"),
        ("Dorpsstraat 12", "Dorpsstr. 12"),
        ("Avenue Louise 3", "Av. Louise, 3"),
        ("Boulevard de la Reine 7", "Bd de la Reine 7"),
        ("5th Avenue 12", "5th Ave. 12"),
        ("Sunset Blvd. 4", "Sunset Boulevard 4"),
        ("Boul. Anspach 8", "Bd Anspach 8"),
        ("Baker Street 221b", "Baker St 221 B"),
        ("Straße des 17. Juni 135", "Str. des 17 Juni 135"),
        ("Plein '40-'45 1", "Plein 40-45 1"),
    ],
)
def test_spellings_of_one_street(one: str, other: str) -> None:
    assert normal_street(one) == normal_street(other)
    assert normal_street(one) is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Park Ave. 1", "Park Str. 1"),
        ("Markt 1", "Markt 11"),
        ("Markt 1 23", "Markt 12 3"),
        ("Markt 1", "Markt 1a"),
        ("Kade 1", "Markt 1"),
    ],
)
def test_other_addresses_stay_apart(one: str, other: str) -> None:
    assert normal_street(one) != normal_street(other)


@pytest.mark.parametrize("street", [None, "", "Main street", "null null", "-"])
def test_a_street_without_a_number_says_too_little(street: str | None) -> None:
    assert normal_street(street) is None


def test_the_street_may_stand_on_the_second_line() -> None:
    assert normal_street("t.a.v. de administratie", "Markt 1") == normal_street("Markt 1")


def test_cities() -> None:
    assert normal_city(" 's-Gravenhage") == normal_city("DEN HAAG")
    assert normal_city("Köln") == normal_city("koln")
    assert normal_city("Breda") != normal_city("Tilburg")
    assert normal_city("-") is None
    assert normal_city(None) is None


@pytest.mark.parametrize(
    "names",
    [
        "Brussel Bruxelles Brüssel BRUSSELS Bruxelles. Bruselas",
        "Antwerpen Anvers Antwerp",
        "Gent Gand Ghent",
        "Luik Liège LIEGE Lüttich",
        "Namen Namur",
        "Bergen Mons",
        "Luxemburg Luxembourg",
        "København Kopenhagen Copenhagen",
        "Wien Wenen Vienna",
        "Parijs Paris",
        "Sint-Jans-Molenbeek Molenbeek-Saint-Jean",
    ],
)
def test_a_city_with_a_name_in_several_languages(names: str) -> None:
    assert len({normal_city(name) for name in names.split()}) == 1


def test_the_names_of_cities_stay_apart() -> None:
    flemish = ["Brussel", "Antwerpen", "Gent", "Luik", "Namen", "Bergen", "Brugge", "Leuven", "Mechelen", "Halle"]
    others = ["Parijs", "Lausanne", "Utrecht", "Lille", "Genève", "Lyon"]
    assert len({normal_city(name) for name in (*flemish, *others)}) == len(flemish) + len(others)


@pytest.mark.parametrize("text", ["a.b@c.nl", " A.B@C.NL ", "mailto:a.b@c.nl", "A. B. <a.b@c.nl>"])
def test_one_address(text: str) -> None:
    assert email_address(text) == "a.b@c.nl"


@pytest.mark.parametrize(
    "text", [None, "", "ab.nl", "a@b", "a@b.nl; c@d.nl", "a@b.nl,c@d.nl", "a@b.nl c@d.nl", "a@@b.nl"]
)
def test_what_is_no_single_address(text: str | None) -> None:
    assert email_address(text) is None


def test_a_place_within_a_building_is_no_street() -> None:
    assert normal_street("Unit 3", "Kerkstraat 5") == normal_street("Kerkstraat 5")
    assert normal_street("Unit 3", "Kerkstraat 5") != normal_street("Unit 3", "Havenweg 80")
    assert normal_street("Hal 12") is None
    assert normal_street("Halstraat 12") is not None
