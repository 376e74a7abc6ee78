"""Everything that can be decided about a row without a call: debtor, entry, and every problem at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mice_exact_plugin.domain.acceptance import accepted
from mice_exact_plugin.domain.mapper import Blocked, Mapped, NothingToBook, map_invoice
from mice_exact_plugin.domain.problems import Problem
from mice_exact_plugin.domain.suspicion import references_of, suspects_of
from mice_exact_plugin.services.posting import debtors
from mice_exact_plugin.store import acceptance
from mice_exact_plugin.store import export_queue as queue
from mice_exact_plugin.store.base import step

if TYPE_CHECKING:
    from sqlalchemy import Row

    from mice_exact_plugin.domain.invoice import Invoice
    from mice_exact_plugin.services.posting.debtors import Located
    from mice_exact_plugin.services.posting.work import Desk


@dataclass(frozen=True, slots=True)
class Ready:
    """A balanced entry and where its debtor stands."""

    mapped: Mapped
    located: Located


@dataclass(frozen=True, slots=True)
class Stuck:
    """All the problems of the invoice, not only the first."""

    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Nothing:
    """Nothing left to book."""


def plan(desk: Desk, row: Row[Any], invoice: Invoice) -> Ready | Stuck | Nothing:
    """Map one row locally. Raises DebtorUnderWay while a creation of its debtor is unresolved."""
    located = debtors.locate(desk, invoice.debtor)
    with step(desk.session):
        reused = queue.is_booked_elsewhere(desk.session, row, *desk.link.place)
        rows = acceptance.rows_of(desk.session, row.id) if row.has_acceptance else ()
        held = accepted(acceptance.acceptances(rows))
    known = located if isinstance(located, debtors.Located) else None
    mapped = map_invoice(
        invoice,
        desk.settings,
        desk.reference,
        debtor_has_payment_condition=known is not None and known.has_payment_condition,
        identifier_is_booked=reused,
        accepted=held,
    )
    if isinstance(mapped, NothingToBook):
        return Nothing()
    problems = list(mapped.problems) if isinstance(mapped, Blocked) else []
    if isinstance(located, Problem) and located not in problems:
        problems.append(located)
    if problems or known is None or isinstance(mapped, Blocked):
        return Stuck(tuple(problems))
    suspects = suspects_of(references_of(mapped.entry, known.account.id if known.account else None), desk.suspects)
    return Stuck(tuple(suspects)) if suspects else Ready(mapped, known)
