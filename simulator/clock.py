"""The simulator's clock: the real one, moved by as much as a test asks for, or standing still."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

# Exact writes times as the wall clock of its own servers ("in CET"), whatever the country version.
EXACT_ZONE = ZoneInfo("Europe/Amsterdam")


class Clock:
    """Answers what time it is here; only the control API moves it."""

    def __init__(self) -> None:
        self.offset = timedelta(0)
        self._frozen_at: datetime | None = None

    def now(self) -> datetime:
        real = self._frozen_at or datetime.now(UTC)
        return real + self.offset

    def wall(self) -> datetime:
        """Local wall clock written as if it were UTC, to the millisecond: how Exact stores and shows every time."""
        local = self.now().astimezone(EXACT_ZONE)
        return local.replace(tzinfo=UTC, microsecond=local.microsecond // 1000 * 1000)

    @property
    def frozen(self) -> bool:
        return self._frozen_at is not None

    def freeze(self) -> None:
        """Stand still, so that a test never sees a minute turn by itself."""
        self._frozen_at = self._frozen_at or datetime.now(UTC)

    def thaw(self) -> None:
        self._frozen_at = None

    def advance(self, delta: timedelta) -> None:
        self.offset += delta

    def move_to(self, target: str) -> None:
        """Jump to `next_minute`, `next_utc_day`, `next_month`, or to an ISO moment (UTC when it names no zone)."""
        now = self.now()
        self.advance(_moment(target, now) - now)


def _moment(target: str, now: datetime) -> datetime:
    if target == "next_minute":
        return now.replace(second=0, microsecond=0) + timedelta(minutes=1)
    midnight = datetime.combine(now.date(), time(0), UTC)
    if target == "next_utc_day":
        return midnight + timedelta(days=1)
    if target == "next_month":
        return (midnight.replace(day=28) + timedelta(days=4)).replace(day=1)
    given = datetime.fromisoformat(target)
    return given if given.tzinfo else given.replace(tzinfo=UTC)
