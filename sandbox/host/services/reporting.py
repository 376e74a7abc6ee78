"""Rapportage Gefactureerd: what was invoiced in a period, per VAT rate, to compare with the books."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from sandbox.host.database import session
from sandbox.host.models import Invoice, InvoiceLine

if TYPE_CHECKING:
    from datetime import date

    from sandbox.host.models import Tenant


@dataclass(frozen=True)
class RateTotal:
    currency: str
    rate: Decimal
    excl: Decimal
    vat: Decimal
    incl: Decimal


def invoiced(tenant: Tenant, first: date, last: date) -> list[RateTotal]:
    """Sent invoices by invoice date, both days included."""
    sums = (func.sum(InvoiceLine.amount_excl), func.sum(InvoiceLine.amount_vat), func.sum(InvoiceLine.amount_incl))
    query = (
        select(Invoice.currency, InvoiceLine.vat_rate, *sums)
        .join(InvoiceLine, InvoiceLine.invoice_id == Invoice.id)
        .where(Invoice.tenant_id == tenant.id, Invoice.sent_at.is_not(None))
        .where(Invoice.invoice_date.between(first, last))
        .group_by(Invoice.currency, InvoiceLine.vat_rate)
    )
    found = [RateTotal(*row) for row in session().execute(query)]
    return sorted(found, key=lambda total: (total.currency, -total.rate))
