"""How many calls and refusals Exact still allows, per app and division, and how long an endpoint must rest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from enum import StrEnum
from functools import lru_cache

from mice_exact_plugin.errors import RateLimited


class Span(StrEnum):
    """The two windows of Exact's limits page; the value is what our tables and messages call them."""

    MINUTE = "minute"
    DAY = "day"


LENGTHS = {Span.MINUTE: timedelta(minutes=1), Span.DAY: timedelta(days=1)}
#: Exact's limits page: 60 calls a minute and 5,000 a day, until the headers say otherwise.
MAXIMA = {Span.MINUTE: 60, Span.DAY: 5000}
_HEADERS = {Span.MINUTE: "X-RateLimit-Minutely-", Span.DAY: "X-RateLimit-"}
#: What is less is a moment in seconds and not in milliseconds, or none.
_IN_SECONDS = 10**11
#: How far two sightings of the same reset may lie apart: `Date` has whole seconds, and an answer takes time to arrive.
JITTER = timedelta(seconds=2)


@dataclass(frozen=True, slots=True)
class Window:
    """The running minute or day: when it ends by our clock, what was spent of it and what it allows."""

    resets_at: datetime
    used: int
    maximum: int


@dataclass(frozen=True, slots=True)
class Told:
    """What an answer says of one window. `resets_at` and `stamped_at` are by Exact's clock."""

    span: Span
    remaining: int
    maximum: int
    resets_at: datetime
    stamped_at: datetime | None

    def time_left(self, now: datetime) -> timedelta:
        """How long the window still lasts, by Exact's clock where it is known; never longer than a whole window."""
        left = self.resets_at - (self.stamped_at or now)
        return min(max(left, timedelta()), LENGTHS[self.span])


def fresh(span: Span, now: datetime) -> Window:
    """An untouched window that ends with our own clock minute or UTC day; the first answer corrects it."""
    start = now.replace(second=0, microsecond=0)
    if span is Span.DAY:
        start = start.replace(hour=0, minute=0)
    return Window(start + LENGTHS[span], used=0, maximum=MAXIMA[span])


def spend(window: Window, span: Span, now: datetime) -> Window:
    """The window with one more call in it; RateLimited, with the moment it ends, when nothing is left."""
    window = _rolled(window, span, now)
    if window.used >= window.maximum:
        raise RateLimited(f"{span}_spent", window.resets_at)
    return replace(window, used=window.used + 1)


def told(headers: Mapping[str, str], span: Span) -> Told | None:
    """What the headers of an answer say of a window; None when they say nothing, as of the other window on a 429.

    Nor does a limit of nothing, after which no call would ever go out to learn of another one, nor a reset long ago.
    """
    prefix = _HEADERS[span]
    try:
        remaining, maximum, reset = (int(headers[prefix + name]) for name in ("Remaining", "Limit", "Reset"))
        if maximum < 1 or reset < _IN_SECONDS:
            return None
        return Told(span, remaining, maximum, datetime.fromtimestamp(reset / 1000, UTC), _stamp(headers))
    except (KeyError, ValueError, OverflowError, OSError):
        return None


def correct(window: Window, told: Told, now: datetime) -> Window:
    """The window as Exact counts it: other processes may use the same allowance unseen.

    Within the same window the higher count holds, because calls of ours may still be under way.
    """
    resets_at, used = now + told.time_left(now), told.maximum - told.remaining
    is_newer = resets_at > window.resets_at + JITTER
    return Window(resets_at, used if is_newer else max(used, window.used), told.maximum)


def _rolled(window: Window, span: Span, now: datetime) -> Window:
    """The window that `now` falls in: it keeps the phase of Exact's clock that earlier answers taught us."""
    if now < window.resets_at:
        return window
    passed = (now - window.resets_at) // LENGTHS[span] + 1
    return replace(window, resets_at=window.resets_at + passed * LENGTHS[span], used=0)


def _stamp(headers: Mapping[str, str]) -> datetime | None:
    return _read_date(headers.get("Date", ""))


@lru_cache(maxsize=4)
def _read_date(text: str) -> datetime | None:
    """Read for either window of an answer, and alike in all answers of a second."""
    try:
        stamp = parsedate_to_datetime(text)
    except ValueError:
        return None
    return stamp if stamp.tzinfo else stamp.replace(tzinfo=UTC)


COUNTED = frozenset({400, 401, 403, 404})
HOUR = timedelta(hours=1)
#: We stop four short of Exact's ten: other processes of the same app may be refused unseen.
LIMIT = 6


def counts(status: int) -> bool:
    return status in COUNTED


def resting_until(refusals: Iterable[datetime], now: datetime) -> datetime | None:
    """When the endpoint may be called again, None when it may be now. `refusals`: the moments of counted answers.

    One that is still to come was noted by a clock that stood wrong.
    """
    recent = sorted(moment for moment in refusals if now - HOUR < moment <= now + HOUR)
    return recent[-LIMIT] + HOUR if len(recent) >= LIMIT else None
