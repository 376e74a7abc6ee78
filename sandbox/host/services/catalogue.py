"""Finding what a venue sells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from sandbox.host.database import session
from sandbox.host.models import DepositRateGroup, Location, Package, Product

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sandbox.host.models import Tenant


def products(tenant: Tenant) -> Sequence[Product]:
    query = select(Product).where(Product.tenant_id == tenant.id)
    return session().scalars(query.order_by(Product.category, Product.name)).all()


def packages(tenant: Tenant) -> Sequence[Package]:
    return session().scalars(select(Package).where(Package.tenant_id == tenant.id).order_by(Package.name)).all()


def locations(tenant: Tenant) -> Sequence[Location]:
    return session().scalars(select(Location).where(Location.tenant_id == tenant.id).order_by(Location.name)).all()


def deposit_groups(tenant: Tenant) -> Sequence[DepositRateGroup]:
    query = select(DepositRateGroup).where(DepositRateGroup.tenant_id == tenant.id)
    return sorted(session().scalars(query), key=lambda group: -group.vat_rate)
