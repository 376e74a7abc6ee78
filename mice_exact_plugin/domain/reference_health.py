"""Whether a mirrored list may be trusted: a user who lost a right gets an empty list from Exact, not an error."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from mice_exact_plugin.domain.kept import KeptShortfall

#: A list that missed a night is still good the next evening, and no longer.
MAX_AGE = timedelta(hours=36)


class Complaint(StrEnum):
    """Why a list is not whole; worded on display."""

    MISSING = "missing"
    INCOMPLETE = "incomplete"
    STALE = "stale"
    EMPTY = "empty"
    SHRUNK = "shrunk"
    ODD = "odd"


#: So many records of a list may make no sense, or one in a hundred: more look like a change of the list itself.
FEW = 3


@dataclass(frozen=True, slots=True)
class MirrorFacts:
    """What is known of a list: rows at the last reading, and at the last one that was trusted (0 for none)."""

    rows: int
    trusted_rows: int
    loaded_at: datetime
    is_complete: bool
    odd: int = 0


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A list that is not whole: why, how many rows the last reading brought, and the last one that was trusted."""

    resource: str
    complaint: Complaint
    rows: int = 0
    trusted_rows: int = 0
    odd: int = 0

    def as_json(self) -> KeptShortfall:
        return {
            "list": str(self.resource),
            "complaint": str(self.complaint),
            "rows": self.rows,
            "trusted_rows": self.trusted_rows,
            "odd": self.odd,
        }


def complaint(facts: MirrorFacts | None, now: datetime, *, may_be_empty: bool = False) -> Complaint | None:
    """The first thing wrong with a list; None when it is whole, and only then may a fallback rest on it."""
    if facts is None:
        return Complaint.MISSING
    if now - facts.loaded_at > MAX_AGE:
        return Complaint.STALE
    if found := _doubt(facts.rows, facts.trusted_rows, may_be_empty):
        return found
    if not are_few(facts.odd, facts.rows):
        return Complaint.ODD
    return None if facts.is_complete else Complaint.INCOMPLETE


def are_few(odd: int, rows: int) -> bool:
    """Whether a list is whole although so many of its records make no sense."""
    return odd <= max(FEW, rows // 100)


def is_believable(rows: int, trusted_rows: int, *, may_be_empty: bool = False) -> bool:
    """Whether a list just read may replace the one that was trusted."""
    return _doubt(rows, trusted_rows, may_be_empty) is None


def _doubt(rows: int, trusted_rows: int, may_be_empty: bool) -> Complaint | None:
    """A list that may be empty may not suddenly be so: that is the sign of a lost right."""
    if rows == 0 and not (may_be_empty and trusted_rows == 0):
        return Complaint.EMPTY
    return Complaint.SHRUNK if rows * 10 < trusted_rows * 9 else None
