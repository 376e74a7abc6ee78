"""Kind L: what Exact says in its own way reaches a bookkeeper in words, and stays with the invoice it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

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
