"""What is said to and by a tenant: the chat with support, and the mail that left the host."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from sandbox.host.models.base import Base


class ChatMessage(Base):
    __tablename__ = "mice_chat_message"

    id: Mapped[int] = mapped_column(primary_key=True)
    tenant_id: Mapped[int] = mapped_column(ForeignKey("mice_tenant.id"), index=True)
    author: Mapped[str] = mapped_column(String(120))
    from_support: Mapped[bool] = mapped_column(default=False)
    body: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime]


class Mail(Base):
    """A mail in the outbox; the sandbox delivers nothing."""

    __tablename__ = "mice_mail"

    id: Mapped[int] = mapped_column(primary_key=True)
    tenant_id: Mapped[int] = mapped_column(ForeignKey("mice_tenant.id"), index=True)
    recipients: Mapped[str] = mapped_column(Text)
    subject: Mapped[str] = mapped_column(String(200))
    body: Mapped[str] = mapped_column(Text)
    invoice_id: Mapped[int | None] = mapped_column(ForeignKey("mice_invoice.id", ondelete="SET NULL"))
    created_at: Mapped[datetime]
