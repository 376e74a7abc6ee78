"""How far a sweep looks: at what changed since the last one, and once a week at everything."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zlib import crc32

#: A sweep looks this much further back than the last one began: what is sent or changed may commit after its moment,
#: and clocks of two machines differ.
OVERLAP = timedelta(hours=1)
#: From so far before the last sweep on changes are asked for: it may have begun after an invoice was read and before
#: the claim that booked what was read, for which minutes are enough.
ASKED_AGAIN = OVERLAP + timedelta(minutes=10)
#: Invoices older than this are not compared any more, nor looked for: their year is closed.
LOOK_BACK = timedelta(days=400)
WEEK = timedelta(days=7)
_ANY_MOMENT, _NO_MOMENT = datetime(2000, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC)

#: A moment and the one before which it ends.
Span = tuple[datetime, datetime]


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


def uncertain(span: Span, granted_at: datetime, swept_until: datetime | None, now: datetime) -> list[Span]:
    """The parts of a span in which an invoice may have been sent that has no row.

    What was sent from the grant until the last sweep has one: that sweep, and those before it, looked for each of them.
    """
    is_swept = swept_until is not None and swept_until <= now and swept_until - OVERLAP > granted_at
    parts = ((_ANY_MOMENT, granted_at), (swept_until - OVERLAP, _NO_MOMENT)) if swept_until and is_swept else (span,)
    return [found for part in parts if (found := shared(span, part))]


def shared(one: Span, other: Span) -> Span | None:
    """What both have in common, if anything."""
    start, end = max(one[0], other[0]), min(one[1], other[1])
    return (start, end) if start < end else None


def _week_of(tenant: str, moment: datetime) -> int:
    return (moment - _ANY_MOMENT + timedelta(days=crc32(tenant.encode()) % 7)) // WEEK
