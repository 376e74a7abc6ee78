"""A relation that does not exist yet: intent first, then the post, then the binding; searched for when unanswered."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from mice_exact_plugin.database import step
from mice_exact_plugin.debtors import findings
from mice_exact_plugin.debtors.binding import DebtorUnderWay, DecidedMeanwhile, audit, row_of, write
from mice_exact_plugin.domain.debtor import bindings
from mice_exact_plugin.domain.debtor.comparison import compare_names, compare_places
from mice_exact_plugin.domain.debtor.customer import customer_of, relation_of
from mice_exact_plugin.domain.debtor.matching import holds
from mice_exact_plugin.domain.debtor.table import Name, Place
from mice_exact_plugin.domain.references import Reference
from mice_exact_plugin.errors import OutcomeUnknown, Refused, TryLater
from mice_exact_plugin.exports import queue, remarks
from mice_exact_plugin.host import adapter
from mice_exact_plugin.mirror import binding_table, binding_writing, relation_table
from mice_exact_plugin.mirror.binding_table import BindingState, Standing

if TYPE_CHECKING:
    from mice_exact_plugin.debtors.binding import Intent, Located
    from mice_exact_plugin.domain.debtor.customer import Customer
    from mice_exact_plugin.domain.invoice import Debtor, Invoice
    from mice_exact_plugin.domain.reference import CrmAccount
    from mice_exact_plugin.work import Work

#: Fields of a new relation that are left out when Exact refuses them; the relation is made without.
OPTIONAL_FIELDS = frozenset({Reference.EMAIL, Reference.VAT_NUMBER, Reference.COC_NUMBER, Reference.ID})


@dataclass(frozen=True, slots=True)
class _Creation:
    """One relation on its way: what is sent, for which invoice, and what is left out so far."""

    located: Located
    customer: Customer
    intent: Intent
    debtor: Debtor
    start: date
    export_id: int
    keep: frozenset[str]
    omitted: frozenset[str] = frozenset()

    @property
    def key(self) -> str:
        return self.located.key


def create(work: Work, located: Located, invoice: Invoice, export_id: int, keep: frozenset[str]) -> str:
    """The id of the new relation, bound to this customer."""
    assert located.customer is not None, "a relation without a name is not made"
    assert located.creation is not None, "what has no account is to be made"
    creation = _Creation(
        located, located.customer, located.creation, invoice.debtor, _start(work, invoice, located), export_id, keep
    )
    return _send(work, creation)


def _start(work: Work, invoice: Invoice, located: Located) -> date:
    """Before this day nothing can be booked on the relation: the year begins it, or what waits from before does."""
    year = date(invoice.invoice_date.year, 1, 1)
    assert located.customer is not None, "a relation without a name is not made"
    if work.ahead.oldest is not None and work.ahead.oldest >= year:
        return year
    with step(work.session):
        rows = queue.waiting_of(
            work.session, work.link.tenant, bindings.name_key(located.customer.written), before=year
        )
        hosts = work.runtime.host.invoices(work.link.tenant, [row.invoice_id for row in rows]) if rows else {}
        waiting = [found for found in adapter.invoices(hosts).values() if found]
    dates = [found.invoice_date for found in waiting if _is_of(work, found, located.customer)]
    return min(dates, default=year)


def _is_of(work: Work, invoice: Invoice, customer: Customer) -> bool:
    other = customer_of(invoice.debtor, work.link.division_country, work.forms.keyed, invoice.debtor.client_id)
    return other is not None and holds(customer, other)


def _write_intent(work: Work, creation: _Creation) -> None:
    """Within the transaction that lets the post out: under which id it is made, and what is left out so far.

    A row of 0.1 that is sent again becomes one of version 2, under the id it had.
    """
    intent = creation.intent
    row = row_of(work.link.place, creation.key, creation.customer, intent.account_id, work.lease.fence)
    row.state, row.attempted_at, row.sends = BindingState.CREATING, work.runtime.now(), intent.sends + 1
    row.decided_by, row.made_for = intent.decided_by, creation.export_id
    row.omitted = " ".join(sorted(creation.omitted)) or None
    write(work, creation.located, row, kept=binding_writing.FACTS)


def _send(work: Work, creation: _Creation) -> str:
    """POST a relation, leaving out what Exact refuses; bind what comes back."""
    account = None
    while account is None:
        try:
            account = _post(work, creation)
        except Refused as error:
            creation = _written(creation)
            if error.kind == "exists" and error.reference in (None, Reference.ID):
                account, creation = _under_a_taken_id(work, creation)
            else:
                creation = _without_the_refused(work, creation, error)
    _created(work, creation, _shown(work, creation, account))
    return account.id


def _written(creation: _Creation) -> _Creation:
    """After a post that was let out its own row stands, which the next one takes the place of."""
    intent = creation.intent
    standing = Standing(creation.key, BindingState.CREATING, intent.account_id, intent.decided_by)
    return replace(creation, located=replace(creation.located, standing=standing, supersedes=None))


def _post(work: Work, creation: _Creation) -> CrmAccount:
    # What was searched for in vain may be sent once; after this it must be searched for again.
    work.resendable.discard(creation.key)
    work.ahead.outdated(creation.customer, None, work.forms)
    try:
        return work.client.create_crm_account(
            creation.debtor,
            creation.intent.account_id,
            leaves=partial(_write_intent, work, creation),
            start=creation.start,
            omit=creation.omitted,
            home_country=work.link.division_country,
        )
    except OutcomeUnknown as error:
        raise error.pause or DebtorUnderWay("debtor_under_way") from error
    except TryLater:
        _forget(work, creation)
        raise


def _shown(work: Work, creation: _Creation, made: CrmAccount) -> CrmAccount:
    """What Exact made of it. An answer that says nothing is not believed: before it is used the relation is looked at.

    Under the id that Exact gave, kept first: what is not shown yet is searched for later like any creation.
    """
    if made.name:
        return made
    with step(work.session):
        row = binding_table.binding_of(work.session, *work.link.place, creation.key, locked=True)
        if row is not None and row.state == BindingState.CREATING:
            row.account_id = made.id
    found = work.client.find_crm_accounts([made.id])
    if not found:
        raise DebtorUnderWay("debtor_under_way")
    return found[0]


def _without_the_refused(work: Work, creation: _Creation, error: Refused) -> _Creation:
    """What to send instead; raises the refusal when a person must act.

    A refused first creation made nothing. A refused repeat is shown too, but its row stays: the first one may have
    arrived, so it is searched for before another try.
    """
    field = error.reference
    if field is None or error.kind == "exists" or field not in OPTIONAL_FIELDS - creation.keep - creation.omitted:
        _forget(work, creation)
        raise error
    return replace(creation, omitted=creation.omitted | {field})


def _under_a_taken_id(work: Work, creation: _Creation) -> tuple[CrmAccount | None, _Creation]:
    """The relation under our id if it is this customer's; else a fresh id, which is nobody's.

    A repeat is searched for like anything of unknown outcome. A first send meets what was made before a backup was put
    back, and what was made another's or anonymised since.
    """
    if creation.intent.sends:
        raise DebtorUnderWay("debtor_under_way")
    found = next(iter(work.client.find_crm_accounts([creation.intent.account_id])), None)
    if found and not found.is_anonymised and _is_the_customers(work, found, creation.customer):
        return found, creation
    return None, replace(creation, intent=replace(creation.intent, account_id=str(uuid.uuid4())))


def _is_the_customers(work: Work, account: CrmAccount, customer: Customer) -> bool:
    relation = relation_of(account, work.link.division_country)
    is_named = compare_names(customer, relation) in (Name.EQUAL, Name.PERHAPS)
    return is_named and compare_places(customer, relation) is not Place.DIFFERS


def _created(work: Work, creation: _Creation, account: CrmAccount) -> None:
    """Keep the id the moment we have it: a relation now exists in Exact and must not be lost to a later rollback.

    DecidedMeanwhile when a person chose another while it was under way: the relation is there, and not booked on.
    """
    forms = work.forms
    with step(work.session):
        relation_table.put_accounts(work.session, *work.link.place, [account], forms)
        is_bound = binding_writing.complete(
            work.session, *work.link.place, creation.key, account.id, work.runtime.now()
        )
        audit(work, "debtor_created", account.code)
        said = findings.of_creation(creation.customer, account, creation.omitted, forms, creation.start)
        for code, params in (*creation.located.remarks, *said) if is_bound else ():
            remarks.add(work.session, creation.export_id, code, params)
    work.ahead.outdated(creation.customer, account, forms)
    work.counts["created_debtors"] += 1
    if not is_bound:
        raise DecidedMeanwhile


def bind_found(work: Work, key: str, account: CrmAccount) -> None:
    """A relation that was under way turned out to exist: the binding is complete, and the mirror knows it.

    The list of changes may be behind, and a binding to a relation that the mirror lacks is one to a deleted relation.
    """
    forms = work.forms
    with step(work.session):
        relation_table.put_accounts(work.session, *work.link.place, [account], forms)
        row = binding_table.binding_of(work.session, *work.link.place, key, locked=True)
        if row is None or row.state != BindingState.CREATING:
            return
        row.state, row.account_id, row.bound_at = BindingState.BOUND, account.id, work.runtime.now()
        audit(work, "debtor_created", account.code)
        if row.made_for is None or row.facts is None:
            return
        customer = bindings.from_facts(row.facts)
        for code, params in findings.of_creation(customer, account, (row.omitted or "").split(), forms):
            remarks.add(work.session, row.made_for, code, params)


def take_fresh_id(work: Work, key: str) -> None:
    """The id of a relation under way is somebody else's, so nothing of ours is under it: the next send uses another."""
    with step(work.session):
        row = binding_table.binding_of(work.session, *work.link.place, key, locked=True)
        if row is not None and row.state == BindingState.CREATING:
            row.account_id, row.sends = str(uuid.uuid4()), 0


def _forget(work: Work, creation: _Creation) -> None:
    """A first send that certainly made nothing leaves no trace, but for the wish of a person."""
    if creation.intent.sends:
        return
    with step(work.session):
        row = binding_table.binding_of(work.session, *work.link.place, creation.key, locked=True)
        if row is None or row.state != BindingState.CREATING or row.fence != work.lease.fence:
            return
        if row.decided_by:
            row.state, row.sends = BindingState.WANTED, 0
        else:
            work.session.delete(row)
