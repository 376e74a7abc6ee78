"""The states of an export: the ways that exist, and that no other does."""

from __future__ import annotations

import pytest

from mice_exact_plugin.domain.problems import Code, Problem
from mice_exact_plugin.domain.states import BY_HAND, Event, IllegalTransition, State, next_state, way_back

FROM_HERE: dict[State | None, dict[Event, State]] = {
    None: {Event.QUEUE: State.QUEUED},
    State.QUEUED: {
        Event.MAP_BLOCKED: State.BLOCKED,
        Event.MAP_NOTHING: State.IGNORED,
        Event.CLAIM: State.CLAIMED,
        Event.FOUND_ONE: State.SYNCED,
        Event.FOUND_CONFLICT: State.BLOCKED,
        Event.FOUND_DIFFERENT: State.BLOCKED,
        Event.APPROVE: State.QUEUED,
        Event.APPROVAL_LAPSED: State.QUEUED,
        Event.LEAVE: State.IGNORED,
        Event.DELETED: State.IGNORED,
    },
    State.CLAIMED: {
        Event.NOT_SENT: State.QUEUED,
        Event.POST_ACCEPTED: State.SYNCED,
        Event.POST_DIFFERS: State.BLOCKED,
        Event.POST_UNSEEN: State.UNCONFIRMED,
        Event.POST_REFUSED: State.BLOCKED,
        Event.REPEAT_REFUSED: State.UNCONFIRMED,
        Event.OUTCOME_UNKNOWN: State.UNCONFIRMED,
        Event.CRASH_SEEN: State.UNCONFIRMED,
        Event.DELETED: State.CLAIMED,
    },
    State.UNCONFIRMED: {
        Event.FOUND_ONE: State.SYNCED,
        Event.FOUND_NONE: State.QUEUED,
        Event.FOUND_CONFLICT: State.BLOCKED,
        Event.FOUND_DIFFERENT: State.BLOCKED,
        Event.DELETED: State.UNCONFIRMED,
    },
    State.BLOCKED: {
        Event.MAP_BLOCKED: State.BLOCKED,
        Event.MAP_NOTHING: State.IGNORED,
        Event.RELEASE: State.QUEUED,
        Event.SEARCH_AGAIN: State.UNCONFIRMED,
        Event.ADOPT: State.SYNCED,
        Event.BOOK_BESIDE: State.QUEUED,
        Event.LET_STAND: State.SYNCED,
        Event.SEEN_EQUAL: State.SYNCED,
        Event.BOOK_ANEW: State.QUEUED,
        Event.LEAVE: State.IGNORED,
        Event.BOOKED_BY_HAND: State.IGNORED,
        Event.DELETED: State.IGNORED,
    },
    State.IGNORED: {
        Event.RELEASE: State.QUEUED,
        Event.SEARCH_AGAIN: State.UNCONFIRMED,
        Event.DELETED: State.IGNORED,
    },
    State.SYNCED: {Event.DELETED: State.SYNCED, Event.BOOK_ANEW: State.QUEUED},
}


@pytest.mark.parametrize("state", [None, *State])
@pytest.mark.parametrize("event", list(Event))
def test_a_way_exists_or_it_is_a_bug(state: State | None, event: Event) -> None:
    expected = FROM_HERE[state].get(event)
    if expected is None:
        with pytest.raises(IllegalTransition, match=event):
            next_state(state, event)
    else:
        assert next_state(state, event) is expected


@pytest.mark.parametrize(
    ("sends", "codes", "event"),
    [
        (0, [], Event.RELEASE),
        (0, [Code.VAT_RATE_UNMAPPED, Code.REFUSED], Event.RELEASE),
        (1, [Code.PERIOD_CLOSED], Event.SEARCH_AGAIN),
        (0, [Code.VAT_RATE_UNMAPPED, Code.ENTRY_CONFLICT], Event.SEARCH_AGAIN),
        (1, [Code.ENTRY_DIFFERS], None),
        (0, [Code.ENTRY_DIFFERS, Code.ENTRY_CONFLICT], None),
    ],
)
def test_what_may_be_in_exact_is_searched_before_it_is_sent(sends: int, codes: list[Code], event: Event | None) -> None:
    assert way_back(sends, [Problem(code) for code in codes]) is event


def test_what_a_bookkeeper_booked_is_searched_for_before_it_is_booked_again() -> None:
    assert way_back(0, [], BY_HAND) is Event.SEARCH_AGAIN
    assert way_back(0, [], "left_alone") is Event.RELEASE
