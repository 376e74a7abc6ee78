"""Comparisons of open deposits with the ledger: who asked, how far each is, and what it found."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import JSON, BigInteger, Integer, String, delete, select, update
from sqlalchemy.orm import Mapped, mapped_column

from mice_exact_plugin.database import Base, RowId, Shown, UtcDateTime
from mice_exact_plugin.domain.kept import KeptComparison

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session


class DepositComparison(Base):
    """One comparison. Of a tenant only the last result is kept, and the one under way."""

    __tablename__ = "exact_deposit_comparison"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    tenant: Mapped[str] = mapped_column(String(100), index=True)
    site: Mapped[str] = mapped_column(String(3))
    division: Mapped[int] = mapped_column(BigInteger)
    asked_by: Mapped[str] = mapped_column(Shown)
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime)
    #: The sign of life of whoever is at work on it; an unfinished one without is picked up by the next tick.
    beat_at: Mapped[datetime] = mapped_column(UtcDateTime)
    finished_at: Mapped[datetime | None] = mapped_column(UtcDateTime, index=True)
    #: Why it ended without a result: `busy later right dead too_many no_accounts`.
    reason: Mapped[str | None] = mapped_column(String(30))
    #: Of the ledger, read so far.
    lines: Mapped[int] = mapped_column(Integer, default=0)
    result: Mapped[KeptComparison | None] = mapped_column(JSON(none_as_null=True))


def of_tenant(session: Session, tenant: str) -> Sequence[DepositComparison]:
    """The one under way, or that ended last, before the last one with a result."""
    query = select(DepositComparison).where(DepositComparison.tenant == tenant).order_by(DepositComparison.id.desc())
    return session.scalars(query.execution_options(populate_existing=True)).all()


def found(session: Session, comparison_id: int) -> DepositComparison | None:
    return session.get(DepositComparison, comparison_id, populate_existing=True)


def silent(session: Session, since: datetime) -> Sequence[DepositComparison]:
    """Unfinished ones that nobody has worked on since a moment."""
    query = select(DepositComparison).where(DepositComparison.finished_at.is_(None), DepositComparison.beat_at <= since)
    return session.scalars(query.order_by(DepositComparison.id)).all()


def take(session: Session, comparison: DepositComparison, now: datetime) -> bool:
    """Write down that somebody is at work on it; False when it is over, or another is since it was read."""
    mine = DepositComparison.id == comparison.id, DepositComparison.beat_at == comparison.beat_at
    taken = session.execute(
        update(DepositComparison)
        .where(*mine, DepositComparison.finished_at.is_(None))
        .values(beat_at=now, lines=0)
        .returning(DepositComparison.id)
        .execution_options(synchronize_session=False)
    ).scalar()
    return taken is not None


def forget(session: Session, tenant: str, keep: int | None = None) -> None:
    """All of a tenant but one."""
    others = DepositComparison.tenant == tenant, DepositComparison.id != (keep or 0)
    session.execute(delete(DepositComparison).where(*others))
