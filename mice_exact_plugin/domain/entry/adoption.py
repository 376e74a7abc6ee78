"""Whether an entry found in Exact is the one that an export sent: adopt it, send again, wait, or ask a person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.entry.comparison import Difference, Part, compare
from mice_exact_plugin.domain.entry.entry import SeenEntry, SentEntry, normal_reference

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime


#: How far Exact's clock and ours may differ (20 s), with the fraction of a second that `Created` may be cut by.
CLOCK_SKEW = timedelta(seconds=21)


@dataclass(frozen=True, slots=True)
class Attempt:
    """What was sent. For an export that was never attempted, what is about to be: then both moments are None.

    `journal` is where an entry under our number can be ours, None for any. `entry_id` is what Exact answered, when it
    did. `entry_id_kept` says whether this connection's server keeps the `EntryID` that we send; None when not seen yet.
    """

    posting_key: str | None
    sent: SentEntry
    journal: str | None
    first_sent_at: datetime | None
    last_sent_at: datetime | None
    entry_id_kept: bool | None
    entry_id: str | None = None


@dataclass(frozen=True, slots=True)
class Adopt:
    """The entry is ours."""

    entry: SeenEntry


@dataclass(frozen=True, slots=True)
class Differs:
    """The entry is ours, and it is not what we sent: it stays ours, and a person decides what it is worth."""

    entry: SeenEntry
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Requeue:
    """Nothing arrived and nothing can arrive any more: post it, under the same key."""


@dataclass(frozen=True, slots=True)
class Wait:
    """Too early to tell: what was sent may still be on its way, and would be booked besides what a person decides."""

    until: datetime


class Doubt(StrEnum):
    """Why an entry under our number is not ours beyond doubt; worded on display."""

    SEVERAL = "several"
    DEBTOR = "debtor"
    AMOUNT = "amount"
    DATE = "date"
    OTHER = "other"
    FOREIGN_KEY = "foreign_key"
    OLDER = "older"


@dataclass(frozen=True, slots=True)
class Conflict:
    """Something is there that we cannot call ours: a person decides with both sides in view."""

    entries: tuple[SeenEntry, ...]
    reason: Doubt


@dataclass(frozen=True, slots=True)
class FoundEntry:
    """An entry of such a conflict, and how it differs from what was sent; 0.1 did not keep the differences."""

    entry: SeenEntry
    differences: tuple[Difference, ...] | None = None


Decision = Adopt | Differs | Requeue | Wait | Conflict

#: The first of these that differs is named as the doubt; the rest is shown beside it.
_DOUBTS = {Part.DEBTOR: Doubt.DEBTOR, Part.GROSS: Doubt.AMOUNT, Part.ENTRY_DATE: Doubt.DATE}


def decide(attempt: Attempt, found: Sequence[SeenEntry], now: datetime, settle: timedelta) -> Decision:
    """Judge what a search by `EntryID` and `YourRef` brought, entries that belong to other exports left out.

    `settle` is how long after the last send an entry may still appear; it exceeds request deadline and lease together.
    """
    relevant = tuple(entry for entry in found if _may_be_ours(entry, attempt))
    doubt = _doubt_about(relevant, attempt)
    if relevant and doubt is None:
        return _judge_ours(relevant[0], attempt)
    if (
        attempt.last_sent_at is not None
        and now - attempt.last_sent_at <= settle
        and not _has_arrived(relevant, attempt)
    ):
        return Wait(attempt.last_sent_at + settle)
    if attempt.entry_id is not None:
        return _vanished(attempt.entry_id)
    return Conflict(relevant, doubt) if doubt else Requeue()


def rests_on_absence(decision: Decision) -> bool:
    """Whether it follows from nothing that was found, which proves nothing to who may not see what is there."""
    match decision:
        case Requeue():
            return True
        case Differs(differences=differences):
            return any(difference.part is Part.PRESENCE for difference in differences)
        case _:
            return False


def _judge_ours(entry: SeenEntry, attempt: Attempt) -> Adopt | Differs:
    differences = compare(attempt.sent, entry)
    return Differs(entry, differences) if differences else Adopt(entry)


def _vanished(entry_id: str) -> Differs:
    """Exact said that it booked this, and does not have it any more: only a person knows what that means."""
    return Differs(SeenEntry(entry_id), (Difference(Part.PRESENCE, entry_id, ""),))


def _has_arrived(entries: Sequence[SeenEntry], attempt: Attempt) -> bool:
    """Under our own key it is there for certain, so there is nothing left to wait for."""
    return any(_is_ours(entry, attempt) for entry in entries)


def _may_be_ours(entry: SeenEntry, attempt: Attempt) -> bool:
    """What Exact answered with; without an answer our key, or our number in our journal."""
    if attempt.entry_id is not None:
        return entry.entry_id == attempt.entry_id
    if _is_ours(entry, attempt):
        return True
    is_our_number = normal_reference(entry.your_ref) == normal_reference(attempt.sent.your_ref)
    return is_our_number and attempt.journal in (None, entry.journal)


def _doubt_about(entries: Sequence[SeenEntry], attempt: Attempt) -> Doubt | None:
    if len(entries) > 1:
        return Doubt.SEVERAL
    return next((_doubt(entry, attempt) for entry in entries), None)


def _doubt(entry: SeenEntry, attempt: Attempt) -> Doubt | None:
    """What speaks against the entry being ours; a processed one is judged alike, since only its figures matter."""
    if _is_ours(entry, attempt):
        return None
    if attempt.sent.account_id is None:
        return Doubt.DEBTOR
    if differences := compare(attempt.sent, entry):
        parts = {difference.part for difference in differences}
        return next((doubt for part, doubt in _DOUBTS.items() if part in parts), Doubt.OTHER)
    if attempt.first_sent_at is None:
        return None
    return _doubt_by_origin(entry, attempt.first_sent_at, attempt.entry_id_kept)


def _doubt_by_origin(entry: SeenEntry, first_sent_at: datetime, entry_id_kept: bool | None) -> Doubt | None:
    """Equal in all but the id: made by somebody else where ids are kept, and wherever it is older than our attempt.

    `Created` is by Exact's clock, so it may lie a little before our own moment of sending.
    """
    if entry_id_kept:
        return Doubt.FOREIGN_KEY
    is_ours = entry.created is not None and entry.created >= first_sent_at - CLOCK_SKEW
    return None if is_ours else Doubt.OLDER


def _is_ours(entry: SeenEntry, attempt: Attempt) -> bool:
    """Beyond doubt: under our key, or under the one that Exact answered with."""
    return entry.entry_id in (attempt.posting_key, attempt.entry_id)
