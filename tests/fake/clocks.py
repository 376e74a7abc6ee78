"""The clock of a test: ours, the database's, and that of whoever waits, all in one."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

NOW = datetime(2026, 3, 16, 3, 0, tzinfo=UTC)
_JULIAN_1970 = 2440587.5


@dataclass
class Time:
    """Stands still, but for who moves it or waits. `slept` is how long somebody waited, in seconds."""

    now: datetime = NOW
    slept: list[float] = field(default_factory=list)

    def monotonic(self) -> float:
        return self.now.timestamp()

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.forward(seconds=seconds)

    def forward(self, **how_long: float) -> None:
        self.now += timedelta(**how_long)

    def julian_day(self, _: str) -> float:
        """A float holds it to a twentieth of a millisecond, and the database cuts off what is below one."""
        return (self.now.timestamp() + 0.0005) / 86400 + _JULIAN_1970


TIME = Time()
