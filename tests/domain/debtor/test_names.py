"""Names: the spellings of one, what stays apart, filler words, and what Exact keeps."""

from __future__ import annotations

import pytest

from mice_exact_plugin.domain.debtor.name_words import is_filler
from mice_exact_plugin.domain.debtor.names import (
    addressee,
    base_spellings,
    kept_by_exact,
    may_be_cut_from,
    normal_name,
    spellings,
    stem,
    stems,
    whole_name,
)
from tests.domain.build import debtor

SAME = [
    ("Voorbeeld Events B.V.", "VOORBEELD EVENTS BV"),
    ("Voorbeeld Events B.V.", " Voorbeeld  Events  b. v. "),
    ("Voorbeeld Besloten Vennootschap", "Voorbeeld BV"),
    ("Feestzaal BVBA", "Feestzaal bv"),
    ("Salle SPRL", "Salle S.R.L."),
    ("Société Anonyme du Parc S.A.", "Societe Anonyme du Parc, Société Anonyme"),
    ("Zaal Gesellschaft mit beschränkter Haftung", "Zaal GmbH"),
    ("Zaal Gesellschaft mit beschraenkter Haftung", "Zaal G.m.b.H."),
    ("Müller GmbH & Co. KG", "Muller GMBH und CO KG"),
    ("Acme Limited", "ACME Ltd."),
    ("Øresund A/S", "Oresund AS"),
    ("Straße AG", "STRASSE A.G."),
    ("Jansen & Zn. Feesten B.V.", "Jansen en Zn Feesten BV"),
    ("Smith and Sons", "Smith & Sons"),
    ("Dupont et Fils", "Dupont&Fils"),
    ("Müller und Söhne", "Mueller & Soehne"),
    ("Café 't Hoekje", "Cafe ’t hoekje"),
    ("A-B-C", "abc"),
    ("Jan-Willem Smit", "Jan Willem Smit"),
    ("Anna v.d. Berg", "Anna van der Berg"),
    ("Anna vd Berg", "Anna van den Berg"),
    ("Anna v. d. Berg", "Anna vd Berg"),
    ("Łódź Events", "Lodz Events"),
    ("Ｚａａｌ", "Zaal"),
    ("Studio 1 A", "Studio 1A"),
    ("Studio 1-12", "Studio 1 12"),
    ("Studio #1", "Studio 1"),
    ("Club A+ BV", "CLUB A + B.V."),
    ("K+L Events", "K & L Events"),
    ("K + L Events", "K+L Events"),
    ("100% Feest", "100 % Feest"),
    ("Sint Jan BV", "St. Jan BV"),
    ("Saint-Michel", "St Michel"),
    ("Sankt Pauli", "St. Pauli"),
    ("Hôtel Ste. Anne", "Hotel Sainte-Anne"),
    ("Sintjan", "Sint Jan"),
]
APART = [
    ("Zon BV", "Zon NV"),
    ("Zon", "Zon BV"),
    ("BV Jansen", "Jansen BV"),
    ("Zaal 1", "Zaal 2"),
    ("Jan Jansen", "J. Jansen"),
    ("Anna van der Berg", "Anna van den Berg"),
    ("Mueller", "Muller"),
    ("Boel", "Bol"),
    ("Jansen en Zoon", "Jansen Zoon"),
    ("Stichting De Ark", "De Ark"),
    ("Ωmega", "Omega"),
    ("Studio 1 12", "Studio 11 2"),
    ("Studio 1 12", "Studio 112"),
    ("Studio 1 12 BV", "Studio 11 2 BV"),
    ("Club A+", "Club A"),
    ("Club A+ Events BV", "Club A Events BV"),
    ("50+ Reizen", "50 Reizen"),
    ("C# Muziek", "C Muziek"),
    ("100% Feest", "100 Feest"),
    ("Sint Jan", "Sankt Jan"),
    ("Sint Jan", "Jan"),
    ("花", "山"),
]
LONG = "Stichting Openbaar Primair Onderwijs Regio Zuidoost locatie De Ster"


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_of_one_name_are_the_same_and_stand_under_one_key(one: str, other: str) -> None:
    assert spellings(one) & spellings(other)
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), APART)
def test_other_names_stay_apart(one: str, other: str) -> None:
    assert not spellings(one) & spellings(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zon BV", "Zon NV"),
        ("Zon", "Zon B.V."),
        ("BV Jansen", "Jansen Besloten Vennootschap"),
        ("Müller GmbH & Co. KG", "Mueller GmbH"),
        ("Firma Jansen", "Jansen VOF"),
    ],
)
def test_names_that_differ_only_in_legal_form(one: str, other: str) -> None:
    assert base_spellings(one) & base_spellings(other)
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zon BV", "Maan BV"),
        ("Stichting De Ark", "De Ark"),
        ("BV", "NV"),
        ("Club A+ BV", "Club A NV"),
        ("Hal 1 12 BV", "Hal 11 2 NV"),
    ],
)
def test_what_differs_in_more_than_its_legal_form(one: str, other: str) -> None:
    assert not base_spellings(one) & base_spellings(other)


@pytest.mark.parametrize(
    "name",
    ["en", "& en", "BV", "B.V. BV", "a n d", "x & a n d & y", "🎉", "van", "v.d.", "A+ BV", "C++", "1 2 3", "+ %"],
)
def test_a_name_is_never_normalised_away_and_the_form_is_normal(name: str) -> None:
    assert normal_name(name)
    assert normal_name(normal_name(name)) == normal_name(name)


@pytest.mark.parametrize("length", range(45, 68))
def test_only_a_name_as_long_as_the_limit_may_be_cut(length: int) -> None:
    kept = LONG[:length].rstrip()
    assert may_be_cut_from(kept, LONG) is (kept == kept_by_exact(LONG))


@pytest.mark.parametrize(
    ("kept", "whole"),
    [
        (LONG[:50].upper(), LONG),
        # The cut takes the blank before "Noord", and Exact keeps 49.
        (f"{'a' * 49}", f"{'a' * 49} Noord"),
        # It falls within "en", which is "&" in the whole name.
        (f"{'Zorg' * 12} e", f"{'Zorg' * 12} en Welzijn"),
        (f"{'Zorg' * 11}Zor en", f"{'Zorg' * 11}Zor en Welzijn"),
        # The relation says "en" where the invoice says "&": it is cut elsewhere.
        (f"Jansen en {'x' * 40}", f"Jansen & {'x' * 50}"),
        (f"Müller {'x' * 43}", f"Mueller {'x' * 50}"),
        # Ours has room, and the relation's two blanks and "en" did not leave it enough.
        ("van  den  Berg  EN  Zn.  Evenementen  GmbH  &  Co", "van den Berg & Zn. Evenementen GmbH & Co. KG"),
        (f"Jansen en {'x' * 40}", f"Jansen & {'x' * 41}"),
        ("Association deutscher Sport en Handel 393 Sektion", "Association deutscher Sport&Handel 393 Sektion West"),
        (f"{'Zorg' * 11}Zo en", f"{'Zorg' * 11}Zo & Welzijn"),
        # The relation writes the legal form in full.
        ("Kontor  von  Bulow,  Concordia  No.  53  Aktiebola", "Kontor von Bülow, Concordia No. 53 AB"),
        # The bookkeeper typed two blanks, which leaves room for less of the name.
        (f"Zaal  {LONG}"[:50], f"Zaal {LONG}"),
        (f"{'a' * 45} 11 2", f"{'a' * 45} 11 23"),
        (f"{'a' * 47} A+", f"{'a' * 47} A+ Events"),
        (f"{'a' * 40}  {'b' * 6}", f"{'a' * 40} {'b' * 6} Noord"),
    ],
)
def test_a_name_that_exact_cut(kept: str, whole: str) -> None:
    assert may_be_cut_from(kept, whole)


@pytest.mark.parametrize(
    ("kept", "whole"),
    [
        (LONG[:50], LONG[:50]),
        (LONG[:50], f"Andere {LONG}"),
        (f"{LONG[:49]}x", LONG),
        (LONG[:30], LONG),
        (f"{'a' * 46} 1 1", f"{'a' * 46} 11 hoog"),
        (LONG[:49], LONG),
        (f"Jansen en {'x' * 40}", f"Jansen & {'x' * 40}"),
        (f"Jansen en {'x' * 39}", f"Jansen & {'x' * 41}"),
        ("", LONG),
    ],
)
def test_a_name_that_exact_did_not_cut(kept: str, whole: str) -> None:
    assert not may_be_cut_from(kept, whole)


def test_the_cut_name_of_a_relation_is_looked_up_too() -> None:
    assert stem(kept_by_exact(LONG)) in stems(LONG)
    sparse = "A. B. C. D. E. F. G. H. I. J. K. L. M. N. O. P. Q. R. S. T. U."
    assert stem(kept_by_exact(sparse)) in stems(sparse)


@pytest.mark.parametrize(
    ("kept", "whole"),
    [
        ("van  den  Berg  EN  Zn.  Evenementen  GmbH  &  Co", "van den Berg & Zn. Evenementen GmbH & Co. KG"),
        ("de  la  croix  und  macleod  kontor  no.  12  11", "de la Croix und MacLeod Kontor No. 12 11 2 NV"),
        ("Kontor  von  Bulow,  Concordia  No.  53  Aktiebola", "Kontor von Bülow, Concordia No. 53 AB"),
        ("Zaal De Ster Besloten Vennootschap met beperkte aan", "Zaal De Ster B.V."),
        ("BV  Zaal  Aan  De  Haven  Van  Het  Dorp  Aan  Zee", "BV Zaal Aan De Haven Van Het Dorp Aan Zee Zuid"),
    ],
)
def test_a_name_that_was_cut_by_other_blanks_or_a_longer_form_is_looked_up_too(kept: str, whole: str) -> None:
    assert stem(kept[:50]) in stems(whole)
    assert may_be_cut_from(kept[:50], whole)


FILLERS = """particulier / privé|Particulier (privé)|privé - particulier
particulier|Particulier |PRIVÉ|prive|n.v.t.|N.V.T|nvt.|-|---|.|?|x|X|xxx|geen|onbekend|consument|n/a|N.A.
niet van toepassing|particuliere klant|private|Private person|individual|none|unknown|not applicable|
privatperson|Privat|keine|unbekannt|entfällt|k.A.|inconnu|aucun|néant|personne privée|0|*
niet opgegeven|niet ingevuld|geen opgave|nee|not provided|not specified|no|non|non renseigné|nein|nicht angegeben
Particulier (bruiloft)|none given|non communiqué|à titre privé|sans|Privathaushalt|geen idee|tbd|n.n.b.|n.b.
onbekend onbekend|nvt nvt|Particulier NL|Particulier België|niet zakelijk|Niet-zakelijk|naam onbekend
geen bedrijf opgegeven|company not specified|keine Firma angegeben|pas renseigné|particulier onbekend""".replace(
    "\n", "|"
).split("|")


@pytest.mark.parametrize("company", FILLERS)
def test_a_filler_word_is_no_company(company: str) -> None:
    person = debtor(name=company, first_name="Eva", last_name="Roosje")
    assert whole_name(person) == ("Eva Roosje", True)
    assert whole_name(debtor(name=company, first_name=None, last_name="-")) is None


@pytest.mark.parametrize(
    "company",
    [
        "Geen Gedoe B.V.",
        "X Factor",
        "Privé Wellness BV",
        "De Onbekende",
        "XX-Large",
        "Nul20",
        "n.v.t. events",
        "NN",
        "No Limit",
        "Nee B.V.",
        "Sans Souci",
        "Nein GmbH",
        "Geen B.V.",
        "Privé Feest",
        "Personal Private",
        "Private Label",
        "Particulier (Events B.V.)",
        "Van Geen",
        "Non Stop",
        "No Name Events",
        "Kein Problem",
        "X (Nederland)",
        "No IT",
        "Particulier Vastgoed",
        "Bedrijf",
        "Company",
        "Onbekend Terrein",
    ],
)
def test_a_company_whose_name_begins_like_a_filler_is_one(company: str) -> None:
    assert not is_filler(company)
    assert whole_name(debtor(name=company, first_name="Eva", last_name="Roosje")) == (company, False)


@pytest.mark.parametrize(
    ("first", "last", "name"),
    [("Eva", None, "Eva"), (None, " de  Vries ", "de Vries"), ("-", "Vries", "Vries"), ("X", "Vries", "X Vries")],
)
def test_the_name_of_a_person(first: str | None, last: str | None, name: str) -> None:
    assert whole_name(debtor(name=None, first_name=first, last_name=last)) == (name, True)


def test_what_exact_keeps_of_a_name() -> None:
    assert kept_by_exact(f"  Zaal   {'x' * 60}") == f"Zaal {'x' * 45}"
    assert kept_by_exact(f"{'x' * 49} Noord") == "x" * 49


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("Gemeente Breda t.a.v. Inkoop", "Gemeente Breda"),
        ("Gemeente Breda T.A.V. mevrouw Jansen", "Gemeente Breda"),
        ("Gemeente Breda, afd. Crediteuren", "Gemeente Breda"),
        ("Gemeente Breda afdeling Cultuur", "Gemeente Breda"),
        ("Philips NV - Facilitair", "Philips NV"),
        ("Philips NV c/o Reisbureau", "Philips NV"),
        ("Philips NV (Eindhoven)", "Philips NV"),
        ("Mairie de Liège à l’attention de Mme Dupont", "Mairie de Liège"),
        ("Messe Köln z. Hd. Frau Schmidt", "Messe Köln"),
        ("Gemeente Breda", None),
        ("Octave BV", None),
        ("Stichting Afdelingen", None),
        ("Jan-Willem Events", None),
        ("t.a.v. Inkoop", None),
    ],
)
def test_who_is_addressed_without_the_department(name: str, head: str | None) -> None:
    assert addressee(name) == head
