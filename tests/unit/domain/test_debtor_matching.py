"""Who is the same debtor: spellings that must match, and relations that must not."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mice_exact_plugin.domain.debtor_matching import (
    Hit,
    MatchKey,
    NoHit,
    Several,
    display_name,
    is_candidate,
    match,
    match_key,
    normalise_country,
    normalise_name,
    normalise_postcode,
)
from tests.unit.domain.build import TODAY, account, debtor

#: Few letters of many kinds: marks, ligatures, other scripts, wide and no-break space, what folding makes longer.
names = st.text("abBV.é&'-|  \n\u00a0\u3000ßæĳŁΩ花🎉ﬃ½İ\u0301", min_size=1, max_size=80)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Voorbeeld Events B.V.", "VOORBEELD EVENTS BV"),
        ("Voorbeeld Events B.V.", "Voorbeeld  Events  b.v"),
        ("Voorbeeld Besloten Vennootschap", "Voorbeeld BV"),
        ("Café 't Hoekje", "Cafe ’t hoekje"),
        ("De Zon V.O.F.", "De Zon VOF"),
        ("Feestzaal BVBA", "Feestzaal BV"),
        ("Salle SPRL", "Salle S.R.L."),
        ("Müller GmbH & Co. KG", "Muller GMBH & CO KG"),
        ("Straße AG", "STRASSE A.G."),
        ("Øresund A/S", "Oresund AS"),
        ("Acme Limited", "ACME Ltd."),
        ("A-B-C", "abc"),
    ],
)
def test_spellings_of_one_name_are_the_same(one: str, other: str) -> None:
    assert normalise_name(one) == normalise_name(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Zon BV", "Zon NV"), ("Zon", "Zon BV"), ("Zaal 1", "Zaal 2"), ("🎉", "🎂"), ("Ωmega", "Omega"), ("花", "山")],
)
def test_other_names_stay_apart(one: str, other: str) -> None:
    assert normalise_name(one) != normalise_name(other)


@given(names)
def test_the_name_that_exact_cut_off_still_matches(name: str) -> None:
    kept_by_exact = display_name(debtor(name=name, last_name="x"))
    assert kept_by_exact is not None
    assert len(kept_by_exact) <= 50
    if name.split():
        assert normalise_name(kept_by_exact) == normalise_name(name)


@given(names.filter(lambda name: bool(name.split())))
def test_a_name_is_never_normalised_away(name: str) -> None:
    assert 0 < len(normalise_name(name)) <= 50


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("1234 ab", "1234AB"),
        ("1234AB", "1234AB"),
        ("NL-1234 AB", "1234AB"),
        ("B-1000", "1000"),
        ("BE1040", "1040"),
        ("D-80939", "80939"),
        ("SW1A 1AA", "SW1A1AA"),
        ("-", None),
        ("  ", None),
        (None, None),
    ],
)
def test_a_postcode_has_one_spelling(given: str | None, expected: str | None) -> None:
    assert normalise_postcode(given) == expected


@pytest.mark.parametrize(
    ("given", "expected"), [("nl", "NL"), ("NL ", "NL"), ("Nederland", None), ("", None), (None, None)]
)
def test_a_country_is_two_letters_or_nothing(given: str | None, expected: str | None) -> None:
    assert normalise_country(given) == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "Voorbeeld Events B.V."),
        ({"name": None, "first_name": "Jan", "last_name": "de Vries"}, "Jan de Vries"),
        ({"name": " ", "last_name": "de Vries"}, "de Vries"),
        ({"name": "x" * 200}, "x" * 50),
        ({"name": None}, None),
        ({"name": "\n", "first_name": " "}, None),
    ],
)
def test_the_name_shown_is_the_company_else_the_person(changes: dict[str, Any], expected: str | None) -> None:
    assert display_name(debtor(**changes)) == expected


def test_the_key_is_a_stable_text() -> None:
    key = match_key(debtor(postcode="1234 ab"))
    assert key == MatchKey("voorbeeldeventsbv", "1234AB", "NL")
    assert key.text == "voorbeeldeventsbv|1234AB|NL"
    nowhere = match_key(debtor(postcode=None, country=None))
    assert nowhere is not None
    assert nowhere.text == "voorbeeldeventsbv||"


def test_a_nameless_debtor_has_no_key_and_no_hit() -> None:
    assert match_key(debtor(name=None)) is None
    assert match(debtor(name=None), [account()], TODAY) == NoHit()


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, True),
        ({"status": "P"}, True),
        ({"status": "S"}, True),
        ({"status": None}, True),
        ({"is_supplier": True}, True),
        ({"is_supplier": True, "status": "P"}, True),
        ({"end_date": TODAY}, True),
        ({"is_supplier": True, "status": None}, False),
        ({"is_supplier": True, "status": "A"}, False),
        ({"is_blocked": True}, False),
        ({"is_anonymised": True}, False),
        ({"end_date": date(2026, 3, 14)}, False),
    ],
)
def test_only_relations_one_can_sell_to_are_candidates(changes: dict[str, Any], expected: bool) -> None:
    assert is_candidate(account(**changes), TODAY) is expected


@pytest.mark.parametrize(
    ("ours", "theirs", "hit"),
    [
        ({}, {}, True),
        ({"postcode": "1234ab"}, {"postcode": "1234 AB"}, True),
        ({}, {"postcode": "9999 ZZ"}, False),
        ({}, {"postcode": None}, False),
        ({}, {"country": "BE"}, False),
        ({}, {"country": None}, True),
        ({"country": None}, {"country": "BE"}, True),
        ({}, {"name": "Iemand anders BV"}, False),
        ({}, {"is_blocked": True}, False),
        ({"postcode": None}, {"postcode": None}, True),
        ({"postcode": None}, {}, False),
        ({"postcode": None}, {"vat_number": "NL 1234.56.789.B01"}, True),
        ({"postcode": None}, {"coc_number": "12345678"}, True),
        ({"postcode": None}, {"vat_number": "NL999999999B99"}, False),
        ({"postcode": None, "vat_number": None, "coc_number": ""}, {"vat_number": None, "coc_number": ""}, False),
    ],
)
def test_a_match_is_name_and_postcode_and_country_when_given(
    ours: dict[str, Any], theirs: dict[str, Any], hit: bool
) -> None:
    relation = account(**theirs)
    expected = Hit(relation, promote=False) if hit else NoHit()
    assert match(debtor(**ours), [relation], TODAY) == expected


@pytest.mark.parametrize("status", ["P", "S", None])
def test_the_one_hit_that_is_no_customer_yet_is_promoted(status: str | None) -> None:
    prospect = account(status=status)
    assert match(debtor(), [prospect, account("b", postcode="9999ZZ")], TODAY) == Hit(prospect, promote=True)


def test_several_hits_go_to_a_person() -> None:
    both = (account("a"), account("b", status="P"))
    assert match(debtor(), [*both, account("c", is_blocked=True)], TODAY) == Several(both)


@given(names, st.sampled_from(["1234 AB", "B-1000", None]), st.sampled_from(["NL", "BE", None]))
def test_a_relation_created_from_an_invoice_is_found_again(
    name: str, postcode: str | None, country: str | None
) -> None:
    """What Exact keeps of our own details must match them next time, or every invoice makes a new debtor."""
    ours = debtor(name=name, last_name="Jansen", postcode=postcode, country=country)
    kept = account(name=display_name(ours) or "", postcode=postcode, country=country or "NL")
    assert match(ours, [kept], TODAY) == Hit(kept, promote=False)
