"""What was booked, added up by ledger and VAT code: from the lines that are kept, in one statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, func, select

from mice_exact_plugin.domain.states import State
from mice_exact_plugin.exports.lines import ExportLine
from mice_exact_plugin.exports.table import InvoiceExport

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from sqlalchemy.orm import Session

    from mice_exact_plugin.exact.sites import Place


def by_ledger(session: Session, tenant: str, place: Place, since: date) -> dict[tuple[str, str], Decimal]:
    """The net amounts of invoices from a day on that are booked there, by G/L account and VAT code."""
    same = and_(ExportLine.export_id == InvoiceExport.id, ExportLine.generation == InvoiceExport.generation)
    query = (
        select(ExportLine.gl_account_id, ExportLine.vat_code, func.sum(ExportLine.net))
        .join(InvoiceExport, same)
        .where(
            InvoiceExport.tenant == tenant,
            InvoiceExport.state == State.SYNCED,
            InvoiceExport.site == place[0],
            InvoiceExport.division == place[1],
            InvoiceExport.invoice_date >= since,
        )
        .group_by(ExportLine.gl_account_id, ExportLine.vat_code)
    )
    return {(account_id, code): amount for account_id, code, amount in session.execute(query)}
