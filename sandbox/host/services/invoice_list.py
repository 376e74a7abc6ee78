"""Finding invoices for the overview: by status, by text, a page at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import selectinload

from sandbox.host import clock
from sandbox.host.database import session
from sandbox.host.models import Invoice, InvoiceStatus

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sandbox.host.models import Tenant

PAGE_SIZE = 50

EXPIRED = "verlopen"

#: What the status filter offers.
FILTERS = {
    "": "Alle",
    InvoiceStatus.CONCEPT.value: "Concept",
    InvoiceStatus.OPEN.value: "Open",
    EXPIRED: "Verlopen",
    InvoiceStatus.CREDIT.value: "Credit",
}


@dataclass(frozen=True)
class InvoicePage:
    invoices: Sequence[Invoice]
    number: int
    total: int

    @property
    def has_next(self) -> bool:
        return self.number * PAGE_SIZE < self.total


def find(tenant: Tenant, status: str, text: str, number: int) -> InvoicePage:
    query = _matching(tenant, status, text)
    total = session().scalar(select(func.count()).select_from(query.subquery())) or 0
    page = query.order_by(Invoice.sent_at.is_not(None), Invoice.sent_at.desc(), Invoice.id.desc())
    page = page.options(selectinload(Invoice.lines)).offset((number - 1) * PAGE_SIZE).limit(PAGE_SIZE)
    return InvoicePage(session().scalars(page).all(), number, total)


def _matching(tenant: Tenant, status: str, text: str) -> Select[tuple[Invoice]]:
    query = select(Invoice).where(Invoice.tenant_id == tenant.id)
    if status == EXPIRED:
        query = query.where(Invoice.status == InvoiceStatus.OPEN, Invoice.due_date < clock.today())
    elif status in FILTERS and status:
        query = query.where(Invoice.status == status)
    if text:
        fields = (Invoice.identifier, Invoice.client_name, Invoice.client_last_name, Invoice.event_name)
        query = query.where(or_(*(each.icontains(text, autoescape=True) for each in fields)))
    return query
