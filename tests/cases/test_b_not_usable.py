"""Kind B: a relation that may not be used is not taken for one that is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cases.case import Case

NOT_ACTIVE = "niet actief op de datum van de factuur"


@pytest.mark.parametrize(
    ("name", "relation", "sentence"),
    [
        ("04", "Wanbetaler Horeca BV", "Deze klant is geblokkeerd in Exact Online"),
        ("b1", "Oude Bekende BV", NOT_ACTIVE),
        ("b2", "Kok Op Locatie BV", "alleen leverancier"),
        ("b4", "Nog Niet Begonnen BV", NOT_ACTIVE),
        ("k4", "Vanmorgen Ingevoerd BV", NOT_ACTIVE),
    ],
)
def test_it_waits_and_names_the_relation(case: Case, name: str, relation: str, sentence: str) -> None:
    case.play(name)
    assert case.states() == {"N01": "blocked"}
    assert [each["Name"] for each in case.relations()] == [relation], "no second one"
    for page in (case.page("N01"), case.overview()):
        assert sentence in page
        assert relation in page
    assert "Kijk opnieuw" in case.page("N01")


def test_a_supplier_can_be_made_a_customer_too(case: Case) -> None:
    case.play("b2")
    assert "Ook klant maken" in case.page("N01")


def test_a_usable_one_wins_over_a_blocked_one(case: Case) -> None:
    case.play("b3")
    assert case.debtor("N01")["ID"] == case.made["y"]
    assert len(case.relations("Dubbel Ingevoerd BV")) == 2


def test_an_anonymised_one_is_gone(case: Case) -> None:
    case.play("b5")
    assert case.debtor("N01")["Name"] == "Vergeten Gast BV"
    assert case.debtor("N01")["ID"] != case.made["x"]


def test_unblocked_in_exact_it_is_booked_the_next_night(case: Case) -> None:
    case.play("04")
    case.control.patch(1000001, "Accounts", {"ID": case.made["x"]}, Blocked=False)
    case.night()
    assert case.debtor("N01")["ID"] == case.made["x"]
