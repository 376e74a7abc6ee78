"""Kind N: what a bookkeeper changes in Exact afterwards is seen by whoever looks."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from simulator.tests.control import VENUE
from tests.cases.books import sold
from tests.cases.case import words
from tests.cases.selling import change_invoice, change_line, ledger_id, play, press, remarks

if TYPE_CHECKING:
    from tests.cases.case import Case


def look(case: Case, number: str = "N01") -> str:
    return words(press(case, number, "kijk-in-exact"))


def test_a_ledger_that_the_bookkeeper_changed_is_not_called_equal(case: Case) -> None:
    play(case, sold("N01"))
    entry, moved = case.entry("N01")["EntryID"], ledger_id(case, "8010")
    case.control.patch(VENUE, "SalesEntryLines", {"EntryID": entry}, GLAccount=moved)
    page = look(case)
    assert "gelijk aan wat verstuurd is" not in page
    assert "8010" in page
    assert remarks(case, "N01") == ["differs"]


def test_an_entry_that_was_changed_with_its_invoice_is_as_it_should_be(case: Case) -> None:
    """The venue corrects a sent invoice, and the bookkeeper corrects the entry: nothing is left to look at."""
    play(case, sold("N01"))
    more = {"amount_excl": Decimal("120.00"), "amount_vat": Decimal("25.20"), "amount_incl": Decimal("145.20")}
    change_line(case, "N01", **more)
    case.run()
    assert remarks(case, "N01") == ["changed_after_booking"]
    entry = case.entry("N01")["EntryID"]
    case.control.patch(VENUE, "SalesEntries", {"EntryID": entry}, AmountFC=145.2, AmountDC=145.2, VATAmountFC=25.2)
    case.control.patch(VENUE, "SalesEntryLines", {"EntryID": entry}, AmountFC=120, AmountDC=120, VATAmountFC=25.2)
    page = look(case)
    assert "de boeking wijkt af" not in page
    assert remarks(case, "N01") == []
    case.night()
    assert remarks(case, "N01") == []


def test_a_correction_that_makes_no_other_entry_is_settled_by_a_look(case: Case) -> None:
    """The venue fills in the registration number afterwards: debtor, amounts and days stay what they were."""
    play(case, sold("N01"))
    change_invoice(case, "N01", client_coc_number="30123456")
    case.run()
    assert remarks(case, "N01") == ["changed_after_booking"]
    look(case)
    assert remarks(case, "N01") == []
