"""Sent invoices for addons: by id, or in the order of sending."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Select, String, cast, select, tuple_
from sqlalchemy.orm import lazyload, selectinload

from sandbox.host.addons.records import InvoiceRecord, TotalRecord, invoice_record
from sandbox.host.database import session
from sandbox.host.models import Event, Invoice, InvoiceLine

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import datetime

    # Any: SQLAlchemy does not know the types of a row of Core.
    from typing import Any

    from sandbox.host.models import Tenant

PAGE = 500
#: What fits the id column on every database.
LARGEST_ID = 2**31 - 1


class InvoiceSource:
    def by_id(self, tenant: Tenant, invoice_ids: Collection[str]) -> dict[str, InvoiceRecord]:
        ids = [
            int(invoice_id) for invoice_id in invoice_ids if invoice_id.isdecimal() and int(invoice_id) <= LARGEST_ID
        ]
        found: dict[str, InvoiceRecord] = {}
        for start in range(0, len(ids), PAGE):
            for invoice in session().scalars(_sent(tenant).where(Invoice.id.in_(ids[start : start + PAGE]))):
                found[str(invoice.id)] = invoice_record(tenant.code, invoice)
        return found

    def sent_between(self, tenant: Tenant, start: datetime, end: datetime) -> Iterator[InvoiceRecord]:
        """Page by page after the last one seen, so that the reader may commit or hold no transaction in between."""
        code = tenant.code
        query = _sent(tenant).where(Invoice.sent_at >= start, Invoice.sent_at < end)
        query = query.order_by(Invoice.sent_at, Invoice.id).limit(PAGE)
        page = [invoice_record(code, invoice) for invoice in session().scalars(query)]
        while page:
            yield from page
            after = tuple_(Invoice.sent_at, Invoice.id) > (page[-1].sent_at, int(page[-1].id))
            page = [invoice_record(code, invoice) for invoice in session().scalars(query.where(after))]

    def ids_sent_between(self, tenant: Tenant, start: datetime, end: datetime) -> list[str]:
        return list(map(str, session().scalars(_within(select(Invoice.id), tenant, start, end))))

    def totals_sent_between(self, tenant: Tenant, start: datetime, end: datetime) -> Iterator[TotalRecord]:
        """Read as they are asked for: there may be tens of thousands."""
        told = select(cast(Invoice.id, String), Invoice.currency, Invoice.total_incl)
        query = _within(told, tenant, start, end).execution_options(yield_per=PAGE)
        return map(TotalRecord._make, session().execute(query))


def _within(told: Select[Any], tenant: Tenant, start: datetime, end: datetime) -> Select[Any]:
    mine = told.where(Invoice.tenant_id == tenant.id, Invoice.sent_at >= start, Invoice.sent_at < end)
    return mine.order_by(Invoice.sent_at, Invoice.id)


def _sent(tenant: Tenant) -> Select[tuple[Invoice]]:
    query = select(Invoice).where(Invoice.tenant_id == tenant.id, Invoice.sent_at.is_not(None))
    # What an event was ordered with is no part of its invoices.
    event = selectinload(InvoiceLine.event).options(lazyload(Event.items), lazyload(Event.client))
    return query.options(selectinload(Invoice.lines).options(event))
