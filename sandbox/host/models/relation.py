"""Relaties: the organisations and private persons a venue sells to or buys from."""

from enum import StrEnum

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from sandbox.host.models.base import Base


class RelationKind(StrEnum):
    CLIENT = "client"
    SUPPLIER = "supplier"


class Relation(Base):
    """An organisation, or a private person when `name` is empty. `reference` is the venue's own client number."""

    __tablename__ = "mice_relation"
    __table_args__ = (UniqueConstraint("tenant_id", "reference"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    tenant_id: Mapped[int] = mapped_column(ForeignKey("mice_tenant.id"), index=True)
    kind: Mapped[str] = mapped_column(String(10), default=RelationKind.CLIENT)
    reference: Mapped[str | None] = mapped_column(String(40))
    name: Mapped[str | None]
    first_name: Mapped[str | None]
    last_name: Mapped[str | None]
    email: Mapped[str | None]
    phone: Mapped[str | None]
    address_line_1: Mapped[str | None]
    address_line_2: Mapped[str | None]
    postalcode: Mapped[str | None]
    city: Mapped[str | None]
    country: Mapped[str | None] = mapped_column(String(60))
    vat_number: Mapped[str | None]
    coc_number: Mapped[str | None]
    language: Mapped[str | None] = mapped_column(String(10))
    peppol_id: Mapped[str | None] = mapped_column(String(60))
    oin: Mapped[str | None]
    payment_term: Mapped[int | None]

    @property
    def display_name(self) -> str:
        person = " ".join(part for part in (self.first_name, self.last_name) if part)
        return self.name or person or "(zonder naam)"
