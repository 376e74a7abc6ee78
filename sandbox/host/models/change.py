"""When each sent invoice was last changed or deleted, for addons that ask what changed."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from sandbox.host.models.base import Base


class InvoiceChange(Base):
    """One row an invoice; it outlives the invoice, so that a deletion can be told."""

    __tablename__ = "mice_invoice_change"
    __table_args__ = (Index("ix_mice_invoice_change_tenant_id_at", "tenant_id", "at", "invoice_id"),)

    invoice_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    tenant_id: Mapped[int] = mapped_column(ForeignKey("mice_tenant.id"))
    at: Mapped[datetime]
