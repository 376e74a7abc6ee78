"""Kind F: what was left out of a relation is said, on the invoice and in the overview, until somebody puts it aside."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cases.selling import remarks

if TYPE_CHECKING:
    from tests.cases.case import Case


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("09", "Exact Online weigerde het e-mailadres van de debiteur"),
        ("f1", "Exact Online weigerde het btw-nummer van de debiteur"),
        ("f2", "afgekapt tot “Vereniging tot Behoud van Monumentale Theaterzalen”"),
        ("f3", "Exact Online weigerde het e-mailadres van de debiteur"),
    ],
)
def test_it_is_booked_and_said(case: Case, name: str, sentence: str) -> None:
    case.play(name)
    assert set(case.states().values()) == {"synced"}
    assert len(case.relations()) == 1
    assert sentence in case.page("N01")


@pytest.mark.parametrize(("name", "mark"), [("09", "weggelaten"), ("f1", "weggelaten"), ("f2", "afgekapt")])
def test_the_overview_marks_it_too(case: Case, name: str, mark: str) -> None:
    case.play(name)
    assert mark in case.overview()


def test_a_field_without_content_is_nothing_left_out(case: Case) -> None:
    case.play("f4")
    assert case.states() == {"N01": "synced"}
    assert remarks(case, "N01") == []
