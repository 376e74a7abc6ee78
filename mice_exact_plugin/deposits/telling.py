"""What a final says of its deposits, remarked on these too: whoever opens the deposit's invoice has to know it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mice_exact_plugin.deposits.known import pointed_to, rows_of
from mice_exact_plugin.domain.remarks import RemarkCode
from mice_exact_plugin.exports import remarks

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.orm import Session

    from mice_exact_plugin.domain.entry.entry import Mark
    from mice_exact_plugin.domain.invoice import Invoice
    from mice_exact_plugin.exports.export import Export


def mark_deposits(session: Session, row: Export, invoice: Invoice, marks: Iterable[Mark]) -> None:
    """Within the transaction of the claim: one that is made anew takes back what is no longer so."""
    said = {params["number"]: params for code, params in marks if code is RemarkCode.DEPOSIT_RATE_CHANGED}
    is_anew = row.posting_key is not None or row.generation > 0
    deposits = pointed_to([invoice]) if said or is_anew else set()
    for deposit in rows_of(session, row.tenant, deposits) if deposits else ():
        if deposit.identifier in said:
            told = said[deposit.identifier] | {"number": row.identifier}
            remarks.add(session, deposit.id, RemarkCode.FINAL_RATE_CHANGED, told)
        elif _is_said_by(session, deposit, row):
            remarks.withdraw(session, deposit.id, RemarkCode.FINAL_RATE_CHANGED)


def _is_said_by(session: Session, deposit: Export, row: Export) -> bool:
    """And not by another final of the same deposit."""
    said = remarks.latest(session, deposit.id, RemarkCode.FINAL_RATE_CHANGED)
    return said is not None and said.params.get("number") == row.identifier
