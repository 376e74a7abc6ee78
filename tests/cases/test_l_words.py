"""Kind L: what Exact says in its own way reaches a bookkeeper in words, and stays with the invoice it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.cases.case import Case


def test_one_body_that_exact_cannot_read_blocks_that_invoice_only(case: Case) -> None:
    case.play("23-one-400")
    assert case.states() == {"N01": "blocked", "N02": "synced"}
    assert case.codes("N01") == ["refused"]
    assert "Geblokkeerd" in case.page("N01")
