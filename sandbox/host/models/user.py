"""Who may log in: a tenant's users with their roles, and the vendor's support staff."""

from enum import StrEnum

from flask_login import UserMixin
from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from sandbox.host.models.base import Base
from sandbox.host.models.tenant import Tenant


class Role(StrEnum):
    BEHEERDER = "beheerder"
    PLANNER = "planner"
    STAF = "staf"
    BILLING = "billing"
    CREW = "crew"


class UserRole(Base):
    __tablename__ = "mice_user_role"

    user_id: Mapped[int] = mapped_column(ForeignKey("mice_user.id", ondelete="CASCADE"), primary_key=True)
    role: Mapped[str] = mapped_column(String(20), primary_key=True)


class User(UserMixin, Base):
    """A person; support staff belong to no tenant and choose one to look at."""

    __tablename__ = "mice_user"

    id: Mapped[int] = mapped_column(primary_key=True)
    tenant_id: Mapped[int | None] = mapped_column(ForeignKey("mice_tenant.id"), index=True)
    email: Mapped[str] = mapped_column(String(254), unique=True)
    name: Mapped[str] = mapped_column(String(120))
    password_hash: Mapped[str] = mapped_column(String(255))
    is_support: Mapped[bool] = mapped_column(default=False)

    tenant: Mapped[Tenant | None] = relationship(lazy="joined")
    role_rows: Mapped[list[UserRole]] = relationship(cascade="all, delete-orphan", lazy="selectin")

    @property
    def roles(self) -> frozenset[Role]:
        return frozenset(Role(row.role) for row in self.role_rows)
