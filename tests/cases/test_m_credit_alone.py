"""Kind M: a credit of an invoice that is not in these books says so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import update

from mice_exact_plugin.database import step
from mice_exact_plugin.exports.table import InvoiceExport
from simulator.tests.control import SECOND, VENUE
from tests.cases.books import back, sold
from tests.cases.selling import line, play, press, remarks
from tests.cases.steps import bookkeeper
from tests.whole.nights.night import ENTRIES

if TYPE_CHECKING:
    from tests.cases.case import Case


def left_alone(case: Case) -> None:
    case.control.patch(VENUE, "Journals", {"Code": "70"}, IsBlocked=True)
    play(case, sold("N01"))
    press(case, "N01", "niet-boeken", reason="testfactuur")
    case.control.patch(VENUE, "Journals", {"Code": "70"}, IsBlocked=False)


def deleted_in_exact(case: Case) -> None:
    play(case, sold("N01"))
    bookkeeper(case).delete(f"salesentry/SalesEntries(guid'{case.entry('N01')['EntryID']}')").expect(204)
    press(case, "N01", "kijk-in-exact")


def of_another_administration(case: Case) -> None:
    """Booked there before the venue changed administrations in the middle of the year."""
    play(case, sold("N01"))
    with case.services() as runtime, step(runtime.session):
        runtime.session.execute(update(InvoiceExport).values(division=SECOND, division_name="Vorige administratie"))


@pytest.mark.parametrize("happened", [left_alone, deleted_in_exact, of_another_administration])
def test_a_credit_of_what_is_not_in_these_books_says_so(case: Case, happened: Any) -> None:
    """Alone it lowers turnover and VAT that were never declared here."""
    happened(case)
    play(case, back("C01", "N01"))
    assert case.states()["C01"] == "blocked" or "credit_alone" in remarks(case, "C01")


def test_a_credit_of_what_was_booked_by_hand_is_an_ordinary_one(case: Case) -> None:
    case.control.patch(VENUE, "Journals", {"Code": "70"}, IsBlocked=True)
    play(case, sold("N01"))
    press(case, "N01", "zelf-geboekt", reason="memoriaal", entry_number="26900020")
    case.control.patch(VENUE, "Journals", {"Code": "70"}, IsBlocked=False)
    play(case, back("C01", "N01"))
    assert (case.states()["C01"], remarks(case, "C01")) == ("synced", [])


def test_while_it_waits_for_its_invoice_its_page_says_so(case: Case) -> None:
    case.control.fault("json_500", ENTRIES, [1], message="Ongeldig: Iets")
    play(case, sold("N01"), back("C01", "N01"))
    assert case.states() == {"N01": "blocked", "C01": "queued"}
    assert "N01" in case.page("C01").split("Boekhouding")[-1]


def test_a_second_credit_of_the_whole_is_remarked_and_parts_are_not(case: Case) -> None:
    """What was never invoiced cannot be taken back from the VAT return (Wet OB, article 29)."""
    play(case, sold("N01"), sold("N02", line("33.33", "7.00")))
    play(case, back("C01", "N01"), back("C02", "N01"))
    play(case, *(back(number, "N02", line(net, "-3.50")) for number, net in (("C03", "-16.67"), ("C04", "-16.66"))))
    assert [remarks(case, number) for number in ("C01", "C02", "C03", "C04")] == [[], ["credited_too_much"], [], []]
    assert "242" in case.page("C02").split("Boekhouding")[-1]
