"""What a person decides about an invoice: again, leave it, *dit is de onze*, *boek toch*, or which debtor it is."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from mice_exact_plugin.domain.export_state import Event, IllegalTransition, State
from mice_exact_plugin.domain.problems import Code
from mice_exact_plugin.errors import LinkError
from mice_exact_plugin.services import remarks
from mice_exact_plugin.services.posting import cure
from mice_exact_plugin.store import export_queue
from mice_exact_plugin.store.audit import record
from mice_exact_plugin.store.base import step
from mice_exact_plugin.store.invoice_export import from_json

if TYPE_CHECKING:
    from sqlalchemy import Row

    from mice_exact_plugin.services.connect import Person
    from mice_exact_plugin.services.runtime import Runtime


class DecisionRefused(LinkError):
    """The row is no longer in the state in which this can be decided; nothing was changed."""


def retry(runtime: Runtime, tenant: str, invoice_id: str, person: Person) -> None:
    """Put a blocked or ignored invoice back in the queue for the next run."""
    row = _row(runtime, tenant, invoice_id)
    if State(row.state) not in (State.BLOCKED, State.IGNORED) or row.deleted_at is not None:
        raise DecisionRefused(row.state)
    if _differs(row):
        raise DecisionRefused("differs")
    if not cure.move_back(runtime, row, person.name):
        raise DecisionRefused(row.state)


def leave(runtime: Runtime, tenant: str, invoice_id: str, person: Person) -> None:
    """*Laat staan*: this invoice is not booked by us. A conflict stays known, as only a search may follow it."""
    if _differs(_row(runtime, tenant, invoice_id)):
        raise DecisionRefused("differs")
    _move(runtime, tenant, invoice_id, person, Event.LEAVE, "left", ignored_reason="left_alone")


def adopt(runtime: Runtime, tenant: str, invoice_id: str, person: Person, entry_id: str) -> None:
    """*Dit is de onze*: an entry that was found in Exact is bound to this invoice."""
    row = _row(runtime, tenant, invoice_id)
    found = next((entry for entry in _found(row) if entry["entry_id"] == entry_id), None)
    if found is None:
        raise DecisionRefused("unknown_entry")
    with step(runtime.session):
        bound = export_queue.bound_entries(runtime.session, row.site, row.division, [entry_id])
    if bound:
        raise DecisionRefused("bound_elsewhere")
    number = found["entry_number"]
    values: dict[str, Any] = {
        "entry_id": entry_id,
        "entry_number": int(number) if number.isdecimal() else None,
        "synced_at": runtime.now(),
        "adopted": True,
        "account_id": found["account_id"],
        "journal": found["journal"],
        "problems": [],
    }
    _move(runtime, tenant, invoice_id, person, Event.ADOPT, "adopted_by_person", **values)


def book_anyway(runtime: Runtime, tenant: str, invoice_id: str, person: Person) -> None:
    """*Boek toch*: a new generation, so a new posting key; what is in Exact stays as it is."""
    row = _row(runtime, tenant, invoice_id)
    if not _found(row):
        raise DecisionRefused("no_conflict")
    values: dict[str, Any] = {"generation": row.generation + 1, "sends": 0, "first_sent_at": None, "last_sent_at": None}
    values |= {"problems": [], "posting_key": None}
    _move(runtime, tenant, invoice_id, person, Event.BOOK_ANYWAY, "booked_anyway", **values)


def _move(
    runtime: Runtime, tenant: str, invoice_id: str, person: Person, event: Event, name: str, **values: Any
) -> None:
    row = _row(runtime, tenant, invoice_id)
    details = {"entry_number": values["entry_number"]} if event is Event.ADOPT else {}
    try:
        with step(runtime.session):
            if not export_queue.advance(runtime.session, row.id, State(row.state), event, **values):
                raise DecisionRefused(row.state)
            record(runtime.session, tenant, name, at=runtime.now(), actor=person.name, export_id=row.id, **details)
            if event is Event.ADOPT:
                remarks.on_booked(runtime.session, row.id)
    except IllegalTransition as error:
        raise DecisionRefused(row.state) from error


def _row(runtime: Runtime, tenant: str, invoice_id: str) -> Row[Any]:
    with step(runtime.session):
        row = export_queue.row_of(runtime.session, tenant, invoice_id)
    if row is None:
        raise DecisionRefused("unknown")
    return row


def _found(row: Row[Any]) -> list[dict[str, str]]:
    """The entries of the conflict that blocks this row."""
    conflicts = [problem for problem in from_json(row.problems) if problem.code is Code.ENTRY_CONFLICT]
    return json.loads(conflicts[0].params["found"]) if conflicts else []


def _differs(row: Row[Any]) -> bool:
    """Whether its entry is in Exact and is not what was sent."""
    return any(problem.code is Code.ENTRY_DIFFERS for problem in from_json(row.problems))
