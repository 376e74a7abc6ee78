"""What was spent of Exact's limits: calls per minute and day, and refusals per endpoint; shared by every process."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import BigInteger, Integer, String, delete, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, mapped_column

from mice_exact_plugin.store.base import Base
from mice_exact_plugin.store.types import RowId, UtcDateTime

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session


class CallWindow(Base):
    """Calls of one (site, app, division) in the running minute or day; `span` is `minute` or `day`."""

    __tablename__ = "exact_call_window"

    site: Mapped[str] = mapped_column(String(3), primary_key=True)
    app: Mapped[str] = mapped_column(String(100), primary_key=True)
    division: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    span: Mapped[str] = mapped_column(String(6), primary_key=True)
    resets_at: Mapped[datetime] = mapped_column(UtcDateTime)
    used: Mapped[int] = mapped_column(Integer)
    maximum: Mapped[int] = mapped_column(Integer)
    #: Grows with every write, so that two processes never count the same call twice.
    version: Mapped[int] = mapped_column(BigInteger)


class Refusal(Base):
    """One answer that Exact counts towards the hourly block of an endpoint."""

    __tablename__ = "exact_refusal"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    app: Mapped[str] = mapped_column(String(100), index=True)
    exact_user: Mapped[str] = mapped_column(String(64))
    division: Mapped[int] = mapped_column(BigInteger)
    endpoint: Mapped[str] = mapped_column(String(100))
    status: Mapped[int] = mapped_column(Integer)
    at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)


def windows_of(session: Session, site: str, app: str, division: int) -> dict[str, CallWindow]:
    """The running windows by span, as the database has them now."""
    query = select(CallWindow).where(CallWindow.site == site, CallWindow.app == app, CallWindow.division == division)
    rows = session.scalars(query.execution_options(populate_existing=True))
    return {row.span: row for row in rows}


def add_window(session: Session, window: CallWindow) -> bool:
    """Make the first row of a window; False when another process was first."""
    values = {column.key: getattr(window, column.key) for column in CallWindow.__table__.columns}
    try:
        with session.begin_nested():
            session.execute(insert(CallWindow).values(values))
    except IntegrityError:
        return False
    return True


def write_window(session: Session, window: CallWindow, *, resets_at: datetime, used: int, maximum: int) -> bool:
    """Write a window unless another process wrote it since it was read; False then."""
    written = session.execute(
        update(CallWindow)
        .where(
            CallWindow.site == window.site,
            CallWindow.app == window.app,
            CallWindow.division == window.division,
            CallWindow.span == window.span,
            CallWindow.version == window.version,
        )
        .values(resets_at=resets_at, used=used, maximum=maximum, version=window.version + 1)
        .execution_options(synchronize_session=False)
        .returning(CallWindow.version)
    ).scalar()
    return written is not None


def refusal_times(
    session: Session, app: str, exact_user: str, division: int, endpoint: str, since: datetime
) -> Sequence[datetime]:
    query = select(Refusal.at).where(
        Refusal.app == app,
        Refusal.exact_user == exact_user,
        Refusal.division == division,
        Refusal.endpoint == endpoint,
        Refusal.at > since,
    )
    return session.scalars(query.order_by(Refusal.at)).all()


def add_refusal(
    session: Session, app: str, exact_user: str, division: int, endpoint: str, status: int, at: datetime
) -> None:
    session.add(Refusal(app=app, exact_user=exact_user, division=division, endpoint=endpoint, status=status, at=at))


def forget_refusals(session: Session, before: datetime) -> None:
    session.execute(delete(Refusal).where(Refusal.at < before))
