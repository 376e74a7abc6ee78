"""Rapportage Gefactureerd: what was invoiced in a period, per VAT rate, to compare with the books."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from sandbox.host.database import session
from sandbox.host.models import Invoice, InvoiceLine, RateGroup

if TYPE_CHECKING:
    from datetime import date, datetime

    from sandbox.host.models import Tenant


@dataclass(frozen=True)
class RateTotal:
    currency: str
    rate: Decimal
    excl: Decimal
    vat: Decimal
    incl: Decimal


@dataclass(frozen=True)
class Revenue:
    """What one thing that is sold brought in of one rate group, without VAT."""

    kind: str
    name: str | None
    vat_rate: Decimal
    rate_group: str | None
    ledger_number: str | None
    currency: str
    net: Decimal


def revenue(tenant: Tenant, start: datetime, end: datetime) -> list[Revenue]:
    """Of what was sent in [start, end)."""
    line, group = (
        (InvoiceLine.kind, InvoiceLine.product, InvoiceLine.vat_rate),
        (RateGroup.code, RateGroup.ledger_number),
    )
    sold = *line, *group, Invoice.currency
    query = (
        select(*sold, func.sum(InvoiceLine.amount_excl))
        .join(Invoice, InvoiceLine.invoice_id == Invoice.id)
        .outerjoin(RateGroup, InvoiceLine.rate_group_id == RateGroup.id)
        .where(Invoice.tenant_id == tenant.id, Invoice.sent_at >= start, Invoice.sent_at < end)
        .group_by(*sold)
    )
    return [Revenue(*row) for row in session().execute(query)]


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
