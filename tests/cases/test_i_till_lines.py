"""Kind I: lines without a rate group are booked, each rate under its own code, and marked until somebody chose."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cases.case import Case


@pytest.mark.parametrize(
    ("name", "lines", "marked"),
    [
        ("21", [("8030", "10", 39.02)], ["Fooi", "Afronding", "Toeristenbelasting"]),
        ("i1", [("8030", "2", 75)], ["Kurkgeld"]),
        ("i2", [("8030", "1", 10), ("8030", "2", 20)], ["Bloemen", "Parkeren"]),
        ("i3", [("8000", "2", 100), ("8030", "10", 15)], ["Fooi"]),
        ("i4", [("8030", "2", 50)], ["grootboeknummer 8999 bestaat niet in Exact Online"]),
    ],
)
def test_on_the_default_ledger_and_marked(
    case: Case, name: str, lines: list[tuple[str, str, float]], marked: list[str]
) -> None:
    case.play(name)
    booked = case.entry("N01")["SalesEntryLines"]
    assert [(line["GLAccountCode"], line["VATCode"].strip(), line["AmountFC"]) for line in booked] == lines
    assert all(text in case.page("N01") for text in marked)
    assert "standaard grootboekrekening Boeking" in case.overview()


def test_only_the_line_that_took_the_default_is_marked(case: Case) -> None:
    case.play("i3")
    assert "Zaal: geen grootboeknummer" not in case.page("N01")
