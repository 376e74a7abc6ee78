"""Evenementen: what was agreed with a client, at the prices of that moment."""

from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from sandbox.host.models.base import Base
from sandbox.host.models.catalogue import Location
from sandbox.host.models.rate_group import RateGroup
from sandbox.host.models.relation import Relation


class EventStatus(StrEnum):
    NOT_CONFIRMED = "not_confirmed"
    IN_OPTION = "in_option"
    OPTION_EXPIRED = "option_expired"
    CONFIRMED = "confirmed"
    COMPLETED = "completed"
    CANCELLED = "cancelled"


class EventItemPart(Base):
    """One rate-group portion of an item; till receipts have a VAT rate but no rate group."""

    __tablename__ = "mice_event_item_part"

    id: Mapped[int] = mapped_column(primary_key=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("mice_event_item.id", ondelete="CASCADE"), index=True)
    rate_group_id: Mapped[int | None] = mapped_column(ForeignKey("mice_rate_group.id"))
    vat_rate: Mapped[Decimal]
    price: Mapped[Decimal]

    rate_group: Mapped[RateGroup | None] = relationship(lazy="joined")


class EventItem(Base):
    """A package, product, room rent or till receipt of an event. `price` of a part follows the event's incl. flag."""

    __tablename__ = "mice_event_item"

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("mice_event.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str] = mapped_column(String(20))
    description: Mapped[str] = mapped_column(Text)
    quantity: Mapped[Decimal]
    product: Mapped[str | None] = mapped_column(String(120))
    #: Codes of what was ordered, so that reports can tell it apart whatever it is called.
    product_id: Mapped[str | None] = mapped_column(String(40))
    category: Mapped[str | None] = mapped_column(String(60))
    room: Mapped[str | None] = mapped_column(String(40))
    parts: Mapped[list[EventItemPart]] = relationship(cascade="all, delete-orphan", lazy="selectin")

    @property
    def price(self) -> Decimal:
        return sum((part.price for part in self.parts), Decimal(0))


class EventType(StrEnum):
    MEETING = "meeting"
    CONGRESS = "congress"
    DINNER = "dinner"
    WEDDING = "wedding"
    PARTY = "party"


class Event(Base):
    """`import_key` is its id in an import file, so that invoices of one event find it again."""

    __tablename__ = "mice_event"
    __table_args__ = (UniqueConstraint("tenant_id", "import_key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    tenant_id: Mapped[int] = mapped_column(ForeignKey("mice_tenant.id"), index=True)
    name: Mapped[str] = mapped_column(String(200))
    status: Mapped[str] = mapped_column(String(20), default=EventStatus.NOT_CONFIRMED)
    client_id: Mapped[int] = mapped_column(ForeignKey("mice_relation.id"))
    location_id: Mapped[int | None] = mapped_column(ForeignKey("mice_location.id"))
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    guests: Mapped[int] = mapped_column(default=0)
    reference: Mapped[str | None] = mapped_column(String(200))
    incl_vat: Mapped[bool] = mapped_column(default=False)
    event_type: Mapped[str | None] = mapped_column(String(20))
    import_key: Mapped[str | None] = mapped_column(String(40))

    client: Mapped[Relation] = relationship(lazy="joined")
    location: Mapped[Location | None] = relationship(lazy="joined")

    @property
    def number(self) -> str:
        """By which people know it: that of the file it came from, else its own."""
        return self.import_key or str(self.id)

    items: Mapped[list[EventItem]] = relationship(cascade="all, delete-orphan", order_by=EventItem.id, lazy="selectin")
