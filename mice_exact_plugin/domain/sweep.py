"""How far a sweep looks: at what changed since the last one, and once a week at everything."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zlib import crc32

#: A sweep looks this much further back than the last one began: what is sent or changed may commit after its moment,
#: and clocks of two machines differ.
OVERLAP = timedelta(hours=1)
#: Invoices older than this are not compared any more, nor looked for: their year is closed.
LOOK_BACK = timedelta(days=400)
WEEK = timedelta(days=7)
_ANY_MOMENT = datetime(2000, 1, 1, tzinfo=UTC)


def is_everything_due(tenant: str, last: datetime | None, now: datetime) -> bool:
    """Whether everything is compared: in the first sweep, and in the first one of each week.

    A week begins on a day of its tenant's own, so that each night has a seventh of them.
    """
    return last is None or _week_of(tenant, last) != _week_of(tenant, now)


def sent_since(tenant: str, swept_until: datetime | None, now: datetime) -> datetime:
    """From when on a sweep looks for invoices without a row: once a week from far back, else from where the last ended.

    The week finds what became visible long after it was sent. A last end that lies in the future was told by a wrong
    clock, and says nothing of what was sent until then.
    """
    if swept_until is None:
        return _ANY_MOMENT
    since = min(swept_until, now) - OVERLAP
    if swept_until > now or is_everything_due(tenant, swept_until, now):
        return min(since, now - LOOK_BACK)
    return since


def _week_of(tenant: str, moment: datetime) -> int:
    return (moment - _ANY_MOMENT + timedelta(days=crc32(tenant.encode()) % 7)) // WEEK
