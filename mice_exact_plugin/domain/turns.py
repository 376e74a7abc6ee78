"""When a slice gives its worker to somebody else: whoever gets slow answers may not make the others wait for them.

Whoever gives way goes to the end of the queue, so that everybody has a turn; with nobody waiting nothing ends early.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

#: Answers of Exact take tenths of a second; after one like this a turn is over.
SLOW = timedelta(seconds=2)
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


def is_slow(latency: timedelta) -> bool:
    return latency >= SLOW
