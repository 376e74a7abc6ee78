"""Exact's limits as every process shares them: a call is spent in the database before it is sent."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import BigInteger, Integer, String, delete, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, mapped_column

from mice_exact_plugin.database import Base, RowId, UtcDateTime, step
from mice_exact_plugin.errors import EndpointResting
from mice_exact_plugin.exact import limits

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy.orm import Session

    from mice_exact_plugin.exact.sites import App


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


HOUR = timedelta(hours=1)


def spend(session: Session, app: App, division: int, now: datetime) -> None:
    """Count one call against the minute and the day; RateLimited, with the moment it ends, when either is spent."""
    while not _spend_once(session, app, division, now):
        continue


def _spend_once(session: Session, app: App, division: int, now: datetime) -> bool:
    """Both windows in one transaction, or neither; False when another process wrote one of them in between."""
    with step(session):
        rows = windows_of(session, app.site, app.client_id, division)
        for span in limits.Span:
            row = rows.get(span)
            spent = limits.spend(_window(row) if row else limits.fresh(span, now), span, now)
            written = _write(session, row, spent) if row else add_window(session, _row(app, division, span, spent))
            if not written:
                session.rollback()
                return False
    return True


def correct(session: Session, app: App, division: int, headers: Mapping[str, str], now: datetime) -> None:
    """Let Exact's own headers overrule our count: other processes may use the same allowance unseen.

    Nothing is written while both counts agree, which is the rule. A correction that another process overtakes is left
    out: the next answer brings a newer one.
    """
    said = [found for span in limits.Span if (found := limits.told(headers, span))]
    if not said:
        return
    with step(session):
        rows = windows_of(session, app.site, app.client_id, division)
        for told in said:
            row = rows.get(told.span)
            if row is not None:
                corrected = limits.correct(_window(row), told, now)
                if _differs(row, corrected):
                    _write(session, row, corrected)


def check_endpoint(session: Session, app: App, exact_user: str, division: int, endpoint: str, now: datetime) -> None:
    """EndpointResting after the sixth refusal of the hour: Exact blocks the key at ten."""
    with step(session):
        times = refusal_times(session, app.client_id, exact_user, division, endpoint, now - HOUR)
    until = limits.resting_until(times, now)
    if until is not None:
        raise EndpointResting(endpoint, until)


def count_answer(
    session: Session, app: App, exact_user: str, division: int, endpoint: str, status: int, now: datetime
) -> None:
    """Remember a refusal that Exact counts."""
    if not limits.counts(status):
        return
    with step(session):
        add_refusal(session, app.client_id, exact_user, division, endpoint, status, now)
        forget_refusals(session, now - 2 * HOUR)


def _window(row: CallWindow) -> limits.Window:
    return limits.Window(row.resets_at, row.used, row.maximum)


def _differs(row: CallWindow, window: limits.Window) -> bool:
    """Whether a correction says anything new; the moment of the reset is only known to about a second."""
    if (row.used, row.maximum) != (window.used, window.maximum):
        return True
    return abs(row.resets_at - window.resets_at) > limits.JITTER


def _write(session: Session, row: CallWindow, window: limits.Window) -> bool:
    return write_window(session, row, resets_at=window.resets_at, used=window.used, maximum=window.maximum)


def _row(app: App, division: int, span: limits.Span, window: limits.Window) -> CallWindow:
    return CallWindow(
        site=app.site,
        app=app.client_id,
        division=division,
        span=span,
        resets_at=window.resets_at,
        used=window.used,
        maximum=window.maximum,
        version=0,
    )
