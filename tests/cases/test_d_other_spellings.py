"""Kind D: the same thing in another spelling is the same thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cases.selling import CLIENT, invoice, line, play, remarks
from tests.cases.steps import bookkeeper

if TYPE_CHECKING:
    from tests.cases.case import Case

CASES_OF_TEXT = pytest.mark.parametrize("text_comparison", ["exact", "ignore_case"])


def test_a_country_in_words(case: Case) -> None:
    case.play("05")
    assert {each["Name"]: each["Country"].strip() for each in case.relations()} == {
        "Rheinblick Veranstaltungen GmbH": "DE",
        "Brasserie De Haan": "BE",
    }


@CASES_OF_TEXT
@pytest.mark.parametrize(
    ("name", "number", "typed"),
    [("12", "F2026-01", "f2026-01"), ("d4", "f2026-02", "F2026-02 "), ("d7", "F2026-03", "  f2026-03")],
)
def test_an_invoice_that_was_typed_in_by_hand(
    case: Case, text_comparison: str, name: str, number: str, typed: str
) -> None:
    """Whether or not this server looks at the case of letters."""
    case.control.switch(text_comparison=text_comparison)
    case.play(name)
    assert len(case.entries(typed)) + len(case.entries(number)) + len(case.entries(typed.strip())) >= 1
    assert len(case.control.entries(1000001)) == 1, "not a second time"
    assert case.states()[number] == "synced" or "al een boeking" in case.page(number)


@pytest.mark.parametrize(
    ("name", "relations"),
    [
        ("13", {"N01": "Zonder Postcode Catering B.V.", "N02": "Jansen & Zn. Feesten B.V."}),
        ("24", {"N01": "Lisboa Congressos Lda", "N02": "Bucuresti Eventuri SRL"}),
        ("d1", {"N01": "Canal Events Ltd", "N02": "Canal Events Ltd"}),
        ("d2", {"N01": "Athina Synedria AE", "N02": "Athina Synedria AE"}),
        ("d3", {"N01": "Punten en Strepen BV"}),
        ("d5", {"N01": "Jansen  Feesten B.V."}),
        ("d6", {"N01": "Müller Events GmbH", "N02": "Café Zürich BV"}),
    ],
)
def test_no_second_relation(case: Case, name: str, relations: dict[str, str]) -> None:
    case.play(name)
    assert {number: case.debtor(number)["Name"] for number in relations} == relations
    assert len(case.relations()) == len(set(relations.values()))


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ({"name": "St. Jan Events BV"}, {"Name": "Sint Jan Events BV"}),
        ({"name": "Proef Events BV", "country": "Netherlands, The"}, {"Name": "Proef Events BV"}),
        ({"name": "Proef Events BV", "country": "Nederland NL"}, {"Name": "Proef Events BV"}),
    ],
)
def test_one_customer_in_two_spellings(case: Case, ours: dict[str, str], theirs: dict[str, str]) -> None:
    _breda(case, **theirs)
    play(case, invoice("N01", line("100.00", "21.00"), client={**BREDA, **ours}))
    assert case.states() == {"N01": "synced"}
    assert len(case.relations()) == 1


def test_a_postcode_that_the_country_does_not_have_is_said_and_compared_with_nothing(case: Case) -> None:
    _breda(case, Name="Bekende Klant BV")
    clients = {
        "N01": {"name": "Bekende Klant BV", "postalcode": "4811 A8"},
        "N02": {"name": "Nieuwe Klant BV", "postalcode": "4811 A8"},
        "N03": {"name": "Belgische Klant BV", "postalcode": "481 1AB", "country": "BE"},
    }
    play(case, *(invoice(number, line("100.00", "21.00"), client={**BREDA, **one}) for number, one in clients.items()))
    assert case.codes("N01") == ["debtor_no_second_fact"]
    assert "er is geen postcode" not in case.page("N01")
    assert len(case.relations("Bekende Klant BV")) == 1, "no second relation beside it"
    for number, written in {"N02": "4811 A8", "N03": "481 1AB"}.items():
        assert remarks(case, number) == ["unreadable"]
        assert written in case.page(number)
        assert case.debtor(number)["Postcode"] == written, "what was written is not dropped"


BREDA = {**CLIENT, "country": "NL", "postalcode": "4811 AB", "city": "Breda"}


def _breda(case: Case, **facts: str) -> None:
    bookkeeper(case).post("crm/Accounts", {"Status": "C", "Postcode": "4811AB", "Country": "NL", **facts}).expect(201)
