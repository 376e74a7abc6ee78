"""Trial runs: the month, how far each is, what it found of every invoice, and the report; nothing of them is sent."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import JSON, BigInteger, Date, Integer, String, delete, select, update
from sqlalchemy.orm import Mapped, mapped_column

from mice_exact_plugin.database import Base, RowId, Shown, UtcDateTime
from mice_exact_plugin.domain.trial import Judged, Report

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

#: Of one tenant; what an older one says holds no longer.
KEPT = 12


class Trial(Base):
    """One trial run over the invoices that were sent in a month."""

    __tablename__ = "exact_trial"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    tenant: Mapped[str] = mapped_column(String(100), index=True)
    site: Mapped[str] = mapped_column(String(3))
    division: Mapped[int] = mapped_column(BigInteger)
    #: Its first day.
    month: Mapped[date] = mapped_column(Date)
    asked_by: Mapped[str] = mapped_column(Shown)
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime)
    #: The sign of life of whoever is at work on it; an unfinished one without is picked up by the next tick.
    beat_at: Mapped[datetime] = mapped_column(UtcDateTime)
    finished_at: Mapped[datetime | None] = mapped_column(UtcDateTime, index=True)
    #: Why it ended without a report: `not_ready too_many`.
    reason: Mapped[str | None] = mapped_column(String(30))
    total: Mapped[int] = mapped_column(Integer, default=0)
    handled: Mapped[int] = mapped_column(Integer, default=0)
    report: Mapped[Report | None] = mapped_column(JSON(none_as_null=True))


class TrialPart(Base):
    """What a trial found of some of its invoices, written as it goes, so that it can be taken up again."""

    __tablename__ = "exact_trial_part"

    trial_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    place: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    tenant: Mapped[str] = mapped_column(String(100), index=True)
    judged: Mapped[list[Judged]] = mapped_column(JSON)


def trial_of(session: Session, tenant: str, trial_id: int) -> Trial | None:
    query = select(Trial).where(Trial.tenant == tenant, Trial.id == trial_id)
    return session.scalars(query.execution_options(populate_existing=True)).one_or_none()


def open_trial(session: Session, tenant: str) -> Trial | None:
    query = select(Trial).where(Trial.tenant == tenant, Trial.finished_at.is_(None)).order_by(Trial.id).limit(1)
    return session.scalars(query.execution_options(populate_existing=True)).one_or_none()


def trials_of(session: Session, tenant: str) -> Sequence[Trial]:
    """Newest first."""
    query = select(Trial).where(Trial.tenant == tenant).order_by(Trial.id.desc()).limit(KEPT)
    return session.scalars(query.execution_options(populate_existing=True)).all()


def last_report(session: Session, tenant: str, site: str, division: int) -> Trial | None:
    """The newest that came to a report in this administration."""
    query = select(Trial).where(
        Trial.tenant == tenant, Trial.site == site, Trial.division == division, Trial.report.is_not(None)
    )
    return session.scalars(query.order_by(Trial.id.desc()).limit(1)).one_or_none()


def silent(session: Session, since: datetime) -> Sequence[Trial]:
    """Unfinished ones that nobody has worked on since a moment."""
    query = select(Trial).where(Trial.finished_at.is_(None), Trial.beat_at <= since)
    return session.scalars(query.order_by(Trial.id)).all()


def parts_of(session: Session, trial_id: int) -> Sequence[TrialPart]:
    query = select(TrialPart).where(TrialPart.trial_id == trial_id).order_by(TrialPart.place)
    return session.scalars(query).all()


def parts_done(session: Session, trial_id: int) -> set[int]:
    return set(session.scalars(select(TrialPart.place).where(TrialPart.trial_id == trial_id)))


def take(session: Session, trial: Trial, now: datetime) -> bool:
    """Write down that somebody is at work on it; False when it is over, or another is since it was read."""
    taken = session.execute(
        update(Trial)
        .where(Trial.id == trial.id, Trial.finished_at.is_(None), Trial.beat_at == trial.beat_at)
        .values(beat_at=now)
        .returning(Trial.id)
        .execution_options(synchronize_session=False)
    ).scalar()
    return taken is not None


def forget(session: Session, tenant: str, keep: int = KEPT) -> None:
    """All but the newest of a tenant, with what they found."""
    newest = select(Trial.id).where(Trial.tenant == tenant).order_by(Trial.id.desc()).limit(keep)
    kept = session.scalars(newest).all()
    session.execute(delete(TrialPart).where(TrialPart.tenant == tenant, TrialPart.trial_id.not_in(kept)))
    session.execute(delete(Trial).where(Trial.tenant == tenant, Trial.id.not_in(kept)))
