"""Locks that outlive a call: a row with owner, fencing number and expiry, taken with one conditional UPDATE.

The same statement works on SQLite and PostgreSQL, on the database's clock, and no transaction stays open. The fence
grows with every change of hands, so whoever slept past its lease can be told from the owner of today. Whoever asks or
changes something in an administration outside a run is alone there, and after a write without an answer the next one
starts one request deadline later: Exact may still be at the first one, and advises against writes beside each other.
"""

from __future__ import annotations

import time
import uuid
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import BigInteger, ColumnElement, String, and_, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, mapped_column

from mice_exact_plugin.database import Base, database_ms, step
from mice_exact_plugin.errors import Busy, LeaseLost, TryLater
from mice_exact_plugin.link.connection import writer_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session

    from mice_exact_plugin.exact.sites import App
    from mice_exact_plugin.runtime import Runtime


class LeaseRow(Base):
    """One lock; `expires_ms` is on the database's clock, 0 is free."""

    __tablename__ = "exact_lease"

    key: Mapped[str] = mapped_column(String(200), primary_key=True)
    owner: Mapped[str] = mapped_column(String(100))
    fence: Mapped[int] = mapped_column(BigInteger)
    expires_ms: Mapped[int] = mapped_column(BigInteger)
    #: No write starts before this moment, since Exact may still be at one that it did not answer.
    quiet_until_ms: Mapped[int] = mapped_column(BigInteger, server_default="0", default=0)


@dataclass(frozen=True, slots=True)
class Lease:
    """A lock that is held: who holds it, under which fence, for how long after each renewal."""

    key: str
    owner: str
    fence: int
    duration: timedelta


def take(session: Session, key: str, owner: str, duration: timedelta) -> Lease | None:
    """Take the lock when it is free or expired; None while another holds it."""
    _ensure_row(session, key)
    expires = database_ms() + _ms(duration)
    with step(session):
        taken = session.execute(
            update(LeaseRow)
            .where(LeaseRow.key == key, LeaseRow.expires_ms <= database_ms())
            .values(owner=owner, fence=LeaseRow.fence + 1, expires_ms=expires)
            .returning(LeaseRow.fence)
        ).scalar()
    return None if taken is None else Lease(key, owner, taken, duration)


def renew(session: Session, lease: Lease) -> None:
    """Push the expiry forward; LeaseLost when another has taken the lock since.

    A process that was stopped on the way may wake up past the new expiry, so it looks at its own clock once more.
    """
    asked_at = time.monotonic()
    with step(session):
        kept = session.execute(
            update(LeaseRow)
            .where(_held(lease))
            .values(expires_ms=database_ms() + _ms(lease.duration))
            .returning(LeaseRow.fence)
        ).scalar()
    if kept is None or time.monotonic() - asked_at >= lease.duration.total_seconds():
        raise LeaseLost(lease.key)


def release(session: Session, lease: Lease) -> None:
    """Give the lock back; nothing happens when it is no longer ours."""
    with step(session):
        session.execute(update(LeaseRow).where(_held(lease)).values(expires_ms=0))


def keep_quiet(session: Session, lease: Lease, duration: timedelta) -> None:
    """Let no write start under this lock for a while, whoever holds it then."""
    with step(session):
        until = database_ms() + _ms(duration)
        session.execute(update(LeaseRow).where(LeaseRow.key == lease.key).values(quiet_until_ms=until))


def quiet_left(session: Session, lease: Lease) -> timedelta:
    """How long no write may start yet; nothing or less when one may."""
    with step(session):
        left = select(LeaseRow.quiet_until_ms - database_ms()).where(LeaseRow.key == lease.key)
        return timedelta(milliseconds=session.execute(left).scalar() or 0)


def _held(lease: Lease) -> ColumnElement[bool]:
    return and_(LeaseRow.key == lease.key, LeaseRow.owner == lease.owner, LeaseRow.fence == lease.fence)


def _ensure_row(session: Session, key: str) -> None:
    if session.execute(select(LeaseRow.key).where(LeaseRow.key == key)).scalar() is not None:
        session.commit()
        return
    try:
        session.execute(insert(LeaseRow).values(key=key, owner="", fence=0, expires_ms=0, quiet_until_ms=0))
        session.commit()
    except IntegrityError:  # another process made the row in between
        session.rollback()


def _ms(duration: timedelta) -> int:
    return int(duration / timedelta(milliseconds=1))


POLL_SECONDS = 0.2


@contextmanager
def writing(runtime: Runtime, app: App, division: int) -> Iterator[Lease]:
    """Hold the lease of an administration; Busy when whoever has it, mostly a run, keeps it longer than one waits."""
    held = _taken(runtime, writer_key(app, division))
    try:
        yield held
    finally:
        release(runtime.session, held)


def _taken(runtime: Runtime, key: str) -> Lease:
    owner, deadline = uuid.uuid4().hex, time.monotonic() + runtime.config.patience.total_seconds()
    while True:
        if held := take(runtime.session, key, owner, runtime.config.lease):
            return held
        if time.monotonic() >= deadline:
            raise Busy("writer_busy")
        time.sleep(POLL_SECONDS)


REASON = "after_silence"


def check_quiet(runtime: Runtime, lease: Lease) -> None:
    """The last look before a write; TryLater, with the moment, while it is too early."""
    left = quiet_left(runtime.session, lease)
    if left > timedelta(0):
        raise TryLater(REASON, runtime.now() + left)


def wait_quiet(runtime: Runtime, lease: Lease) -> None:
    """Wait until a write may start; a wait longer than one waits gives the worker back."""
    left = quiet_left(runtime.session, lease)
    if left <= timedelta(0):
        return
    if left > runtime.config.patience:
        raise TryLater(REASON, runtime.now() + left)
    time.sleep(left.total_seconds())
    renew(runtime.session, lease)
