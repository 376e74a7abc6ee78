"""What a person decides about a debtor: which relation it is, that a new one is to be made, or that a choice is undone.

A decision is written down and made true by the next run, so that nothing is sent that no run can search for. It counts
for the customer whose facts stand on the invoice, and changes no other's.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from mice_exact_plugin.audit import record
from mice_exact_plugin.booking import cure
from mice_exact_plugin.database import step
from mice_exact_plugin.debtors.binding import row_of as binding_row
from mice_exact_plugin.decisions.decisions import DecisionRefused
from mice_exact_plugin.domain.debtor import bindings
from mice_exact_plugin.domain.debtor.customer import customer_of, look_up
from mice_exact_plugin.domain.debtor.matching import Why, why_unusable
from mice_exact_plugin.domain.entry import version_1
from mice_exact_plugin.domain.problems import A_PERSON_CHOOSES, ANSWERED_TOGETHER
from mice_exact_plugin.domain.remarks import RemarkCode
from mice_exact_plugin.domain.states import State
from mice_exact_plugin.exports import queue, remarks
from mice_exact_plugin.host import adapter
from mice_exact_plugin.link.connection import link_of
from mice_exact_plugin.mirror import binding_table, email_hash, relation_table
from mice_exact_plugin.mirror.binding_table import BindingState

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy.orm import Session

    from mice_exact_plugin.domain.debtor.customer import Customer
    from mice_exact_plugin.domain.invoice import Invoice
    from mice_exact_plugin.domain.problems import Problem
    from mice_exact_plugin.domain.reference import CrmAccount
    from mice_exact_plugin.domain.remarks import Said
    from mice_exact_plugin.exports.export import Export
    from mice_exact_plugin.link.connection import Link
    from mice_exact_plugin.runtime import Person, Runtime


#: As many as a person looks at in one go; the others follow.
MOST_TO_CONFIRM = 100


@dataclass(frozen=True, slots=True)
class Question:
    """An invoice whose debtor a person may choose; `customer` is None when it has no name."""

    link: Link
    row: Export
    invoice: Invoice
    customer: Customer | None
    problem: Problem

    @property
    def key(self) -> str:
        if self.customer is None:
            return bindings.key_of_invoice(self.row.tenant, self.row.invoice_id)
        return bindings.key_of(self.customer)


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A customer who may be one of several relations: the first of the invoices that wait, how many, and their sum."""

    row: Export
    count: int
    gross: Decimal


def question(runtime: Runtime, tenant: str, invoice_id: str) -> Question:
    """DecisionRefused when there is nothing (more) to choose."""
    link = link_of(runtime, tenant)
    keyed = email_hash.keyed(runtime)
    with step(runtime.session):
        row = queue.row_of(runtime.session, tenant, invoice_id)
        invoice = adapter.invoices(runtime.host.invoices(tenant, [invoice_id])).get(invoice_id)
    if row is None or invoice is None:
        raise DecisionRefused("unknown")
    problem = asked(row)
    if problem is None:
        raise DecisionRefused("no_question")
    customer = customer_of(invoice.debtor, link.division_country, keyed, invoice.debtor.client_id)
    return Question(link, row, invoice, customer, problem)


def asked(row: Export) -> Problem | None:
    """The problem by which a person may choose a debtor."""
    if row.state is not State.BLOCKED or row.deleted_at is not None:
        return None
    return next((problem for problem in row.problems if problem.code in A_PERSON_CHOOSES), None)


def choose(runtime: Runtime, tenant: str, invoice_id: str, account_id: str, person: Person) -> None:
    """This relation is the customer; a supplier is made a customer as well by the next run."""
    found = question(runtime, tenant, invoice_id)
    with step(runtime.session):
        account = relation_table.account_of(runtime.session, *found.link.place, account_id)
    if account is None:
        raise DecisionRefused("unknown_debtor")
    why = why_unusable(account, found.invoice.invoice_date)
    if why not in (None, Why.SUPPLIER_ONLY):
        raise DecisionRefused("unusable_debtor")
    promote = why is Why.SUPPLIER_ONLY
    event = "supplier_chosen" if promote else "debtor_chosen"
    _decide(runtime, found, person, event, account.id, code=account.code, promote=promote)
    with step(runtime.session):
        chosen: Said = {"code": account.code, "name": person.name}
        remarks.add(runtime.session, found.row.id, RemarkCode.DEBTOR_CHOSEN, chosen)


def make_new(runtime: Runtime, tenant: str, invoice_id: str, person: Person) -> None:
    """*Geen van deze: nieuwe maken*: the next run makes a relation under an id that is chosen now."""
    found = question(runtime, tenant, invoice_id)
    if found.customer is None:
        raise DecisionRefused("nameless")
    name_0_1 = version_1.normalise_name(version_1.display_name(found.invoice.debtor) or "")
    with step(runtime.session):
        seen = relation_table.candidates(runtime.session, *found.link.place, look_up(found.customer), name_0_1)
    rejected = {*found.problem.params.get("ids", ()), *(account.id for account in seen)}
    _decide(
        runtime, found, person, "debtor_wanted", str(uuid.uuid4()), state=BindingState.WANTED, rejected=sorted(rejected)
    )


def confirm(runtime: Runtime, tenant: str, invoice_ids: Iterable[str], person: Person) -> int:
    """Confirm the relation that is proposed for each of these invoices; returns for how many."""
    confirmed = 0
    for invoice_id in invoice_ids:
        proposed = proposed_for_all(question_or_none(runtime, tenant, invoice_id))
        if proposed:
            choose(runtime, tenant, invoice_id, proposed, person)
            confirmed += 1
    return confirmed


def to_confirm(runtime: Runtime, tenant: str) -> list[Question]:
    """Every question whose proposal may be confirmed together with others, oldest first."""
    with step(runtime.session):
        rows = queue.in_state(runtime.session, tenant, State.BLOCKED)
    likely = [row.invoice_id for row in rows if (problem := asked(row)) and problem.code is ANSWERED_TOGETHER]
    questions = (question_or_none(runtime, tenant, invoice_id) for invoice_id in likely[:MOST_TO_CONFIRM])
    return [found for found in questions if found is not None and proposed_for_all(found)]


def proposed_accounts(runtime: Runtime, questions: list[Question]) -> dict[str, CrmAccount]:
    """The relations that are proposed, by id."""
    if not questions:
        return {}
    ids = {proposed for found in questions if (proposed := proposed_for_all(found))}
    with step(runtime.session):
        return {one.id: one for one in relation_table.accounts_of(runtime.session, *questions[0].link.place, ids)}


def question_or_none(runtime: Runtime, tenant: str, invoice_id: str) -> Question | None:
    try:
        return question(runtime, tenant, invoice_id)
    except DecisionRefused:
        return None


def proposed_for_all(found: Question | None) -> str | None:
    """The proposal that may be confirmed together with others of its kind: another name, and an equal number."""
    if found is None or found.problem.code is not ANSWERED_TOGETHER:
        return None
    return found.problem.params.get("proposed")


def undo(runtime: Runtime, tenant: str, key: str, person: Person) -> None:
    """Forget a binding; the next invoice of the customer is judged anew, those that were booked stay as they are."""
    link = link_of(runtime, tenant)
    with step(runtime.session):
        row = binding_table.binding_of(runtime.session, *link.place, key, locked=True)
        if row is None or row.state == BindingState.CREATING:
            raise DecisionRefused("unknown_binding")
        account = relation_table.account_of(runtime.session, *link.place, row.account_id)
        runtime.session.delete(row)
        _record(runtime, tenant, "debtor_undone", person, account)


def rebind(runtime: Runtime, tenant: str, key: str, code: str, person: Person) -> CrmAccount:
    """Another relation is this customer from now on, which is returned; what was booked stays where it is."""
    link = link_of(runtime, tenant)
    with step(runtime.session):
        row = binding_table.binding_of(runtime.session, *link.place, key, locked=True)
        if row is None or row.state == BindingState.CREATING:
            raise DecisionRefused("unknown_binding")
        account = relation_table.account_with_code(runtime.session, *link.place, code.strip())
        if account is None:
            raise DecisionRefused("unknown_debtor")
        if why_unusable(account, runtime.today()) is not None:
            raise DecisionRefused("unusable_debtor")
        before = relation_table.account_of(runtime.session, *link.place, row.account_id)
        row.account_id, row.state, row.may_promote = account.id, BindingState.BOUND, False
        row.decided_by, row.bound_at = person.name, runtime.now()
        left = before.code if before else "–"
        record(
            runtime.session,
            tenant,
            "debtor_rebound",
            at=runtime.now(),
            actor=person.name,
            before=left,
            code=account.code,
        )
    return account


def doubtful(session: Session, tenant: str) -> list[Doubtful]:
    """The customers of whom a person must say who they are, those with most invoices first."""
    found: dict[str, list[Export]] = {}
    for row in queue.blocked_with(session, tenant, *sorted(A_PERSON_CHOOSES)):
        if asked(row) is not None:
            found.setdefault(row.debtor_key or row.invoice_id, []).append(row)
    ordered = sorted(found.values(), key=lambda rows: -len(rows))
    return [Doubtful(rows[0], len(rows), sum((row.gross for row in rows), Decimal(0))) for rows in ordered]


def _decide(
    runtime: Runtime,
    found: Question,
    person: Person,
    event: str,
    account_id: str,
    *,
    state: BindingState = BindingState.BOUND,
    code: str = "",
    promote: bool = False,
    rejected: Sequence[str] = (),
) -> None:
    row = binding_row(found.link.place, found.key, found.customer, account_id, 0)
    if rejected and row.facts is not None:
        row.facts = {**row.facts, "rejected": list(rejected)}
    row.state, row.decided_by, row.bound_at, row.may_promote = state, person.name, runtime.now(), promote
    with step(runtime.session):
        binding_table.binding_of(runtime.session, *found.link.place, found.key, locked=True)
        runtime.session.merge(row)
        details = {"code": code} if code else {}
        record(
            runtime.session,
            found.row.tenant,
            event,
            at=runtime.now(),
            actor=person.name,
            export_id=found.row.id,
            **details,
        )
    if not cure.move_back(runtime, found.row, person.name):
        raise DecisionRefused(found.row.state)


def _record(runtime: Runtime, tenant: str, event: str, person: Person, account: CrmAccount | None) -> None:
    code = account.code if account else "–"
    record(runtime.session, tenant, event, at=runtime.now(), actor=person.name, code=code)
