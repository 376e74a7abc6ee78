"""The states of an export, the only ways between them, and when something is tried again.

Every write of a state asks `next_state`; pauses grow after failures, and a refusal is tried once a night.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.problems import Code

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mice_exact_plugin.domain.problems import Problem


#: Why a row is set aside whose entry a bookkeeper made: something of it is in Exact, and we do not know what.
BY_HAND = "booked_by_hand"
#: Why a row is set aside that a person does not want booked.
LEFT_ALONE = "left_alone"
#: Why a row is set aside of which every amount is zero: the only one that comes back by itself.
NOTHING_TO_BOOK = "nothing_to_book"


class State(StrEnum):
    """Where an invoice stands. Waiting is no state: a queued row has `not_before`."""

    QUEUED = "queued"
    CLAIMED = "claimed"
    SYNCED = "synced"
    BLOCKED = "blocked"
    UNCONFIRMED = "unconfirmed"
    IGNORED = "ignored"


class Event(StrEnum):
    """What can happen to an export."""

    QUEUE = "queue"
    # the mapper
    MAP_BLOCKED = "map_blocked"
    MAP_NOTHING = "map_nothing"
    # the post
    CLAIM = "claim"
    NOT_SENT = "not_sent"  # try later: nothing was changed in Exact
    POST_ACCEPTED = "post_accepted"
    POST_DIFFERS = "post_differs"  # booked, and not what was sent
    POST_UNSEEN = "post_unseen"  # booked, by an answer without figures: looked up before it counts as right
    POST_REFUSED = "post_refused"
    REPEAT_REFUSED = "repeat_refused"  # no proof: the earlier post may be what Exact objects to
    OUTCOME_UNKNOWN = "outcome_unknown"
    CRASH_SEEN = "crash_seen"  # claimed under a lease that is dead
    # the search, in recovery and in verify
    FOUND_ONE = "found_one"
    FOUND_NONE = "found_none"
    FOUND_CONFLICT = "found_conflict"
    FOUND_DIFFERENT = "found_different"  # ours beyond doubt, and not what was sent
    # a cure, or a person
    RELEASE = "release"
    SEARCH_AGAIN = "search_again"
    ADOPT = "adopt"  # "dit is de onze"
    BOOK_BESIDE = "book_beside"  # "boek toch": a new generation, so a new posting key
    APPROVE = "approve"  # "akkoord": it goes on waiting, for the next run
    APPROVAL_LAPSED = "approval_lapsed"  # it would be another entry now than the one that was said yes to
    LEAVE = "leave"  # "niet boeken"
    BOOKED_BY_HAND = "booked_by_hand"  # "zelf geboekt"
    LET_STAND = "let_stand"  # "laat zo staan": the entry is ours as it is
    SEEN_EQUAL = "seen_equal"  # a look found that the entry was put right in Exact
    BOOK_ANEW = "book_anew"  # a look found the entry gone: a new generation
    # the host
    DELETED = "deleted"


class IllegalTransition(Exception):
    """A bug: something tried to move an export in a way that the protocol does not know."""


_TRANSITIONS: dict[tuple[State | None, Event], State] = {
    (None, Event.QUEUE): State.QUEUED,
    (State.QUEUED, Event.MAP_BLOCKED): State.BLOCKED,
    (State.BLOCKED, Event.MAP_BLOCKED): State.BLOCKED,
    (State.QUEUED, Event.MAP_NOTHING): State.IGNORED,
    (State.BLOCKED, Event.MAP_NOTHING): State.IGNORED,
    (State.QUEUED, Event.CLAIM): State.CLAIMED,
    (State.CLAIMED, Event.NOT_SENT): State.QUEUED,
    (State.CLAIMED, Event.POST_ACCEPTED): State.SYNCED,
    (State.CLAIMED, Event.POST_DIFFERS): State.BLOCKED,
    (State.CLAIMED, Event.POST_UNSEEN): State.UNCONFIRMED,
    (State.CLAIMED, Event.POST_REFUSED): State.BLOCKED,
    (State.CLAIMED, Event.REPEAT_REFUSED): State.UNCONFIRMED,
    (State.CLAIMED, Event.OUTCOME_UNKNOWN): State.UNCONFIRMED,
    (State.CLAIMED, Event.CRASH_SEEN): State.UNCONFIRMED,
    (State.UNCONFIRMED, Event.FOUND_ONE): State.SYNCED,
    (State.UNCONFIRMED, Event.FOUND_NONE): State.QUEUED,
    (State.UNCONFIRMED, Event.FOUND_CONFLICT): State.BLOCKED,
    (State.UNCONFIRMED, Event.FOUND_DIFFERENT): State.BLOCKED,
    (State.QUEUED, Event.FOUND_ONE): State.SYNCED,
    (State.QUEUED, Event.FOUND_CONFLICT): State.BLOCKED,
    (State.QUEUED, Event.FOUND_DIFFERENT): State.BLOCKED,
    (State.BLOCKED, Event.RELEASE): State.QUEUED,
    (State.IGNORED, Event.RELEASE): State.QUEUED,
    (State.BLOCKED, Event.SEARCH_AGAIN): State.UNCONFIRMED,
    (State.IGNORED, Event.SEARCH_AGAIN): State.UNCONFIRMED,
    (State.BLOCKED, Event.ADOPT): State.SYNCED,
    (State.BLOCKED, Event.BOOK_BESIDE): State.QUEUED,
    (State.BLOCKED, Event.LET_STAND): State.SYNCED,
    (State.BLOCKED, Event.SEEN_EQUAL): State.SYNCED,
    (State.BLOCKED, Event.BOOK_ANEW): State.QUEUED,
    (State.SYNCED, Event.BOOK_ANEW): State.QUEUED,
    (State.QUEUED, Event.APPROVE): State.QUEUED,
    (State.QUEUED, Event.APPROVAL_LAPSED): State.QUEUED,
    (State.QUEUED, Event.LEAVE): State.IGNORED,
    (State.BLOCKED, Event.LEAVE): State.IGNORED,
    (State.BLOCKED, Event.BOOKED_BY_HAND): State.IGNORED,
    (State.QUEUED, Event.DELETED): State.IGNORED,
    (State.BLOCKED, Event.DELETED): State.IGNORED,
    # What was sent, or may have been, stays: deleting an invoice does not delete its entry.
    (State.CLAIMED, Event.DELETED): State.CLAIMED,
    (State.UNCONFIRMED, Event.DELETED): State.UNCONFIRMED,
    (State.SYNCED, Event.DELETED): State.SYNCED,
    (State.IGNORED, Event.DELETED): State.IGNORED,
}


def next_state(state: State | None, event: Event) -> State:
    """Where `event` takes an export; None is an invoice without a row.

    Raises:
        IllegalTransition: the event cannot happen in this state.
    """
    try:
        return _TRANSITIONS[state, event]
    except KeyError:
        raise IllegalTransition(f"{event} in state {state}") from None


def way_back(sends: int, problems: Iterable[Problem], ignored_reason: str | None = None) -> Event | None:
    """How a blocked or ignored export goes on: straight to the queue only if nothing of it can be in Exact.

    None when its entry is in Exact and differs: then it never goes on by itself, nor because somebody says *opnieuw*.
    """
    codes = {problem.code for problem in problems}
    if Code.ENTRY_DIFFERS in codes:
        return None
    may_be_there = sends or Code.ENTRY_CONFLICT in codes or ignored_reason == BY_HAND
    return Event.SEARCH_AGAIN if may_be_there else Event.RELEASE


FIRST_PAUSE = timedelta(minutes=1)
LONGEST_PAUSE = timedelta(hours=6)
#: A problem known only from a refusal is tried again by itself on this many nights, then it waits for a person.
REFUSAL_NIGHTS = 7
#: Of one tenant on one night, so that a broken set-up does not spend the night on refusals.
REFUSALS_PER_NIGHT = 25
#: Sends without any answer, each searched for in vain, before the next one waits for another night.
SILENCES_PER_NIGHT = 5
#: Longer than a night's run lasts and shorter than the way to the next night's.
UNTIL_NEXT_NIGHT = timedelta(hours=12)

_DOUBLINGS = 9  # a minute doubled nine times exceeds six hours


def backoff(attempt: int, jitter: float, first: timedelta = FIRST_PAUSE) -> timedelta:
    """The pause after failed attempt number `attempt` (from 1): doubling, capped, shortened by up to half.

    Exact asks for exponential backoff with a maximum (its page on resilience); `jitter` in [0, 1) keeps workers that
    failed together from coming back together.
    """
    pause = first * (1 << min(max(attempt - 1, 0), _DOUBLINGS))
    return min(pause, LONGEST_PAUSE) * (1 - jitter / 2)


def is_enough_for_a_night(unanswered_sends: int) -> bool:
    """Whether what was sent so often without any answer is left alone until the next night."""
    return unanswered_sends > 0 and unanswered_sends % SILENCES_PER_NIGHT == 0


def next_refusal_retry(now: datetime, earlier_refusals: int) -> datetime | None:
    """From when a refused invoice may be tried again unasked; None after the last of its nights."""
    return now + UNTIL_NEXT_NIGHT if earlier_refusals < REFUSAL_NIGHTS else None
