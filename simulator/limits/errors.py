"""Counts refused calls an hour and blocks an endpoint after too many, longer every time."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.clock import Clock
    from simulator.switches import Switches

# Exact's limits page: these four and no others.
COUNTED = frozenset({400, 401, 403, 404})

Key = tuple[str, str, int, str]


@dataclass(slots=True)
class Record:
    """What one app, user, division and endpoint did wrong lately."""

    errors: deque[datetime] = field(default_factory=deque)
    blocked_until: datetime | None = None
    blocks: int = 0


class ErrorBudget:
    """The error counters per app, user, division and endpoint."""

    def __init__(self, clock: Clock, switches: Switches) -> None:
        self._clock = clock
        self._switches = switches
        self.records: dict[Key, Record] = {}

    def blocked_until(self, key: Key) -> datetime | None:
        """Until when this endpoint answers nothing, if it does not."""
        record = self.records.get(key)
        if record is None or record.blocked_until is None or self._clock.now() >= record.blocked_until:
            return None
        return record.blocked_until

    def note(self, key: Key, status: int) -> None:
        """Count an answer; the tenth error within the hour closes the endpoint: one hour, then two, then four."""
        if status not in COUNTED or not self._switches.error_limit:
            return
        record = self.records.setdefault(key, Record())
        now, window = self._clock.now(), timedelta(seconds=self._switches.error_window_seconds)
        record.errors.append(now)
        while record.errors[0] <= now - window:
            record.errors.popleft()
        if len(record.errors) >= self._switches.error_limit:
            record.blocked_until = now + window * 2**record.blocks
            record.blocks += 1
            record.errors.clear()

    def overview(self) -> list[dict[str, object]]:
        """The counters that are not empty, for the control API and the log page."""
        return [
            {
                "app": app,
                "user": user,
                "division": division,
                "endpoint": endpoint,
                "errors": len(record.errors),
                "blocked_until": record.blocked_until.isoformat() if record.blocked_until else None,
            }
            for (app, user, division, endpoint), record in self.records.items()
        ]

    def clear(self) -> None:
        self.records.clear()
