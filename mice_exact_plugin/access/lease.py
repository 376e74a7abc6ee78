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

from sqlalchemy import BigInteger, String, and_, bindparam, select, update
from sqlalchemy.orm import Mapped, mapped_column

from mice_exact_plugin.database import Base, columns_of, core, database_ms, inserting, step, table_of
from mice_exact_plugin.errors import Busy, LeaseLost, LinkChanged, TryLater
from mice_exact_plugin.link.connection import writer_key
from mice_exact_plugin.link.unchanged import IS_UNCHANGED

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

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


def take(runtime: Runtime, key: str, owner: str, duration: timedelta) -> Lease | None:
    """Take the lock when it is free or expired; None while another holds it."""
    values = {"of_key": key, "new_owner": owner, "lasting": _ms(duration)}
    with step(runtime.session):
        fence = core(runtime.session, _TAKE, values).scalar()
        if fence is None:
            # Nobody ever took it, or somebody has it.
            core(runtime.session, _MAKE, {"key": key, "owner": "", "fence": 0, "expires_ms": 0, "quiet_until_ms": 0})
            fence = core(runtime.session, _TAKE, values).scalar()
    return None if fence is None else Lease(key, owner, fence, duration)


def hold(session: Session, lease: Lease, link: Mapping[str, object] | None = None) -> timedelta:
    """Push the expiry forward within the caller's transaction; LeaseLost when another has taken the lock since.

    With the values of a link, LinkChanged when it is no longer as they say. Returns how long no write may start yet;
    nothing or less when one may.
    """
    values = {**_of(lease), "lasting": _ms(lease.duration), **(link or {})}
    if core(session, _HOLD_UNCHANGED if link else _HOLD, values).rowcount:
        return timedelta()
    kept = core(session, _RENEW_UNCHANGED if link else _RENEW, values).first()
    if kept is None and link and core(session, _RENEW, values).first():
        raise LinkChanged(lease.key)
    if kept is None:
        raise LeaseLost(lease.key)
    return timedelta(milliseconds=kept.quiet)


def renew(runtime: Runtime, lease: Lease) -> None:
    """Push the expiry forward; LeaseLost when another has taken the lock since."""
    with in_time(lease), step(runtime.session):
        hold(runtime.session, lease)


@contextmanager
def in_time(lease: Lease) -> Iterator[None]:
    """Around a renewal and its commit: LeaseLost when they took so long that it may be another's again.

    A process that was stopped on the way wakes up past the new expiry, so it looks at its own clock once more.
    """
    asked_at = time.monotonic()
    yield
    if time.monotonic() - asked_at >= lease.duration.total_seconds():
        raise LeaseLost(lease.key)


def release(runtime: Runtime, lease: Lease) -> None:
    """Give the lock back; nothing happens when it is no longer ours."""
    with step(runtime.session):
        core(runtime.session, _RELEASE, _of(lease))


def keep_quiet(runtime: Runtime, lease: Lease, duration: timedelta) -> None:
    """Let no write start under this lock for a while, whoever holds it then."""
    with step(runtime.session):
        until = database_ms() + _ms(duration)
        runtime.session.execute(update(LeaseRow).where(LeaseRow.key == lease.key).values(quiet_until_ms=until))


def quiet_left(runtime: Runtime, lease: Lease) -> timedelta:
    """How long no write may start yet; nothing or less when one may."""
    with step(runtime.session):
        left = select(LeaseRow.quiet_until_ms - database_ms()).where(LeaseRow.key == lease.key)
        return timedelta(milliseconds=runtime.session.execute(left).scalar() or 0)


_ROWS, _ROW = table_of(LeaseRow), columns_of(LeaseRow)
_IS_HELD = and_(
    _ROW.key == bindparam("of_key"),
    _ROW.owner == bindparam("of_owner"),
    _ROW.fence == bindparam("of_fence"),
)
_UNTIL = database_ms() + bindparam("lasting", type_=BigInteger)
_TAKE = (
    update(_ROWS)
    .where(_ROW.key == bindparam("of_key"), _ROW.expires_ms <= database_ms())
    .values(owner=bindparam("new_owner"), fence=_ROW.fence + 1, expires_ms=_UNTIL)
    .returning(_ROW.fence)
)
_MAKE = inserting(_ROWS, "ON CONFLICT DO NOTHING")
_EXTEND = update(_ROWS).where(_IS_HELD).values(expires_ms=_UNTIL)
#: The ordinary case, in which nothing has to be said.
_HOLD = _EXTEND.where(_ROW.quiet_until_ms <= database_ms())
_HOLD_UNCHANGED = _HOLD.where(IS_UNCHANGED)
_RENEW = _EXTEND.returning((_ROW.quiet_until_ms - database_ms()).label("quiet"))
_RENEW_UNCHANGED = _RENEW.where(IS_UNCHANGED)
_RELEASE = update(_ROWS).where(_IS_HELD).values(expires_ms=0)


def _of(lease: Lease) -> dict[str, object]:
    return {"of_key": lease.key, "of_owner": lease.owner, "of_fence": lease.fence}


def _ms(duration: timedelta) -> int:
    return int(duration / timedelta(milliseconds=1))


POLL_SECONDS = 0.2


@contextmanager
def writing(runtime: Runtime, app: App, division: int) -> Iterator[Lease]:
    """Hold the lease of an administration; Busy when whoever has it, mostly a run, keeps it longer than one waits."""
    held = _waited_for(runtime, writer_key(app, division))
    try:
        yield held
    finally:
        release(runtime, held)


def _waited_for(runtime: Runtime, key: str) -> Lease:
    owner, deadline = uuid.uuid4().hex, time.monotonic() + runtime.config.patience.total_seconds()
    while True:
        if held := take(runtime, key, owner, runtime.config.lease):
            return held
        if time.monotonic() >= deadline:
            raise Busy("writer_busy")
        time.sleep(POLL_SECONDS)


class StillQuiet(TryLater):
    """Exact may still be at a write that it did not answer, so the next one does not start yet."""

    def __init__(self, not_before: datetime) -> None:
        super().__init__("after_silence", not_before)


def wait_quiet(runtime: Runtime, lease: Lease) -> None:
    """Wait until a write may start; a wait longer than one waits gives the worker back."""
    left = quiet_left(runtime, lease)
    if left <= timedelta(0):
        return
    if left > runtime.config.patience:
        raise StillQuiet(runtime.now() + left)
    time.sleep(left.total_seconds())
    renew(runtime, lease)
