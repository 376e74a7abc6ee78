"""The host's clock: moments in UTC, dates in the venue's own time zone."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

VENUE_ZONE = ZoneInfo("Europe/Amsterdam")


def now() -> datetime:
    return datetime.now(UTC)


def today() -> date:
    return now().astimezone(VENUE_ZONE).date()


def to_venue_time(moment: datetime) -> datetime:
    return moment.astimezone(VENUE_ZONE)
