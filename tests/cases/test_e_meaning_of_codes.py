"""Kind E: a code for the EU needs on the invoice what the EU sales listing asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from simulator.tests.control import VENUE
from tests.cases.selling import choose, offers, press, remarks

if TYPE_CHECKING:
    from tests.cases.case import Case


@pytest.mark.parametrize(
    ("name", "number", "sentence"),
    [
        ("07", "N01", "geen btw-nummer van de klant"),
        ("07", "N02", "dezelfde lidstaat als de administratie"),
        ("e3", "N01", "dezelfde lidstaat als de administratie"),
        ("e4", "N01", "DE13669597 op de factuur is niet geldig"),
        ("e5", "N01", "heeft in Exact Online geen btw-nummer"),
        ("e6", "N01", "niet van een lidstaat"),
    ],
)
def test_what_the_listing_would_refuse_is_held(case: Case, name: str, number: str, sentence: str) -> None:
    case.play(name)
    assert case.row(number)["state"] == "blocked"
    assert sentence in case.page(number)
    assert case.entries(number) == []


NL_NUMBER = "in Exact Online, NL004495445B01, is van dezelfde lidstaat als de administratie."


@pytest.mark.parametrize(
    ("name", "sentence", "theirs"),
    [
        ("e8", NL_NUMBER, "NL004495445B01"),
        ("e9", "in Exact Online, n.v.t., is geen btw-nummer.", "n.v.t."),
        ("e10", "in Exact Online, DE13669597, is niet geldig.", "DE13669597"),
    ],
)
def test_a_number_in_exact_that_does_not_fit_holds_the_invoice_and_is_never_written_over(
    case: Case, name: str, sentence: str, theirs: str
) -> None:
    choose(case, fills_vat_numbers=True)
    case.play(name)
    assert case.codes("N01") == ["eu_number_unfit_in_exact"]
    page = case.page("N01")
    assert sentence in page
    assert "(Gute Planer GmbH)" in page
    assert "Op de factuur staat DE136695976." in page
    assert [relation["VATNumber"] for relation in case.relations()] == [theirs]
    assert not offers(case, "N01", "btw-nummer")
    assert all(offers(case, "N01", way) for way in ("kijk-opnieuw", "btw-code", "eu-code"))


def test_a_number_that_was_corrected_in_exact_is_seen_at_once(case: Case) -> None:
    case.play("e8")
    case.control.patch(VENUE, "Accounts", {"ID": case.made["x"]}, VATNumber="DE136695976")
    press(case, "N01", "kijk-opnieuw", role="billing")
    assert case.states() == {"N01": "queued"}
    case.run()
    assert case.debtor("N01")["ID"] == case.made["x"]


def test_a_number_that_does_not_fit_may_stand_when_a_person_says_so(case: Case) -> None:
    case.play("e8")
    press(case, "N01", "eu-code", reason="wordt nog gecorrigeerd", role="billing")
    assert "wordt nog gecorrigeerd" in case.page("N01")
    case.run()
    assert "eu_code_anyway" in remarks(case, "N01")
    assert case.debtor("N01")["VATNumber"] == "NL004495445B01"


def test_another_good_number_in_exact_is_marked(case: Case) -> None:
    case.play("e11")
    assert case.debtor("N01")["ID"] == case.made["x"]
    assert "FR40303265045; op de factuur staat DE136695976" in case.page("N01")
    assert "eu_number_differs" in remarks(case, "N01")


def test_a_number_that_cannot_be_right_is_never_filled_in(case: Case) -> None:
    choose(case, fills_vat_numbers=True)
    case.play("e12")
    assert case.codes("N01") == ["eu_number_doubtful"]
    assert "niet wordt ingevuld" in case.page("N01")
    assert [relation["VATNumber"] for relation in case.relations()] == [None]
    assert not offers(case, "N01", "btw-nummer")
    assert offers(case, "N01", "kijk-opnieuw")


@pytest.mark.parametrize(("name", "number"), [("e1", "DE136695976"), ("e2", "EL094259216")])
def test_what_is_in_order_is_booked_with_its_number(case: Case, name: str, number: str) -> None:
    case.play(name)
    (line,) = case.entry("N01")["SalesEntryLines"]
    assert line["VATCode"].strip() == "8"
    assert case.debtor("N01")["VATNumber"] == number


def test_check_digits_that_do_not_add_up_are_marked_and_hold_nothing_up(case: Case) -> None:
    case.play("e7")
    assert case.row("N01")["state"] == "synced"
    assert case.debtor("N01")["VATNumber"] == "DE123456789"
    assert "DE123456789 kan volgens zijn controlecijfers niet kloppen" in case.page("N01")


def test_a_number_that_exact_refuses_holds_the_invoice_whatever_its_check_digits(case: Case) -> None:
    case.control.fault("json_500", {"method": "POST", "path": "/crm/Accounts"}, message="Ongeldig: Btw-nummer")
    case.play("e7")
    assert case.row("N01")["state"] == "blocked"
    assert case.relations() == []


def test_a_number_is_not_written_over_in_silence(case: Case) -> None:
    case.play("e5")
    assert [relation["VATNumber"] for relation in case.relations()] == [None]
