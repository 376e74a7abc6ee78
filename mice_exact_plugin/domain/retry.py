"""When something is tried again: growing pauses after failures, one try a night after refusals."""

from __future__ import annotations

from datetime import datetime, timedelta

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
