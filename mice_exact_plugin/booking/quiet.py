"""The night on which nothing is to be done, found out without a call: a run that ends before it begins.

Whatever Exact would have said is asked for by the next run that has something to book, and weekly in any case: lists
and rights by the run that finds its lists, or its own last question, a week old, the log-in by `setup/upkeep.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import exists, select, text, update

from mice_exact_plugin.audit import record
from mice_exact_plugin.booking.leaving import SliceReport
from mice_exact_plugin.database import step
from mice_exact_plugin.domain.quiet import Night, is_quiet
from mice_exact_plugin.exports.queue import OPEN
from mice_exact_plugin.exports.table import UNTOLD, InvoiceExport
from mice_exact_plugin.link.connection import Connection
from mice_exact_plugin.link.run import RunState, SyncRun
from mice_exact_plugin.mirror import reference_data
from mice_exact_plugin.mirror.binding_table import BindingState, DebtorBinding
from mice_exact_plugin.standing.post_office import NoticeRow

if TYPE_CHECKING:
    from datetime import datetime

    from mice_exact_plugin.link.connection import Link
    from mice_exact_plugin.runtime import Runtime


def rests(runtime: Runtime, link: Link, run_id: int) -> SliceReport | None:
    """End the run when it has nothing to do; None when it has. Asked after the sweep, which may find something."""
    with step(runtime.session):
        if not is_quiet(_night(runtime, link, run_id), runtime.now()):
            return None
        if not _end(runtime, link.tenant, run_id):
            return None
    return SliceReport(run_id, RunState.DONE, is_told=True)


def _night(runtime: Runtime, link: Link, run_id: int) -> Night:
    site, division = link.place
    rows = InvoiceExport.tenant == link.tenant
    before = select(SyncRun.reason).where(SyncRun.tenant == link.tenant, SyncRun.id < run_id)
    # Lists are of an administration, which others may read with a log-in of their own: a tenant asks with its own.
    asked = before.with_only_columns(SyncRun.started_at).where(
        SyncRun.site == site, SyncRun.division == division, SyncRun.state == RunState.DONE, SyncRun.phase.is_not(None)
    )
    facts = runtime.session.execute(
        select(
            exists().where(rows, InvoiceExport.state.in_(OPEN)),
            exists(InvoiceExport.id).where(rows, text(UNTOLD), InvoiceExport.deleted_at.is_(None)),
            exists().where(
                DebtorBinding.site == site,
                DebtorBinding.division == division,
                DebtorBinding.state == BindingState.CREATING,
            ),
            exists().where(NoticeRow.tenant == link.tenant),
            before.order_by(SyncRun.id.desc()).limit(1).scalar_subquery(),
            Connection.verify_reason,
            asked.order_by(SyncRun.id.desc()).limit(1).scalar_subquery(),
            Connection.loaded_at,
        ).where(Connection.id == link.connection_id)
    ).one()
    is_open, is_untold, is_under_way, is_told, hindered_by, verify_reason, asked_at, loaded_at = facts
    return Night(
        has_work=is_open or is_untold or is_under_way,
        is_watched=is_told or hindered_by is not None or verify_reason is not None,
        read_at=_oldest(reference_data.whole_since(runtime.session, link.place), asked_at or loaded_at),
    )


def _oldest(*moments: datetime | None) -> datetime | None:
    """None when one of them is not known."""
    known = [moment for moment in moments if moment is not None]
    return min(known) if len(known) == len(moments) else None


def _end(runtime: Runtime, tenant: str, run_id: int) -> bool:
    """Done with no invoice and nothing to tell anybody; False when another worker went on with it or ended it."""
    now = runtime.now()
    ended = runtime.session.scalar(
        update(SyncRun)
        .where(SyncRun.id == run_id, SyncRun.finished_at.is_(None), SyncRun.phase.is_(None))
        .values(state=RunState.DONE, finished_at=now, reported_at=now, outcomes={}, counts={"blocked_before": 0})
        .returning(SyncRun.id)
        .execution_options(synchronize_session=False)
    )
    if ended is None:
        return False
    record(runtime.session, tenant, "run_ended", at=now, state=RunState.DONE, reason=None, outcomes={})
    return True
