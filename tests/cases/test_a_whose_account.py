"""Kind A: an invoice never lands on another customer's account, and what contradicts a match is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from simulator.tests.control import VENUE
from tests.cases.selling import CLIENT, invoice, line, play, remarks
from tests.whole.web.site import BASE

if TYPE_CHECKING:
    from tests.cases.case import Case


def test_names_that_exact_cuts_alike(case: Case) -> None:
    case.play("01")
    first = case.debtor("N01")["ID"]
    assert [entry["Customer"] for entry in case.entries("N02")] != [first]
    assert case.states()["N02"] == "blocked" or len(case.relations()) == 2


def test_a_filler_word_is_no_company(case: Case) -> None:
    case.play("03-placeholder-company")
    people = {"N01": "Eva Roosje", "N02": "Tom Dennis", "N03": "Lotte Berg", "N04": "Finn Dal"}
    assert {number: case.debtor(number)["Name"] for number in people} == people


@pytest.mark.parametrize(
    "filler", ["niet opgegeven", "Particulier (bruiloft)", "nicht angegeben", "non renseigné", "Nee"]
)
def test_two_people_under_one_filler_and_one_postcode(case: Case, filler: str) -> None:
    here = {**CLIENT, "name": filler, "country": "NL", "postalcode": "4811 AB", "city": "Breda"}
    people = {"N01": ("Eva", "Roosje"), "N02": ("Tom", "Dennis")}
    for number, (first, last) in people.items():
        play(case, invoice(number, line("100.00", "21.00"), client={**here, "first_name": first, "last_name": last}))
    assert {number: case.debtor(number)["Name"] for number in people} == {"N01": "Eva Roosje", "N02": "Tom Dennis"}


BREDA = {**CLIENT, "name": "Eerste Klant BV", "country": "NL", "postalcode": "4811 AB", "city": "Breda"}
GRONINGEN = {**BREDA, "name": "Heel Andere Klant BV", "postalcode": "9711 AA", "city": "Groningen"}


@pytest.mark.parametrize(
    ("ours", "theirs"), [(None, None), ("NL004495445B01", "NL810433941B01")], ids=["postcode", "number"]
)
def test_a_card_that_the_bookkeeper_uses_for_another_customer(case: Case, ours: str | None, theirs: str | None) -> None:
    play(case, invoice("N01", line("100.00", "21.00"), client={**BREDA, "vat_number": ours}))
    card = case.debtor("N01")["ID"]
    became = {"Name": "Heel Andere Klant BV", "Postcode": "9711AA", "City": "Groningen", "VATNumber": theirs}
    case.control.patch(VENUE, "Accounts", {"ID": card}, **became)
    for number, client in {"N02": {**BREDA, "vat_number": ours}, "N03": {**GRONINGEN, "vat_number": theirs}}.items():
        play(case, invoice(number, line("100.00", "21.00"), client=client))
    assert case.debtor("N03")["ID"] == card
    assert case.debtor("N02")["ID"] != card
    assert case.debtor("N02")["Name"] == "Eerste Klant BV"


@pytest.mark.parametrize(
    "became", [{"Postcode": "9711AA", "City": "Groningen"}, {"Name": "Overgenomen Door BV"}], ids=["moved", "renamed"]
)
def test_a_relation_that_moved_or_was_renamed_is_still_the_customers(case: Case, became: dict[str, str]) -> None:
    for number in ("N01", "N02"):
        play(case, invoice(number, line("100.00", "21.00"), client=BREDA))
        case.control.patch(VENUE, "Accounts", {"ID": case.debtor("N01")["ID"]}, **became)
    assert case.debtor("N02")["ID"] == case.debtor("N01")["ID"]


def test_another_number_at_a_bound_relation_is_asked_once(case: Case) -> None:
    client = {**BREDA, "vat_number": "NL004495445B01"}
    play(case, invoice("N01", line("100.00", "21.00"), client=client))
    card = case.debtor("N01")["ID"]
    case.control.patch(VENUE, "Accounts", {"ID": card}, VATNumber="NL810433941B01")
    play(case, invoice("N02", line("100.00", "21.00"), client=client))
    assert case.codes("N02") == ["debtor_number_differs"]
    url = f"{BASE}/facturen/{case.row('N02')['invoice_id']}/debiteur"
    case.visitor().post(url, 200, account_id=card)
    play(case, invoice("N03", line("100.00", "21.00"), client=client))
    assert card == case.debtor("N02")["ID"] == case.debtor("N03")["ID"]


def test_an_office_and_an_address_that_two_companies_share(case: Case) -> None:
    case.play("a1")
    assert case.debtor("N01")["Name"] == "Hendriks Events BV"
    assert len(case.relations()) == 2


def test_another_vat_number_under_the_same_name_and_postcode(case: Case) -> None:
    case.play("a2")
    assert case.states() == {"N01": "blocked"}
    assert case.entries("N01") == []
    assert [relation["Name"] for relation in case.relations()] == ["De Brug Producties BV"]
    assert "nummer is een ander" in case.page("N01")
    assert "Kies de debiteur" in case.page("N01")


def test_two_branches_of_one_name_keep_their_own_relation(case: Case) -> None:
    case.play("a3")
    breda, tilburg = case.debtor("N01"), case.debtor("N02")
    assert breda["ID"] == case.debtor("N03")["ID"] != tilburg["ID"]
    assert len(case.relations("Grand Café Central BV")) == 2


def test_a_namesake_in_the_same_belgian_town(case: Case) -> None:
    case.play("a4")
    booked = [entry["Customer"] for entry in case.entries("N01")]
    assert case.made["x"] not in booked
    assert case.states() == {"N01": "synced"}, "the default makes a relation of its own"
    assert "mogelijk dubbel met" in case.page("N01")


def test_an_initial_is_no_first_name(case: Case) -> None:
    case.play("a5")
    assert case.made["x"] not in [entry["Customer"] for entry in case.entries("N01")]


def test_the_postcode_of_a_town_without_its_country(case: Case) -> None:
    case.play("a6")
    assert case.debtor("N01")["ID"] == case.made["x"], "Bruxelles is Brussel"
    assert case.codes("N02") == ["debtor_no_second_fact"]


def test_numbers_and_signs_are_part_of_a_name(case: Case) -> None:
    case.play("a7")
    names = {"N01": "Studio 1 12", "N02": "Studio 11 2", "N03": "Club A+", "N04": "Club A"}
    assert {number: case.debtor(number)["Name"] for number in names} == names


def test_a_number_says_nothing_in_the_register_of_another_country(case: Case) -> None:
    case.play("a8")
    assert case.debtor("N01")["Name"] == "Zonneschijn Feesten BV"
    assert len(case.relations()) == 2


@pytest.mark.parametrize(
    ("called", "state"),
    [
        ({"name": None, "first_name": "Jan", "last_name": "Jansen"}, "synced"),
        ({"name": "Proef Catering B.V."}, "blocked"),
    ],
)
def test_a_name_alone_speaks_for_no_namesake_who_says_where_he_lives(
    case: Case, called: dict[str, Any], state: str
) -> None:
    """The first invoice says nothing but a name, without a client number: what it was booked on is nobody else's."""
    bare = {**CLIENT, **called, "country": "NL", "address_line_1": None, "postalcode": None, "city": None}
    amsterdam = {"postalcode": "1011 AB", "address_line_1": "Dam 1", "city": "Amsterdam"}
    groningen = {"address_line_1": "Kerkstraat 9", "city": "Groningen"}
    for number, place in {"N01": {}, "N02": {}, "N03": amsterdam, "N04": groningen}.items():
        play(case, invoice(number, line("100.00", "21.00"), client={**bare, **place}))
    assert case.states() == {"N01": "synced", "N02": "synced", "N03": state, "N04": state}
    first = case.entry("N01")["Customer"]
    assert case.entry("N02")["Customer"] == first, "what says the same is the same"
    assert first not in [entry["Customer"] for number in ("N03", "N04") for entry in case.entries(number)]


@pytest.mark.parametrize("fact", [{"id": "K1"}, {"email": "boeken@klant.example"}], ids=["client number", "e-mail"])
def test_a_customer_who_moved_gets_no_second_relation_in_silence(case: Case, fact: dict[str, str]) -> None:
    """Or it is another branch: without a register number nobody can tell, so whoever looks is told."""
    play(case, invoice("N01", line("100.00", "21.00"), client={**BREDA, **fact}))
    moved = {**BREDA, **fact, "postalcode": "9711 AA", "city": "Groningen"}
    play(case, invoice("N02", line("100.00", "21.00"), client=moved))
    assert remarks(case, "N02") == ["possibly_double"]
    assert case.debtor("N01")["Code"].strip() in case.page("N02")
