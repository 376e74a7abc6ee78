"""Whether an entry found in Exact is the one that an export sent: adopt it, send again, wait, or ask a person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.money import to_cents

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from decimal import Decimal


#: How far Exact's clock and ours may differ (20 s), with the fraction of a second that `Created` may be cut by.
CLOCK_SKEW = timedelta(seconds=21)


@dataclass(frozen=True, slots=True)
class FoundEntry:
    """An entry as Exact shows it now. `created` is None when Exact did not say."""

    entry_id: str
    entry_number: int | None
    your_ref: str
    account_id: str
    gross: Decimal
    created: datetime | None
    status: int
    journal: str


@dataclass(frozen=True, slots=True)
class Attempt:
    """What was sent. For an export that was never attempted, what is about to be: then both moments are None.

    `entry_id_kept` says whether this connection's server keeps the `EntryID` that we send; None when not seen yet.
    """

    posting_key: str | None
    your_ref: str
    account_id: str | None
    gross: Decimal
    journal: str | None
    first_sent_at: datetime | None
    last_sent_at: datetime | None
    entry_id_kept: bool | None


@dataclass(frozen=True, slots=True)
class Adopt:
    """The entry is ours."""

    entry: FoundEntry


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
    FOREIGN_KEY = "foreign_key"
    OLDER = "older"


@dataclass(frozen=True, slots=True)
class Conflict:
    """Something is there that we cannot call ours: a person decides with both sides in view."""

    entries: tuple[FoundEntry, ...]
    reason: Doubt


Decision = Adopt | Requeue | Wait | Conflict


def decide(attempt: Attempt, found: Sequence[FoundEntry], now: datetime, settle: timedelta) -> Decision:
    """Judge what a search by `EntryID` and `YourRef` brought, entries that belong to other exports left out.

    `settle` is how long after the last send an entry may still appear; it exceeds request deadline and lease together.
    """
    relevant = tuple(entry for entry in found if _may_be_ours(entry, attempt))
    doubt = _doubt_about(relevant, attempt)
    if relevant and doubt is None:
        return Adopt(relevant[0])
    if (
        attempt.last_sent_at is not None
        and now - attempt.last_sent_at <= settle
        and not _has_arrived(relevant, attempt)
    ):
        return Wait(attempt.last_sent_at + settle)
    return Conflict(relevant, doubt) if doubt else Requeue()


def _has_arrived(entries: Sequence[FoundEntry], attempt: Attempt) -> bool:
    """Under our own key it is there for certain, so there is nothing left to wait for."""
    return any(_has_our_key(entry, attempt) for entry in entries)


def _may_be_ours(entry: FoundEntry, attempt: Attempt) -> bool:
    """Our key, or our number in our journal."""
    if _has_our_key(entry, attempt):
        return True
    return entry.your_ref == attempt.your_ref and attempt.journal in (None, entry.journal)


def _doubt_about(entries: Sequence[FoundEntry], attempt: Attempt) -> Doubt | None:
    if len(entries) > 1:
        return Doubt.SEVERAL
    return next((_doubt(entry, attempt) for entry in entries), None)


def _doubt(entry: FoundEntry, attempt: Attempt) -> Doubt | None:
    """What speaks against the entry; a processed one is judged alike, since only its figures matter."""
    if entry.account_id != attempt.account_id:
        return Doubt.DEBTOR
    if to_cents(entry.gross) != to_cents(attempt.gross):
        return Doubt.AMOUNT
    if _has_our_key(entry, attempt) or attempt.first_sent_at is None:
        return None
    return _doubt_by_origin(entry, attempt.first_sent_at, attempt.entry_id_kept)


def _doubt_by_origin(entry: FoundEntry, first_sent_at: datetime, entry_id_kept: bool | None) -> Doubt | None:
    """Equal in all but the id: made by somebody else where ids are kept, and wherever it is older than our attempt.

    `Created` is by Exact's clock, so it may lie a little before our own moment of sending.
    """
    if entry_id_kept:
        return Doubt.FOREIGN_KEY
    is_ours = entry.created is not None and entry.created >= first_sent_at - CLOCK_SKEW
    return None if is_ours else Doubt.OLDER


def _has_our_key(entry: FoundEntry, attempt: Attempt) -> bool:
    return entry.entry_id == attempt.posting_key
