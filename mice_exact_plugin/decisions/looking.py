"""*Kijk in Exact*: what became of the entry of a booked invoice, or of all, and booking anew what is gone there."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from mice_exact_plugin import sight
from mice_exact_plugin.access.line import writing_client
from mice_exact_plugin.audit import record
from mice_exact_plugin.booking import outcomes
from mice_exact_plugin.booking.search import BATCH
from mice_exact_plugin.database import step
from mice_exact_plugin.decisions import changed_alike
from mice_exact_plugin.decisions.decisions import DecisionRefused, given, row_of
from mice_exact_plugin.domain.entry.adoption import Doubt
from mice_exact_plugin.domain.entry.comparison import Difference, Part, as_kept, compare, of_kept
from mice_exact_plugin.domain.entry.entry import SeenEntry, normal_reference
from mice_exact_plugin.domain.remarks import RemarkCode
from mice_exact_plugin.domain.states import Event, IllegalTransition, State
from mice_exact_plugin.errors import Refused
from mice_exact_plugin.exact.wire.entries import ENTRIES
from mice_exact_plugin.exports import bookings, lines, queue, remarks
from mice_exact_plugin.exports.table import differing, sent_from_json
from mice_exact_plugin.link.connection import link_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from sqlalchemy.orm import Session

    from mice_exact_plugin.decisions.changed_alike import Agreed
    from mice_exact_plugin.domain.entry.entry import EntryLine
    from mice_exact_plugin.domain.remarks import Said
    from mice_exact_plugin.exact.client import ExactClient
    from mice_exact_plugin.exports.export import Changes, Export
    from mice_exact_plugin.exports.lines import KeptLines
    from mice_exact_plugin.runtime import Person, Runtime


logger = logging.getLogger("mice_exact_plugin.web")


class Result(StrEnum):
    """What a look found."""

    EQUAL = "equal"
    DIFFERENT = "different"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Look:
    """The entry as it was at a moment; what differs, both sides."""

    result: Result
    at: datetime
    differences: tuple[Difference, ...] = ()


#: What a remark on the entry as it was says nothing about any more once there is another.
_ABOUT_THE_ENTRY = (
    RemarkCode.DELETED_IN_EXACT,
    RemarkCode.DIFFERS,
    RemarkCode.OTHER_AMOUNT,
    RemarkCode.OTHER_DEBTOR,
    RemarkCode.OTHER_DATE,
    RemarkCode.CHANGED_AFTER_BOOKING,
    RemarkCode.DEFAULT_LEDGER,
)
#: What the trail says of a look.
LOOKS = {"looked_equal": Result.EQUAL, "looked_different": Result.DIFFERENT, "looked_gone": Result.GONE}
_EVENTS = {result: event for event, result in LOOKS.items()}


def look(runtime: Runtime, tenant: str, invoice_id: str, person: Person) -> Look:
    """Search the invoice's entry by its id and read its lines, for two calls, and write down what was found.

    An entry that somebody changed with its invoice is as it should be. Raises DecisionRefused when there is no entry to
    look for, Busy while a run is at work, and what a call may raise.
    """
    row = _with_entry(runtime, tenant, invoice_id)
    known = lines_known_to_differ(runtime, [row]).get(row.id, ())
    seen, _ = _search(runtime, row, with_lines=True)
    found = judged(runtime, row, seen, known)
    agreed = changed_alike.found(runtime, row, seen) if seen else None
    found = Look(Result.EQUAL, found.at) if agreed else found
    _write(runtime, row, seen, found, person, agreed)
    return found


def book_anew(runtime: Runtime, tenant: str, invoice_id: str, person: Person, reason: str) -> None:
    """The entry was deleted in Exact, so the invoice is booked once more, under a key of its own.

    Refused as `still_there` when the entry is found. Another entry under our number is shown to a person first.
    """
    why, row = given(reason), _with_entry(runtime, tenant, invoice_id)
    if row.deleted_at is not None:
        raise DecisionRefused("deleted")
    seen, others = _search(runtime, row)
    if seen is not None:
        known = lines_known_to_differ(runtime, [row]).get(row.id, ())
        _write(runtime, row, seen, judged(runtime, row, seen, known), person)
        raise DecisionRefused("still_there")
    now = runtime.now()
    with step(runtime.session):
        _move(runtime, row, Event.BOOK_ANEW, _anew(row))
        for code in _ABOUT_THE_ENTRY:
            remarks.withdraw(runtime.session, row.id, code)
        details = {"entry_number": row.entry_number, "entry_id": row.entry_id, "why": why}
        record(runtime.session, tenant, "booked_anew", at=now, actor=person.name, export_id=row.id, **details)
        if others:
            problem = outcomes.conflict_problem(row, others, Doubt.FOREIGN_KEY, sent_from_json(row))
            queue.advance(runtime.session, row.id, State.QUEUED, Event.FOUND_CONFLICT, problems=[problem])


def _with_entry(runtime: Runtime, tenant: str, invoice_id: str) -> Export:
    row = row_of(runtime, tenant, invoice_id)
    is_settled = row.state == State.SYNCED or (row.state == State.BLOCKED and differing(row) is not None)
    if row.entry_id is None or not is_settled:
        raise DecisionRefused("no_entry")
    return row


def _search(runtime: Runtime, row: Export, *, with_lines: bool = False) -> tuple[SeenEntry | None, list[SeenEntry]]:
    """The entry itself, and others under our number that belong to no export: one call for both.

    A second one when nothing is found: whether entries can be seen at all. Raises RightMissing when they cannot.
    """
    link = link_of(runtime, row.tenant)
    if link.place != row.place:
        raise DecisionRefused("elsewhere")
    assert row.entry_id is not None, "what is looked at was booked"
    with writing_client(runtime, link) as client:
        found = client.find_entries([row.entry_id], [row.identifier])
        if not found:
            sight.demand(client, ENTRIES)
        seen = next((entry for entry in found if entry.entry_id == row.entry_id), None)
        if seen is not None and with_lines:
            seen = replace(seen, lines=_lines(client, seen.entry_id))
    with step(runtime.session):
        bound = bookings.bound_entries(runtime.session, *link.place, [entry.entry_id for entry in found])
    number = normal_reference(row.identifier)
    others = [entry for entry in found if entry.entry_id not in bound and normal_reference(entry.your_ref) == number]
    return seen, others


def _lines(client: ExactClient, entry_id: str) -> tuple[EntryLine, ...] | None:
    """None where they cannot be read: then the entry is compared without them."""
    try:
        return client.entry_lines([entry_id]).get(entry_id)
    except Refused as error:
        logger.warning("the lines of an entry cannot be read: %s", error.kind)
        return None


def numbers_in_exact(runtime: Runtime, tenant: str, identifiers: Sequence[str]) -> set[str]:
    """Which of these printed numbers Exact has an entry under, in their one spelling; forty are asked in a call.

    That nothing is found proves nothing to who may not view entries. Busy while a run is at work.
    """
    link = link_of(runtime, tenant)
    found: list[SeenEntry] = []
    with writing_client(runtime, link) as client:
        for start in range(0, len(identifiers), BATCH):
            found += client.find_entries([], identifiers[start : start + BATCH])
        if not found and identifiers:
            sight.demand(client, ENTRIES)
    return {normal_reference(entry.your_ref) for entry in found}


def lines_known_to_differ(runtime: Runtime, rows: Sequence[Export]) -> dict[int, tuple[Difference, ...]]:
    """By row what is known to differ in the lines of its entry, which nobody sees who looks at the entry alone.

    Also what a person put aside: it is so until the lines were seen to be what was sent.
    """
    if not rows:
        return {}
    with step(runtime.session):
        said = remarks.said_of(runtime.session, [row.id for row in rows], [RemarkCode.DIFFERS])
        kept = lines.of_many(runtime.session, [row for row in rows if row.id in said]) if said else {}
    equal = {row.id for row in rows if row.id in kept and _was_seen_equal(row, kept[row.id])}
    return {row.id: tuple(_of_lines(row, said.get(row.id, ()) if row.id not in equal else ())) for row in rows}


def _was_seen_equal(row: Export, kept: KeptLines) -> bool:
    """What was read of Exact is kept in the place of what was sent, also where it is something else."""
    sent = sent_from_json(row).lines or ()
    ours = sorted((line.gl_account_id, line.vat_code, line.net) for line in sent)
    return kept.seen_at is not None and ours == sorted(
        (line.gl_account_id, line.vat_code, line.net) for line in kept.lines
    )


def _of_lines(row: Export, said: Sequence[Said]) -> Iterator[Difference]:
    problem = differing(row)
    stored = [problem.params["differences"]] if problem else [each.get("differences", []) for each in said[-1:]]
    return (found for kept in stored for found in of_kept(kept) if found.part.is_of_lines)


def judged(runtime: Runtime, row: Export, seen: SeenEntry | None, known: Sequence[Difference] = ()) -> Look:
    """What it means that a row's entry looks so now, or is not found; `known` holds where its lines were not seen."""
    if seen is None:
        gone = Difference(Part.PRESENCE, str(row.entry_number or row.entry_id), "")
        return Look(Result.GONE, runtime.now(), (gone,))
    differences = (*compare(sent_from_json(row), seen), *(known if seen.lines is None else ()))
    return Look(Result.DIFFERENT if differences else Result.EQUAL, runtime.now(), differences)


def _write(
    runtime: Runtime,
    row: Export,
    seen: SeenEntry | None,
    found: Look,
    person: Person,
    agreed: Agreed | None = None,
) -> None:
    """The row as it was looked at, or nothing: somebody may have decided meanwhile."""
    with step(runtime.session):
        now = queue.row_of(runtime.session, row.tenant, row.invoice_id)
        if now is None or now.entry_id != row.entry_id:
            raise DecisionRefused("no_entry")
        if row.state == State.BLOCKED:
            _move(runtime, row, *_of_a_blocked_row(row, seen, found))
        else:
            remark(runtime, row, found)
        if seen is not None and seen.lines is not None:
            differ = any(each.part.is_of_lines for each in found.differences)
            _confirm(runtime.session, row, None if differ else found.at)
        if agreed is not None:
            changed_alike.write(runtime, row, agreed, found.at if seen and seen.lines is not None else None)
        event = _EVENTS[found.result]
        record(runtime.session, row.tenant, event, at=found.at, actor=person.name, export_id=row.id)


def _confirm(session: Session, row: Export, at: datetime | None) -> None:
    """The lines that were kept are those in Exact, or no longer; of what was never kept the meaning is not there."""
    kept = lines.of(session, row)
    if kept is not None and row.posting_key is not None and sent_from_json(row).lines is not None:
        lines.keep(session, row, kept.lines, seen_at=at)


def _of_a_blocked_row(row: Export, seen: SeenEntry | None, found: Look) -> tuple[Event, Changes]:
    """Put right in Exact it is booked after all; else what is wrong with it is what was seen now."""
    if found.result is Result.EQUAL:
        return Event.SEEN_EQUAL, {"problems": [], "synced_at": found.at, "not_before": None}
    shown = seen or SeenEntry(row.entry_id or "", row.entry_number)
    return Event.MAP_BLOCKED, {"problems": [outcomes.difference_problem(shown, found.differences)]}


def remark(runtime: Runtime, row: Export, found: Look) -> None:
    """Remark on a booked invoice what was seen of its entry, within the caller's transaction."""
    session = runtime.session
    if found.result is Result.GONE:
        remarks.add(session, row.id, RemarkCode.DELETED_IN_EXACT)
        return
    remarks.withdraw(session, row.id, RemarkCode.DELETED_IN_EXACT)
    _remark_differences(runtime, row.id, found.differences)


def _remark_differences(runtime: Runtime, export_id: int, differences: Sequence[Difference]) -> None:
    """Remark what differs beyond what a person bound knowingly, within the caller's transaction."""
    unknown = [found for found in differences if not remarks.is_known(runtime.session, export_id, found)]
    if unknown:
        remarks.add(runtime.session, export_id, RemarkCode.DIFFERS, {"differences": as_kept(unknown)})
    else:
        remarks.withdraw(runtime.session, export_id, RemarkCode.DIFFERS)


def _anew(row: Export) -> Changes:
    """A new generation: nothing of the former entry stays but its line in the trail."""
    return {
        "generation": row.generation + 1,
        "sends": 0,
        "tries": 0,
        "problems": [],
        "adopted": False,
        "posting_key": None,
        "entry_id": None,
        "entry_number": None,
        "synced_at": None,
        "first_sent_at": None,
        "last_sent_at": None,
        "told_host_at": None,
        "not_before": None,
        "changed_at": None,
        "booked_on": None,
    }


def _move(runtime: Runtime, row: Export, event: Event, changes: Changes) -> None:
    try:
        # Claimed since it was looked at: then the look was about another entry.
        if not queue.advance(runtime.session, row.id, row.state, event, claimed_under=row.fence, **changes):
            raise DecisionRefused(row.state)
    except IllegalTransition as error:
        raise DecisionRefused(row.state) from error
