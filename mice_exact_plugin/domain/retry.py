"""When something is tried again: growing pauses after failures, one try a night after refusals."""

from __future__ import annotations

from datetime import timedelta

FIRST_PAUSE = timedelta(minutes=1)
LONGEST_PAUSE = timedelta(hours=6)
#: A problem known only from a refusal is tried again by itself on this many nights, then it waits for a person.
REFUSAL_NIGHTS = 7
#: In one administration on one night, so that a broken set-up does not spend the night on refusals.
REFUSALS_PER_NIGHT = 25

_DOUBLINGS = 9  # 1 minute doubled nine times exceeds six hours


def backoff(attempt: int, jitter: float) -> timedelta:
    """The pause after failed attempt number `attempt` (from 1): doubling, capped, shortened by up to half.

    Exact asks for exponential backoff with a maximum (its page on resilience); `jitter` in [0, 1) keeps workers that
    failed together from coming back together.
    """
    pause = FIRST_PAUSE * 2 ** min(max(attempt - 1, 0), _DOUBLINGS)
    return min(pause, LONGEST_PAUSE) * (1 - jitter / 2)


def tries_again_by_itself(refusals: int) -> bool:
    """Whether an invoice that Exact refused so many times is put in the next night's run without being asked to."""
    return refusals <= REFUSAL_NIGHTS
