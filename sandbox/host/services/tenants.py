"""Tenants: all of them, and a new one with its users and a catalogue to start from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import current_app
from sqlalchemy import func, select
from werkzeug.security import generate_password_hash

from sandbox.host.database import session
from sandbox.host.models import Role, Tenant, User, UserRole
from sandbox.host.services.starting_catalogue import fill_catalogue

if TYPE_CHECKING:
    from collections.abc import Sequence

DEFAULT_PASSWORD = "welkom"
SUPPORT_EMAIL = "support@mice.test"

_NAMES = {
    Role.BEHEERDER: "Bea Beheerder",
    Role.PLANNER: "Pim Planner",
    Role.STAF: "Sanne Staf",
    Role.BILLING: "Bilal Billing",
    Role.CREW: "Cato Crew",
}


#: Where a new venue is, by its country.
_SEATS = {
    "NL": {
        "postalcode": "4811 AB",
        "city": "Breda",
        "coc_number": "20123456",
        "vat_number": "NL001234567B01",
        "bank_account": "NL91 ABNA 0417 1643 00",
    },
    "BE": {
        "postalcode": "1000",
        "city": "Bruxelles",
        "coc_number": "0123456749",
        "vat_number": "BE0123456749",
        "bank_account": "BE68 5390 0754 7034",
    },
}


def all_tenants() -> Sequence[Tenant]:
    return session().scalars(select(Tenant).order_by(Tenant.code)).all()


def create_tenant(code: str, password: str | None, country: str = "NL") -> list[str]:
    """Make a tenant, or complete one that exists; gives the log-in addresses.

    Without a password new users get the default one and existing users keep theirs.
    """
    tenant = session().scalar(select(Tenant).where(Tenant.code == code)) or _new_tenant(code, country)
    emails = [_user(tenant, role, password).email for role in Role]
    emails.append(_support_user(password).email)
    session().commit()
    return emails


def find_user(email: str) -> User | None:
    return session().scalar(select(User).where(User.email == email.strip().lower()))


def _new_tenant(code: str, country: str) -> Tenant:
    name = code.replace("-", " ").replace("_", " ").title()
    tenant = Tenant(
        code=code,
        name=f"Eventlocatie {name}",
        email=f"facturatie@{code.lower()}.test",
        phone="076 123 45 67",
        address_line_1="Havenkade 12",
        country=country,
        **_SEATS[country],
        invoice_footer="Wij verzoeken u het bedrag over te maken onder vermelding van het factuurnummer.",
    )
    session().add(tenant)
    session().flush()
    fill_catalogue(tenant)
    return tenant


def _user(tenant: Tenant, role: Role, password: str | None) -> User:
    email = f"{role}@{tenant.code}.test".lower()
    user = find_user(email)
    if user is None:
        user = User(tenant_id=tenant.id, email=email, name=_NAMES[role], role_rows=[UserRole(role=role)])
        _set_password(user, password or DEFAULT_PASSWORD)
        session().add(user)
    elif password:
        _set_password(user, password)
    return user


def _support_user(password: str | None) -> User:
    """One for all tenants: a later tenant's password is not theirs."""
    user = find_user(SUPPORT_EMAIL)
    if user is None:
        user = User(email=SUPPORT_EMAIL, name="Sam van Support", is_support=True)
        _set_password(user, password or DEFAULT_PASSWORD)
        session().add(user)
    return user


def _set_password(user: User, password: str) -> None:
    user.password_hash = generate_password_hash(password, current_app.config["PASSWORD_METHOD"])


def code_is_taken(code: str) -> bool:
    """Whether another tenant differs from this code only in capitals, which e-mail addresses do not tell apart."""
    same = select(Tenant).where(func.lower(Tenant.code) == code.lower(), Tenant.code != code)
    return session().scalar(same) is not None
