"""The entry that was booked last: what a search asks for besides, to see whether it can find anything at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import exists, select

from mice_exact_plugin.domain.remarks import RemarkCode
from mice_exact_plugin.domain.states import State
from mice_exact_plugin.exports.remarks import RemarkRow
from mice_exact_plugin.exports.table import InvoiceExport

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def newest_entry(session: Session, tenant: str, site: str, division: int) -> str | None:
    """The id of the tenant's newest entry there of which nobody saw that it was deleted; None before the first."""
    seen_gone = exists().where(RemarkRow.export_id == InvoiceExport.id, RemarkRow.code == RemarkCode.DELETED_IN_EXACT)
    query = select(InvoiceExport.entry_id).where(
        InvoiceExport.tenant == tenant,
        InvoiceExport.site == site,
        InvoiceExport.division == division,
        InvoiceExport.state == State.SYNCED,
        InvoiceExport.entry_id.is_not(None),
        ~seen_gone,
    )
    newest = query.order_by(InvoiceExport.synced_at.desc(), InvoiceExport.id.desc())
    return session.scalars(newest.limit(1)).first()
