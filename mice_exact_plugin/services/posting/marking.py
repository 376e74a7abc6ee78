"""What is remarked on an invoice because of how it was mapped, written down with its claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mice_exact_plugin.domain.customer import unreadable_of
from mice_exact_plugin.domain.remarks import RemarkCode
from mice_exact_plugin.services import remarks
from mice_exact_plugin.services.posting.debtors import notes
from mice_exact_plugin.store.base import step

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from mice_exact_plugin.domain.invoice import Invoice
    from mice_exact_plugin.domain.mapper import Mapped
    from mice_exact_plugin.services.posting.work import Work
    from mice_exact_plugin.store.export import Export

#: What the mapper may find; an earlier claim may have remarked what is no longer so.
_OF_MAPPING = (
    RemarkCode.LOOSE_LINES,
    RemarkCode.ACCEPTED_DIFFERENCE,
    RemarkCode.EU_CODE_ANYWAY,
    RemarkCode.EU_NUMBER_DIFFERS,
    RemarkCode.EU_ADDRESS,
    RemarkCode.VAT_NUMBER_CHECK_DIGITS,
)


def mark(session: Session, row: Export, mapped: Mapped) -> None:
    """Within the transaction of the claim: one that was taken back is marked anew by the next."""
    for code, params in mapped.marks:
        remarks.add(session, row.id, code, params)
    if row.posting_key is None:
        return
    present = {code for code, _ in mapped.marks}
    for code in _OF_MAPPING:
        if code not in present:
            remarks.withdraw(session, row.id, code)


def tell_unreadable(work: Work, row: Export, invoice: Invoice) -> None:
    """What of the customer nobody understands is said also while the invoice waits: it may be why."""
    said = notes.unreadable(unreadable_of(invoice.debtor, work.link.division_country))
    with step(work.session):
        for code, params in said:
            remarks.add(work.session, row.id, code, params)
        if not said:
            remarks.withdraw(work.session, row.id, RemarkCode.UNREADABLE)
