"""Blocked rows again, without a call: every run maps all of them before it posts, and a decision maps its own at once.

Released is what has no problem any more, and of what only a try can tell the row whose night has come or which a person
wants tried (`domain/states.py` has the nights, and the ways back).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mice_exact_plugin.audit import SYSTEM, record
from mice_exact_plugin.booking import planning, suspicion
from mice_exact_plugin.database import step
from mice_exact_plugin.debtors.binding import DebtorUnderWay
from mice_exact_plugin.domain.entry import eu_sales
from mice_exact_plugin.domain.entry.causes import references_of, suspect_in
from mice_exact_plugin.domain.entry.keys import payload_digest
from mice_exact_plugin.domain.entry.mapper import Blocked, NothingToBook
from mice_exact_plugin.domain.problems import ONLY_A_TRY_TELLS, Code, Problem
from mice_exact_plugin.domain.reference import Resource
from mice_exact_plugin.domain.states import REFUSALS_PER_NIGHT, Event, State, way_back
from mice_exact_plugin.errors import Bug
from mice_exact_plugin.exports import queue
from mice_exact_plugin.host import adapter
from mice_exact_plugin.logs import as_bug

if TYPE_CHECKING:
    from collections.abc import Collection

    from mice_exact_plugin.domain.invoice import Invoice
    from mice_exact_plugin.exports.export import Export
    from mice_exact_plugin.runtime import Runtime
    from mice_exact_plugin.work import Books

PAGE = 200


def recheck(books: Books) -> int:
    """Release blocked rows whose problems are gone and renew those of the others; returns how many were released."""
    with step(books.session):
        rows = queue.in_state(books.session, books.link.tenant, State.BLOCKED)
    suspicion.remember(books, rows)
    released = tries = 0
    for start in range(0, len(rows), PAGE):
        page = rows[start : start + PAGE]
        with step(books.session):
            invoices = adapter.invoices(
                books.runtime.host.invoices(books.link.tenant, [row.invoice_id for row in page])
            )
        for row in page:
            invoice, by_trying = invoices.get(row.invoice_id), _is_refusal(row)
            is_due = not by_trying or (_is_due(books, row) and tries < REFUSALS_PER_NIGHT)
            if invoice and _recheck_alone(books, row, invoice, is_due=is_due):
                released += 1
                tries += by_trying and is_due
    return released


def lists_awaited(books: Books) -> tuple[Resource, ...]:
    """Of the lists that are read weekly those in which a blocked row waits for something that is new there."""
    with step(books.session):
        waiting = queue.blocked_with(books.session, books.link.tenant, Code.PERIOD_MISSING)
    return (Resource.PERIODS,) if waiting else ()


def recheck_one(books: Books, row: Export) -> bool:
    """A person decided about this row: map it now, whether or not it is due; True when it is released."""
    with step(books.session):
        invoices = adapter.invoices(books.runtime.host.invoices(books.link.tenant, [row.invoice_id]))
    invoice = invoices.get(row.invoice_id)
    return invoice is not None and _recheck_alone(books, row, invoice, is_due=True)


def put_back(runtime: Runtime, row: Export, actor: str) -> bool:
    """A person wants it tried again; who says so of one that is held for a cause says so of all that share it."""
    causes = suspicion.causes_of(row)
    if not move_back(runtime, row, actor, causes):
        return False
    if causes:
        with step(runtime.session):
            rows = queue.in_state(runtime.session, row.tenant, State.BLOCKED)
        for other in rows:
            if causes & suspicion.causes_of(other):
                move_back(runtime, other, actor, causes)
    return True


def move_back(runtime: Runtime, row: Export, actor: str, causes: Collection[str] = ()) -> bool:
    """Put a blocked or ignored row back: straight in the queue only when nothing of it can be in Exact.

    False as well for a row whose entry is in Exact and differs: that is for a person to settle. `causes` are those that
    a person lifts with it.
    """
    event = way_back(row.sends, row.problems, row.ignored_reason)
    if event is None:
        return False
    with step(runtime.session):
        moved = queue.advance(
            runtime.session,
            row.id,
            row.state,
            event,
            # Claimed since it was read: whatever was decided here was about another attempt.
            claimed_under=row.fence,
            problems=[],
            not_before=None,
            ignored_reason=None,
        )
        if moved:
            lifted = {"causes": sorted(causes)} if causes else {}
            record(runtime.session, row.tenant, "released", at=runtime.now(), actor=actor, export_id=row.id, **lifted)
    return moved is not None


def _recheck_alone(books: Books, row: Export, invoice: Invoice, *, is_due: bool) -> bool:
    try:
        with as_bug(books.session, row.invoice_id):
            return _recheck(books, row, invoice, is_due=is_due)
    except Bug:
        return False


def _recheck(books: Books, row: Export, invoice: Invoice, *, is_due: bool) -> bool:
    """What only a try can tell waits until it is due, unless something else would be sent now."""
    problems = tuple(row.problems)
    if any(problem.code in (Code.ENTRY_CONFLICT, Code.ENTRY_DIFFERS) for problem in problems):
        return False
    try:
        plan = planning.plan(books, row, invoice)
    except DebtorUnderWay:
        return False
    if isinstance(plan, Blocked):
        if is_due and {problem.code for problem in plan.problems} == {Code.DEPOSIT_UNREAD}:
            return move_back(books.runtime, row, SYSTEM)
        if is_due:
            _renew_problems(books, row, problems, plan.problems)
        return False
    return (is_due or _is_cured(row, problems, plan)) and move_back(books.runtime, row, SYSTEM)


def _is_due(books: Books, row: Export) -> bool:
    """Also what 0.1 blocked without a try for want of a payment condition."""
    if not row.tries:
        return True
    return row.not_before is not None and row.not_before <= books.runtime.now()


def _is_cured(row: Export, problems: tuple[Problem, ...], plan: planning.Ready | NothingToBook) -> bool:
    """Whether something else would be sent now than what Exact refused, or than what uses a suspect."""
    if isinstance(plan, NothingToBook):
        return True
    codes = {problem.code for problem in problems}
    if Code.PAYMENT_CONDITION_NEEDED in codes:
        return not planning.lacks_condition(plan.mapped.entry, plan.located)
    if Code.EU_NUMBER_REFUSED in codes:
        need = plan.mapped.must_keep or plan.mapped.fill
        return need is None or eu_sales.refused(need) not in problems
    account_id = plan.located.account.id if plan.located.account else ""
    if row.payload_digest is not None:
        return payload_digest(plan.mapped.entry, account_id) != str(row.payload_digest)
    suspects = {suspect_in(problem) for problem in problems if problem.code is Code.REFERENCE_SUSPECT}
    return bool(suspects) and suspects.isdisjoint(references_of(plan.mapped.entry, account_id))


def _is_refusal(row: Export) -> bool:
    return any(problem.code in ONLY_A_TRY_TELLS for problem in row.problems)


def _renew_problems(books: Books, row: Export, old: tuple[Problem, ...], new: tuple[Problem, ...]) -> None:
    if old == new:
        return
    with step(books.session):
        queue.advance(books.session, row.id, State.BLOCKED, Event.MAP_BLOCKED, problems=new)
