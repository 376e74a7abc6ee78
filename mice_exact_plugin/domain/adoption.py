"""Whether an entry found in Exact is the one that an export sent: adopt it, send again, wait, or ask a person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.money import to_cents

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import datetime, timedelta
    from decimal import Decimal


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
class SentEntry:
    """What was sent, or for an export that was never attempted what is about to be: then both moments are None."""

    posting_key: str
    account_id: str | None
    gross: Decimal
    journal: str
    first_sent_at: datetime | None = None
    last_sent_at: datetime | None = None
    bound_elsewhere: Collection[str] = ()
    """Ids of entries that belong to other exports, of any tenant on this administration."""


@dataclass(frozen=True, slots=True)
class Adopt:
    """The entry is ours."""

    entry: FoundEntry


@dataclass(frozen=True, slots=True)
class Requeue:
    """Nothing arrived and nothing can arrive any more: post it, under the same key."""


@dataclass(frozen=True, slots=True)
class Wait:
    """Nothing there yet, but what was sent may still be on its way."""

    until: datetime


@dataclass(frozen=True, slots=True)
class Conflict:
    """Something is there that we cannot call ours: a person decides with both sides in view."""

    entries: tuple[FoundEntry, ...]


Decision = Adopt | Requeue | Wait | Conflict


def decide(
    sent: SentEntry, found: Sequence[FoundEntry], now: datetime, settle: timedelta, entry_id_kept: bool | None
) -> Decision:
    """Judge what a search by `EntryID` and `YourRef` brought.

    Args:
        settle: how long after the last send an entry may still appear; exceeds request deadline and lease together.
        entry_id_kept: whether this connection's server keeps the `EntryID` that we send; None when not seen yet.
    """
    relevant = tuple(entry for entry in found if _may_be_ours(entry, sent))
    if not relevant:
        return _after_nothing(sent, now, settle)
    if len(relevant) == 1 and _is_ours(relevant[0], sent, entry_id_kept):
        return Adopt(relevant[0])
    return Conflict(relevant)


def _after_nothing(sent: SentEntry, now: datetime, settle: timedelta) -> Requeue | Wait:
    if sent.last_sent_at is None or now - sent.last_sent_at > settle:
        return Requeue()
    return Wait(sent.last_sent_at + settle)


def _may_be_ours(entry: FoundEntry, sent: SentEntry) -> bool:
    if entry.entry_id in sent.bound_elsewhere:
        return False
    return _has_our_key(entry, sent) or entry.journal == sent.journal


def _is_ours(entry: FoundEntry, sent: SentEntry, entry_id_kept: bool | None) -> bool:
    same_figures = entry.account_id == sent.account_id and to_cents(entry.gross) == to_cents(sent.gross)
    return same_figures and (_has_our_key(entry, sent) or _can_stand_for_ours(entry, sent, entry_id_kept))


def _can_stand_for_ours(entry: FoundEntry, sent: SentEntry, entry_id_kept: bool | None) -> bool:
    """An entry under another id: only where the server does not keep our ids, and not older than our first attempt.

    Exact may cut `Created` to the second, so the attempt is cut likewise. Before any attempt, age says nothing.
    """
    if sent.first_sent_at is None:
        return True
    if entry_id_kept or entry.created is None:
        return False
    return entry.created >= sent.first_sent_at.replace(microsecond=0)


def _has_our_key(entry: FoundEntry, sent: SentEntry) -> bool:
    return entry.entry_id == sent.posting_key
