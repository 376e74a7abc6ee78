"""*Opnieuw proberen* and `flask exact retry`: what they do in every state, and at once whether the cause is gone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from mice_exact_plugin.audit import COMMAND_LINE, record
from mice_exact_plugin.booking import cure, planning
from mice_exact_plugin.database import step
from mice_exact_plugin.debtors import ensure
from mice_exact_plugin.debtors.binding import DebtorUnderWay
from mice_exact_plugin.decisions.decisions import DecisionRefused
from mice_exact_plugin.domain.entry.mapper import NothingToBook
from mice_exact_plugin.domain.problems import Code, Problem
from mice_exact_plugin.domain.states import Event, State, way_back
from mice_exact_plugin.errors import Bug, ConnectionDead
from mice_exact_plugin.exports import queue
from mice_exact_plugin.host import adapter
from mice_exact_plugin.link.connection import NotConnected
from mice_exact_plugin.logs import as_bug
from mice_exact_plugin.work import books_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mice_exact_plugin.domain.invoice import Invoice
    from mice_exact_plugin.exports.export import Export
    from mice_exact_plugin.runtime import Runtime
    from mice_exact_plugin.work import Books


class Tried(StrEnum):
    """What becomes of the invoice now."""

    QUEUED = "queued"
    """Nothing stands in the way any more: the next run books it."""
    SEARCHED = "searched"
    """It, or its debtor, may be in Exact: the next run looks first."""
    STILL = "still"
    """The cause is not gone; nothing was moved, and the problems are those of now."""


@dataclass(frozen=True, slots=True)
class Answer:
    outcome: Tried
    problems: tuple[Problem, ...] = ()


def again(runtime: Runtime, tenant: str, invoice_id: str, actor: str) -> Answer:
    """DecisionRefused where another try means nothing; the message is the code of the reason."""
    with step(runtime.session):
        row = queue.row_of(runtime.session, tenant, invoice_id)
    if row is None:
        raise DecisionRefused("unknown")
    if row.deleted_at is not None:
        raise DecisionRefused("deleted")
    match row.state:
        case State.BLOCKED | State.IGNORED:
            return _put_back(runtime, row, actor)
        case State.UNCONFIRMED:
            return Answer(Tried.SEARCHED)
        case State.QUEUED if row.not_before is not None and row.not_before > runtime.now():
            return _at_once(runtime, row, actor)
        case state:
            raise DecisionRefused(state)


def retry(runtime: Runtime, tenant: str, identifiers: Sequence[str]) -> dict[tuple[str, str], Answer | str]:
    """*Opnieuw proberen* for all blocked invoices, or for those named, whatever their state.

    What became of each by its number and its id, as a number may be on two; a text is the code of why another try
    means nothing. The id of a number that nobody knows is empty.
    """
    with step(runtime.session):
        states = tuple(State) if identifiers else (State.BLOCKED,)
        rows = queue.in_state(runtime.session, tenant, *states)
        named = [(row.identifier, row.invoice_id) for row in rows if not identifiers or row.identifier in identifiers]
    unknown = set(identifiers) - {number for number, _ in named}
    found = {(number, invoice_id): _again(runtime, tenant, invoice_id) for number, invoice_id in named}
    return found | {(number, ""): "unknown" for number in unknown}


def _again(runtime: Runtime, tenant: str, invoice_id: str) -> Answer | str:
    try:
        return again(runtime, tenant, invoice_id, COMMAND_LINE)
    except DecisionRefused as refusal:
        return str(refusal)


def _put_back(runtime: Runtime, row: Export, actor: str) -> Answer:
    event = way_back(row.sends, row.problems, row.ignored_reason)
    if event is None:
        raise DecisionRefused("differs")
    searches = event is Event.SEARCH_AGAIN
    if not searches or row.state is State.BLOCKED:
        problems, searches = _looked_at(runtime, row, searches=searches)
        if problems:
            return Answer(Tried.STILL, problems)
    if not cure.put_back(runtime, row, actor):
        raise DecisionRefused(row.state)
    return Answer(Tried.SEARCHED if searches else Tried.QUEUED)


def _looked_at(runtime: Runtime, row: Export, *, searches: bool) -> tuple[tuple[Problem, ...], bool]:
    """What still stands in the way, written down as it is now; and whether a search comes first."""
    if any(problem.code is Code.ENTRY_CONFLICT for problem in row.problems):
        return (), True
    books = _books(runtime, row.tenant)
    if books is None:
        return (), searches
    invoice = _invoice(books, row)
    try:
        with as_bug(books.session, row.invoice_id):
            plan = planning.plan(books, row, invoice)
    except DebtorUnderWay:
        ensure.lift_rest(books, invoice)
        return (), True
    except Bug:
        return (), searches
    if isinstance(plan, NothingToBook):
        raise DecisionRefused("nothing_to_book")
    if isinstance(plan, planning.Ready):
        return (), searches
    _write_down(runtime, row, plan.problems)
    return plan.problems, searches


def _at_once(runtime: Runtime, row: Export, actor: str) -> Answer:
    """It waits for a moment that a person does not want to wait for."""
    with step(runtime.session):
        queue.note(runtime.session, row.id, not_before=None)
        record(runtime.session, row.tenant, "released", at=runtime.now(), actor=actor, export_id=row.id)
    return Answer(Tried.QUEUED)


def _books(runtime: Runtime, tenant: str) -> Books | None:
    """None for a link that is not there now: the invoice is put back all the same, and waits with the others."""
    try:
        return books_of(runtime, tenant)
    except (NotConnected, ConnectionDead):
        return None


def _invoice(books: Books, row: Export) -> Invoice:
    with step(books.session):
        found = adapter.invoices(books.runtime.host.invoices(row.tenant, [row.invoice_id])).get(row.invoice_id)
    if found is None:
        raise DecisionRefused("unreadable")
    return found


def _write_down(runtime: Runtime, row: Export, problems: tuple[Problem, ...]) -> None:
    """What was set aside and cannot be booked yet becomes blocked, so that its problems are in view."""
    state = row.state
    with step(runtime.session):
        if state is State.IGNORED:
            if not queue.advance(runtime.session, row.id, state, Event.RELEASE, ignored_reason=None, not_before=None):
                return
            state = State.QUEUED
        queue.advance(runtime.session, row.id, state, Event.MAP_BLOCKED, problems=problems)
