"""When a token may be refreshed, must be, and dies: rules of time, counted from our own receipt.

Our receipt is later than Exact's issue, so an age counted from it never claims more than Exact's own clock does.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

#: Exact's OAuth page: a token lives 600 s and must not be refreshed before 570 s of them have passed.
EARLIEST_BEFORE_END = timedelta(seconds=30)
#: Exact's advice is to refresh between 570 and 595 s; after that a call may arrive too late.
LATEST_BEFORE_END = timedelta(seconds=5)
#: A refresh token dies 30 days after its issue (Exact's implementation overview).
DEATH = timedelta(days=30)
KEEP_ALIVE = timedelta(days=7)
NOTICE = timedelta(days=20)


@dataclass(frozen=True, slots=True)
class TokenAge:
    """When the pair was received (aware UTC, our clock) and how many seconds its access token lives."""

    received_at: datetime
    expires_in: int = 600

    @property
    def refreshable_at(self) -> datetime:
        """Before this moment Exact answers `TooEarlyToRefreshTokens`, which counts as a refusal."""
        return self._ends_at - EARLIEST_BEFORE_END

    @property
    def usable_until(self) -> datetime:
        return self._ends_at - LATEST_BEFORE_END

    @property
    def dies_at(self) -> datetime:
        """From here on only a new log-in by a person helps."""
        return self.received_at + DEATH

    @property
    def _ends_at(self) -> datetime:
        return self.received_at + timedelta(seconds=self.expires_in)


def may_refresh(age: TokenAge, now: datetime) -> bool:
    return now >= age.refreshable_at


def is_usable(age: TokenAge, now: datetime) -> bool:
    """Whether a call that starts now still arrives with a living token."""
    return now < age.usable_until


def keep_alive_due(age: TokenAge, now: datetime) -> bool:
    """Every connection is refreshed weekly, with or without work, so that it never comes near its death."""
    return now >= age.received_at + KEEP_ALIVE


def notice_due(age: TokenAge, now: datetime) -> bool:
    """Twenty days without a refresh: somebody should be told while a log-in can still be avoided."""
    return now >= age.received_at + NOTICE


def is_dead(age: TokenAge, now: datetime) -> bool:
    return now >= age.dies_at
