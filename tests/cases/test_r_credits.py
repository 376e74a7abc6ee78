"""Kind R: what a credit takes back is held against what its invoice charged, whatever was paid ahead or undone."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from mice_exact_plugin.domain.deposits.settings import DepositSettings
from tests.cases.books import HALL, back, sold
from tests.cases.selling import choose, ledger_id, line, play, press, remarks
from tests.cases.test_n_deposits import delete_in_exact

if TYPE_CHECKING:
    from tests.cases.case import Case

AHEAD = line("1000.00", "210.00", kind="deposit")
OFF = line("-1000.00", "-210.00", kind="deposit_settlement", settles="D03")
LUNCH = line("100.00", "9.00", "9", "9-8010")
#: Nights of a bookkeeper, in each what is sent; what is remarked is told beside the last invoice of each story.
NIGHTS: list[list[dict[str, Any]]] = [
    [sold("D03", AHEAD), sold("N04"), sold("N05", HALL, LUNCH), sold("N08")],
    [sold("F03", line("1000.00", "210.00", kind="product"), OFF), back("C04", "N04"), back("C08", "N08")],
    [back("C03", "F03"), back("C14", "C04", HALL), back("C05", "N05", line("-150.00", "-31.50"))],
    [back("C24", "N04"), back("C18", "N08")],
]
REMARKED = {
    # All of it was paid ahead, so the final comes to nothing, and a complaint is no more than was charged.
    "C03": [],
    # A credit that was wrong is credited itself, and the invoice once more.
    "C24": [],
    # More is taken back at 21 % than was charged at it.
    "C05": ["credited_other_rate"],
    # The bookkeeper deleted the first credit in Exact.
    "C18": [],
}


def test_what_is_credited_is_held_against_what_was_charged(case: Case) -> None:
    choose(case, deposits=DepositSettings({Decimal(21): ledger_id(case, "1850")}))
    for sent in NIGHTS:
        play(case, *sent)
        if "C08" in case.states() and not remarks(case, "C08"):
            delete_in_exact(case, "C08")
            press(case, "C08", "kijk-in-exact")
    assert {number: remarks(case, number) for number in REMARKED} == REMARKED
