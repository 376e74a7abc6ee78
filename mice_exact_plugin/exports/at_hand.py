"""What a run finds in the queue: what is due, what was never sent, and how everything stands when it is over.

Each statement is built once.
"""

from __future__ import annotations

from functools import cache

# Any: SQLAlchemy does not know the types of a row of Core.
from typing import TYPE_CHECKING, Any

from sqlalchemy import BigInteger, Integer, bindparam, func, or_, select, tuple_, union

from mice_exact_plugin.database import UtcDateTime, core
from mice_exact_plugin.domain.states import State
from mice_exact_plugin.exports import queue
from mice_exact_plugin.exports.asking import MAY_BE_BOOKED

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from sqlalchemy import ColumnElement, Executable, Row, Select
    from sqlalchemy.orm import Session

    from mice_exact_plugin.exports.export import Export

TABLE, ROW = queue.TABLE, queue.ROW
_MOST = bindparam("most", type_=Integer())


def due(session: Session, tenant: str, now: datetime, after: tuple[datetime, int] | None, limit: int) -> list[Export]:
    """Rows to post now, oldest first, from behind the row whose (sent_at, id) is `after`; with `waits_for`."""
    asked = {"of_tenant": tenant, "now": now, "most": limit}
    if after is None:
        return queue.found(session, _due(), asked)
    return queue.found(session, _due_behind(), {**asked, "after_sent_at": after[0], "after_id": after[1]})


@cache
def _due() -> Select[Any]:
    """By value of `of_tenant`, `now` and `most`."""
    here = ROW.tenant == bindparam("of_tenant"), ROW.state == State.QUEUED
    query = queue.shown().where(*here, _is_due())
    return query.order_by(ROW.sent_at, ROW.id).limit(_MOST)


@cache
def _due_behind() -> Executable:
    sent_at, last = bindparam("after_sent_at", type_=UtcDateTime()), bindparam("after_id", type_=BigInteger())
    return _due().where(tuple_(ROW.sent_at, ROW.id) > tuple_(sent_at, last))


def _is_due() -> ColumnElement[bool]:
    return or_(ROW.not_before.is_(None), ROW.not_before <= bindparam("now")) & MAY_BE_BOOKED


def standing_after(session: Session, tenant: str, run_id: int, now: datetime) -> Sequence[Row[Any]]:
    """What a run has to deal with, as (state, adopted, waits, how many): what it moved and what is still to be done."""
    return core(session, _standing_after(), {"of_tenant": tenant, "of_run": run_id, "now": now}).rows


@cache
def _standing_after() -> Executable:
    concerned = (
        ROW.run_id == bindparam("of_run"),
        queue.is_one_of(ROW.state, (State.CLAIMED, State.UNCONFIRMED)),
        (ROW.state == State.QUEUED) & _is_due(),
    )
    here = ROW.tenant == bindparam("of_tenant")
    # Each by its own index: of one condition for all SQLite makes a walk through the whole history.
    ids = union(*(select(ROW.id).where(here, each) for each in concerned)).subquery()
    waits = queue.original_waited_for().is_not(None).label("waits")
    rows = select(ROW.state, ROW.adopted, waits).where(ROW.id.in_(select(ids.c.id))).subquery().c
    grouped = select(rows.state, rows.adopted, rows.waits, func.count())
    return grouped.group_by(rows.state, rows.adopted, rows.waits)


def blocked_before(session: Session, tenant: str, run_id: int) -> int:
    """How many invoices have been blocked since before this run, which found no cure for them."""
    return core(session, _blocked_before(), {"of_tenant": tenant, "of_run": run_id}).scalar() or 0


@cache
def _blocked_before() -> Executable:
    elsewhere = or_(ROW.run_id.is_(None), ROW.run_id != bindparam("of_run"))
    here = ROW.tenant == bindparam("of_tenant"), ROW.state == State.BLOCKED
    return select(func.count().label("many")).where(*here, elsewhere)


def never_sent(session: Session, tenant: str, now: datetime, limit: int) -> list[Export]:
    """Due rows that were never attempted, oldest first: what the canary looks up.

    Credits that wait come last, as they may wait for long. A row that a person books anyway is no surprise, so it is
    not looked up again.
    """
    return queue.found(session, _never_sent(), {"of_tenant": tenant, "now": now, "most": limit})


@cache
def _never_sent() -> Executable:
    query = _due().where(ROW.first_sent_at.is_(None), ROW.generation == 0)
    waits = queue.original_waited_for().is_not(None)
    return query.order_by(None).order_by(waits, ROW.sent_at, ROW.id)


def oldest_waiting(session: Session, tenant: str) -> date | None:
    """The date of the oldest invoice that is not booked yet."""
    oldest: date | None = core(session, _oldest_waiting(), {"of_tenant": tenant}).scalar()
    return oldest


@cache
def _oldest_waiting() -> Executable:
    waits = queue.is_one_of(ROW.state, (State.QUEUED, State.BLOCKED))
    return select(func.min(ROW.invoice_date)).where(ROW.tenant == bindparam("of_tenant"), waits)
