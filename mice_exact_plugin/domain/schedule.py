"""When a tenant's nightly run is due: local time, spread over half an hour, exactly one a night."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

AT = time(2, 0)
SPREAD = timedelta(minutes=30)
AMSTERDAM = ZoneInfo("Europe/Amsterdam")


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


def offset(tenant: str, spread: timedelta = SPREAD) -> timedelta:
    """A tenant's own place in the spread, the same every night and in every process."""
    draw = int.from_bytes(hashlib.sha256(tenant.encode()).digest()[:8], "big") / 2**64
    return timedelta(seconds=int(spread.total_seconds() * draw))
