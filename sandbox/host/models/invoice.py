"""Facturen: drafts without a number, sent invoices and credit invoices, each with its own copy of the client."""

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Optional

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from sandbox.host.models.base import Base, Money
from sandbox.host.models.event import Event
from sandbox.host.models.rate_group import RateGroup

#: The client's details that an invoice copies from the relation, each as `client_…`.
CLIENT_FIELDS = (
    "name",
    "first_name",
    "last_name",
    "address_line_1",
    "address_line_2",
    "postalcode",
    "city",
    "country",
    "email",
    "vat_number",
    "coc_number",
    "language",
    "peppol_id",
)


class InvoiceStatus(StrEnum):
    CONCEPT = "concept"
    OPEN = "open"
    CREDIT = "credit"


class InvoiceView(StrEnum):
    """How the lines are printed: all of them, or summed per VAT rate."""

    DETAILED = "detailed"
    BRIEF = "brief"


class LineKind(StrEnum):
    PACKAGE = "package"
    PRODUCT = "product"
    ROOM_RENT = "room_rent"
    DEPOSIT = "deposit"
    DEPOSIT_SETTLEMENT = "deposit_settlement"
    MANUAL = "manual"
    RECEIPT = "receipt"


class InvoiceLine(Base):
    """One rate-group portion; portions of one commercial line share `source_key` and are printed together.

    `deposit_invoice_id` is set on lines that lower a deposit: its settlement on a later invoice, or its credit.
    `vat_situation` is the line's own, when it has another one than its rate group.
    """

    __tablename__ = "mice_invoice_line"

    id: Mapped[int] = mapped_column(primary_key=True)
    invoice_id: Mapped[int] = mapped_column(ForeignKey("mice_invoice.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    kind: Mapped[str] = mapped_column(String(20), default=LineKind.MANUAL)
    description: Mapped[str] = mapped_column(Text)
    product: Mapped[str | None] = mapped_column(String(120))
    quantity: Mapped[Decimal]
    unit_price: Mapped[Decimal]
    vat_rate: Mapped[Decimal]
    rate_group_id: Mapped[int | None] = mapped_column(ForeignKey("mice_rate_group.id"), index=True)
    amount_excl: Mapped[Money] = mapped_column(default=Decimal(0))
    amount_vat: Mapped[Money] = mapped_column(default=Decimal(0))
    amount_incl: Mapped[Money] = mapped_column(default=Decimal(0))
    source_key: Mapped[str | None] = mapped_column(String(40))
    event_id: Mapped[int | None] = mapped_column(ForeignKey("mice_event.id"), index=True)
    deposit_invoice_id: Mapped[int | None] = mapped_column(ForeignKey("mice_invoice.id"), index=True)
    credits_line_id: Mapped[int | None] = mapped_column(ForeignKey("mice_invoice_line.id"), index=True)
    vat_situation: Mapped[str | None] = mapped_column(String(2))
    room: Mapped[str | None] = mapped_column(String(40))
    category: Mapped[str | None] = mapped_column(String(60))
    product_id: Mapped[str | None] = mapped_column(String(40))

    rate_group: Mapped[RateGroup | None] = relationship(lazy="joined")
    event: Mapped[Event | None] = relationship()


class InvoiceSync(Base):
    """What an accounting link last reported about an invoice."""

    __tablename__ = "mice_invoice_sync"
    __table_args__ = (UniqueConstraint("invoice_id", "provider"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    invoice_id: Mapped[int] = mapped_column(ForeignKey("mice_invoice.id", ondelete="CASCADE"))
    provider: Mapped[str] = mapped_column(String(40))
    external_id: Mapped[str] = mapped_column(String(100))
    at: Mapped[datetime]
    status: Mapped[str] = mapped_column(String(20))


class Invoice(Base):
    """`identifier` is the printed number; a draft has none, unless an import reserved one for it."""

    __tablename__ = "mice_invoice"
    __table_args__ = (
        UniqueConstraint("tenant_id", "identifier"),
        Index("ix_mice_invoice_tenant_id_sent_at", "tenant_id", "sent_at"),
        # Without AUTOINCREMENT SQLite gives the id of a deleted last invoice to the next one.
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    tenant_id: Mapped[int] = mapped_column(ForeignKey("mice_tenant.id"))
    identifier: Mapped[str | None] = mapped_column(String(60))
    status: Mapped[str] = mapped_column(String(20), default=InvoiceStatus.CONCEPT)
    is_credit: Mapped[bool] = mapped_column(default=False)
    credits_id: Mapped[int | None] = mapped_column(ForeignKey("mice_invoice.id"), index=True)
    view: Mapped[str] = mapped_column(String(10), default=InvoiceView.DETAILED)
    created_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]
    invoice_date: Mapped[date | None]
    due_date: Mapped[date | None]
    payment_term: Mapped[int | None]
    currency: Mapped[str] = mapped_column(String(3), default="EUR")
    incl_vat: Mapped[bool] = mapped_column(default=False)
    reference: Mapped[str | None] = mapped_column(Text)
    event_id: Mapped[int | None] = mapped_column(ForeignKey("mice_event.id"), index=True)
    event_name: Mapped[str | None] = mapped_column(Text)
    event_date: Mapped[date | None]
    relation_id: Mapped[int | None] = mapped_column(ForeignKey("mice_relation.id"), index=True)
    client_name: Mapped[str | None] = mapped_column(Text)
    client_first_name: Mapped[str | None]
    client_last_name: Mapped[str | None]
    client_address_line_1: Mapped[str | None]
    client_address_line_2: Mapped[str | None]
    client_postalcode: Mapped[str | None]
    client_city: Mapped[str | None]
    client_country: Mapped[str | None]
    client_email: Mapped[str | None]
    client_vat_number: Mapped[str | None]
    client_coc_number: Mapped[str | None]
    client_language: Mapped[str | None] = mapped_column(String(10))
    client_peppol_id: Mapped[str | None] = mapped_column(String(60))
    #: Where it is from, as it was called when the draft was made.
    location_code: Mapped[str | None] = mapped_column(String(40))
    location_name: Mapped[str | None] = mapped_column(String(120))
    #: What the payer is asked to mention when it is not the number: the OGM of a Belgian venue.
    payment_reference: Mapped[str | None] = mapped_column(String(40))
    total_excl: Mapped[Money] = mapped_column(default=Decimal(0))
    total_vat: Mapped[Money] = mapped_column(default=Decimal(0))
    total_incl: Mapped[Money] = mapped_column(default=Decimal(0))

    lines: Mapped[list[InvoiceLine]] = relationship(
        cascade="all, delete-orphan", order_by=InvoiceLine.position, foreign_keys=InvoiceLine.invoice_id
    )
    syncs: Mapped[list[InvoiceSync]] = relationship(cascade="all, delete-orphan")
    credited: Mapped[Optional["Invoice"]] = relationship(remote_side=[id], back_populates="credit_invoices")
    credit_invoices: Mapped[list["Invoice"]] = relationship(back_populates="credited")

    @property
    def is_draft(self) -> bool:
        return self.status == InvoiceStatus.CONCEPT

    @property
    def client_display_name(self) -> str:
        person = " ".join(part for part in (self.client_first_name, self.client_last_name) if part)
        return self.client_name or person or "(zonder naam)"
