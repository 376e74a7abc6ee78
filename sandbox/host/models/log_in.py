"""Who is logged in, as the server knows it, and how often somebody tried in vain."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from sandbox.host.models.base import Base


class LogInSession(Base):
    """One browser that is logged in; without its row a cookie is worth nothing."""

    __tablename__ = "mice_log_in_session"

    token_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("mice_user.id", ondelete="CASCADE"))
    started_at: Mapped[datetime]


class LogInTries(Base):
    """Tries in vain by one address, or under one e-mail address; `key` is a hash, as anything may have been typed."""

    __tablename__ = "mice_log_in_tries"

    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    failures: Mapped[int]
    last_at: Mapped[datetime]
