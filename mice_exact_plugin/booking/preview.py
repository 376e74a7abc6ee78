"""What an invoice becomes in Exact, or became: found by the planning that books, without a call or a write.

What was booked is told as it was kept, not as it would be booked now.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

# Any: an export is filled by the names of its fields.
from typing import TYPE_CHECKING, Any

from mice_exact_plugin.booking import planning, suspicion
from mice_exact_plugin.database import step
from mice_exact_plugin.debtors import locate
from mice_exact_plugin.debtors.binding import DebtorUnderWay, Located
from mice_exact_plugin.deposits import known as known_deposits
from mice_exact_plugin.domain.debtor import recognition
from mice_exact_plugin.domain.debtor.customer import customer_of, relation_of
from mice_exact_plugin.domain.entry.entry import sent_of
from mice_exact_plugin.domain.entry.mapper import Blocked, Mapped
from mice_exact_plugin.domain.problems import ONLY_A_TRY_TELLS, Code, Problem
from mice_exact_plugin.domain.states import State
from mice_exact_plugin.exports import lines, queue, remarks
from mice_exact_plugin.exports.export import Export
from mice_exact_plugin.exports.table import differing, sent_from_json
from mice_exact_plugin.host import adapter
from mice_exact_plugin.link.connection import NotConnected, link_to_look
from mice_exact_plugin.mirror import binding_table, reference_data, relation_table
from mice_exact_plugin.work import books_at

if TYPE_CHECKING:
    from datetime import datetime

    from mice_exact_plugin.domain.debtor.recognition import Fact
    from mice_exact_plugin.domain.entry.entry import SentEntry
    from mice_exact_plugin.domain.entry.mapper import NothingToBook
    from mice_exact_plugin.domain.invoice import Invoice
    from mice_exact_plugin.domain.kept import KeptDifference
    from mice_exact_plugin.domain.reference import CrmAccount, ReferenceData
    from mice_exact_plugin.exports.lines import KeptLines
    from mice_exact_plugin.link.connection import Link
    from mice_exact_plugin.mirror.binding_table import Known
    from mice_exact_plugin.runtime import Runtime
    from mice_exact_plugin.work import Books

#: What stays true of a blocked row although planning cannot see it.
_KEPT = ONLY_A_TRY_TELLS | {Code.ENTRY_CONFLICT, Code.DIFFERENCE_SUSPECT}
#: Something of it was sent, or found in Exact, and nothing says that it is not there.
_SENT = (State.CLAIMED, State.UNCONFIRMED, State.SYNCED)


@dataclass(frozen=True, slots=True)
class Recognised:
    """The relation of the debtor and why it is that one; without `account` a new one is to be made.

    Attributes:
        agrees: the facts that invoice and relation have in common.
        decided_by: the person who chose it, or chose to make a new one.
        bound_at: since when the customer is known as this relation.
        is_collective: the one for private persons whom nothing tells apart.
        promote: it is no customer in Exact yet and is made one.
    """

    account: CrmAccount | None
    agrees: tuple[Fact, ...] = ()
    decided_by: str | None = None
    bound_at: datetime | None = None
    is_collective: bool = False
    promote: bool = False


@dataclass(frozen=True, slots=True)
class Booked:
    """What was sent and what is known of the answer; `lines` is None where they were not kept with their meaning."""

    sent: SentEntry
    account: CrmAccount | None
    differences: tuple[KeptDifference, ...]
    lines: KeptLines | None = None


@dataclass(frozen=True, slots=True)
class Preview:
    """One invoice and its entry; either may be missing.

    Attributes:
        row: None for an invoice that is not in the queue.
        reference: the lists of the administration; None when nothing is known of it.
        mapped: the entry as it would be sent now; None for what was sent, and while nothing is set.
        booked: None for what was not sent.
        problems: everything that would hold it up now.
        is_under_way: a relation for its debtor was sent, and whether it arrived is not known yet.
    """

    invoice: Invoice | None
    row: Export | None
    reference: ReferenceData | None = None
    debtor: Recognised | None = None
    located: Located | None = None
    mapped: Mapped | Blocked | NothingToBook | None = None
    booked: Booked | None = None
    problems: tuple[Problem, ...] = ()
    is_under_way: bool = False

    @property
    def is_unset(self) -> bool:
        """Nothing can be said of its entry before an administration is chosen and set."""
        return self.booked is None and self.mapped is None and self.invoice is not None

    @property
    def draft(self) -> Mapped | None:
        """The entry as it would be sent now, as far as it goes."""
        if isinstance(self.mapped, Blocked):
            return self.mapped.draft
        return self.mapped if isinstance(self.mapped, Mapped) else None

    @property
    def entry(self) -> SentEntry | None:
        """The entry as it was sent, or would be; none while not one of its lines can be placed."""
        if self.booked is not None:
            return self.booked.sent
        if self.draft is None or not self.draft.entry.lines:
            return None
        account = self.debtor.account if self.debtor else None
        return sent_of(self.draft.entry, account.id if account else None)


def of(runtime: Runtime, tenant: str, invoice_id: str) -> Preview | None:
    """None for an invoice that this tenant does not have."""
    with step(runtime.session):
        row = queue.row_of(runtime.session, tenant, invoice_id)
        invoice = adapter.invoices(runtime.host.invoices(tenant, [invoice_id])).get(invoice_id)
    if row is None and invoice is None:
        return None
    link = _link(runtime, tenant)
    if row is not None and is_sent(row):
        return _of_sent(runtime, link, row, invoice)
    books = books_at(runtime, link) if link else None
    if books is None or invoice is None:
        return Preview(invoice, row, problems=_kept(row))
    return by_books(books, row, invoice)


def by_books(books: Books, row: Export | None, invoice: Invoice) -> Preview:
    """What an invoice that was not sent would become now."""
    found, concerned = Preview(invoice, row, books.reference), row or as_if_queued(invoice)
    with step(books.session):
        held = queue.blocked_with(books.session, concerned.tenant, Code.DIFFERENCE_SUSPECT)
    suspicion.remember(books, held)
    try:
        looked = planning.look(books, concerned, invoice)
    except DebtorUnderWay:
        mapped = planning.mapped_on(books, concerned, invoice, None, known_deposits.of(books, concerned, invoice))
        return replace(found, mapped=mapped, problems=_all(mapped, row), is_under_way=True)
    located = looked.located if isinstance(looked.located, Located) else None
    return replace(
        found,
        located=located,
        debtor=_recognised(books, located) if located else None,
        mapped=looked.mapped,
        problems=_all(planning.judge(books, looked), row),
    )


def is_sent(row: Export) -> bool:
    return row.state in _SENT or row.entry_id is not None


def _link(runtime: Runtime, tenant: str) -> Link | None:
    """None without an administration, and when the app of its log-in is gone."""
    try:
        return link_to_look(runtime, tenant)
    except NotConnected:
        return None


def as_if_queued(invoice: Invoice) -> Export:
    """The row that an invoice without one would get; its id is nobody's."""
    values: dict[str, Any] = dict.fromkeys(Export._fields)
    values |= dict.fromkeys(("id", "tries", "generation", "fence", "sends", "version"), 0)
    values |= {"tenant": invoice.tenant, "invoice_id": invoice.id, "state": State.QUEUED, "has_acceptance": False}
    values |= queue.facts_of(invoice)
    return Export(**{**values, "problems": [], "fallbacks": []})


def _all(plan: object, row: Export | None) -> tuple[Problem, ...]:
    """What planning finds, and what only an earlier try or a search could tell."""
    problems = plan.problems if isinstance(plan, Blocked) else ()
    return (*problems, *(problem for problem in _kept(row) if problem not in problems))


def _kept(row: Export | None) -> tuple[Problem, ...]:
    if row is None or row.state is not State.BLOCKED:
        return ()
    return tuple(problem for problem in row.problems if problem.code in _KEPT)


def _recognised(books: Books, located: Located) -> Recognised:
    with step(books.session):
        known = binding_table.known(books.session, *books.link.place, located.key)
    account, customer = located.account, located.customer
    if account is None:
        return Recognised(None, decided_by=known.decided_by if known else None)
    home = books.link.division_country
    return Recognised(
        account,
        agrees=recognition.agreeing(customer, relation_of(account, home)) if customer else (),
        decided_by=_decider(known, account),
        bound_at=known.bound_at if known and known.account_id == account.id else None,
        is_collective=known is None and account.id == books.settings.private.collective_account_id,
        promote=located.promote,
    )


def _decider(known: Known | None, account: CrmAccount) -> str | None:
    return known.decided_by if known and known.account_id == account.id else None


def _of_sent(runtime: Runtime, link: Link | None, row: Export, invoice: Invoice | None) -> Preview:
    """As it was kept. Why its debtor is that relation is told while the customer is still recognised as the same."""
    session, place = runtime.session, row.place
    with step(session):
        account = relation_table.account_of(session, *place, row.account_id) if place and row.account_id else None
        known = remarks.differences_of(session, row.id)
        kept = lines.of(session, row)
    problem = differing(row)
    differences = tuple(problem.params["differences"]) if problem else known
    problems = tuple(row.problems) if row.state is State.BLOCKED else ()
    found = Preview(invoice, row, booked=Booked(sent_from_json(row), account, differences, kept), problems=problems)
    if link is None or place is None or place[0] != link.place[0]:
        return found
    books = books_at(runtime, link) if place == link.place else None
    reference = books.reference if books else reference_data.reference_data(runtime, replace(link, division=place[1]))
    return replace(found, reference=reference, debtor=_as_then(books, invoice, account) if books else None)


def _as_then(books: Books, invoice: Invoice | None, account: CrmAccount | None) -> Recognised | None:
    if account is None or invoice is None:
        return None
    try:
        located = locate.locate(books, invoice)
    except DebtorUnderWay:
        located = None
    if isinstance(located, Located) and located.account and located.account.id == account.id:
        return replace(_recognised(books, located), promote=False)
    return Recognised(account, agrees=_agreeing(books, invoice, account))


def _agreeing(books: Books, invoice: Invoice, account: CrmAccount) -> tuple[Fact, ...]:
    debtor, home = invoice.debtor, books.link.division_country
    customer = customer_of(debtor, home, books.forms.keyed, debtor.client_id)
    return recognition.agreeing(customer, relation_of(account, home)) if customer else ()
