"""Whether a night has nothing to ask of Exact: most nights of most venues are like that."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

#: Lists are read when there is something to book, and else weekly: half a day less, as runs do not begin on the second.
LISTS_LAST = timedelta(days=6, hours=12)


@dataclass(frozen=True, slots=True)
class Night:
    """What is known before the first call.

    Attributes:
        has_work: an invoice is due, blocked or of unknown outcome, a relation may be under way, or the host does not
            know yet of a booking.
        is_watched: something stood in the way of the run before, the administrators know of something that may be over
            by now, or every invoice is looked up first: only Exact can tell.
        read_at: the oldest reading of what an invoice needs, or when this tenant's own log-in last asked Exact for it
            if that is longer ago; None while one of these lists is not whole.
    """

    has_work: bool
    is_watched: bool
    read_at: datetime | None


def is_quiet(night: Night, now: datetime) -> bool:
    """Nothing is said to be well because nobody asked: what was amiss last time is asked for again."""
    if night.has_work or night.is_watched or night.read_at is None:
        return False
    return now - night.read_at < LISTS_LAST
