"""What the administrators were told of, and the mails that still have to be handed over."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlalchemy import JSON, Date, Integer, String, UniqueConstraint, delete, or_, select, update
from sqlalchemy.orm import Mapped, mapped_column

from mice_exact_plugin.domain.notices import LONGEST_KEY, Notice
from mice_exact_plugin.store.base import Base
from mice_exact_plugin.store.types import RowId, UtcDateTime

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy.orm import Session


class MailKind(StrEnum):
    NIGHT = "night"
    """Of the link itself; `key` is the night."""
    QUESTION = "question"
    """Of somebody who cannot cure it; `key` is the cause and the day."""


class NoticeRow(Base):
    """One cause of one tenant while it lasts; the rules are in `domain/notices.py`."""

    __tablename__ = "exact_notice"
    __table_args__ = (UniqueConstraint("tenant", "cause"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    tenant: Mapped[str] = mapped_column(String(100))
    cause: Mapped[str] = mapped_column(String(LONGEST_KEY))
    params: Mapped[dict[str, Any]] = mapped_column(JSON)
    waiting: Mapped[int] = mapped_column(Integer)
    began_on: Mapped[date] = mapped_column(Date)
    mailed_on: Mapped[date | None] = mapped_column(Date)
    times: Mapped[int] = mapped_column(Integer, default=0)
    ended_on: Mapped[date | None] = mapped_column(Date)
    #: The rows of the invoices that wait for it.
    exports: Mapped[list[int]] = mapped_column(JSON, server_default="[]")


class MailRow(Base):
    """One mail: what it tells of, and how far it is. It is worded when it is handed over, and never before."""

    __tablename__ = "exact_mail"
    __table_args__ = (UniqueConstraint("tenant", "kind", "key"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    tenant: Mapped[str] = mapped_column(String(100))
    kind: Mapped[str] = mapped_column(String(10))
    key: Mapped[str] = mapped_column(String(140))
    params: Mapped[dict[str, Any]] = mapped_column(JSON)
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    not_before: Mapped[datetime] = mapped_column(UtcDateTime)
    tries: Mapped[int] = mapped_column(Integer, default=0)
    #: Set while the host has it; still set at the next try when the process was killed in between.
    started_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    #: How often a try ended without a word.
    lost: Mapped[int] = mapped_column(Integer, default=0)
    handed_at: Mapped[datetime | None] = mapped_column(UtcDateTime, index=True)


def notices_of(session: Session, tenant: str) -> list[Notice]:
    rows = session.scalars(select(NoticeRow).where(NoticeRow.tenant == tenant).order_by(NoticeRow.id))
    return [
        Notice(
            key=row.cause,
            params=row.params,
            waiting=row.waiting,
            began_on=row.began_on,
            mailed_on=row.mailed_on,
            times=row.times,
            ended_on=row.ended_on,
            exports=frozenset(row.exports),
        )
        for row in rows
    ]


def keep_notices(session: Session, tenant: str, notices: Iterable[Notice]) -> None:
    """Make the tenant's notices exactly these."""
    wanted = {notice.key: notice for notice in notices}
    rows = {row.cause: row for row in session.scalars(select(NoticeRow).where(NoticeRow.tenant == tenant))}
    for key, row in rows.items():
        if key not in wanted:
            session.delete(row)
    for key, notice in wanted.items():
        row = rows.get(key) or NoticeRow(tenant=tenant, cause=key, began_on=notice.began_on)
        row.params, row.waiting, row.ended_on = dict(notice.params), notice.waiting, notice.ended_on
        row.mailed_on, row.times, row.exports = notice.mailed_on, notice.times, sorted(notice.exports)
        session.add(row)


def night_mails(session: Session, tenant: str) -> Sequence[MailRow]:
    """The mails of the tenant's nights, newest first, as many as matter for this one."""
    query = select(MailRow).where(MailRow.tenant == tenant, MailRow.kind == MailKind.NIGHT)
    return session.scalars(query.order_by(MailRow.id.desc()).limit(5)).all()


def mails_due(session: Session, now: datetime, tenant: str | None) -> list[int]:
    """The mails that may be handed over now, of one tenant or of all."""
    query = select(MailRow.id).where(MailRow.handed_at.is_(None), MailRow.not_before <= now)
    if tenant is not None:
        query = query.where(MailRow.tenant == tenant)
    return list(session.scalars(query.order_by(MailRow.id)))


def claim_mail(session: Session, mail: MailRow, now: datetime, until: datetime) -> bool:
    """Take a mail for one try; of any number of processes exactly one gets True."""
    taken = session.execute(
        update(MailRow)
        .where(MailRow.id == mail.id, MailRow.handed_at.is_(None), MailRow.not_before == mail.not_before)
        .values(not_before=until, tries=mail.tries + 1, started_at=now, lost=mail.lost + (mail.started_at is not None))
        .execution_options(synchronize_session=False)
        .returning(MailRow.id)
    ).scalar()
    return taken is not None


def forget_mails(session: Session, before: datetime) -> None:
    session.execute(delete(MailRow).where(or_(MailRow.handed_at < before, MailRow.made_at < before)))
