"""When a tenant's run is due, and what it came to: every invoice in exactly one outcome, so that the figures add up."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from mice_exact_plugin.domain.states import State

AT = time(2, 0)
SPREAD = timedelta(minutes=30)
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
#: From one night to the next there are 25 hours in autumn.
_TO_THE_NEXT = timedelta(hours=26)
#: No night, pause or mail is further away: that was told by a clock that stood wrong. Machines whose clocks differ by
#: less than a day do not take each other's nights for that.
FURTHEST = timedelta(days=2)


def next_night(
    after: datetime, tenant: str, *, at: time = AT, zone: ZoneInfo = AMSTERDAM, spread: timedelta = SPREAD
) -> datetime:
    """The first run later than `after`, in UTC.

    There is one moment per local date. In the hour that is skipped in spring, the wall clock of before the change is
    meant (02:00 becomes 03:00 summer time); of an hour that comes twice in autumn, the first one.
    """
    day = after.astimezone(zone).date() - timedelta(days=1)
    while True:
        night = datetime.combine(day, at, zone).astimezone(UTC) + offset(tenant, spread)
        if night > after:
            return night
        day += timedelta(days=1)


def has_waited(sent_at: datetime, now: datetime) -> bool:
    """Whether a night has passed an invoice by, so that people could see that it was not booked."""
    return now - sent_at > _TO_THE_NEXT


def offset(tenant: str, spread: timedelta = SPREAD) -> timedelta:
    """A tenant's own place in the spread, the same every night and in every process."""
    draw = int.from_bytes(hashlib.sha256(tenant.encode()).digest()[:8], "big") / 2**64
    return timedelta(seconds=int(spread.total_seconds() * draw))


class Figure(StrEnum):
    """Where an invoice stands at the end of a run, in the order in which people want to know."""

    BOOKED = "booked"
    ADOPTED = "adopted"
    BLOCKED = "blocked"
    UNCONFIRMED = "unconfirmed"
    WAITING = "waiting"
    """A credit whose original is not booked yet."""
    LEFT = "left"
    """Due, and this run did not come to it, or had to put it back."""
    IGNORED = "ignored"


#: The run has nothing left to do for these.
SETTLED = frozenset({Figure.BOOKED, Figure.ADOPTED, Figure.BLOCKED, Figure.IGNORED})
#: A person who reads the figures must look at these.
HELD = frozenset({Figure.BLOCKED, Figure.LEFT})


def figure_of(state: State, *, adopted: bool, waits: bool) -> Figure:
    """The one outcome of an invoice, by the state it is in; what was claimed and not settled may be in Exact."""
    match state:
        case State.SYNCED:
            return Figure.ADOPTED if adopted else Figure.BOOKED
        case State.QUEUED:
            return Figure.WAITING if waits else Figure.LEFT
        case State.CLAIMED | State.UNCONFIRMED:
            return Figure.UNCONFIRMED
        case State.BLOCKED:
            return Figure.BLOCKED
        case State.IGNORED:
            return Figure.IGNORED


def figures(groups: Iterable[tuple[State, bool, bool, int]]) -> dict[str, int]:
    """Counted outcomes of (state, adopted, waits, how many); what did not happen is left out."""
    counted: Counter[str] = Counter()
    for state, adopted, waits, count in groups:
        counted[figure_of(state, adopted=adopted, waits=waits)] += count
    return {outcome: counted[outcome] for outcome in Figure if counted[outcome]}


def total(outcomes: Mapping[str, int]) -> int:
    return sum(outcomes.get(outcome, 0) for outcome in Figure)


def settled(outcomes: Mapping[str, int]) -> int:
    return sum(outcomes.get(outcome, 0) for outcome in SETTLED)


def is_endpoint(reason: str) -> bool:
    """Whether a run waits or ended for an endpoint that rests after too many refusals: that is its reason then."""
    return "/" in reason
