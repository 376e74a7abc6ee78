"""A credit is booked after its original, and does not wait for one that will never come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.whole.invoices import invoice, line
from tests.whole.nights.booking.test_recovery import booked_by_somebody
from tests.whole.nights.night import ENTRIES

if TYPE_CHECKING:
    from tests.whole.nights.night import Night


@pytest.mark.parametrize("credit_first", [False, True])
def test_a_credit_is_booked_in_the_run_of_its_original_whichever_was_sent_first(
    night: Night, *, credit_first: bool
) -> None:
    both = [invoice("F1"), credit("F2", of="F1")]
    night.send(*(reversed(both) if credit_first else both))
    night.run_until_done()

    assert _in_order_of_booking(night) == ["F1", "F2"]


def test_a_credit_whose_original_turns_out_to_be_booked_is_booked_in_the_same_run(night: Night) -> None:
    night.control.fault("drop_after_commit", ENTRIES)
    night.send(invoice("F1"), credit("F2", of="F1"))
    night.run()

    assert _in_order_of_booking(night) == ["F1", "F2"]


def test_a_credit_does_not_wait_for_an_original_that_was_never_queued(night: Night) -> None:
    night.world.command("exact", "deactivate", night.tenant)
    night.send(invoice("F1"))
    night.world.command("exact", "activate", night.tenant)
    night.send(credit("F2", of="F1"))
    night.run()

    assert night.states() == {"F2": "synced"}
    assert night.booked() == {"F2": 1}


def test_a_credit_that_somebody_booked_by_hand_is_found_although_it_waits(night: Night) -> None:
    booked_by_somebody(night, "F2", amount=-121)
    night.send(invoice("F1"), credit("F2", of="F1"))
    night.run_until_done()

    assert night.booked()["F2"] == 1


def credit(number: str, *, of: str) -> dict[str, Any]:
    return invoice(number, kind="credit", credits=of, lines=[line("-100.00", "-21.00")])


def _in_order_of_booking(night: Night) -> list[str]:
    """The numbers of what Exact booked, oldest first; each exactly once."""
    assert set(night.states().values()) == {"synced"}
    assert set(night.booked().values()) == {1}
    numbers = {number: night.entries(number)[0]["EntryNumber"] for number in night.booked()}
    return sorted(numbers, key=numbers.__getitem__)
