"""Kind G: an unknown term is not zero days, zero days stay zero, and a discount makes another condition."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.cases.case import day

if TYPE_CHECKING:
    from tests.cases.case import Case


@pytest.mark.parametrize(
    ("name", "due", "condition"),
    [
        ("10", date(2026, 12, 26), "30"),
        ("g1", date(2026, 11, 26), "0"),
        ("g2", date(2027, 1, 25), "60"),
        ("g3", date(2026, 12, 31), None),
        ("g4", date(2026, 12, 26), "30"),
        ("g5", date(2026, 12, 31), "EM"),
    ],
)
def test_when_it_is_due(case: Case, name: str, due: date, condition: str | None) -> None:
    case.play(name)
    entry = case.entry("N01")
    assert day(entry["DueDate"]) == due
    assert condition in (None, entry["PaymentCondition"])
