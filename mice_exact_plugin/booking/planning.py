"""Everything that can be decided about a row without a call: debtor, entry, and every problem at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.acceptance import accepted, followed
from mice_exact_plugin.domain.entry_sides import sent_of
from mice_exact_plugin.domain.eu_sales import Relation
from mice_exact_plugin.domain.export_state import BY_HAND
from mice_exact_plugin.domain.mapper import Blocked, Mapped, NothingToBook, map_invoice
from mice_exact_plugin.domain.problems import Code, Problem
from mice_exact_plugin.domain.suspicion import NO_CONDITION, references_of, suspects_of
from mice_exact_plugin.services.posting import debtors, holding
from mice_exact_plugin.store import acceptance
from mice_exact_plugin.store import export_queue as queue
from mice_exact_plugin.store.base import step

if TYPE_CHECKING:
    from mice_exact_plugin.domain.acceptance import Accepted
    from mice_exact_plugin.domain.invoice import Invoice
    from mice_exact_plugin.domain.sales_entry import SalesEntry
    from mice_exact_plugin.services.posting.debtors import Located
    from mice_exact_plugin.services.posting.work import Desk
    from mice_exact_plugin.store.export import Export


@dataclass(frozen=True, slots=True)
class Ready:
    """A balanced entry and where its debtor stands."""

    mapped: Mapped
    located: Located


def plan(desk: Desk, row: Export, invoice: Invoice) -> Ready | Blocked | NothingToBook:
    """Map one row locally. Raises DebtorUnderWay while a creation of its debtor is unresolved."""
    located = debtors.locate(desk, invoice)
    with step(desk.session):
        reused = queue.is_booked_elsewhere(desk.session, row, *desk.link.place)
        held = _accepted(desk, row)
    known = located if isinstance(located, debtors.Located) else None
    mapped = map_invoice(
        invoice,
        desk.settings,
        desk.reference,
        debtor_has_payment_condition=known is not None and known.has_payment_condition,
        identifier_is_booked=reused,
        relation=_relation(desk, known),
        accepted=held,
    )
    if isinstance(mapped, NothingToBook):
        return mapped
    problems = list(mapped.problems) if isinstance(mapped, Blocked) else []
    if isinstance(located, Problem) and located not in problems:
        problems.append(located)
    if problems or known is None or isinstance(mapped, Blocked):
        return Blocked(tuple(problems))
    account_id = known.account.id if known.account else None
    references = references_of(mapped.entry, account_id)
    suspects = suspects_of(references, desk.suspects)
    suspects += [problem for shared, problem in desk.alike if shared <= references]
    suspects += holding.problems_of(desk, sent_of(mapped.entry, account_id))
    if lacks_condition(mapped.entry, known) and NO_CONDITION in desk.suspects:
        suspects.append(Problem(Code.PAYMENT_CONDITION_NEEDED))
    return Blocked(tuple(suspects)) if suspects else Ready(mapped, known)


def lacks_condition(entry: SalesEntry, located: Located) -> bool:
    """Whether the payment condition is left to the administration: neither entry nor relation has one."""
    return entry.payment_condition is None and not located.has_payment_condition


def _accepted(desk: Desk, row: Export) -> Accepted:
    """What persons accepted for it; a credit follows the invoice that it credits."""
    own = _held(desk, row)
    original = queue.row_of(desk.session, row.tenant, row.credits_id) if row.is_credit and row.credits_id else None
    if original is None:
        return own
    is_booked = original.entry_id is not None or original.ignored_reason == BY_HAND
    return followed(own, _held(desk, original), is_booked=is_booked)


def _held(desk: Desk, row: Export) -> Accepted:
    rows = acceptance.rows_of(desk.session, row.id) if row.has_acceptance else ()
    return accepted(acceptance.acceptances(rows))


def _relation(desk: Desk, located: Located | None) -> Relation | None:
    account = located.account if located else None
    if account is None:
        return None
    is_collective = account.id == desk.settings.private.collective_account_id
    return Relation(account.name, account.code, account.vat_number, account.country, is_collective)
