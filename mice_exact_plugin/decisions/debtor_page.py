"""What a person sees before choosing a debtor: the relations that may be meant, and on request what Exact says now."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mice_exact_plugin.domain import version_1
from mice_exact_plugin.domain.customer import look_up, relation_of
from mice_exact_plugin.domain.matching import score, why_unusable
from mice_exact_plugin.errors import LinkError
from mice_exact_plugin.exact.client import ExactClient
from mice_exact_plugin.exact.transport import Transport
from mice_exact_plugin.services import debtor_choice
from mice_exact_plugin.services.access.gate import Gate
from mice_exact_plugin.store import debtor as mirror
from mice_exact_plugin.store import export_queue as queue
from mice_exact_plugin.store.base import step

if TYPE_CHECKING:
    from datetime import date

    from mice_exact_plugin.domain.customer import Customer
    from mice_exact_plugin.domain.matching import Why
    from mice_exact_plugin.domain.reference import CrmAccount
    from mice_exact_plugin.services.debtor_choice import Question
    from mice_exact_plugin.services.runtime import Runtime

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
class Page:
    """`live`: Exact was asked just now; `failure` says why that did not work."""

    question: Question
    candidates: tuple[Candidate, ...]
    live: bool = False
    failure: LinkError | None = None


def page(runtime: Runtime, tenant: str, invoice_id: str, search: str, *, live: bool) -> Page:
    """DecisionRefused when there is nothing (more) to choose."""
    question = debtor_choice.question(runtime, tenant, invoice_id)
    with step(runtime.session):
        accounts = _accounts(runtime, question, search)
        entries = queue.last_bookings(runtime.session, question.link.place, [account.id for account in accounts])
    shown = Page(question, _candidates(question, accounts, entries))
    return _asked_live(runtime, shown, accounts, entries) if live and accounts else shown


def _accounts(runtime: Runtime, question: Question, search: str) -> list[CrmAccount]:
    """Those that the problem names, those that the mirror finds, and those that a person searches for."""
    session, place = runtime.session, question.link.place
    found = mirror.accounts_of(session, *place, question.problem.params.get("ids", "").split())
    if question.customer is not None:
        name_0_1 = version_1.normalise_name(version_1.display_name(question.invoice.debtor) or "")
        found += mirror.candidates(session, *place, look_up(question.customer), name_0_1)
    if search:
        found = [*mirror.accounts_like(session, *place, search, MOST), *found]
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


def _asked_live(runtime: Runtime, shown: Page, accounts: list[CrmAccount], entries: dict[str, date]) -> Page:
    """One call for the relations with their addresses, and one for the entries of those that we booked nothing on."""
    link, ids = shown.question.link, [account.id for account in accounts[:MOST]]
    unbooked = [account_id for account_id in ids if account_id not in entries]
    try:
        with Transport(link.app.base_url, runtime.config.deadline, Gate(runtime, link.app, link.exact_user)) as line:
            client = ExactClient(line, link.division)
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
