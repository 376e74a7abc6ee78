"""Mail into the outbox; the sandbox delivers nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import current_app
from sqlalchemy import select

from sandbox.host import clock
from sandbox.host.database import session
from sandbox.host.models import Mail, Role, User, UserRole

if TYPE_CHECKING:
    from sandbox.host.models import Invoice, Tenant


def mail_invoice(tenant: Tenant, invoice: Invoice) -> None:
    kind = "Creditfactuur" if invoice.is_credit else "Factuur"
    recipients = [address for address in (invoice.client_email, tenant.bcc) if address]
    body = (
        f"Beste {invoice.client_display_name},\n\n"
        f"Hierbij ontvangt u {kind.lower()} {invoice.identifier} van {tenant.name}.\n\n"
        f"Met vriendelijke groet,\n{tenant.name}"
    )
    _add(tenant, recipients, f"{kind} {invoice.identifier}", body, invoice)


class MailServerAway(OSError):
    """The mail server of a venue does not answer."""


def mail_administrators(tenant: Tenant, subject: str, body: str) -> None:
    if tenant.code in current_app.config["MAIL_DOWN"]:
        raise MailServerAway(tenant.code)
    query = (
        select(User.email)
        .join(UserRole, UserRole.user_id == User.id)
        .where(User.tenant_id == tenant.id, UserRole.role == Role.BEHEERDER)
        .order_by(User.email)
    )
    _add(tenant, list(session().scalars(query)), subject, body)


def _add(tenant: Tenant, recipients: list[str], subject: str, body: str, invoice: Invoice | None = None) -> None:
    session().add(
        Mail(
            tenant_id=tenant.id,
            recipients=", ".join(recipients),
            subject=subject[:200],
            body=body,
            invoice_id=invoice.id if invoice else None,
            created_at=clock.now(),
        )
    )
