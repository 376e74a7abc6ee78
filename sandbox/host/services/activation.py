"""Granting and withdrawing a paid addon, as support does after the chat. Flushes; the caller commits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from sandbox.host import clock
from sandbox.host.database import session
from sandbox.host.models import Activation, ChatMessage, Tenant

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime


def last_activation(tenant: Tenant, addon: str) -> Activation | None:
    query = select(Activation).where(Activation.tenant_id == tenant.id, Activation.addon == addon)
    return session().scalars(query.order_by(Activation.id.desc()).limit(1)).first()


def of_tenants(codes: Collection[str], addon: str) -> dict[str, Activation | None]:
    """The last activation of each of these tenants, None for one that never had the addon."""
    here = (Activation.tenant_id == Tenant.id) & (Activation.addon == addon)
    query = select(Tenant.code, Activation).outerjoin(Activation, here).where(Tenant.code.in_(codes))
    return dict(session().execute(query.order_by(Activation.id)).tuples().all())


def is_active(tenant: Tenant, addon: str) -> bool:
    last = last_activation(tenant, addon)
    return last is not None and last.withdrawn_at is None


def asked_at(tenant: Tenant, addon: str) -> datetime | None:
    """When the venue last asked for an addon in the chat, as far as nobody has answered by granting it.

    The sandbox reads the addon's name in what the venue wrote; a real host has a better way to know.
    """
    last = last_activation(tenant, addon)
    if last is not None and last.withdrawn_at is None:
        return None
    query = select(ChatMessage.created_at).where(
        ChatMessage.tenant_id == tenant.id,
        ChatMessage.from_support.is_(False),
        ChatMessage.body.icontains(addon, autoescape=True),
    )
    if last is not None:
        query = query.where(ChatMessage.created_at > last.withdrawn_at)
    return session().scalars(query.order_by(ChatMessage.id.desc()).limit(1)).first()


def grant(tenant: Tenant, addon: str) -> None:
    if is_active(tenant, addon):
        return
    session().add(Activation(tenant_id=tenant.id, addon=addon, granted_at=clock.now()))
    session().flush()


def withdraw(tenant: Tenant, addon: str) -> None:
    last = last_activation(tenant, addon)
    if last is None or last.withdrawn_at is not None:
        return
    last.withdrawn_at = clock.now()
    session().flush()
