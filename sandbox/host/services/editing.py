"""Changing an invoice, a draft or a sent one; addons hear of a change to a sent one."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sandbox.host.addons.dispatch import announce
from sandbox.host.addons.records import invoice_record
from sandbox.host.database import session
from sandbox.host.errors import RefusedError
from sandbox.host.models import InvoiceLine, LineKind, RateGroup
from sandbox.host.services.drafting import number_lines
from sandbox.host.services.vat import plain, reprice

if TYPE_CHECKING:
    from sandbox.host.models import Invoice, Tenant

#: What of a line decides its amount.
_PRICED = ("quantity", "unit_price", "vat_rate")


@dataclass(frozen=True)
class LineValues:
    """A line as a person typed it; without a rate group it has a VAT rate alone."""

    description: str
    quantity: Decimal
    unit_price: Decimal
    rate: RateGroup | Decimal


def change_header(tenant: Tenant, invoice: Invoice, values: dict[str, Any]) -> None:
    for name, value in values.items():
        setattr(invoice, name, value)
    _finish(tenant, invoice)


def add_line(tenant: Tenant, invoice: Invoice, values: LineValues) -> None:
    line = InvoiceLine(kind=LineKind.MANUAL)
    _fill(line, values)
    invoice.lines.append(line)
    number_lines(invoice)
    reprice(invoice)
    _finish(tenant, invoice)


def change_line(tenant: Tenant, invoice: Invoice, line: InvoiceLine, values: LineValues) -> None:
    """A new text leaves every amount as it was; a new price, quantity or rate prices the whole invoice again."""
    before = [getattr(line, name) for name in _PRICED]
    _fill(line, values)
    if before != [getattr(line, name) for name in _PRICED]:
        reprice(invoice)
    _finish(tenant, invoice)


def remove_line(tenant: Tenant, invoice: Invoice, line: InvoiceLine) -> None:
    if not invoice.is_draft and len(invoice.lines) == 1:
        raise RefusedError("Een verstuurde factuur houdt minstens één regel.")
    invoice.lines.remove(line)
    number_lines(invoice)
    reprice(invoice)
    _finish(tenant, invoice)


def _fill(line: InvoiceLine, values: LineValues) -> None:
    line.description, line.quantity, line.unit_price = values.description, values.quantity, values.unit_price
    line.rate_group = values.rate if isinstance(values.rate, RateGroup) else None
    line.vat_rate = plain(values.rate) if isinstance(values.rate, Decimal) else values.rate.vat_rate


def _finish(tenant: Tenant, invoice: Invoice) -> None:
    session().flush()
    if not invoice.is_draft:
        announce("invoice_updated", tenant.code, invoice=invoice_record(tenant.code, invoice))
    session().commit()
