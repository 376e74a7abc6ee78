"""What was booked before: for whom, on which relation, and the entry that was booked last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import exists, func, select

from mice_exact_plugin.domain.remarks import RemarkCode
from mice_exact_plugin.domain.states import State
from mice_exact_plugin.exports.remarks import RemarkRow
from mice_exact_plugin.exports.table import InvoiceExport

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from sqlalchemy.orm import Session

#: Of how many earlier bookings of one client the names are looked at.
MOST_BOOKINGS = 20


def newest_entry(session: Session, tenant: str, site: str, division: int) -> str | None:
    """The id of the tenant's newest entry there of which nobody saw that it was deleted; None before the first.

    A search asks for it besides, to see whether it can find anything at all.
    """
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


def booked_before(
    session: Session, tenant: str, place: tuple[str, int], client_id: str, debtor_key: str
) -> list[tuple[str, str]]:
    """Whole name and relation of the latest bookings of this client of the host, under names that begin alike."""
    query = select(InvoiceExport.debtor_name, InvoiceExport.account_id).where(
        InvoiceExport.tenant == tenant,
        InvoiceExport.client_id == client_id,
        InvoiceExport.debtor_key == debtor_key,
        InvoiceExport.site == place[0],
        InvoiceExport.division == place[1],
        InvoiceExport.state == State.SYNCED,
    )
    rows = session.execute(query.order_by(InvoiceExport.synced_at.desc()).limit(MOST_BOOKINGS)).all()
    return [(name, account_id) for name, account_id in rows if name and account_id]


def last_bookings(session: Session, place: tuple[str, int], account_ids: Collection[str]) -> dict[str, date]:
    """The date of the last invoice that was booked on each of these relations, by whatever tenant."""
    if not account_ids:
        return {}
    query = select(InvoiceExport.account_id, func.max(InvoiceExport.invoice_date)).where(
        InvoiceExport.site == place[0],
        InvoiceExport.division == place[1],
        InvoiceExport.account_id.in_(account_ids),
        InvoiceExport.state == State.SYNCED,
    )
    return {str(account_id): day for account_id, day in session.execute(query.group_by(InvoiceExport.account_id))}
