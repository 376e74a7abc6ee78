"""Kind J: what happens in Exact after booking is seen by whoever looks, and only what is gone is booked again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from simulator.tests.control import DUTCH
from tests.cases import steps
from tests.cases.case import words
from tests.cases.selling import CLIENT, change_line, invoice, line, offers, play, press, remarks
from tests.cases.steps import bookkeeper
from tests.whole.nights.night import ENTRIES

if TYPE_CHECKING:
    from tests.cases.case import Case

NAME = "Met De Hand B.V."

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


def typed_in(case: Case, net: int) -> None:
    """A bookkeeper's entry under the number of N01, on the very customer of the invoice."""
    known = [row["ID"] for row in case.relations(NAME)]
    place = {"Status": "C", "Name": NAME, "Postcode": "4811AB", "City": "Breda", "Country": "NL"}
    customer = known[0] if known else bookkeeper(case).post("crm/Accounts", place).expect(201).d["ID"]
    entry_line = {"GLAccount": "GL:8000", "VATCode": "2", "AmountFC": net}
    body = {"Customer": customer, "Journal": "70", "EntryDate": "TODAY", "YourRef": "N01", "Description": "N01"}
    due = datetime.now(UTC).date() + timedelta(days=14)
    body |= {"DueDate": due.isoformat(), "PaymentCondition": "14"}
    path = "salesentry/SalesEntries"
    steps.take(case, {}, {"in_exact": {"path": path, "body": {**body, "SalesEntryLines": [entry_line]}}})


def set_aside(case: Case) -> None:
    """Half the amount is there already, and the bookkeeper says not to book it."""
    typed_in(case, 50)
    address = {"postalcode": "4811 AB", "city": "Breda", "country": "NL"}
    play(case, invoice("N01", line("100.00", "21.00"), client={**CLIENT, "name": NAME, **address}))
    assert "ander bedrag" in case.page("N01")
    press(case, "N01", "niet-boeken", reason="al geboekt")


def test_searched_again_it_is_of_the_same_debtor_and_both_sides_are_whole(case: Case) -> None:
    set_aside(case)
    press(case, "N01", "opnieuw")
    case.run()
    assert case.states() == {"N01": "blocked"}
    page = case.page("N01").split("Boekhouding")[-1].split("Wat er gebeurd is")[0]
    assert "ander bedrag" in page
    assert "andere debiteur" not in page
    assert "ander: debiteur" not in page.lower()
    assert "Dagboek 70 70" in page


def test_searched_again_an_entry_that_was_put_right_is_ours(case: Case) -> None:
    set_aside(case)
    bookkeeper(case).delete(f"salesentry/SalesEntries(guid'{case.entry('N01')['EntryID']}')").expect(204)
    typed_in(case, 100)
    press(case, "N01", "opnieuw")
    case.run()
    assert case.states() == {"N01": "synced"}
    assert len(case.entries("N01")) == 1
    assert remarks(case, "N01") == []


def test_searched_again_it_is_held_against_the_invoice_of_now(case: Case) -> None:
    """The invoice was corrected to what the bookkeeper had booked."""
    set_aside(case)
    half = {"amount_excl": Decimal("50.00"), "amount_vat": Decimal("10.50"), "amount_incl": Decimal("60.50")}
    change_line(case, "N01", **half)
    press(case, "N01", "opnieuw")
    case.run()
    assert case.states() == {"N01": "synced"}
    assert "gewijzigd" not in case.page("N01")
