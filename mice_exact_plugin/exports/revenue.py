"""What was booked, added up from the lines that are kept, in one statement: by ledger and VAT code, and by costs."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import and_, func, or_, select

from mice_exact_plugin.domain.deposits.placing import KINDS
from mice_exact_plugin.domain.dimensions import Costs
from mice_exact_plugin.domain.states import State
from mice_exact_plugin.exports import remarks
from mice_exact_plugin.exports.lines import ExportLine
from mice_exact_plugin.exports.table import InvoiceExport

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session

    from mice_exact_plugin.exact.sites import Place


class BookedCosts(NamedTuple):
    """What lines with these costs come to."""

    costs: Costs
    lines: int
    net: Decimal


def by_ledger(session: Session, tenant: str, place: Place, since: date) -> dict[tuple[str, str], Decimal]:
    """The net amounts of invoices from a day on that are booked there, by G/L account and VAT code."""
    of = ExportLine.gl_account_id, ExportLine.vat_code
    query = select(*of, func.sum(ExportLine.net)).join(InvoiceExport, _SAME).where(*_booked(tenant, place, since))
    return {(account_id, code): amount for account_id, code, amount in session.execute(query.group_by(*of))}


def by_costs(session: Session, tenant: str, place: Place, since: date) -> list[BookedCosts]:
    """The same by cost centre and unit, the largest first; deposits have none and are left out."""
    of, charged = (ExportLine.cost_center, ExportLine.cost_unit), ExportLine.kind.not_in(KINDS)
    query = select(*of, func.count(), func.sum(ExportLine.net)).join(InvoiceExport, _SAME)
    query = query.where(*_booked(tenant, place, since), or_(ExportLine.kind.is_(None), charged)).group_by(*of)
    found = [BookedCosts(Costs(center, unit), count, net) for center, unit, count, net in session.execute(query)]
    return sorted(found, key=lambda each: (-each.net, each.costs.center or "", each.costs.unit or ""))


_SAME = and_(ExportLine.export_id == InvoiceExport.id, ExportLine.generation == InvoiceExport.generation)


def _booked(tenant: str, place: Place, since: date) -> tuple[ColumnElement[bool], ...]:
    site, division = place
    return (
        InvoiceExport.tenant == tenant,
        InvoiceExport.state == State.SYNCED,
        InvoiceExport.site == site,
        InvoiceExport.division == division,
        InvoiceExport.invoice_date >= since,
        ~remarks.is_seen_gone(InvoiceExport.id),
    )
