"""One run of a connection, which may live over many jobs (slices), with its progress and its outcome."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, TypedDict

from sqlalchemy import JSON, BigInteger, Index, Integer, String, func, or_, select, text, update
from sqlalchemy.orm import Mapped, mapped_column

from mice_exact_plugin.database import Base, RowId, Shown, UtcDateTime
from mice_exact_plugin.domain.kept import Why
from mice_exact_plugin.domain.problems import KeptProblem
from mice_exact_plugin.domain.run import FURTHEST
from mice_exact_plugin.link.connection import Connection

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from sqlalchemy.exc import IntegrityError
    from sqlalchemy.orm import Session

#: The index that lets a tenant have one unfinished run.
ONE_OPEN = "uq_exact_sync_run_open"


class RunState(StrEnum):
    """`waiting` is a run between two slices; it continues at `resume_at`."""

    RUNNING = "running"
    WAITING = "waiting"
    DONE = "done"
    STOPPED = "stopped"
    """Ended before everything due was handled; `reason` says why."""


class Memory(TypedDict, total=False):
    """What a slice of a run leaves to those after it, as JSON; references are pairs of kind and key."""

    suspects: list[tuple[str, str]]
    reread: list[str]
    unpromoted: dict[str, int]
    prepared: bool
    held: dict[str, int]
    wrongs: list[tuple[str, list[str]]]
    refusals: list[tuple[tuple[str, ...], list[tuple[str, str]]]]
    accepted: list[tuple[str, str]]
    refused: dict[str, tuple[str, KeptProblem]]
    silences: int
    lost_rights: dict[str, str]


class SyncRun(Base):
    """At most one unfinished run per tenant, which the partial unique index guarantees against two schedulers."""

    __tablename__ = "exact_sync_run"
    __table_args__ = (
        Index(
            ONE_OPEN,
            "tenant",
            unique=True,
            sqlite_where=text("finished_at IS NULL"),
            postgresql_where=text("finished_at IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    tenant: Mapped[str] = mapped_column(String(100), index=True)
    site: Mapped[str] = mapped_column(String(3))
    division: Mapped[int] = mapped_column(BigInteger)
    trigger: Mapped[str] = mapped_column(String(20))
    started_by: Mapped[str] = mapped_column(Shown)
    state: Mapped[str] = mapped_column(String(10))
    started_at: Mapped[datetime] = mapped_column(UtcDateTime)
    finished_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    resume_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    #: The sign of life of the slice at work; an unfinished run without one is picked up by the next tick.
    beat_at: Mapped[datetime] = mapped_column(UtcDateTime)
    reason: Mapped[str | None] = mapped_column(String(60))
    #: The figures of the reason, and `since` when it has held without a break.
    details: Mapped[Why] = mapped_column(JSON, default=dict, server_default=text("'{}'"))
    #: Slices in a row that ended in a way that nobody foresaw, or without a word.
    failures: Mapped[int] = mapped_column(Integer, default=0, server_default=text("0"))
    #: What the run stands at now: `reference`, `recovery`, `verify`, `posting`.
    phase: Mapped[str | None] = mapped_column(String(20))
    total: Mapped[int] = mapped_column(Integer, default=0)
    handled: Mapped[int] = mapped_column(Integer, default=0)
    #: At the end: how many invoices came to which outcome (`domain/run.py`); None for a run of 0.1.
    outcomes: Mapped[dict[str, int] | None] = mapped_column(JSON(none_as_null=True))
    #: What happened on the way, one invoice sometimes more than once: `posted created_debtors calls …`.
    counts: Mapped[dict[str, int]] = mapped_column(JSON, default=dict)
    #: Pauses for want of an answer from Exact.
    pauses: Mapped[int] = mapped_column(Integer, default=0)
    #: When somebody last looked at its progress.
    watched_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    #: When it was seen to, after its end, what the administrators must be told.
    reported_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    #: What must survive from slice to slice: what a slice learnt (`Memory`).
    memory: Mapped[Memory] = mapped_column(JSON, default=dict)


def is_refused_as_second(error: IntegrityError) -> bool:
    """Whether the database refused a run because the tenant has an open one, and for nothing else.

    PostgreSQL names the index; SQLite names its columns, and no other constraint is on that one.
    """
    named = getattr(getattr(error.orig, "diag", None), "constraint_name", None)
    return named == ONE_OPEN or str(error.orig) == f"UNIQUE constraint failed: {SyncRun.__tablename__}.tenant"


def open_run(session: Session, tenant: str) -> SyncRun | None:
    query = select(SyncRun).where(SyncRun.tenant == tenant, SyncRun.finished_at.is_(None))
    return session.scalars(query.execution_options(populate_existing=True)).one_or_none()


def run_before(session: Session, run: SyncRun) -> SyncRun | None:
    """The tenant's run that ended before this one began."""
    query = select(SyncRun).where(SyncRun.tenant == run.tenant, SyncRun.id < run.id)
    return session.scalars(query.order_by(SyncRun.id.desc()).limit(1)).one_or_none()


def run_of(session: Session, run_id: int) -> SyncRun | None:
    return session.get(SyncRun, run_id, populate_existing=True)


def begin(session: Session, run: SyncRun, now: datetime) -> bool:
    """Write down that somebody is at work on it from now on; False when another did so since it was read."""
    query = update(SyncRun).where(SyncRun.id == run.id, SyncRun.finished_at.is_(None))
    as_read = query.where(SyncRun.state == run.state, SyncRun.beat_at == run.beat_at)
    begun = as_read.values(state=RunState.RUNNING, beat_at=now).returning(SyncRun.id)
    return session.scalar(begun.execution_options(synchronize_session=False)) is not None


def unfinished(session: Session, run_id: int) -> SyncRun | None:
    """As it is now, and locked until the caller's transaction ends; None when somebody has ended it."""
    query = select(SyncRun).where(SyncRun.id == run_id, SyncRun.finished_at.is_(None)).with_for_update()
    return session.scalars(query.execution_options(populate_existing=True)).one_or_none()


def last_runs(session: Session, tenant: str, limit: int) -> Sequence[SyncRun]:
    query = select(SyncRun).where(SyncRun.tenant == tenant).order_by(SyncRun.id.desc()).limit(limit)
    return session.scalars(query).all()


def ran_before(session: Session, tenant: str, moment: datetime) -> bool:
    query = select(SyncRun.id).where(SyncRun.tenant == tenant, SyncRun.started_at < moment)
    return session.scalar(query.limit(1)) is not None


def runs_to_report(session: Session, since: datetime) -> Sequence[SyncRun]:
    """Runs that ended since a moment and of which nobody has seen yet whether there is something to tell."""
    query = select(SyncRun).where(SyncRun.finished_at > since, SyncRun.reported_at.is_(None))
    return session.scalars(query.order_by(SyncRun.id)).all()


def tenants_with_open_run(session: Session, tenants: Collection[str]) -> set[str]:
    query = select(SyncRun.tenant).where(SyncRun.tenant.in_(tenants), SyncRun.finished_at.is_(None))
    return set(session.scalars(query))


def runs_to_resume(session: Session, now: datetime, silent_since: datetime) -> dict[int, datetime]:
    """Unfinished runs whose pause is over, or whose slice gives no sign of life, longest waiting first: id and beat.

    Those of an administration where Exact was slow come last: others would wait behind them. A moment further away than
    any run waits was told by a clock that stood wrong.
    """
    until, never = func.coalesce(SyncRun.resume_at, SyncRun.beat_at), now + FURTHEST
    waiting_over = (SyncRun.state == RunState.WAITING) & or_(until <= now, until > never)
    silent = (SyncRun.state == RunState.RUNNING) & or_(SyncRun.beat_at <= silent_since, SyncRun.beat_at > never)
    query = select(SyncRun.id, SyncRun.beat_at).where(SyncRun.finished_at.is_(None), waiting_over | silent)
    query = query.outerjoin(Connection, Connection.tenant == SyncRun.tenant)
    rows = session.execute(query.order_by(Connection.slow_at.is_not(None), SyncRun.beat_at, SyncRun.id))
    return dict(rows.tuples().all())
