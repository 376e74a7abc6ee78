"""Deleting invoices: drafts always, and the one with the highest number, whose number is then used again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import exists, or_, select

from sandbox.host.addons.dispatch import announce
from sandbox.host.database import session
from sandbox.host.errors import RefusedError
from sandbox.host.models import Invoice, InvoiceLine
from sandbox.host.services.numbering import is_highest, lock_series

if TYPE_CHECKING:
    from sandbox.host.models import Tenant


def is_deletable(invoice: Invoice) -> bool:
    if _is_referred_to(invoice):
        return False
    return invoice.is_draft or is_highest(invoice)


def delete(tenant: Tenant, invoice: Invoice) -> None:
    lock_series(tenant.id)
    if not is_deletable(invoice):
        raise RefusedError(
            "Alleen een concept of de factuur met het hoogste nummer kan worden verwijderd. Crediteer deze factuur."
        )
    invoice_id, identifier, was_sent = invoice.id, invoice.identifier, not invoice.is_draft
    session().delete(invoice)
    session().flush()
    if was_sent:
        announce("invoice_deleted", tenant.code, invoice_id=str(invoice_id), identifier=identifier)
    session().commit()


def _is_referred_to(invoice: Invoice) -> bool:
    """Whether another invoice credits this one, or settles it as a deposit."""
    credit = exists().where(Invoice.credits_id == invoice.id)
    other_line = exists().where(InvoiceLine.deposit_invoice_id == invoice.id, InvoiceLine.invoice_id != invoice.id)
    return bool(session().scalar(select(or_(credit, other_line))))
