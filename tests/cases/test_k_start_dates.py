"""Kind K: a new relation begins early enough for everything that waits for it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.cases.case import day

if TYPE_CHECKING:
    from tests.cases.case import Case


@pytest.mark.parametrize(
    ("name", "begins"),
    [("19", date(2026, 1, 1)), ("k1", date(2026, 1, 1)), ("k2", date(2025, 11, 30))],
)
def test_a_new_relation_is_active_on_the_oldest_invoice(case: Case, name: str, begins: date) -> None:
    case.play(name)
    assert set(case.states().values()) == {"synced"}
    (made,) = case.relations()
    assert day(made["StartDate"]) == begins


def test_that_exact_calls_a_customer_not_active_is_said_in_words(case: Case) -> None:
    case.play("k3")
    assert case.states() == {"N01": "blocked"}
    assert "niet actief" in case.page("N01").lower()
    assert len(case.relations()) == 1
