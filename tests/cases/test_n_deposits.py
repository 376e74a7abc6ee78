"""Kind N: a deposit that is not in the books, or no longer, is not taken off in silence."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.deposits.settings import DepositSettings
from tests.cases.books import back, booked_on, sold
from tests.cases.case import words
from tests.cases.selling import choose, ledger_id, line, play, press, remarks
from tests.cases.steps import bookkeeper

if TYPE_CHECKING:
    from tests.cases.case import Case


def look(case: Case, number: str = "N01") -> str:
    return words(press(case, number, "kijk-in-exact"))


def delete_in_exact(case: Case, number: str) -> None:
    bookkeeper(case).delete(f"salesentry/SalesEntries(guid'{case.entry(number)['EntryID']}')").expect(204)


def with_a_deposit(case: Case) -> None:
    choose(case, deposits=DepositSettings({Decimal(21): ledger_id(case, "1850")}))
    play(case, sold("D01", line("300.00", "63.00", kind="deposit")))
    assert booked_on(case, "D01") == [("1850", "2", 300, 63)]


def final(number: str = "F01") -> dict[str, object]:
    off = line("-300.00", "-63.00", kind="deposit_settlement", settles="D01")
    return sold(number, line("1000.00", "210.00", kind="product"), off)


def test_a_deposit_that_is_gone_from_exact_is_not_taken_off_in_silence(case: Case) -> None:
    """Else its account ends below nothing, and nobody knows why."""
    with_a_deposit(case)
    delete_in_exact(case, "D01")
    look(case, "D01")
    play(case, final())
    assert case.states()["F01"] == "blocked" or "deposit_not_ours" in remarks(case, "F01")


def test_a_deposit_that_was_booked_anew_is_taken_off_as_ever(case: Case) -> None:
    with_a_deposit(case)
    delete_in_exact(case, "D01")
    look(case, "D01")
    press(case, "D01", "opnieuw-boeken", reason="per ongeluk verwijderd")
    play(case, final())
    assert booked_on(case, "F01") == [("8000", "2", 1000, 210), ("1850", "2", -300, -63)]
    assert remarks(case, "F01") == []


def test_a_deposit_that_is_not_booked_is_told_with_the_final(case: Case) -> None:
    play(case, sold("D01", line("300.00", "63.00", kind="deposit")))
    assert case.codes("D01") == ["deposit_ledger_needed"]
    press(case, "D01", "niet-boeken", reason="contant ontvangen")
    choose(case, deposits=DepositSettings({Decimal(21): ledger_id(case, "1850")}))
    play(case, final())
    assert remarks(case, "F01") == ["deposit_not_ours"]


def test_two_deposits_of_which_one_was_credited_in_part(case: Case) -> None:
    with_a_deposit(case)
    part = line("-100.00", "-21.00", kind="deposit", settles="D01")
    play(case, sold("D02", line("200.00", "42.00", kind="deposit")), back("C01", "D01", part))
    off = [line("-200.00", "-42.00", kind="deposit_settlement", settles=of) for of in ("D01", "D02")]
    play(case, sold("F01", line("1000.00", "210.00", kind="product"), *off))
    lines = [each for number in case.states() for each in booked_on(case, number)]
    assert sum(net for ledger, _, net, _ in lines if ledger == "1850") == 0
    assert remarks(case, "F01") == []
