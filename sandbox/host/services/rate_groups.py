"""Tariefgroepen: made once with a VAT rate, archived and restored, never deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import exists, or_, select

from sandbox.host import clock
from sandbox.host.database import session
from sandbox.host.models import InvoiceLine, RateGroup

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from sandbox.host.models import Tenant


def in_use(tenant: Tenant) -> Sequence[RateGroup]:
    """The groups that can still reach the books: current ones, and archived ones that an invoice carries."""
    on_invoice = exists().where(InvoiceLine.rate_group_id == RateGroup.id)
    query = select(RateGroup).where(RateGroup.tenant_id == tenant.id, or_(RateGroup.archived_at.is_(None), on_invoice))
    return session().scalars(query.order_by(RateGroup.code)).all()


def choosable(tenant: Tenant) -> Sequence[RateGroup]:
    query = select(RateGroup).where(RateGroup.tenant_id == tenant.id, RateGroup.archived_at.is_(None))
    return session().scalars(query.order_by(RateGroup.description)).all()


def create(tenant: Tenant, description: str, vat_rate: Decimal, ledger_number: str | None) -> RateGroup:
    group = RateGroup(
        tenant_id=tenant.id,
        code=_free_code(tenant, f"{vat_rate:f}-{ledger_number or 'geen'}"),
        description=description,
        vat_rate=vat_rate,
        ledger_number=ledger_number,
    )
    session().add(group)
    session().flush()
    return group


def archive(group: RateGroup) -> None:
    group.archived_at = group.archived_at or clock.now()


def restore(group: RateGroup) -> None:
    group.archived_at = None


def _free_code(tenant: Tenant, wanted: str) -> str:
    taken = set(session().scalars(select(RateGroup.code).where(RateGroup.tenant_id == tenant.id)))
    code, number = wanted, 1
    while code in taken:
        number += 1
        code = f"{wanted}-{number}"
    return code
