"""Kind L: what Exact says in its own way reaches a bookkeeper in words, and stays with the invoice it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cases.selling import CLIENT, change_invoice, invoice, line, play, remarks
from tests.cases.steps import bookkeeper

if TYPE_CHECKING:
    from tests.cases.case import Case


def test_one_body_that_exact_cannot_read_blocks_that_invoice_only(case: Case) -> None:
    case.play("23-one-400")
    assert case.states() == {"N01": "blocked", "N02": "synced"}
    assert case.codes("N01") == ["refused"]
    assert "Geblokkeerd" in case.page("N01")


@pytest.mark.parametrize(
    ("name", "sentence", "way"),
    [
        ("l1", "BTW-code 1, gekozen voor 9%, is geblokkeerd in Exact Online", "Naar de instellingen"),
        ("l2", "Periode is afgesloten: 2026 - 11", "Naar Exact Online"),
        ("l4", "Dagboek 70 is geblokkeerd in Exact Online", "Naar de instellingen"),
        ("l5", "Exact Online weigert deze boeking: Invalid: Currency", "Opnieuw proberen"),
    ],
)
def test_the_reason_and_where_the_cure_lies(case: Case, name: str, sentence: str, way: str) -> None:
    case.play(name)
    assert case.states() == {"N01": "blocked"}
    assert sentence in case.page("N01")
    assert way in case.page("N01")
    assert any(sentence in mail for mail in case.mails())


def test_a_night_of_maintenance_is_said_without_html(case: Case) -> None:
    case.play("l3")
    assert case.states() == {"N01": "queued"}
    for text in (case.page("N01"), case.overview(), *case.mails()):
        assert "niet bereikbaar" in text
        assert "Server Unavailable" not in text


def test_a_country_that_nobody_understands_is_said_while_the_invoice_waits_for_it(case: Case) -> None:
    """The postcode is equal, and counts for nothing without its country: that is why a person is asked."""
    here = {"Status": "C", "Name": "Proef Catering B.V.", "Postcode": "4811AB", "City": "Breda", "Country": "NL"}
    bookkeeper(case).post("crm/Accounts", here).expect(201)
    mistyped = {**CLIENT, "name": "Proef Catering B.V.", "postalcode": "4811 AB", "city": "Breda"}
    play(case, invoice("N01", line("100.00", "21.00"), client={**mistyped, "country": "Neederland"}))
    assert case.codes("N01") == ["debtor_no_second_fact"]
    assert "Neederland" in case.page("N01").split("Boekhouding")[1].split("Gegevens")[0]
    assert "onleesbaar gegeven" in case.overview()
    change_invoice(case, "N01", client_country="Nederland")
    case.run()
    assert case.states() == {"N01": "synced"}
    assert remarks(case, "N01") == []
