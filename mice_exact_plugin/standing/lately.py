"""How the last nights went: what was booked, held and left waiting in each, and the run that ended last."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import select

from mice_exact_plugin.domain.notices import night_of
from mice_exact_plugin.domain.run import Figure, total
from mice_exact_plugin.link.run import SyncRun

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, datetime

    from sqlalchemy.orm import Session

#: As many as the chart shows.
NIGHTS = 60


@dataclass(frozen=True, slots=True)
class Night:
    """What the runs of one night and the day after it came to, in invoices."""

    day: date
    booked: int = 0
    held: int = 0
    waits: int = 0

    @property
    def total(self) -> int:
        return self.booked + self.held + self.waits


def nights(session: Session, tenant: str, now: datetime) -> list[Night]:
    """The last sixty, oldest first; nights without a run are there too."""
    last = night_of(now, tenant)
    since = now - timedelta(days=NIGHTS + 1)
    query = select(SyncRun.started_at, SyncRun.outcomes).where(
        SyncRun.tenant == tenant, SyncRun.started_at >= since, SyncRun.outcomes.is_not(None)
    )
    runs = [(night_of(row.started_at, tenant), row.outcomes) for row in session.execute(query.order_by(SyncRun.id))]
    return by_night(runs, last)


def by_night(runs: Iterable[tuple[date, Mapping[str, int]]], last: date) -> list[Night]:
    """What is booked adds up over the runs of a night; what is held and waits is what the last that had work left."""
    found: defaultdict[date, list[Mapping[str, int]]] = defaultdict(list)
    for day, outcomes in runs:
        found[day].append(outcomes)
    days = (last - timedelta(days=back) for back in reversed(range(NIGHTS)))
    return [_night(day, found[day]) for day in days]


def _night(day: date, runs: list[Mapping[str, int]]) -> Night:
    if not runs:
        return Night(day)
    booked = sum(of(outcomes, Figure.BOOKED, Figure.ADOPTED) for outcomes in runs)
    left = next((outcomes for outcomes in reversed(runs) if total(outcomes)), {})
    waits = of(left, Figure.UNCONFIRMED, Figure.WAITING, Figure.LEFT)
    return Night(day, booked, of(left, Figure.BLOCKED), waits)


def of(outcomes: Mapping[str, int], *figures: Figure) -> int:
    return sum(outcomes.get(figure, 0) for figure in figures)
