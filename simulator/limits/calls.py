"""Counts calls a clock minute and a UTC day, per app and division, and words the six headers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.clock import Clock
    from simulator.switches import Switches

Key = tuple[str, int]


@dataclass(slots=True)
class Window:
    """Calls counted since `start`."""

    start: datetime
    used: int = 0


@dataclass(slots=True)
class Family:
    """One of the two limits at this moment: its headers bear `prefix`."""

    prefix: str
    limit: int
    window: Window
    ends: datetime

    @property
    def spent(self) -> bool:
        return self.window.used >= self.limit

    def headers(self) -> dict[str, str]:
        return {
            f"{self.prefix}Limit": str(self.limit),
            f"{self.prefix}Remaining": str(max(self.limit - self.window.used, 0)),
            f"{self.prefix}Reset": str(round(self.ends.timestamp() * 1000)),
        }


class CallLimits:
    """The counters of every app and division."""

    def __init__(self, clock: Clock, switches: Switches) -> None:
        self._clock = clock
        self._switches = switches
        self._minutes: dict[Key, Window] = {}
        self._days: dict[Key, Window] = {}

    def take(self, app: str, division: int) -> tuple[dict[str, str], bool]:
        """Count a call: the headers of the answer, and whether the call may go on.

        On a breach nothing is counted and only the breached family's headers are sent (picqer/exact-php-client 646).
        """
        families = self.families(app, division)
        for family in families:
            if family.spent:
                return family.headers(), False
        for family in families:
            family.window.used += 1
        return {**families[0].headers(), **families[1].headers()}, True

    def families(self, app: str, division: int) -> tuple[Family, Family]:
        """The day and the minute of an app in a division, as they stand now."""
        now, switches = self._clock.now(), self._switches
        key = (app, division)
        day = datetime.combine(now.date(), datetime.min.time(), UTC)
        second = timedelta(seconds=switches.minute_seconds)
        minute = now - (now - day) % second
        return (
            Family("X-RateLimit-", switches.day_limit, _window(self._days, key, day), day + timedelta(days=1)),
            Family(
                "X-RateLimit-Minutely-", switches.minute_limit, _window(self._minutes, key, minute), minute + second
            ),
        )

    def spend(self, app: str, division: int, minute: int | None, day: int | None) -> None:
        """Set what is used, as another process of the same app would have done."""
        families = self.families(app, division)
        for family, used in zip(families, (day, minute), strict=True):
            if used is not None:
                family.window.used = used

    def overview(self) -> list[dict[str, object]]:
        """Every counter that was touched, for the page with the request log."""
        rows = []
        for app, division in sorted(self._days):
            day, minute = self.families(app, division)
            used = {"day_used": day.window.used, "minute_used": minute.window.used}
            rows.append(
                {"app": app, "division": division, **used, "day_limit": day.limit, "minute_limit": minute.limit}
            )
        return rows

    def clear(self) -> None:
        self._minutes.clear()
        self._days.clear()


def _window(windows: dict[Key, Window], key: Key, start: datetime) -> Window:
    window = windows.get(key)
    if window is None or window.start != start:
        window = windows[key] = Window(start)
    return window
