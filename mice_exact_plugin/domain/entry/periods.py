"""On which day an invoice is booked: its own, or where its period is closed the first day of the next open one.

Exact derives year and period from the entry date. An entry that keeps its date in another period is refused where the
administration checks dates against periods, and whether the VAT return follows date or period nobody documents; one
whose date is moved is in one period for both. The invoice's own date goes along in the description.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.closed_periods import ClosedPolicy
from mice_exact_plugin.domain.problems import Code, Params, Problem
from mice_exact_plugin.domain.reference import ClosedPeriod

if TYPE_CHECKING:
    from datetime import date

    from mice_exact_plugin.domain.closed_periods import ClosedPeriodSettings
    from mice_exact_plugin.domain.entry.acceptance import Accepted
    from mice_exact_plugin.domain.reference import FinancialPeriod, ReferenceData

#: An invoice goes no further than this by itself: what is older is a matter for somebody who knows the return.
FURTHEST = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Books:
    """What of an administration is closed for one journal."""

    journal: str
    reference: ReferenceData
    chosen: ClosedPeriodSettings

    def is_closed(self, period: FinancialPeriod) -> bool:
        return ClosedPeriod(self.journal, period.year, period.period) in self.reference.closed_periods

    def is_locked(self, day: date) -> bool:
        until = self.chosen.closed_until
        return until is not None and day <= until

    def earliest(self, day: date) -> date:
        """The first day from this one that the tenant's own date leaves open."""
        until = self.chosen.closed_until
        return max(day, until + timedelta(days=1)) if until else day

    def first_open(self, day: date) -> date | None:
        """The first day from this one on which something can be booked."""
        earliest = self.earliest(day)
        if not self.reference.periods:
            return earliest
        for period in sorted(self.reference.periods, key=lambda period: period.start):
            if period.end >= earliest and not self.is_closed(period):
                return max(period.start, earliest)
        return None

    def period_of(self, day: date) -> FinancialPeriod | None:
        return next((period for period in self.reference.periods if period.start <= day <= period.end), None)


def entry_date(day: date, books: Books, accepted: Accepted) -> date | Problem:
    """The day to book on. No periods at all means that the log-in may not read them: then Exact's refusal decides."""
    period = books.period_of(day)
    if period is None and books.reference.periods:
        return Problem(Code.PERIOD_MISSING, {"date": day.isoformat()})
    is_closed = period is not None and books.is_closed(period)
    if not is_closed and not books.is_locked(day):
        return day
    if period is not None and is_closed and books.chosen.policy is ClosedPolicy.HOLD:
        return Problem(Code.PERIOD_CLOSED, _closed(period, books))
    target = books.first_open(day)
    if target is None:
        return _nowhere(day, books)
    asked = Problem(Code.PERIOD_ASKED, {"date": day.isoformat(), "entry_date": target.isoformat()})
    if accepted.period(asked.params) or _by_itself(day, target, books):
        return target
    return asked


def _nowhere(day: date, books: Books) -> Problem:
    """Nothing is open any more: what is closed, or not there yet, on the first day that the tenant would book on."""
    first = books.earliest(day)
    period = books.period_of(first)
    if period is None:
        return Problem(Code.PERIOD_MISSING, {"date": first.isoformat()})
    return Problem(Code.PERIOD_CLOSED, _closed(period, books))


def _closed(period: FinancialPeriod, books: Books) -> Params:
    return {"year": period.year, "period": period.period, "journal": books.journal}


def _by_itself(day: date, target: date, books: Books) -> bool:
    """Within the financial year, not far, and not before the day up to which a tenant calls its books closed."""
    if books.chosen.policy is not ClosedPolicy.FIRST_OPEN or books.is_locked(day):
        return False
    own, other = books.period_of(day), books.period_of(target)
    return own is not None and other is not None and own.year == other.year and target - day <= FURTHEST
