"""Which paid addon is active for which tenant, granted and withdrawn by support."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from sandbox.host.models.base import Base


class Activation(Base):
    """One period of activity; it is running while `withdrawn_at` is empty."""

    __tablename__ = "mice_activation"
    __table_args__ = (Index("ix_mice_activation_tenant_id_addon", "tenant_id", "addon"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    tenant_id: Mapped[int] = mapped_column(ForeignKey("mice_tenant.id"))
    addon: Mapped[str] = mapped_column(String(60))
    granted_at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]
