"""Kind J: what happens in Exact after booking is seen by whoever looks, and only what is gone is booked again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cases.case import words
from tests.cases.selling import offers, press, remarks
from tests.integration.protocol.night import ENTRIES
from tests.simulator.control import DUTCH

if TYPE_CHECKING:
    from tests.cases.case import Case


UNSEEN = "het recht niet (meer) voor: verkoopboekingen inzien"
GONE = "De boeking staat niet meer in Exact Online"


def look(case: Case) -> str:
    """Press *Kijk in Exact*."""
    return words(press(case, "N01", "kijk-in-exact"))


def test_there_and_equal(case: Case) -> None:
    case.play("j1")
    case.control.clear_log()
    assert "de boeking is gelijk aan wat verstuurd is" in look(case)
    assert len([call for call in case.control.log() if "SalesEntries" in call["path"]]) == 1
    assert remarks(case, "N01") == []
    assert not offers(case, "N01", "opnieuw-boeken")


@pytest.mark.parametrize(
    ("name", "sentence"), [("j2", "€\xa0242,00 in plaats van €\xa0121,00"), ("j3", "Andere Klant BV in plaats van")]
)
def test_there_and_different_is_marked_and_not_booked_again(case: Case, name: str, sentence: str) -> None:
    case.play(name)
    assert sentence.replace("\xa0", " ") in look(case).replace("\xa0", " ")
    assert remarks(case, "N01")
    assert not offers(case, "N01", "opnieuw-boeken")
    case.night()
    assert len(case.entries("N01")) == 1


def test_gone_and_only_then_booked_again(case: Case) -> None:
    case.play("18")
    assert not offers(case, "N01", "opnieuw-boeken"), "nobody has looked yet"
    assert GONE in look(case)
    press(case, "N01", "opnieuw-boeken", reason="verwijderd om te verbeteren")
    case.run()
    assert case.states() == {"N01": "synced"}
    assert case.entry("N01")["AmountFC"] == 121
    assert "verwijderd om te verbeteren" in case.page("N01")


def test_gone_and_typed_in_again_by_hand(case: Case) -> None:
    case.play("j4")
    assert GONE in look(case)
    press(case, "N01", "opnieuw-boeken", reason="verwijderd")
    case.run()
    assert case.states() == {"N01": "blocked"}
    assert "al een boeking onder dit nummer" in case.page("N01")
    assert len(case.entries("N01")) == 1


def hide_entries(case: Case, *resources: str) -> None:
    case.control.call("POST", "users", {"user": DUTCH, "hidden": list(resources)})


def test_hidden_is_not_gone_and_not_booked_again(case: Case) -> None:
    case.play("j1")
    hide_entries(case, "salesentry/SalesEntries")
    assert UNSEEN in look(case)
    assert remarks(case, "N01") == []
    assert not offers(case, "N01", "opnieuw-boeken")


def test_gone_when_looked_at_and_hidden_when_it_is_to_be_booked_again(case: Case) -> None:
    case.play("18")
    assert GONE in look(case)
    hide_entries(case, "salesentry/SalesEntries")
    assert UNSEEN in words(press(case, "N01", "opnieuw-boeken", reason="verwijderd"))
    assert case.states() == {"N01": "synced"}


def test_an_entry_that_differs_and_is_hidden_is_not_booked_again(case: Case) -> None:
    case.control.fault("altered", ENTRIES, [1], set={"AmountFC": 60.5, "AmountDC": 60.5})
    case.play("j1")
    assert case.states() == {"N01": "blocked"}
    hide_entries(case, "salesentry/SalesEntries")
    assert UNSEEN in words(press(case, "N01", "opnieuw-boeken", reason="weg"))
    case.run()
    assert case.states() == {"N01": "blocked"}
    assert len(case.entries("N01")) == 1
