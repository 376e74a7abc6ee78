"""A pair of tokens, and the rules of time it lives by, counted from our own receipt of it.

Our receipt is later than Exact's issue, so an age counted from it never claims more than Exact's own clock does.
All moments are aware UTC.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

#: Exact's OAuth page: a token lives 600 s, and a refresh before 570 s of them have passed is refused.
EARLIEST = timedelta(seconds=570)
#: Exact's implementation overview: a refresh token dies 30 days after its issue.
DEATH = timedelta(days=30)
KEEP_ALIVE = timedelta(days=7)
NOTICE = timedelta(days=20)


@dataclass(frozen=True, slots=True)
class TokenPair:
    """Both tokens of one answer; the earlier pair is void from then on. `expires_in` is in seconds, 600 at Exact."""

    access_token: str = field(repr=False)
    refresh_token: str = field(repr=False)
    expires_in: int


def refresh_allowed_at(received_at: datetime) -> datetime:
    """Before this moment Exact answers `TooEarlyToRefreshTokens`."""
    return received_at + EARLIEST


def may_refresh(received_at: datetime, now: datetime) -> bool:
    return now >= refresh_allowed_at(received_at)


def needs_refresh(received_at: datetime, now: datetime) -> bool:
    """Whether a call that starts now should have a new token first: at first need from the moment it is allowed."""
    return may_refresh(received_at, now)


def keep_alive_due(received_at: datetime, now: datetime) -> bool:
    """Every connection is refreshed weekly, with or without work, so that it never comes near its death."""
    return now >= received_at + KEEP_ALIVE


def notice_due(received_at: datetime, now: datetime) -> bool:
    """Twenty days without a refresh: somebody should hear of it while a new log-in can still be avoided."""
    return now >= received_at + NOTICE


def dies_at(received_at: datetime) -> datetime:
    """From here on only a new log-in by a person helps."""
    return received_at + DEATH
