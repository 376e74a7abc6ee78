"""Never silent: after every run, on every tick and when somebody asks, what the administrators must be told is told."""

from __future__ import annotations

import logging
from datetime import date, timedelta
from functools import cache

# Any: SQLAlchemy does not know the types of a row of Core.
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, func, select
from sqlalchemy.exc import IntegrityError

from mice_exact_plugin.access import secrets as secret_rows
from mice_exact_plugin.access import tokens
from mice_exact_plugin.database import core, step
from mice_exact_plugin.domain.notices import (
    OLDER,
    Cause,
    due,
    followed,
    link_cause,
    night_of,
    of_approval,
    of_link,
    of_older,
    of_problems,
)
from mice_exact_plugin.domain.problems import Code
from mice_exact_plugin.domain.run import AMSTERDAM
from mice_exact_plugin.domain.standing import State
from mice_exact_plugin.domain.states import State as InvoiceState
from mice_exact_plugin.errors import LinkError
from mice_exact_plugin.exports import awaiting
from mice_exact_plugin.exports.queue import ROW, is_one_of
from mice_exact_plugin.exports.table import InvoiceExport
from mice_exact_plugin.link.connection import Connection, Status, connection_of
from mice_exact_plugin.link.run import open_run, run_of, runs_to_report
from mice_exact_plugin.logs import trouble
from mice_exact_plugin.standing import post_office
from mice_exact_plugin.standing import standing as standings
from mice_exact_plugin.standing.post_office import MailKind, MailParams, MailRow, keep_notices, night_mails, notices_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from sqlalchemy import Executable, Row
    from sqlalchemy.orm import Session

    from mice_exact_plugin.domain.notices import Notice, Unsettled
    from mice_exact_plugin.domain.problems import Problem
    from mice_exact_plugin.domain.standing import Standing
    from mice_exact_plugin.link.run import SyncRun
    from mice_exact_plugin.runtime import Person, Runtime

    _Rows = Sequence[Row[Any]]

logger = logging.getLogger("mice_exact_plugin.notices")
#: A run whose progress was looked at so shortly before its end is being looked at; the page asks every second.
WATCHED = timedelta(seconds=60)
#: A run that ended longer ago is not news.
NEWS = timedelta(days=2)
#: Not booked yet, and not held back for a reason of its own.
_WAITS = (InvoiceState.QUEUED, InvoiceState.CLAIMED, InvoiceState.UNCONFIRMED)


def after_run(runtime: Runtime, run_id: int) -> None:
    """See what an ended run leaves to tell. When that fails, the next tick looks again."""
    try:
        with step(runtime.session):
            run = run_of(runtime.session, run_id)
            if run is None or run.finished_at is None or run.reported_at is not None:
                return
            if run.site not in runtime.config.apps:
                return  # this process cannot tell how the link stands, and another one will
            tenant = run.tenant
            run.reported_at = runtime.now()
            if not _is_watched(run):
                _look(runtime, tenant)
        post_office.deliver(runtime, tenant)
    except Exception as error:
        trouble(logger, error, "what run %s leaves to tell", run_id)
        runtime.session.rollback()


def review(runtime: Runtime, tenant: str) -> None:
    """See what there is to tell a tenant; no other tenant suffers when that fails."""
    try:
        with step(runtime.session):
            _look(runtime, tenant)
    except IntegrityError:
        logger.info("another process tells %s", tenant)
    except Exception as error:
        trouble(logger, error, "what there is to tell %s", tenant)
        runtime.session.rollback()


def catch_up(runtime: Runtime) -> None:
    """On the tick: runs whose end nobody saw to, log-ins that died outside a run, and mails still to be handed over."""
    now = runtime.now()
    with step(runtime.session):
        ended = [run.id for run in runs_to_report(runtime.session, now - NEWS)]
        dead = _without_log_in(runtime)
    for run_id in ended:
        after_run(runtime, run_id)
    for tenant in dead:
        review(runtime, tenant)
    post_office.deliver(runtime)


def watch(run: SyncRun, now: datetime) -> None:
    """Somebody looks at the run; written at most every few seconds, since the page asks every second."""
    if run.finished_at is None and (run.watched_at is None or now - run.watched_at > WATCHED / 10):
        run.watched_at = now


def causes(runtime: Runtime, tenant: str, standing: Standing) -> list[Cause]:
    """What stands in the way of a tenant's invoices now; only reads, within the caller's transaction."""
    blocked = _with_problems(_rows_in(runtime.session, tenant, InvoiceState.BLOCKED))
    return _causes(runtime, tenant, standing, blocked, waiting(runtime, tenant))


def _with_problems(rows: _Rows) -> dict[int, tuple[Problem, ...]]:
    return {row.id: tuple(row.problems) for row in rows if row.state is InvoiceState.BLOCKED}


def _rows_in(session: Session, tenant: str, *states: InvoiceState) -> _Rows:
    """Put in order here, as SQLite would walk the whole history in that order to find these few."""
    return sorted(core(session, _in_state(states), {"of_tenant": tenant}), key=lambda row: row.id)


@cache
def _in_state(states: tuple[InvoiceState, ...]) -> Executable:
    query = select(ROW.id, ROW.state, ROW.problems).where(ROW.tenant == bindparam("of_tenant"))
    return query.where(is_one_of(ROW.state, states))


def _causes(
    runtime: Runtime, tenant: str, standing: Standing, blocked: Mapping[int, tuple[Problem, ...]], waits: int
) -> list[Cause]:
    if standing.state is State.NO_RELATION_RIGHT:
        # The link says it for all of them.
        waits = sum(any(map(_is_right_missing, problems)) for problems in blocked.values())
        blocked = {
            export_id: tuple(each for each in problems if not _is_right_missing(each))
            for export_id, problems in blocked.items()
        }
    link = of_link(standing, waits)
    asked = of_approval(awaiting.waiting(runtime.session, tenant).invoices) if standing.asks_approval else None
    return [*filter(None, (link, _log_in_ends(runtime, tenant), asked)), *of_problems(blocked)]


def _is_right_missing(problem: Problem) -> bool:
    return problem.code is Code.DEBTOR_RIGHT_MISSING


def _unsettled(rows: _Rows) -> Unsettled:
    """What is not booked yet. What an unconfirmed row tells beside its state is not what it is blocked by."""
    return {
        row.id: [problem.code for problem in row.problems] if row.state is InvoiceState.BLOCKED else [] for row in rows
    }


def waiting(runtime: Runtime, tenant: str) -> int:
    """How many invoices wait for the link itself; only reads, within the caller's transaction."""
    query = select(func.count()).where(InvoiceExport.tenant == tenant, InvoiceExport.state.in_(_WAITS))
    return runtime.session.execute(query).scalar_one()


def _is_watched(run: SyncRun) -> bool:
    if run.trigger != "person" or run.watched_at is None or run.finished_at is None:
        return False
    return run.finished_at - run.watched_at < WATCHED


def _look(runtime: Runtime, tenant: str) -> None:
    """What a person stopped is no news, and while a run is under way its end is waited for."""
    session = runtime.session
    standing = standings.read(runtime, tenant)
    was_stopped = standing.ready.next_step is not None and standing.state is not State.LOG_IN_DEAD
    if was_stopped or open_run(session, tenant) is not None:
        return
    now, night = runtime.now(), night_of(runtime.now(), tenant)
    rows = _rows_in(session, tenant, *_WAITS, InvoiceState.BLOCKED)
    blocked = _with_problems(rows)
    present = _causes(runtime, tenant, standing, blocked, len(rows) - len(blocked))
    found = followed(notices_of(session, tenant), present, night, _unsettled(rows))
    keep_notices(session, tenant, found)
    _plan(runtime, tenant, found, night, now)


def _plan(runtime: Runtime, tenant: str, notices: Iterable[Notice], night: date, now: datetime) -> None:
    """One mail for what is due, in the place of one that could not be handed over yet."""
    mails = night_mails(runtime.session, tenant)
    pending = next((mail for mail in mails if mail.handed_at is None), None)
    if pending is not None and pending.started_at is not None:
        return  # the host has it, or had it when its process died
    if any(mail.handed_at is not None and mail.key == night.isoformat() for mail in mails):
        return
    wanted = due(notices, night)
    if pending is not None and not wanted:
        runtime.session.delete(pending)
    if not wanted:
        return
    mail = pending or MailRow(tenant=tenant, kind=MailKind.NIGHT, made_at=now, not_before=now, tries=0, lost=0)
    mail.key, mail.params = night.isoformat(), {"causes": list(wanted.causes), "ended": list(wanted.ended)}
    runtime.session.add(mail)
    runtime.session.flush()


def _without_log_in(runtime: Runtime) -> list[str]:
    """The tenants whose log-in has ended, or soon will."""
    query = select(Connection).where(Connection.status.in_((Status.CONNECTED, Status.DEAD)))
    ending = {
        (token.site, token.app, token.exact_user)
        for token in secret_rows.all_tokens(runtime.session)
        if token.dead_reason is None and tokens.notice_due(token.received_at, runtime.now())
    }
    return [
        connection.tenant
        for connection in runtime.session.scalars(query.order_by(Connection.id))
        if connection.status == Status.DEAD or (connection.site, connection.app, connection.exact_user) in ending
    ]


def _log_in_ends(runtime: Runtime, tenant: str) -> Cause | None:
    """Twenty days without a refresh: said while a new log-in can still be avoided or planned."""
    connection = connection_of(runtime.session, tenant)
    if connection is None or connection.status != Status.CONNECTED or connection.exact_user is None:
        return None
    token = secret_rows.token_of(runtime.session, connection.site, connection.app, connection.exact_user)
    if token is None or token.dead_reason is not None or not tokens.notice_due(token.received_at, runtime.now()):
        return None
    return Cause("link:log_in_ends", {"ends": tokens.dies_at(token.received_at).isoformat()}, 0)


class NotAsked(LinkError):
    """The question was not sent; the message is the code of the reason, worded on display."""


def ask(runtime: Runtime, tenant: str, person: Person, key: str) -> None:
    """Send the sentence and the link of a cause to the administrators; of the link itself for an empty key."""
    try:
        with step(runtime.session):
            cause = _cause(runtime, tenant, key)
            runtime.session.add(_mail(runtime, tenant, person, cause))
    except IntegrityError as error:
        raise NotAsked("asked_today") from error
    post_office.deliver(runtime, tenant)


def _cause(runtime: Runtime, tenant: str, key: str) -> Cause:
    standing = standings.read(runtime, tenant)
    if not key:
        return link_cause(standing, waiting(runtime, tenant))
    if key.startswith(OLDER):
        return _older(key.removeprefix(OLDER))
    known = {cause.key: cause for cause in causes(runtime, tenant, standing)}
    if key not in known:
        raise NotAsked("gone")
    return known[key]


def _older(month: str) -> Cause:
    try:
        return of_older(date.fromisoformat(f"{month}-01"))
    except ValueError as error:
        raise NotAsked("gone") from error


def _mail(runtime: Runtime, tenant: str, person: Person, cause: Cause) -> MailRow:
    now = runtime.now()
    params: MailParams = {"cause": cause.params, "waiting": cause.waiting, "asker": person.name}
    key = f"{cause.key}:{now.astimezone(AMSTERDAM).date():%Y%m%d}"
    return MailRow(
        tenant=tenant, kind=MailKind.QUESTION, key=key, params=params, made_at=now, not_before=now, tries=0, lost=0
    )
