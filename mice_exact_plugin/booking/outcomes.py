"""What becomes of a row after each step, written in one short transaction, mostly with a line in the audit trail."""

from __future__ import annotations

# Any: what the trail keeps of an event is JSON.
from typing import TYPE_CHECKING, Any

from mice_exact_plugin.audit import record
from mice_exact_plugin.booking import suspicion
from mice_exact_plugin.database import step
from mice_exact_plugin.domain.entry.adoption import FoundEntry
from mice_exact_plugin.domain.entry.comparison import Difference, Part, as_kept, compare
from mice_exact_plugin.domain.entry.keys import DIGEST_VERSION, invoice_digest
from mice_exact_plugin.domain.outcome import Became, Heard, Outcome
from mice_exact_plugin.domain.problems import ONLY_A_TRY_TELLS, Code, Params, Problem
from mice_exact_plugin.domain.states import (
    NOTHING_TO_BOOK,
    Event,
    State,
    is_enough_for_a_night,
    next_refusal_retry,
)
from mice_exact_plugin.errors import MovedMeanwhile
from mice_exact_plugin.exports import queue, remarks
from mice_exact_plugin.exports.problems import kept_entries
from mice_exact_plugin.exports.table import sent_as_json
from mice_exact_plugin.link.connection import Connection
from mice_exact_plugin.work import Ahead

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mice_exact_plugin.domain.entry.adoption import Doubt
    from mice_exact_plugin.domain.entry.entry import SeenEntry, SentEntry
    from mice_exact_plugin.domain.invoice import Invoice
    from mice_exact_plugin.errors import OutcomeUnknown, Refused
    from mice_exact_plugin.exports.export import Changes, Export
    from mice_exact_plugin.work import Work


def unseen(work: Work, row: Export, posted: SeenEntry) -> Outcome:
    """Exact booked it and does not say what: its id is kept, and it is looked up together with others."""
    values = _id_values(posted)
    move(work, row, State.CLAIMED, Event.POST_UNSEEN, "unseen", values=values, details=number_of(posted))
    return Outcome.UNKNOWN


def differs(work: Work, row: Export, posted: SeenEntry, differences: Sequence[Difference]) -> Outcome:
    """Exact booked something else than was sent: the entry stays this row's, and a person decides."""
    values = _id_values(posted) | {"problems": [difference_problem(posted, differences)]}
    moved = move(work, row, State.CLAIMED, Event.POST_DIFFERS, "differs", values=values, details=number_of(posted))
    return _if(moved, Outcome.BLOCKED)


def adopted(work: Work, row: Export, found: SeenEntry) -> Outcome:
    """The entry turned out to be in Exact already and is bound to this row; one that answered is only confirmed."""
    is_ours = row.entry_id == found.entry_id
    values = booked_values(work, found) | _place_values(work, found)
    outcome = "posted" if is_ours else "adopted"
    values |= {"adopted": not is_ours}
    if found.entry_date is not None:
        values |= {"booked_on": None if found.entry_date == row.invoice_date else found.entry_date}
    moved = move(work, row, row.state, Event.FOUND_ONE, outcome, values=values, details=number_of(found))
    return _if(moved, Outcome.SETTLED)


def found_different(work: Work, row: Export, found: SeenEntry, differences: Sequence[Difference]) -> Outcome:
    """Ours beyond doubt, by its key, and not what was sent."""
    values = _id_values(found, row.entry_number) | {"problems": [difference_problem(found, differences)]}
    if row.site is None:
        values |= _place_values(work, found)
    moved = move(work, row, row.state, Event.FOUND_DIFFERENT, "differs", values=values, details=number_of(found))
    return _if(moved, Outcome.BLOCKED)


def block(work: Work, row: Export, problems: Sequence[Problem]) -> Outcome:
    """Before any post: the row waits for a cure, and nothing of it is in Exact.

    LEFT as well where the host told of the invoice since it was read: whoever comes next judges what it says now.
    """
    values = _blocked_values(work, row, problems)
    if move(work, row, State.QUEUED, Event.MAP_BLOCKED, "blocked", values=values, as_read=row.version):
        return Outcome.BLOCKED
    work.ahead = Ahead()
    return Outcome.LEFT


def bug(work: Work, row: Export) -> Outcome:
    """What nobody foresaw is tried again like a refusal; a claimed row stays for recovery: it may have been sent."""
    values = _blocked_values(work, row, [Problem(Code.BUG)])
    if move(work, row, State.QUEUED, Event.MAP_BLOCKED, "blocked", values=values):
        return Outcome.BLOCKED
    moved = move(work, row, State.CLAIMED, Event.OUTCOME_UNKNOWN, "unconfirmed", values={})
    return _if(moved, Outcome.UNKNOWN)


def refused(work: Work, row: Export, error: Refused) -> Outcome:
    """Exact said no to a first post: the proof that nothing was booked."""
    values = _blocked_values(work, row, [refusal_problem(error)]) | _unsent(row)
    return _if(move(work, row, State.CLAIMED, Event.POST_REFUSED, "blocked", values=values), Outcome.BLOCKED)


def unknown(work: Work, row: Export, error: Refused | None = None) -> Outcome:
    """Sent, and no answer that proves anything; what speaks against another try is kept until the search is done."""
    event = Event.OUTCOME_UNKNOWN if error is None else Event.REPEAT_REFUSED
    problems = [refusal_problem(error)] if error else _enough_of(row.sends + 1, Code.UNANSWERED)
    move(work, row, State.CLAIMED, event, "unconfirmed", values={"problems": problems})
    return Outcome.UNKNOWN


def crash_seen(work: Work, row: Export) -> None:
    """Whoever claimed the row is gone, and may have sent it, or was ended by it."""
    problems = _enough_of(row.sends, Code.BUG)
    event, fence = Event.CRASH_SEEN, row.fence
    with step(work.session):
        if queue.advance(work.session, row.id, State.CLAIMED, event, claimed_under=fence, problems=problems):
            _audit(work, row, "crash_seen")


def not_sent(work: Work, row: Export) -> None:
    """Nothing left this machine, or Exact certainly took nothing: the claim is taken back."""
    with step(work.session):
        queue.advance(
            work.session, row.id, State.CLAIMED, Event.NOT_SENT, claimed_under=work.lease.fence, **_unsent(row)
        )


def ignore(work: Work, row: Export, invoice: Invoice) -> Outcome:
    """There is nothing to book; what it said is kept, as it comes back when it says something else.

    MovedMeanwhile when somebody moved the row first, or the host told of the invoice since it was read.
    """
    values: Changes = {"ignored_reason": NOTHING_TO_BOOK, "problems": []}
    values |= {"invoice_digest": invoice_digest(invoice), "digest_version": DIGEST_VERSION}
    if not move(work, row, State.QUEUED, Event.MAP_NOTHING, "ignored", values=values, as_read=row.version):
        raise MovedMeanwhile(row.invoice_id)
    return Outcome.SETTLED


def requeue(work: Work, row: Export) -> None:
    """The search found nothing and the settle time is over: due again, under the same posting key.

    A repeat that was refused is now a refusal like any other, as nothing of it is in Exact. What was unanswered often
    enough rests until the next night, or until a person wants it.
    """
    problems = tuple(row.problems)
    with step(work.session):
        if not queue.advance(work.session, row.id, State.UNCONFIRMED, Event.FOUND_NONE, problems=[]):
            return
        _audit(work, row, "not_found")
        # What was deleted meanwhile stays queued: it is set aside instead of posted.
        if problems and row.deleted_at is None:
            changes = _blocked_values(work, row, problems) | {"run_id": work.run_id}
            queue.advance(work.session, row.id, State.QUEUED, Event.MAP_BLOCKED, **changes)


def conflict(work: Work, row: Export, found: Sequence[SeenEntry], reason: Doubt, sent: SentEntry) -> Outcome:
    """Something under our number is in Exact but it is not ours beyond doubt: a person decides, with both sides."""
    values: Changes = {"problems": [conflict_problem(row, found, reason, sent)]}
    if row.site is None:
        # Never claimed: recovery and a person's decision must know where the other side is.
        values |= place_of(work)
    return _if(move(work, row, row.state, Event.FOUND_CONFLICT, "blocked", values=values), Outcome.BLOCKED)


def conflict_problem(row: Export, found: Sequence[SeenEntry], reason: Doubt, sent: SentEntry) -> Problem:
    """Both sides of each entry that was found, and what differs between them."""
    entries = kept_entries(FoundEntry(entry, _told(sent, entry)) for entry in found)
    ours = sent_as_json(sent) | {"journal": sent.journal}
    return Problem(Code.ENTRY_CONFLICT, {"reason": reason, "ours": str(row.gross), "entries": entries, "sent": ours})


def _told(sent: SentEntry, entry: SeenEntry) -> tuple[Difference, ...]:
    """A debtor that is not in Exact yet is another one than that of any entry."""
    differences = compare(sent, entry)
    if sent.account_id is None and entry.account_id:
        return (*differences, Difference(Part.DEBTOR, "", entry.account_id))
    return differences


def remember_entry_id(work: Work, *, kept: bool) -> None:
    """Whether this administration keeps the `EntryID` that we send: learnt once, used by every later search."""
    with step(work.session):
        connection = work.session.get(Connection, work.link.connection_id)
        if connection is not None:
            connection.entry_id_kept = kept
    work.entry_id_kept = kept


def refusal_problem(error: Refused) -> Problem:
    if suspicion.asks_for_condition(error):
        return Problem(Code.PAYMENT_CONDITION_NEEDED)
    params: Params = {"kind": error.kind, "messages": list(error.messages), "status": error.status}
    if error.reference:
        params["reference"] = error.reference
    return Problem(Code.REFUSED, params)


def difference_problem(seen: SeenEntry, differences: Sequence[Difference]) -> Problem:
    """Both sides of everything that differs."""
    params: Params = {"differences": as_kept(differences)}
    if seen.entry_number is not None:
        params["entry_number"] = seen.entry_number
    return Problem(Code.ENTRY_DIFFERS, params)


def waits(work: Work, outcome: Outcome = Outcome.WAITING) -> Outcome:
    work.counts["waiting"] += 1
    return outcome


def after_silence(outcome: Outcome, error: OutcomeUnknown) -> Became:
    """Raises what the invoices after this one must wait for as well, if anything."""
    if error.pause:
        raise error.pause
    return Became(outcome, Heard.SILENCE)


def _enough_of(sends: int, code: Code) -> list[Problem]:
    return [Problem(code, {"times": sends})] if is_enough_for_a_night(sends) else []


def move(
    work: Work,
    row: Export,
    state: State,
    event: Event,
    outcome: str,
    *,
    values: Changes,
    details: dict[str, object] | None = None,
    as_read: int | None = None,
) -> bool:
    """False when somebody else moved the row first, or the host told of it since it had the version `as_read`."""
    fence = work.lease.fence if state is State.CLAIMED else None
    # A claim of ours says it already.
    changes = values if fence else values | {"run_id": work.run_id}
    with step(work.session):
        moved = queue.advance(work.session, row.id, state, event, claimed_under=fence, as_read=as_read, **changes)
        if moved is None:
            return False
        _audit(work, row, outcome, **(details or {}), problems=[problem.code for problem in values.get("problems", ())])
        if "synced_at" in values:
            remarks.on_booked(work.session, row.id, moved.deleted_at, moved.fallbacks)
    if "entry_id" in values:
        work.ahead.is_now_booked(row)
    work.counts[outcome] += 1
    return True


def _if(moved: bool, outcome: Outcome) -> Outcome:
    return outcome if moved else Outcome.LEFT


def _audit(work: Work, row: Export, event: str, **details: Any) -> None:
    kept = {name: value for name, value in details.items() if value not in (None, [])}
    record(work.session, row.tenant, event, at=work.runtime.now(), export_id=row.id, **kept)


def booked_values(work: Work, entry: SeenEntry) -> Changes:
    now = work.runtime.now()
    values: Changes = {"entry_id": entry.entry_id, "entry_number": entry.entry_number, "synced_at": now}
    return values | {"problems": [], "tries": 0, "not_before": None}


def _id_values(entry: SeenEntry, known_number: int | None = None) -> Changes:
    """Whose entry it is, so that no search gives it to another invoice."""
    return {"entry_id": entry.entry_id, "entry_number": entry.entry_number or known_number, "not_before": None}


def _place_values(work: Work, found: SeenEntry) -> Changes:
    values: Changes = {"account_id": found.account_id, "journal": found.journal}
    return values | place_of(work)


def place_of(work: Work) -> Changes:
    """Where an entry is, or is to be."""
    site, division = work.link.place
    return {"site": site, "division": division, "division_name": work.link.division_name}


def number_of(entry: SeenEntry) -> dict[str, object]:
    return {"entry_number": entry.entry_number}


def _blocked_values(work: Work, row: Export, problems: Sequence[Problem]) -> Changes:
    """`tries` counts the nights on which a problem that only a try can tell was tried by itself."""
    values: Changes = {"problems": problems, "not_before": None}
    if not any(problem.code in ONLY_A_TRY_TELLS for problem in problems):
        return values
    return values | {"tries": row.tries + 1, "not_before": next_refusal_retry(work.runtime.now(), row.tries)}


def _unsent(row: Export) -> Changes:
    """The columns of a claim as they were before it."""
    return {"sends": row.sends, "first_sent_at": row.first_sent_at, "last_sent_at": row.last_sent_at}
