"""When a slice gives its worker to somebody else: whoever gets slow answers may not make the others wait for them.

While an answer is waited for, the worker does the next run beside it, so an administration that was never met before
costs the others no more than `HELD`. Once its answer is there, the slice gives way: it goes to the end of the queue, so
that everybody has a turn. With nobody waiting nothing ends early.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

#: Answers of Exact take tenths of a second; after one like this a turn is over.
SLOW = timedelta(seconds=2)
#: A worker that has waited this long for one answer takes up another run meanwhile.
HELD = timedelta(milliseconds=250)
#: As many runs are under way in one worker, all but one of them waiting for an answer; each has a database connection.
MOST_AT_ONCE = 5
#: How long a slice goes on beside others who wait, while answers come as usual.
TURN = timedelta(seconds=60)


@dataclass(frozen=True, slots=True)
class Turn:
    """A slice so far: how long it lasts, how long the last answer took, and how many jobs wait for a worker."""

    lasted: timedelta
    latency: timedelta
    waiting: int


def gives_way(turn: Turn) -> bool:
    return turn.waiting > 0 and may_give_way(turn.lasted, turn.latency)


def may_give_way(lasted: timedelta, latency: timedelta) -> bool:
    """Whether it matters at all if somebody waits."""
    return is_slow(latency) or lasted >= TURN


def has_room(waits: Sequence[timedelta]) -> bool:
    """Whether a worker may take up one more run beside those that it has, which have waited so long for an answer."""
    return len(waits) < MOST_AT_ONCE and all(each >= HELD for each in waits)


def is_slow(latency: timedelta) -> bool:
    return latency >= SLOW
