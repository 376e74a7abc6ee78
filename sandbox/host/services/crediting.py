"""Credit invoices, numbered and sent at once: the whole invoice, or lines of it at a lower quantity or price."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from sandbox.host import clock
from sandbox.host.addons.dispatch import announce
from sandbox.host.addons.records import invoice_record
from sandbox.host.database import session
from sandbox.host.errors import RefusedError
from sandbox.host.models import CLIENT_FIELDS, Invoice, InvoiceLine, LineKind
from sandbox.host.services import mailing, numbering, sending
from sandbox.host.services.drafting import number_lines
from sandbox.host.services.vat import reprice, set_totals

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sandbox.host.models import Tenant


@dataclass(frozen=True)
class Lowered:
    """What remains of a line: neither the quantity nor the price may grow or change sign."""

    quantity: Decimal
    unit_price: Decimal


def credit_fully(tenant: Tenant, invoice: Invoice) -> Invoice:
    """Credit every line with the opposite of its own amounts, so that nothing is left to the cent."""
    numbering.lock_series(tenant.id)
    _check(invoice)
    if invoice.credit_invoices:
        raise RefusedError("Deze factuur is al (deels) gecrediteerd; kies gedeeltelijk crediteren voor de rest.")
    credit = _new_credit(invoice)
    credit.lines = [_opposite(invoice, line) for line in invoice.lines]
    set_totals(credit)
    return _send(tenant, invoice, credit)


def credit_partially(tenant: Tenant, invoice: Invoice, lowered: Mapping[int, Lowered]) -> Invoice:
    """Credit the difference between lines as they were and as they remain; `lowered` is by line id."""
    numbering.lock_series(tenant.id)
    _check(invoice)
    credit = _new_credit(invoice)
    for line in invoice.lines:
        if line.id in lowered:
            credit.lines += _differences(invoice, line, lowered[line.id])
    if not credit.lines:
        raise RefusedError("Verlaag van minstens één regel het aantal of de prijs.")
    reprice(credit)
    _check_not_too_much(invoice, credit)
    return _send(tenant, invoice, credit)


def _check(invoice: Invoice) -> None:
    if invoice.is_draft:
        raise RefusedError("Een concept wordt niet gecrediteerd maar aangepast of verwijderd.")
    if invoice.is_credit:
        raise RefusedError("Een creditfactuur kan niet worden gecrediteerd.")


def _new_credit(invoice: Invoice) -> Invoice:
    return Invoice(
        tenant_id=invoice.tenant_id,
        is_credit=True,
        credits_id=invoice.id,
        created_at=clock.now(),
        view=invoice.view,
        currency=invoice.currency,
        incl_vat=invoice.incl_vat,
        reference=invoice.reference,
        event_id=invoice.event_id,
        event_name=invoice.event_name,
        event_date=invoice.event_date,
        location_code=invoice.location_code,
        location_name=invoice.location_name,
        relation_id=invoice.relation_id,
        **{f"client_{name}": getattr(invoice, f"client_{name}") for name in CLIENT_FIELDS},
    )


def _opposite(invoice: Invoice, line: InvoiceLine) -> InvoiceLine:
    credit_line = _credit_line(invoice, line, -line.quantity, line.unit_price)
    credit_line.source_key = line.source_key
    credit_line.amount_excl, credit_line.amount_vat = -line.amount_excl, -line.amount_vat
    credit_line.amount_incl = -line.amount_incl
    return credit_line


def _differences(invoice: Invoice, line: InvoiceLine, remains: Lowered) -> list[InvoiceLine]:
    """The fewer pieces at the old price, then the remaining pieces at the difference in price."""
    if not (_is_lower(remains.quantity, line.quantity) and _is_lower(remains.unit_price, line.unit_price)):
        raise RefusedError(f"'{line.description}': een lager aantal of een lagere prijs, niet meer dan op de factuur.")
    fewer, cheaper = line.quantity - remains.quantity, line.unit_price - remains.unit_price
    found = []
    if fewer:
        found.append(_credit_line(invoice, line, -fewer, line.unit_price))
    if cheaper and remains.quantity:
        found.append(_credit_line(invoice, line, -remains.quantity, cheaper))
    return found


def _is_lower(remaining: Decimal, was: Decimal) -> bool:
    return min(was, Decimal(0)) <= remaining <= max(was, Decimal(0))


def _credit_line(invoice: Invoice, line: InvoiceLine, quantity: Decimal, unit_price: Decimal) -> InvoiceLine:
    is_deposit = line.kind == LineKind.DEPOSIT
    return InvoiceLine(
        position=0,
        kind=line.kind,
        description=line.description,
        product=line.product,
        quantity=quantity,
        unit_price=unit_price,
        vat_rate=line.vat_rate,
        rate_group_id=line.rate_group_id,
        rate_group=line.rate_group,
        event_id=line.event_id,
        vat_situation=line.vat_situation,
        room=line.room,
        category=line.category,
        product_id=line.product_id,
        deposit_invoice_id=invoice.id if is_deposit else line.deposit_invoice_id,
        credits_line_id=line.id,
    )


def _check_not_too_much(invoice: Invoice, credit: Invoice) -> None:
    """All credits of a line together never exceed the line; a cent of rounding per credit is allowed."""
    credits = [*invoice.credit_invoices, credit]
    for line in invoice.lines:
        taken = [each.amount_incl for one in credits for each in one.lines if each.credits_line_id == line.id]
        if abs(sum(taken, Decimal(0))) > abs(line.amount_incl) + Decimal("0.01") * len(taken):
            raise RefusedError(f"'{line.description}' is dan voor meer dan het hele bedrag gecrediteerd.")


def _send(tenant: Tenant, invoice: Invoice, credit: Invoice) -> Invoice:
    number_lines(credit)
    session().add(credit)
    sending.finalise(tenant, credit, clock.now())
    session().flush()
    if credit.client_email:
        mailing.mail_invoice(tenant, credit)
    session().flush()
    record = invoice_record(tenant.code, credit)
    announce("invoice_sent", tenant.code, invoice=record)
    announce("invoice_credited", tenant.code, invoice=invoice_record(tenant.code, invoice), credit=record)
    session().commit()
    return credit
