"""What is to be said of a final on its deposits too: whoever opens the deposit's invoice has to know it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mice_exact_plugin.deposits.known import pointed_to, rows_of, unread_takers
from mice_exact_plugin.domain.remarks import RemarkCode
from mice_exact_plugin.exports import lines, remarks

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from sqlalchemy.orm import Session

    from mice_exact_plugin.domain.entry.entry import Mark
    from mice_exact_plugin.domain.invoice import Invoice
    from mice_exact_plugin.domain.remarks import Said
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


def found_in_exact(session: Session, row: Export, invoice: Invoice) -> None:
    """What takes off deposits was not sent by us, or nobody knows how it was: what it does to them is still to be read.

    Within the caller's transaction.
    """
    wanted = pointed_to([invoice])
    deposits = rows_of(session, row.tenant, wanted) if wanted and lines.of(session, row) is None else []
    others = unread_takers(session, row.tenant, [deposit.id for deposit in deposits])
    for deposit in deposits:
        unread = [each for each in others.get(deposit.id, ()) if each.id != row.id] + [row]
        told: Said = {"invoices": [each.invoice_id for each in unread]}
        told["number"] = ", ".join(each.identifier for each in unread)
        remarks.add(session, deposit.id, RemarkCode.FINAL_UNREAD, told)


def taker_was_read(session: Session, row: Export, deposits: Sequence[Export], taken: Collection[str | None]) -> None:
    """Within the caller's transaction; a deposit with another one that is still to be read stays marked."""
    others = unread_takers(session, row.tenant, [deposit.id for deposit in deposits])
    for deposit in deposits:
        if not others.get(deposit.id):
            remarks.withdraw(session, deposit.id, RemarkCode.FINAL_UNREAD)
        if deposit.invoice_id not in taken:
            remarks.add(session, deposit.id, RemarkCode.FINAL_TAKES_NOTHING, {"number": row.identifier})


def _is_said_by(session: Session, deposit: Export, row: Export) -> bool:
    """And not by another final of the same deposit."""
    said = remarks.latest(session, deposit.id, RemarkCode.FINAL_RATE_CHANGED)
    return said is not None and said.params.get("number") == row.identifier
