"""A venue's users and their roles; one beheerder always remains."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select
from werkzeug.security import generate_password_hash

from sandbox.host.database import session
from sandbox.host.errors import RefusedError
from sandbox.host.models import Role, User, UserRole
from sandbox.host.services.tenants import find_user

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sandbox.host.models import Tenant


def users_of(tenant: Tenant) -> Sequence[User]:
    return session().scalars(select(User).where(User.tenant_id == tenant.id).order_by(User.name)).all()


def add(tenant: Tenant, name: str, email: str, roles: Iterable[str], password: str) -> None:
    if find_user(email):
        raise RefusedError("Dit e-mailadres is al in gebruik.")
    user = User(tenant_id=tenant.id, name=name, email=email.strip().lower())
    user.password_hash = generate_password_hash(password)
    user.role_rows = [UserRole(role=role) for role in roles]
    session().add(user)
    session().commit()


def change(tenant: Tenant, user: User, name: str, roles: Iterable[str], password: str | None) -> None:
    wanted = {Role(role) for role in roles}
    others = [each for each in users_of(tenant) if each.id != user.id and Role.BEHEERDER in each.roles]
    if Role.BEHEERDER not in wanted and not others:
        raise RefusedError("Er moet minstens één beheerder overblijven.")
    user.name = name
    user.role_rows = [row for row in user.role_rows if row.role in wanted]
    user.role_rows += [UserRole(role=role) for role in wanted - user.roles]
    if password:
        user.password_hash = generate_password_hash(password)
    session().commit()
