"""Handing mails to the host: each on its own, tried again at growing pauses, and never twice but for a kill in between.

What the administrators were told of is kept beside the mails that still have to be handed over.
"""

from __future__ import annotations

import logging
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, TypedDict

from sqlalchemy import JSON, Date, Integer, String, UniqueConstraint, delete, or_, select, update
from sqlalchemy.orm import Mapped, mapped_column

from mice_exact_plugin.database import Base, RowId, UtcDateTime, step
from mice_exact_plugin.domain.notices import LONGEST_KEY, Due, Notice, Told, night_of, told
from mice_exact_plugin.domain.run import FURTHEST, next_night
from mice_exact_plugin.link.connection import connection_of
from mice_exact_plugin.manifest import NAME
from mice_exact_plugin.runtime import Letter

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy.orm import Session

    from mice_exact_plugin.runtime import Runtime


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
    params: Mapped[Told] = mapped_column(JSON)
    waiting: Mapped[int] = mapped_column(Integer)
    began_on: Mapped[date] = mapped_column(Date)
    mailed_on: Mapped[date | None] = mapped_column(Date)
    times: Mapped[int] = mapped_column(Integer, default=0)
    ended_on: Mapped[date | None] = mapped_column(Date)
    #: The rows of the invoices that wait for it.
    exports: Mapped[list[int]] = mapped_column(JSON, server_default="[]")


class MailParams(TypedDict, total=False):
    """Of the mail of a night the keys of its notices; of a question what it asks, and who does."""

    causes: list[str]
    ended: list[str]
    cause: Told
    waiting: int
    asker: str


class MailRow(Base):
    """One mail: what it tells of, and how far it is. It is worded when it is handed over, and never before."""

    __tablename__ = "exact_mail"
    __table_args__ = (UniqueConstraint("tenant", "kind", "key"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    tenant: Mapped[str] = mapped_column(String(100))
    kind: Mapped[str] = mapped_column(String(10))
    key: Mapped[str] = mapped_column(String(140))
    params: Mapped[MailParams] = mapped_column(JSON)
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
        row.params, row.waiting, row.ended_on = notice.params, notice.waiting, notice.ended_on
        row.mailed_on, row.times, row.exports = notice.mailed_on, notice.times, sorted(notice.exports)
        session.add(row)


def night_mails(session: Session, tenant: str) -> Sequence[MailRow]:
    """The mails of the tenant's nights, newest first, as many as matter for this one."""
    query = select(MailRow).where(MailRow.tenant == tenant, MailRow.kind == MailKind.NIGHT)
    return session.scalars(query.order_by(MailRow.id.desc()).limit(5)).all()


def mails_due(session: Session, now: datetime, tenant: str | None) -> list[int]:
    """The mails that may be handed over now, of one tenant or of all; none waits longer than until the next night."""
    may_go = or_(MailRow.not_before <= now, MailRow.not_before > now + FURTHEST)
    query = select(MailRow.id).where(MailRow.handed_at.is_(None), may_go)
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
    session.execute(delete(MailRow).where(MailRow.made_at < before))


logger = logging.getLogger("mice_exact_plugin.mail")
FIRST_PAUSE, LONGEST_PAUSE = timedelta(minutes=5), timedelta(hours=6)
#: A try that ended without a word may have been handed over; after the second one it is taken for that.
MOST_LOST = 1


def deliver(runtime: Runtime, tenant: str | None = None) -> None:
    """Hand over what may be handed over now, of one tenant or of all; one that fails costs the others nothing.

    No longer than one request may last: a mail server that hangs would keep the ticks, and the bookings behind them.
    """
    begun = runtime.now()
    with step(runtime.session):
        due = mails_due(runtime.session, begun, tenant)
    for mail_id in due:
        if runtime.now() - begun >= runtime.config.deadline:
            return
        try:
            _hand_over(runtime, mail_id)
        except Exception as error:
            _give_back(runtime, mail_id, error)


def _hand_over(runtime: Runtime, mail_id: int) -> None:
    with step(runtime.session):
        letter = _claim(runtime, mail_id)
    if letter is None:
        return
    if letter.causes or letter.ended:
        subject, body = runtime.write(runtime.host, letter)
        with step(runtime.session):
            runtime.host.send_mail(letter.tenant, subject=subject, body=body)
    with step(runtime.session):
        _mark(runtime, mail_id)


def _claim(runtime: Runtime, mail_id: int) -> Letter | None:
    """The mail to hand over; None when another process has it, this night had one already, or it was lost twice."""
    session, now = runtime.session, runtime.now()
    mail = session.get(MailRow, mail_id, populate_existing=True)
    if mail is None or mail.handed_at is not None:
        return None
    if not _is_active(runtime, mail.tenant):
        session.delete(mail)
        return None
    if mail.kind == MailKind.NIGHT and _had_one(runtime, mail):
        mail.not_before = next_night(now, mail.tenant)
        return None
    pause = min(FIRST_PAUSE * 2 ** min(mail.tries, 10), LONGEST_PAUSE)
    is_lost = mail.started_at is not None and mail.lost >= MOST_LOST
    if not claim_mail(session, mail, now, now + pause):
        return None
    if is_lost:
        told = "mail %s of %s was begun twice and never finished; it is not handed over again"
        logger.error(told, mail_id, mail.tenant)
        _mark(runtime, mail_id)
        return None
    return _letter(runtime, mail)


def _is_active(runtime: Runtime, tenant: str) -> bool:
    """What a mail server kept waiting is no news to who left meanwhile."""
    activation = runtime.host.activation(tenant, NAME)
    return activation is not None and activation.withdrawn_at is None


def _had_one(runtime: Runtime, mail: MailRow) -> bool:
    night = night_of(runtime.now(), mail.tenant).isoformat()
    others = night_mails(runtime.session, mail.tenant)
    return any(other.handed_at is not None and other.key == night for other in others)


def _letter(runtime: Runtime, mail: MailRow) -> Letter:
    connection = connection_of(runtime.session, mail.tenant)
    site = connection.site if connection else ""
    if mail.kind == MailKind.QUESTION:
        return Letter(mail.tenant, site, (_asked(mail),), asker=mail.params.get("asker", ""))
    known = {notice.key: notice for notice in notices_of(runtime.session, mail.tenant)}
    causes, ended = (
        [known[key] for key in keys if key in known] for keys in (mail.params["causes"], mail.params["ended"])
    )
    return Letter(mail.tenant, site, tuple(causes), tuple(ended))


def _asked(mail: MailRow) -> Notice:
    return Notice(mail.key, mail.params["cause"], mail.params["waiting"], mail.made_at.date())


def _mark(runtime: Runtime, mail_id: int) -> None:
    """It was handed over: what it told of counts as told this night."""
    session, now = runtime.session, runtime.now()
    mail = session.get_one(MailRow, mail_id, populate_existing=True)
    mail.handed_at, mail.started_at = now, None
    if mail.kind == MailKind.QUESTION:
        return
    night = night_of(now, mail.tenant)
    mail.key = night.isoformat()
    mailed = Due(tuple(mail.params["causes"]), tuple(mail.params["ended"]))
    keep_notices(session, mail.tenant, told(notices_of(session, mail.tenant), mailed, night))


def _give_back(runtime: Runtime, mail_id: int, error: Exception) -> None:
    """The host said no, so it has no mail: the next try is no repeat."""
    runtime.session.rollback()
    with step(runtime.session):
        mail = runtime.session.get(MailRow, mail_id, populate_existing=True)
        if mail is not None:
            mail.started_at = None
            # The class only: a mail server's answer may name an address.
            logger.warning("mail %s of %s was not handed over: %s", mail_id, mail.tenant, type(error).__name__)
