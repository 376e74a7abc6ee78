"""The tenant of a request, and the one way to fetch an object of it by id."""

from __future__ import annotations

from typing import Any, TypeVar

from flask import abort, g
from flask import session as browser_session
from sqlalchemy import select

from sandbox.host.database import session
from sandbox.host.identity import logged_in_user
from sandbox.host.models import Base, Tenant

Row = TypeVar("Row", bound=Base)

SUPPORT_CHOICE = "support_tenant_id"


def current_tenant() -> Tenant | None:
    """The logged-in user's own tenant; for support staff the one they chose to look at."""
    user = logged_in_user()
    if user is None:
        return None
    if not user.is_support:
        return user.tenant
    if "support_tenant" not in g:
        chosen = browser_session.get(SUPPORT_CHOICE)
        g.support_tenant = session().get(Tenant, chosen) if chosen else None
    found: Tenant | None = g.support_tenant
    return found


def the_tenant() -> Tenant:
    """The tenant of a page that is only reached with one."""
    tenant = current_tenant()
    assert tenant is not None, "permissions.enforce lets nobody here without a tenant"
    return tenant


def tenant_by_code(code: str) -> Tenant | None:
    return session().scalar(select(Tenant).where(Tenant.code == code))


def fetch_or_404(model: type[Row], row_id: int, **conditions: Any) -> Row:
    """An object of the current tenant by id; another tenant's object does not exist."""
    query = select(model).filter_by(id=row_id, tenant_id=the_tenant().id, **conditions)
    row = session().scalar(query)
    if row is None:
        abort(404)
    return row
