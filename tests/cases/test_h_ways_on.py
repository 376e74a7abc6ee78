"""Kind H, by files: rounding explains cents, more is accepted by a person, and what Exact cannot hold is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.cases.selling import offers, press

if TYPE_CHECKING:
    from tests.cases.case import Case


def test_cents_of_ten_lines_need_nobody(case: Case) -> None:
    case.play("h1")
    assert case.states() == {"N01": "synced"}
    assert (case.entry("N01")["AmountFC"], case.entry("N01")["VATAmountFC"]) == (1.5, 0.3)


def test_vat_where_exact_takes_none_is_closed_with_the_number_of_the_entry_by_hand(case: Case) -> None:
    case.play("h2")
    assert case.codes("N01") == ["vat_difference"]
    assert not offers(case, "N01", "btw-verschil")
    press(case, "N01", "zelf-geboekt", reason="memoriaal", entry_number="26900020")
    assert case.states() == {"N01": "ignored"}
    assert "26900020" in case.page("N01")


def test_an_invoice_and_its_credit_with_the_same_difference(case: Case) -> None:
    case.play("h3")
    press(case, "N01", "btw-verschil", reason="per stuk afgerond")
    case.run()
    assert case.entry("N01")["VATAmountFC"] == 20.5
    if case.states()["N02"] == "blocked":
        press(case, "N02", "btw-verschil", reason="het tegendeel")
        case.run()
    assert case.entry("N02")["VATAmountFC"] == -20.5
    assert case.entry("N02")["EntryNumber"] > case.entry("N01")["EntryNumber"]


def test_a_discount_line_of_which_the_vat_was_reckoned_before(case: Case) -> None:
    case.play("h4")
    press(case, "N01", "btw-verschil", reason="korting over het geheel")
    case.run()
    assert case.entry("N01")["AmountFC"] == 363.05
