"""Remarks on exports: they stay until a person puts them aside with a reason, and are kept afterwards."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import JSON, BigInteger, Index, String, func, insert, select, text, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, mapped_column

from mice_exact_plugin.store.base import Base
from mice_exact_plugin.store.invoice_export import InvoiceExport
from mice_exact_plugin.store.types import RowId, Shown, UtcDateTime

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from sqlalchemy import Row
    from sqlalchemy.orm import Session

#: The longest reason that is kept.
REASON_LIMIT = 1000


class RemarkRow(Base):
    """One remark; open while nobody has put it aside. Of one kind an export has at most one open."""

    __tablename__ = "exact_remark"
    __table_args__ = (
        Index("ix_exact_remark_export", "export_id", "code"),
        Index(
            "uq_exact_remark_open",
            "export_id",
            "code",
            unique=True,
            sqlite_where=text("seen_at IS NULL"),
            postgresql_where=text("seen_at IS NULL"),
        ),
        Index("ix_exact_remark_tenant", "tenant", "seen_at"),
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    tenant: Mapped[str] = mapped_column(String(100))
    export_id: Mapped[int] = mapped_column(BigInteger)
    code: Mapped[str] = mapped_column(String(40))
    params: Mapped[dict[str, str]] = mapped_column(JSON)
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    #: Who put it aside, when and why; the system puts aside what is no longer so.
    seen_by: Mapped[str | None] = mapped_column(Shown)
    seen_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    reason: Mapped[str | None] = mapped_column(String(REASON_LIMIT))


def facts_of(session: Session, export_id: int) -> tuple[datetime | None, list[dict[str, Any]]]:
    """When an export's invoice was deleted, and which of its lines took the default ledger."""
    query = select(InvoiceExport.deleted_at, InvoiceExport.fallbacks).where(InvoiceExport.id == export_id)
    deleted_at, fallbacks = session.execute(query).one()
    return deleted_at, fallbacks


def latest(session: Session, export_id: int, code: str) -> Row[Any] | None:
    """The newest remark of a kind, open or put aside."""
    query = select(*RemarkRow.__table__.c).where(RemarkRow.export_id == export_id, RemarkRow.code == code)
    return session.execute(query.order_by(RemarkRow.id.desc()).limit(1)).one_or_none()


def insert_open(session: Session, export_id: int, code: str, params: dict[str, str], now: datetime) -> None:
    """Add an open remark to an export of whatever tenant; another process may have been first, which is as good."""
    tenant = select(InvoiceExport.tenant).where(InvoiceExport.id == export_id).scalar_subquery()
    values = {"tenant": tenant, "export_id": export_id, "code": code, "params": params, "made_at": now}
    try:
        with session.begin_nested():
            session.execute(insert(RemarkRow).values(values))
    except IntegrityError:
        return


def change_params(session: Session, remark_id: int, params: dict[str, str]) -> None:
    session.execute(update(RemarkRow).where(RemarkRow.id == remark_id).values(params=params))


def close(session: Session, remark_id: int, tenant: str, by: str, now: datetime, reason: str | None) -> Row[Any] | None:
    """Put an open remark aside; its row, or None when it is not open or another tenant's."""
    return session.execute(
        update(RemarkRow)
        .where(RemarkRow.id == remark_id, RemarkRow.tenant == tenant, RemarkRow.seen_at.is_(None))
        .values(seen_by=by, seen_at=now, reason=reason)
        .returning(RemarkRow.export_id, RemarkRow.code)
        .execution_options(synchronize_session=False)
    ).one_or_none()


def open_of(session: Session, tenant: str, export_ids: Collection[int] | None) -> Sequence[Row[Any]]:
    """The open remarks of these exports, or of all, oldest first."""
    query = select(*RemarkRow.__table__.c).where(RemarkRow.tenant == tenant, RemarkRow.seen_at.is_(None))
    if export_ids is not None:
        query = query.where(RemarkRow.export_id.in_(export_ids))
    return session.execute(query.order_by(RemarkRow.id)).all()


def open_counts(session: Session, tenant: str) -> dict[str, int]:
    """How many exports have an open remark of each kind."""
    query = select(RemarkRow.code, func.count().label("exports")).where(
        RemarkRow.tenant == tenant, RemarkRow.seen_at.is_(None)
    )
    return {row.code: row.exports for row in session.execute(query.group_by(RemarkRow.code))}
