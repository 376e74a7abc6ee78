"""A venue that uses the host: its company details and the way it invoices."""

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from sandbox.host.models.base import Base


class Tenant(Base):
    __tablename__ = "mice_tenant"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(40), unique=True)
    name: Mapped[str] = mapped_column(String(120))
    email: Mapped[str | None]
    bcc: Mapped[str | None]
    phone: Mapped[str | None]
    address_line_1: Mapped[str | None]
    postalcode: Mapped[str | None]
    city: Mapped[str | None]
    country: Mapped[str | None] = mapped_column(String(2), default="NL")
    coc_number: Mapped[str | None]
    vat_number: Mapped[str | None]
    bank_account: Mapped[str | None]
    invoice_footer: Mapped[str | None]
    identifier_template: Mapped[str] = mapped_column(String(40), default="[Y]0001")
    default_payment_term: Mapped[int] = mapped_column(default=14)
    prices_incl_vat: Mapped[bool] = mapped_column(default=False)
