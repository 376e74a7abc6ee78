"""Kind A: an invoice never lands on another customer's account, and what contradicts a match is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
