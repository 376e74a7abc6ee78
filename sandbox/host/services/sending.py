"""Sending an invoice: it gets its number, its dates and its moment, addons are told, and the client gets a mail."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sandbox.host import clock
from sandbox.host.addons.dispatch import announce
from sandbox.host.addons.records import invoice_record
from sandbox.host.database import session
from sandbox.host.errors import RefusedError
from sandbox.host.models import InvoiceStatus
from sandbox.host.services import mailing, numbering
from sandbox.host.services.payment_reference import structured

if TYPE_CHECKING:
    from datetime import datetime

    from sandbox.host.models import Invoice, Tenant


def send(invoice: Invoice, *, by_mail: bool) -> None:
    """Send a draft, in one transaction with whatever the addons write about it."""
    tenant = numbering.lock_series(invoice.tenant_id)
    _check(invoice, by_mail)
    finalise(tenant, invoice, clock.now())
    if by_mail:
        mailing.mail_invoice(tenant, invoice)
    session().flush()
    announce("invoice_sent", tenant.code, invoice=invoice_record(tenant.code, invoice))
    session().commit()


def finalise(tenant: Tenant, invoice: Invoice, moment: datetime) -> None:
    """Make a draft a sent invoice. An import may have reserved a number and a date; those are kept."""
    invoice.invoice_date = invoice.invoice_date or clock.to_venue_time(moment).date()
    invoice.identifier = invoice.identifier or numbering.next_identifier(tenant, invoice.invoice_date)
    if tenant.country == "BE" and not invoice.is_credit:
        invoice.payment_reference = invoice.payment_reference or structured(invoice.identifier)
    if invoice.due_date is None and invoice.payment_term is not None and not invoice.is_credit:
        invoice.due_date = invoice.invoice_date + timedelta(days=invoice.payment_term)
    invoice.status = InvoiceStatus.CREDIT if invoice.is_credit else InvoiceStatus.OPEN
    invoice.sent_at = moment


def _check(invoice: Invoice, by_mail: bool) -> None:
    session().refresh(invoice, ["status"])
    if not invoice.is_draft:
        raise RefusedError(f"Deze factuur is al verstuurd als {invoice.identifier}.")
    if not invoice.lines:
        raise RefusedError("Een factuur zonder regels kan niet worden verstuurd.")
    if by_mail and not invoice.client_email:
        raise RefusedError("Deze klant heeft geen e-mailadres. Kies 'handmatig versturen' of vul het e-mailadres in.")
