"""Tariefgroepen: a description, a VAT rate that never changes, and the ledger number its turnover is booked on."""

from datetime import datetime
from decimal import Decimal

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from sandbox.host.models.base import Base


class RateGroup(Base):
    """`code` names the group for ever, also after its ledger number has changed."""

    __tablename__ = "mice_rate_group"
    __table_args__ = (UniqueConstraint("tenant_id", "code"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    tenant_id: Mapped[int] = mapped_column(ForeignKey("mice_tenant.id"), index=True)
    code: Mapped[str] = mapped_column(String(60))
    description: Mapped[str] = mapped_column(String(120))
    vat_rate: Mapped[Decimal]
    ledger_number: Mapped[str | None] = mapped_column(String(30))
    #: Why its lines carry the VAT that they do, as UNTDID 5305 has it; None follows from the rate.
    vat_situation: Mapped[str | None] = mapped_column(String(2))
    archived_at: Mapped[datetime | None]


class DepositRateGroup(Base):
    """Per VAT rate: the product code and the rate group of deposit lines."""

    __tablename__ = "mice_deposit_rate_group"
    __table_args__ = (UniqueConstraint("tenant_id", "vat_rate"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    tenant_id: Mapped[int] = mapped_column(ForeignKey("mice_tenant.id"), index=True)
    vat_rate: Mapped[Decimal]
    product_code: Mapped[str] = mapped_column(String(30))
    rate_group_id: Mapped[int] = mapped_column(ForeignKey("mice_rate_group.id"))

    rate_group: Mapped[RateGroup] = relationship(lazy="joined")
