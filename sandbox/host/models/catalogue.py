"""What a venue sells: products, packages and rooms, each with a price that may be split over several rate groups."""

from decimal import Decimal

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, declared_attr, mapped_column, relationship

from sandbox.host.models.base import Base
from sandbox.host.models.rate_group import RateGroup


class PricePart:
    """One rate group's share of a price, excluding VAT."""

    id: Mapped[int] = mapped_column(primary_key=True)
    rate_group_id: Mapped[int] = mapped_column(ForeignKey("mice_rate_group.id"))
    price: Mapped[Decimal]

    @declared_attr
    def rate_group(self) -> Mapped[RateGroup]:
        return relationship(RateGroup, lazy="joined")


class ProductPart(PricePart, Base):
    __tablename__ = "mice_product_part"

    product_id: Mapped[int] = mapped_column(ForeignKey("mice_product.id", ondelete="CASCADE"), index=True)


class Product(Base):
    __tablename__ = "mice_product"

    id: Mapped[int] = mapped_column(primary_key=True)
    tenant_id: Mapped[int] = mapped_column(ForeignKey("mice_tenant.id"), index=True)
    name: Mapped[str] = mapped_column(String(120))
    category: Mapped[str | None] = mapped_column(String(60))
    parts: Mapped[list[ProductPart]] = relationship(cascade="all, delete-orphan", lazy="selectin")

    @property
    def price(self) -> Decimal:
        return sum((part.price for part in self.parts), Decimal(0))


class PackagePart(PricePart, Base):
    __tablename__ = "mice_package_part"

    package_id: Mapped[int] = mapped_column(ForeignKey("mice_package.id", ondelete="CASCADE"), index=True)


class PackageItem(Base):
    """A product in a package: covered by the package price when included, charged on top when not."""

    __tablename__ = "mice_package_item"

    id: Mapped[int] = mapped_column(primary_key=True)
    package_id: Mapped[int] = mapped_column(ForeignKey("mice_package.id", ondelete="CASCADE"), index=True)
    product_id: Mapped[int] = mapped_column(ForeignKey("mice_product.id"))
    included: Mapped[bool] = mapped_column(default=True)

    product: Mapped[Product] = relationship(lazy="joined")


class Package(Base):
    """An arrangement, priced per person or as one fixed amount."""

    __tablename__ = "mice_package"

    id: Mapped[int] = mapped_column(primary_key=True)
    tenant_id: Mapped[int] = mapped_column(ForeignKey("mice_tenant.id"), index=True)
    name: Mapped[str] = mapped_column(String(120))
    per_person: Mapped[bool] = mapped_column(default=True)
    parts: Mapped[list[PackagePart]] = relationship(cascade="all, delete-orphan", lazy="selectin")
    items: Mapped[list[PackageItem]] = relationship(cascade="all, delete-orphan", lazy="selectin")

    @property
    def price(self) -> Decimal:
        return sum((part.price for part in self.parts), Decimal(0))


class Location(Base):
    """A room; its rent is invoiced without a product, so it carries a rate group of its own."""

    __tablename__ = "mice_location"

    id: Mapped[int] = mapped_column(primary_key=True)
    tenant_id: Mapped[int] = mapped_column(ForeignKey("mice_tenant.id"), index=True)
    name: Mapped[str] = mapped_column(String(120))
    capacity: Mapped[int | None]
    rent: Mapped[Decimal]
    rate_group_id: Mapped[int] = mapped_column(ForeignKey("mice_rate_group.id"))

    rate_group: Mapped[RateGroup] = relationship(lazy="joined")
