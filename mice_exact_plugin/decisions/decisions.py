"""What a person decides about an invoice: *niet boeken*, *dit is de onze*, *laat zo staan* or *boek toch*."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from mice_exact_plugin.audit import record
from mice_exact_plugin.database import step
from mice_exact_plugin.deposits import telling
from mice_exact_plugin.domain.entry.adoption import Doubt
from mice_exact_plugin.domain.entry.comparison import Difference, Part, of_kept
from mice_exact_plugin.domain.problems import Code
from mice_exact_plugin.domain.reason import kept
from mice_exact_plugin.domain.states import LEFT_ALONE, Event, IllegalTransition
from mice_exact_plugin.errors import LinkError
from mice_exact_plugin.exports import bookings, problems, queue, remarks
from mice_exact_plugin.exports.remarks import REASON_LIMIT
from mice_exact_plugin.exports.table import differing, sent_from_json
from mice_exact_plugin.host import adapter

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mice_exact_plugin.domain.entry.adoption import FoundEntry
    from mice_exact_plugin.domain.entry.entry import SentEntry
    from mice_exact_plugin.exports.export import Changes, Export
    from mice_exact_plugin.runtime import Person, Runtime


class DecisionRefused(LinkError):
    """The row is no longer in the state in which this can be decided; nothing was changed."""


def leave(runtime: Runtime, tenant: str, invoice_id: str, person: Person, reason: str) -> None:
    """*Niet boeken*: this invoice is not booked by us. A conflict stays known, as only a search may follow it."""
    why = given(reason)
    if differing(row_of(runtime, tenant, invoice_id)) is not None:
        raise DecisionRefused("differs")
    _move(runtime, tenant, invoice_id, person, Event.LEAVE, "not_booked", {"why": why}, ignored_reason=LEFT_ALONE)


def adopt(
    runtime: Runtime, tenant: str, invoice_id: str, person: Person, entry_id: str, *, knows_differences: bool = False
) -> None:
    """*Dit is de onze*: an entry that was found in Exact is bound to this invoice; what differs is remarked."""
    row = row_of(runtime, tenant, invoice_id)
    found = next((found for found in found_entries(row) if found.entry.entry_id == entry_id), None)
    if found is None:
        raise DecisionRefused("unknown_entry")
    assert row.place is not None, "what is in conflict was found somewhere"
    differences = differences_of(row, found)
    if differences and not knows_differences:
        raise DecisionRefused("differences_unseen")
    with step(runtime.session):
        bound = bookings.bound_entries(runtime.session, *row.place, [entry_id])
    if bound:
        raise DecisionRefused("bound_elsewhere")
    changes: Changes = {
        "entry_id": entry_id,
        "entry_number": found.entry.entry_number,
        "synced_at": runtime.now(),
        "adopted": True,
        "account_id": found.entry.account_id,
        "journal": found.entry.journal,
        "problems": [],
    }
    details: dict[str, object] = {"entry_number": changes["entry_number"]}
    _move(runtime, tenant, invoice_id, person, Event.ADOPT, "adopted_by_person", details, differences, **changes)


def let_stand(runtime: Runtime, tenant: str, invoice_id: str, person: Person, reason: str) -> None:
    """*Laat zo staan*: the entry differs from what was sent and is good as it is; that stays marked."""
    why, row = given(reason), row_of(runtime, tenant, invoice_id)
    problem = differing(row)
    if problem is None:
        raise DecisionRefused("no_difference")
    differences = of_kept(problem.params["differences"])
    changes: Changes = {"synced_at": runtime.now(), "problems": [], "not_before": None}
    details: dict[str, object] = {"why": why, "entry_number": row.entry_number}
    _move(runtime, tenant, invoice_id, person, Event.LET_STAND, "let_stand", details, differences, **changes)


def book_beside(runtime: Runtime, tenant: str, invoice_id: str, person: Person) -> None:
    """*Boek toch*: a new generation, so a new posting key; what is in Exact stays as it is."""
    row = row_of(runtime, tenant, invoice_id)
    if not found_entries(row):
        raise DecisionRefused("no_conflict")
    changes: Changes = {"generation": row.generation + 1, "sends": 0, "first_sent_at": None, "last_sent_at": None}
    changes |= {"problems": [], "posting_key": None}
    _move(runtime, tenant, invoice_id, person, Event.BOOK_BESIDE, "booked_anyway", {}, **changes)


def _move(
    runtime: Runtime,
    tenant: str,
    invoice_id: str,
    person: Person,
    event: Event,
    name: str,
    details: dict[str, object],
    differences: Iterable[Difference] = (),
    **changes: Unpack[Changes],
) -> None:
    """One transaction: the state, its line in the trail, and what is remarked of an invoice that is booked by it."""
    row = row_of(runtime, tenant, invoice_id)
    try:
        with step(runtime.session):
            moved = queue.advance(runtime.session, row.id, row.state, event, **changes)
            if moved is None:
                raise DecisionRefused(row.state)
            record(runtime.session, tenant, name, at=runtime.now(), actor=person.name, export_id=row.id, **details)
            if "synced_at" in changes:
                remarks.on_booked(runtime.session, row.id, moved.deleted_at, moved.fallbacks)
                remarks.add_known(runtime.session, row.id, differences)
                told = adapter.invoices(runtime.host.invoices(tenant, [invoice_id])).get(invoice_id)
                if told is not None:
                    telling.found_in_exact(runtime.session, row, told)
    except IllegalTransition as error:
        raise DecisionRefused(row.state) from error


def row_of(runtime: Runtime, tenant: str, invoice_id: str) -> Export:
    """The row that a person decides about; DecisionRefused for an invoice without one."""
    with step(runtime.session):
        row = queue.row_of(runtime.session, tenant, invoice_id)
    if row is None:
        raise DecisionRefused("unknown")
    return row


def given(reason: str, limit: int = REASON_LIMIT) -> str:
    """The reason that must be given."""
    why = kept(reason, limit)
    if not why:
        raise DecisionRefused("reason_missing")
    return why


def found_entries(row: Export) -> tuple[FoundEntry, ...]:
    """The entries of the conflict that blocks this row."""
    return problems.found_entries(problems.first(row.problems, Code.ENTRY_CONFLICT))


def ours_in_conflict(row: Export) -> SentEntry | None:
    """What was sent, or would be, beside what was found; None is left to Exact, and 0.1 did not keep it."""
    conflict = problems.first(row.problems, Code.ENTRY_CONFLICT)
    return sent_from_json(row, conflict.params["sent"]) if conflict and "sent" in conflict.params else None


def differences_of(row: Export, found: FoundEntry) -> tuple[Difference, ...]:
    """How a found entry differs from the invoice; version 0.1 kept the amounts, and a debtor's as the reason only."""
    if found.differences is not None:
        return found.differences
    theirs = found.entry.gross
    known = [Difference(Part.GROSS, str(row.gross), str(theirs))] if theirs != row.gross else []
    if any(problem.params.get("reason") == Doubt.DEBTOR for problem in row.problems):
        known.append(Difference(Part.DEBTOR, row.account_id or "", found.entry.account_id))
    return tuple(known)
