"""Answers without figures, and answers that got lost: never more entries out unseen than one cause may spoil."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.whole.invoices import invoice, line
from tests.whole.nights.booking.test_answers import set_type
from tests.whole.nights.booking.test_causes import codes, eight, rounded
from tests.whole.nights.night import ENTRIES

if TYPE_CHECKING:
    from tests.whole.nights.night import Night


@pytest.mark.parametrize("right", [1, 3, 5])
def test_a_code_made_inclusive_in_mid_run_spoils_at_most_three(night: Night, right: int) -> None:
    """`right` entries are booked before somebody changes the code; a look sees it before a fourth goes wrong."""
    night.control.switch(prefer="ignored", entry_id="ignore")
    night.send(*eight())
    asked: list[int] = []

    def should_stop() -> bool:
        if len(asked) == right:
            set_type(night, "I")
        asked.append(1)
        return False

    night.run(should_stop)
    found = codes(night)
    differing = [number for number, problems in found.items() if problems == ["entry_differs"]]
    assert 1 <= len(differing) <= 3
    wrong = [number for number in night.booked() if night.entries(number)[0]["AmountFC"] != 121]
    assert sorted(differing) == sorted(wrong), "every wrong one is named"
    kept = [f"F{number}" for number in range(right + len(wrong) + 1, 9)]
    assert {number: found[number] for number in kept} == {number: ["vat_code_kind"] for number in kept}


@pytest.mark.parametrize("right", [1, 2])
def test_a_rounding_that_nobody_foresaw_spoils_three_whatever_went_well_before(night: Night, right: int) -> None:
    night.control.switch(prefer="ignored", vat_rounding="down")
    night.send(*eight()[:right], *(invoice(f"F{n}", lines=rounded()) for n in range(right + 1, 9)))
    night.run()
    differing = [number for number, problems in codes(night).items() if problems == ["entry_differs"]]
    assert differing == [f"F{number}" for number in range(right + 1, right + 4)]
    assert len(night.calls(ENTRIES)) == right + 3


def test_lost_answers_between_others_count_as_well(night: Night) -> None:
    """Every second answer is lost, so three in a row never end the slice; what Exact rounds otherwise is lost."""
    night.control.switch(vat_rounding="down")
    night.control.fault("drop_after_commit", ENTRIES, occurrence=[1, 3, 5, 7])
    right = [invoice(f"R{number}", lines=[line("100.00", "9.00", rate="9")]) for number in range(1, 6)]
    wrong = [invoice(f"W{number}", lines=rounded()) for number in range(1, 6)]
    night.send(*(each for pair in zip(wrong, right, strict=True) for each in pair))
    night.run_until_done()
    differing = [number for number, problems in codes(night).items() if problems == ["entry_differs"]]
    assert sorted(differing) == ["W1", "W2", "W3"]
    assert {night.states()[f"R{number}"] for number in range(1, 6)} == {"synced"}
