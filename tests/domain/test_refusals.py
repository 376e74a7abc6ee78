"""What follows a refusal: every row of the table, and how a refusal finds its row."""

from __future__ import annotations

import pytest

from mice_exact_plugin.domain.references import Reference
from mice_exact_plugin.domain.refusals import AFTER, About, about, after
from mice_exact_plugin.domain.states import Event, State, next_state


def test_every_refusal_is_in_the_table_and_can_happen_to_a_claimed_row() -> None:
    assert set(AFTER) == set(About)
    assert all(next_state(State.CLAIMED, event) for events in AFTER.values() for event in events)


@pytest.mark.parametrize("what", About)
@pytest.mark.parametrize("earlier_sends", [1, 2, 5])
def test_a_refused_repeat_proves_nothing_whatever_it_is_about(what: About, earlier_sends: int) -> None:
    event = after(what, earlier_sends=earlier_sends)
    assert next_state(State.CLAIMED, event) is State.UNCONFIRMED


def test_only_a_first_refusal_proves_that_nothing_was_booked() -> None:
    assert after(About.ENTRY, earlier_sends=0) is Event.POST_REFUSED
    assert after(About.STALE, earlier_sends=0) is after(About.RIGHT, earlier_sends=0) is Event.NOT_SENT
    assert after(About.EXISTS, earlier_sends=0) is Event.REPEAT_REFUSED, "somebody sent it: we do not remember"


@pytest.mark.parametrize(
    ("kind", "reference", "told", "what"),
    [
        ("exists", Reference.ENTRY_ID, {}, About.EXISTS),
        ("exists", None, {"is_right": True}, About.EXISTS),
        ("exists", Reference.CUSTOMER, {}, About.ENTRY),
        ("invalid", Reference.ENTRY_ID, {}, About.OUR_ID),
        ("invalid", Reference.ENTRY_ID, {"sends_our_id": False}, About.ENTRY),
        ("forbidden", None, {"is_right": True, "may_be_stale": True}, About.RIGHT),
        ("invalid", Reference.VAT_CODE, {"may_be_stale": True}, About.STALE),
        ("invalid", Reference.VAT_CODE, {}, About.ENTRY),
    ],
)
def test_what_a_refusal_is_about(kind: str, reference: Reference | None, told: dict[str, bool], what: About) -> None:
    usual = {"is_right": False, "sends_our_id": True, "may_be_stale": False}
    assert about(kind, reference, **usual | told) is what
