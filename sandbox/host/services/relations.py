"""Finding relaties."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import or_, select

from sandbox.host.database import session
from sandbox.host.models import Relation, RelationKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sandbox.host.models import Tenant

_ORDER = (Relation.name, Relation.last_name, Relation.id)

SHOWN = 200


def clients(tenant: Tenant) -> Sequence[Relation]:
    query = select(Relation).where(Relation.tenant_id == tenant.id, Relation.kind == RelationKind.CLIENT)
    return session().scalars(query.order_by(*_ORDER)).all()


def find(tenant: Tenant, text: str) -> Sequence[Relation]:
    """The first relations that match a text on name, place, postcode or client number."""
    query = select(Relation).where(Relation.tenant_id == tenant.id)
    if text:
        fields = (Relation.name, Relation.last_name, Relation.city, Relation.postalcode, Relation.reference)
        query = query.where(or_(*(each.icontains(text, autoescape=True) for each in fields)))
    return session().scalars(query.order_by(*_ORDER).limit(SHOWN)).all()
