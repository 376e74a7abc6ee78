"""What a person sees before choosing a debtor or undoing a choice: the relations that may be meant, and the bindings.

What somebody corrected in Exact is read on request, one call or two, and what waits is mapped anew.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mice_exact_plugin.access.line import reading_client, writing_client
from mice_exact_plugin.booking import cure
from mice_exact_plugin.database import step
from mice_exact_plugin.decisions import debtor_choice
from mice_exact_plugin.decisions.decisions import DecisionRefused
from mice_exact_plugin.domain.debtor import bindings
from mice_exact_plugin.domain.debtor.customer import look_up, relation_of
from mice_exact_plugin.domain.debtor.matching import score, why_unusable
from mice_exact_plugin.domain.debtor.recognition import agreeing
from mice_exact_plugin.domain.entry import version_1
from mice_exact_plugin.domain.states import State
from mice_exact_plugin.errors import LinkError
from mice_exact_plugin.exports import bookings, queue
from mice_exact_plugin.link.connection import link_of
from mice_exact_plugin.link.settings import settings_of
from mice_exact_plugin.mirror import binding_table, relation_table, relations
from mice_exact_plugin.paging import Page
from mice_exact_plugin.work import books_of

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy.orm import Session

    from mice_exact_plugin.decisions.debtor_choice import Question
    from mice_exact_plugin.domain.debtor.customer import Customer
    from mice_exact_plugin.domain.debtor.matching import Why
    from mice_exact_plugin.domain.debtor.recognition import Fact
    from mice_exact_plugin.domain.reference import CrmAccount
    from mice_exact_plugin.exact.sites import Place
    from mice_exact_plugin.mirror.binding_table import Known, Made
    from mice_exact_plugin.runtime import Runtime

#: A list of more relations is no help; a person searches instead. One call asks for forty.
MOST = 20


@dataclass(frozen=True, slots=True)
class Candidate:
    """A relation that may be the customer; `account.email` is known only when Exact was asked just now."""

    account: CrmAccount
    relation: Customer
    why: Why | None
    last_entry: date | None
    is_proposed: bool


@dataclass(frozen=True, slots=True)
class DebtorPage:
    """`live`: Exact was asked just now; `failure` says why that did not work."""

    question: Question
    candidates: tuple[Candidate, ...]
    live: bool = False
    failure: LinkError | None = None


def page(runtime: Runtime, tenant: str, invoice_id: str, search: str, *, live: bool) -> DebtorPage:
    """DecisionRefused when there is nothing (more) to choose."""
    question = debtor_choice.question(runtime, tenant, invoice_id)
    with step(runtime.session):
        accounts = _accounts(runtime, question, search)
        entries = bookings.last_bookings(runtime.session, question.link.place, [account.id for account in accounts])
    shown = DebtorPage(question, _candidates(question, accounts, entries))
    return _asked_live(runtime, shown, accounts, entries) if live and accounts else shown


def _accounts(runtime: Runtime, question: Question, search: str) -> list[CrmAccount]:
    """Those that the problem names, those that the mirror finds, and those that a person searches for."""
    session, place = runtime.session, question.link.place
    found = relation_table.accounts_of(session, *place, question.problem.params.get("ids", ()))
    if question.customer is not None:
        name_0_1 = version_1.normalise_name(version_1.display_name(question.invoice.debtor) or "")
        found += relation_table.candidates(session, *place, look_up(question.customer), name_0_1)
    if search:
        found = [*relation_table.accounts_like(session, *place, search, MOST), *found]
    unique = list({account.id: account for account in found}.values())
    return unique if search else sorted(unique, key=lambda account: _order(question, account))


def _order(question: Question, account: CrmAccount) -> tuple[bool, float]:
    if question.customer is None:
        return False, 0.0
    likeness = score(question.customer, relation_of(account, question.link.division_country))
    return account.id != question.problem.params.get("proposed"), -likeness


def _candidates(question: Question, accounts: list[CrmAccount], entries: dict[str, date]) -> tuple[Candidate, ...]:
    return tuple(
        Candidate(
            account=account,
            relation=relation_of(account, question.link.division_country),
            why=why_unusable(account, question.invoice.invoice_date),
            last_entry=entries.get(account.id),
            is_proposed=account.id == question.problem.params.get("proposed"),
        )
        for account in accounts[:MOST]
    )


def _asked_live(
    runtime: Runtime, shown: DebtorPage, accounts: list[CrmAccount], entries: dict[str, date]
) -> DebtorPage:
    """One call for the relations with their addresses, and one for the entries of those that we booked nothing on."""
    link, ids = shown.question.link, [account.id for account in accounts[:MOST]]
    unbooked = [account_id for account_id in ids if account_id not in entries]
    try:
        with reading_client(runtime, link) as client:
            now = {account.id: account for account in client.find_crm_accounts(ids)}
            entries = entries | (client.last_entries(unbooked) if unbooked else {})
    except LinkError as error:
        return replace(shown, failure=error)
    keys = {account.id: account.email_key for account in accounts}
    fresh = [replace(account, email_key=keys.get(account.id)) for account in now.values()]
    return replace(shown, live=True, candidates=_candidates(shown.question, _as_before(fresh, ids), entries))


def _as_before(accounts: list[CrmAccount], ids: list[str]) -> list[CrmAccount]:
    """In the order of the page; what is gone from Exact is gone from it."""
    return sorted(accounts, key=lambda account: ids.index(account.id))


def again(runtime: Runtime, tenant: str, invoice_id: str) -> bool:
    """Whether the invoice is ready now. Busy while a run is at work, which reads the relations itself."""
    link = link_of(runtime, tenant)
    with step(runtime.session):
        settings = settings_of(runtime.session, tenant, *link.place)
    if settings is None:
        raise DecisionRefused("no_question")
    with writing_client(runtime, link) as client:
        relations.refresh(runtime, link, client)
    books = books_of(runtime, tenant)
    if books is not None:
        cure.recheck(books)
    with step(runtime.session):
        row = queue.row_of(runtime.session, tenant, invoice_id)
        return row is not None and row.state is State.QUEUED


PAGE_SIZE = 50


@dataclass(frozen=True, slots=True)
class Bound:
    """One binding; `facts` is None for what 0.1 made and for a choice for one invoice alone.

    `agrees`: by what the customer is recognised in the relation as it is now.
    """

    binding: Known
    facts: Customer | None
    account: CrmAccount | None
    agrees: tuple[Fact, ...] = ()


def page_of(
    session: Session, place: Place, text: str, number: int, *, home: str, made: Made | None = None
) -> Page[Bound]:
    """Bindings whose relation has this code or contains this name, newest first.

    `made` asks for those whose relation the link made itself within these moments, `home` is the administration's land.

    What 0.1 kept is left out where the same customer has a binding of now to the same relation; undone is the newer
    one, after which the older is there to be undone too.
    """
    older = [
        key for key, facts in binding_table.beside_newer(session, *place) if _is_of(key, bindings.from_facts(facts))
    ]
    found, total = binding_table.page_of(session, *place, text, PAGE_SIZE, (number - 1) * PAGE_SIZE, older, made=made)
    accounts = {
        account.id: account
        for account in relation_table.accounts_of(session, *place, {known.account_id for known in found})
    }
    rows = [_bound(known, accounts.get(known.account_id), home) for known in found]
    return Page(rows, number, total, PAGE_SIZE)


def _bound(known: Known, account: CrmAccount | None, home: str) -> Bound:
    facts = bindings.from_facts(known.facts) if known.facts else None
    agrees = agreeing(facts, relation_of(account, home)) if facts and account else ()
    return Bound(known, facts, account, agrees)


def _is_of(key: str, customer: Customer) -> bool:
    """Whether a key of 0.1, which cut the name, is that of this customer; it knew fewer spellings of a country."""
    name, _, place = key.partition("|")
    same_place = place.partition("|")[0] == (version_1.normalise_postcode(customer.postcode) or "")
    return same_place and name == version_1.normalise_name(customer.written)
