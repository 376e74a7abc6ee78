"""The chat between a venue and the vendor's support staff."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from sandbox.host import clock
from sandbox.host.database import session
from sandbox.host.models import ChatMessage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sandbox.host.models import Tenant, User


def say(tenant: Tenant, author: User, body: str) -> None:
    session().add(
        ChatMessage(
            tenant_id=tenant.id,
            author=author.name,
            from_support=author.is_support,
            body=body,
            created_at=clock.now(),
        )
    )
    session().commit()


def messages(tenant: Tenant) -> Sequence[ChatMessage]:
    query = select(ChatMessage).where(ChatMessage.tenant_id == tenant.id).order_by(ChatMessage.id)
    return session().scalars(query).all()


def last_messages() -> dict[int, ChatMessage]:
    """The last message of each conversation, by tenant id."""
    newest = select(func.max(ChatMessage.id)).group_by(ChatMessage.tenant_id)
    query = select(ChatMessage).where(ChatMessage.id.in_(newest))
    return {message.tenant_id: message for message in session().scalars(query)}
