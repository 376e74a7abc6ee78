"""One slice of a run: read, recover, release, look, post; it ends between two invoices and says how.

The order matters. Unknown outcomes are searched for before anything is posted, and also while a list is incomplete:
then nothing is posted, as a fallback needs a whole mirror. Blocked rows are mapped again before the due ones are read.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mice_exact_plugin.access import lease as leases
from mice_exact_plugin.booking import ahead, cure, outcomes, post, search, verify
from mice_exact_plugin.booking.leaving import MirrorIncomplete
from mice_exact_plugin.booking.opening import beat
from mice_exact_plugin.database import step
from mice_exact_plugin.debtors import ensure
from mice_exact_plugin.deposits import reading
from mice_exact_plugin.domain.entry.causes import may_be_out
from mice_exact_plugin.domain.outcome import Became, Heard, Outcome, calls_for_a_search, calls_for_another_pass
from mice_exact_plugin.domain.reference_health import Complaint
from mice_exact_plugin.domain.states import State
from mice_exact_plugin.errors import Bug, LinkChanged, MovedMeanwhile, TryLater
from mice_exact_plugin.exports import at_hand, queue, telling
from mice_exact_plugin.logs import as_bug
from mice_exact_plugin.mirror import reference_data
from mice_exact_plugin.work import Ahead, believed_lost, still_lost

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from mice_exact_plugin.exports.export import Export
    from mice_exact_plugin.work import Work

BATCH = 40
#: After this many writes in a row without a usable answer the slice ends: Exact, or the way to it, is out of order.
MOST_SILENCES = 3


@dataclass(frozen=True, slots=True)
class SliceEnd:
    """How a slice ended: with everything done, or stopped in between because time was up."""

    is_done: bool
    search_again_at: datetime | None = None


def run_slice(work: Work) -> SliceEnd:
    """Do as much as one job may; what concerns the whole run is raised."""
    work.prepared = work.prepared and not _is_too_old(work)
    if not work.prepared:
        beat(work, "reference")
        besides = (*work.settings.dimensions.lists, *cure.lists_awaited(work))
        if not reference_data.refresh(
            work.runtime, work.link, work.client, besides=besides, begun=work.begun, is_over=work.is_over
        ):
            return SliceEnd(is_done=False)
        work.reference = reference_data.reference_data(work.runtime, work.link)
    search_again_at, released = _search(work), 0
    lists = reference_data.incomplete(work.runtime, work.link)
    if lists:
        raise MirrorIncomplete(lists)
    if not work.prepared:
        believed = believed_lost(work.runtime, work.link.tenant)
        work.lost_rights = still_lost(work.client, believed)
        reading.read_adopted(work)
        released = cure.recheck(work)
        work.counts["released"] += released
        verify.canary(work)
        work.prepared = True
    done, met = _post_all(work)
    while done and (calls_for_a_search(met) or released):
        # Most answers that get lost were lost after Exact did the work, so looking at once finds it. And what was
        # released although it was sent before goes back by way of a search.
        released = 0
        search_again_at = _search(work)
        done, met = _post_all(work)
    if done and work.verifying:
        verify.verify_off(work)
    telling.tell_host(work.runtime, work.link.tenant)
    return SliceEnd(done, search_again_at)


def _is_too_old(work: Work) -> bool:
    """A run that is taken up again after days, for the platform was down, reads its lists anew."""
    lists = reference_data.incomplete(work.runtime, work.link)
    return any(short.complaint is Complaint.STALE for short in lists)


def _search(work: Work) -> datetime | None:
    """Find out what became of sends without an answer; when the first that must wait may be searched for again."""
    beat(work, "recovery")
    work.ahead = Ahead()
    waits = ensure.resolve_creations(work), search.recover(work)[1]
    work.out = 0
    return min(filter(None, waits), default=None)


def _post_all(work: Work) -> tuple[bool, Counter[Outcome]]:
    """Post what is due, oldest first, in passes; False when the slice had to stop before the end, and what was met."""
    met: Counter[Outcome] = Counter()
    while True:
        this_pass: Counter[Outcome] = Counter()
        for row in _due(work, this_pass):
            if work.should_stop():
                return False, met + this_pass
            try:
                became = _export(work, row)
            except LinkChanged:
                return False, met + this_pass
            this_pass[became.outcome] += 1
            _count(work, became.heard)
            this_pass += _seen_in_time(work, became.outcome)
            beat(work, "posting")
        _nothing_was_shut_out(work)
        met += this_pass
        if not calls_for_another_pass(this_pass):
            return True, met


def _due(work: Work, met: Counter[Outcome]) -> Iterator[Export]:
    """Each due row, read a batch at a time; but those that were found in Exact first."""
    after: tuple[datetime, int] | None = None
    while True:
        with step(work.session):
            rows = at_hand.due(work.session, work.link.tenant, work.runtime.now(), after, BATCH)
        if not rows:
            return
        beat(work, "posting")
        settled = verify.look_first(work, rows)
        met.update(settled.values())
        for place, row in enumerate(rows):
            if row.id not in settled:
                ahead.read(work, rows[place:])
                yield row
        after = rows[-1].sent_at, rows[-1].id


def _nothing_was_shut_out(work: Work) -> None:
    """Nothing was booked after a 403, so for all that is known the right to book is gone."""
    if work.shut_out:
        raise work.shut_out[0][1]


def _seen_in_time(work: Work, outcome: Outcome) -> Counter[Outcome]:
    """What a look showed of what is out unseen, as soon as one cause could spoil too much of it."""
    work.out += outcome is Outcome.UNKNOWN
    if not work.out or work.out < may_be_out(work.wrongs, work.held):
        return Counter()
    found = search.look_in_time(work)
    work.out = 0
    return found


def _count(work: Work, heard: Heard) -> None:
    """Raises TryLater after too many silences in a row; the slice after the pause may try as many again."""
    if heard is Heard.NOTHING:
        return
    work.silences = work.silences + 1 if heard is Heard.SILENCE else 0
    if work.silences >= MOST_SILENCES:
        work.silences = 0
        raise TryLater("exact_unreachable")


def _export(work: Work, row: Export) -> Became:
    """One invoice alone. Where Exact may still be at what it did not answer, that is waited for first.

    The claim sees to it that the host has told nothing of it since it was read; else it is read once more.
    """
    while True:
        try:
            with as_bug(work.session, row.invoice_id):
                invoice = ahead.invoice_of(work, row)
                return post.export(work, row, invoice) if invoice else Became(Outcome.LEFT)
        except leases.StillQuiet:
            leases.wait_quiet(work.runtime, work.lease)
            work.ahead = Ahead()
        except MovedMeanwhile:
            found = _read_again(work, row)
            if found is None:
                return Became(Outcome.LEFT)
            row = found
        except Bug:
            return Became(outcomes.bug(work, row))


def _read_again(work: Work, row: Export) -> Export | None:
    """A row of which the host told something since it was read; None when somebody has moved it."""
    with step(work.session):
        now = queue.row_of(work.session, row.tenant, row.invoice_id)
    if now is None or now.state is not State.QUEUED or now.version == row.version:
        return None
    work.ahead = Ahead()
    return now
