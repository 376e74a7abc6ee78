"""Kind E: a code for the EU needs on the invoice what the EU sales listing asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

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
