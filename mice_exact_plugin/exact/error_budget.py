"""How many refusals an endpoint has had, and how long it must rest so that Exact never blocks the key.

Exact's limits page: more than 10 answers of 400, 401, 403 or 404 per app, user, division and endpoint within an hour
block the key for an hour, and longer when repeated. Business refusals come as 500 and are not counted.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

COUNTED = frozenset({400, 401, 403, 404})
SPAN = timedelta(hours=1)
#: We stop four short of Exact's ten: other processes of the same app may be refused unseen.
LIMIT = 6


def counts(status: int) -> bool:
    return status in COUNTED


def resting_until(refusals: Iterable[datetime], now: datetime, limit: int = LIMIT) -> datetime | None:
    """When the endpoint may be called again, None when it may be now. `refusals`: the moments of counted answers."""
    recent = sorted(moment for moment in refusals if moment > now - SPAN)
    return recent[-limit] + SPAN if len(recent) >= limit else None
