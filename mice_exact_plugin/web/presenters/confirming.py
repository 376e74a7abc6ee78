"""Questions of one kind in a list: the customer of the invoice beside the relation that is proposed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mice_exact_plugin.domain.reference import CrmAccount
    from mice_exact_plugin.services.debtor_choice import Question


@dataclass(frozen=True, slots=True)
class ConfirmingRow:
    invoice_id: str
    identifier: str
    customer: str
    relation: str


def rows_to_confirm(questions: Iterable[Question], accounts: Mapping[str, CrmAccount]) -> tuple[ConfirmingRow, ...]:
    """`accounts` are the proposed relations by id."""
    return tuple(_row(question, accounts.get(question.problem.params.get("proposed", ""))) for question in questions)


def _row(question: Question, account: CrmAccount | None) -> ConfirmingRow:
    return ConfirmingRow(
        invoice_id=question.row.invoice_id,
        identifier=question.row.identifier,
        customer=question.customer.written if question.customer else "",
        relation=f"{account.code} {account.name}" if account else "",
    )
