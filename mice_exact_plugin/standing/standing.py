"""How a tenant's link stands, gathered from host and tables: what pages, hooks, commands and mails all ask."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime

# Any: the document of `flask exact status --json` has no type but JSON's.
from typing import TYPE_CHECKING, Any

from mice_exact_plugin.database import step
from mice_exact_plugin.domain.approval import Approval
from mice_exact_plugin.domain.standing import Facts, RunFacts, Standing, assess
from mice_exact_plugin.domain.states import State
from mice_exact_plugin.exports.problems import documented
from mice_exact_plugin.exports.queue import exports, shown
from mice_exact_plugin.exports.table import InvoiceExport
from mice_exact_plugin.host import offers
from mice_exact_plugin.link import readiness
from mice_exact_plugin.link.connection import connection_of, place_of
from mice_exact_plugin.link.run import last_runs
from mice_exact_plugin.manifest import NAME
from mice_exact_plugin.mirror.list_table import mirrors_of
from mice_exact_plugin.mirror.reference_data import VITAL
from mice_exact_plugin.standing.overview import left_out

if TYPE_CHECKING:
    from mice_exact_plugin.exports.export import Export
    from mice_exact_plugin.link.connection import Connection
    from mice_exact_plugin.link.run import SyncRun
    from mice_exact_plugin.runtime import Runtime


def of(runtime: Runtime, tenant: str) -> Standing:
    """The one answer, in a transaction of its own."""
    with step(runtime.session):
        return read(runtime, tenant)


def read(runtime: Runtime, tenant: str) -> Standing:
    """The same within the caller's transaction: a host's page may ask, and nothing is committed."""
    return assess(_facts(runtime, tenant))


def _facts(runtime: Runtime, tenant: str) -> Facts:
    now, activation = runtime.now(), runtime.host.activation(tenant, NAME)
    connection = connection_of(runtime.session, tenant)
    ready = readiness.judge(runtime, activation, connection)
    if activation is None or activation.withdrawn_at is not None:
        asked_at = offers.activation_asked_at(runtime.host, tenant, NAME)
        withdrawn_at = None if activation is None else activation.withdrawn_at
        return Facts(ready, now, asked_at=asked_at, withdrawn_at=withdrawn_at)
    if connection is None:
        return Facts(ready, now)
    ended, under_way = _runs(runtime, connection)
    return Facts(
        ready,
        now,
        disconnected_at=connection.disconnected_at,
        ended=_ended(runtime, connection, ended) if ended else None,
        under_way=_told(under_way) if under_way else None,
        next_run_at=connection.next_run_at,
        site=connection.site,
        asks_approval=connection.approval == Approval.FIRST,
        ran_at=ended.finished_at if ended else None,
    )


def _runs(runtime: Runtime, connection: Connection) -> tuple[SyncRun | None, SyncRun | None]:
    """The last run that ended and the one under way, in the administration of now."""
    place = connection.site, connection.division
    runs = [run for run in last_runs(runtime.session, connection.tenant, 2) if (run.site, run.division) == place]
    ended = next((run for run in runs if run.finished_at is not None), None)
    return ended, next((run for run in runs if run.finished_at is None), None)


def _ended(runtime: Runtime, connection: Connection, run: SyncRun) -> RunFacts | None:
    """None when a person has since done what may cure it: then the next run tells."""
    at = run.finished_at
    assert at is not None, "it has ended"
    acted = (connection.connected_at, connection.load_started_at)
    if any(moment is not None and moment > at for moment in acted):
        return None
    if run.reason == "mirror_incomplete" and _was_read_anew(runtime, run, at):
        return None
    return _told(run)


def _was_read_anew(runtime: Runtime, run: SyncRun, at: datetime) -> bool:
    """Whether every list was read whole since: *Gegevens opnieuw inladen* vouches for all of them."""
    mirrors = mirrors_of(runtime.session, run.site, run.division)
    vital = [mirrors.get(resource) for resource in VITAL]
    return all(mirror is not None and mirror.is_complete and mirror.loaded_at > at for mirror in vital)


def _told(run: SyncRun) -> RunFacts:
    since = _moment(run.details.get("since")) or run.finished_at or run.started_at
    until = run.resume_at if run.finished_at is None else None
    return RunFacts(run.reason, run.details, since, until, max(filter(None, (run.beat_at, until))))


def _moment(text: str | None) -> datetime | None:
    try:
        return datetime.fromisoformat(text) if text else None
    except (TypeError, ValueError):
        return None


def status(runtime: Runtime, tenant: str) -> dict[str, Any]:
    """A JSON document: how the link stands, its connection, its last run, and every invoice, oldest first.

    `standing` is without its sentence, which belongs to whoever words it.
    """
    standing = of(runtime, tenant)
    ready = standing.ready
    with step(runtime.session):
        connection = connection_of(runtime.session, tenant)
        query = shown().where(InvoiceExport.tenant == tenant)
        rows = exports(runtime.session, query.order_by(InvoiceExport.sent_at, InvoiceExport.id))
        runs = last_runs(runtime.session, tenant, 1)
        invoices = [_invoice(row) for row in rows]
        return {
            "tenant": tenant,
            "readiness": {"stage": str(ready.stage), "next_step": ready.next_step and str(ready.next_step)},
            "standing": {
                "state": str(standing.state),
                "params": dict(standing.params),
                "since": _as_text(standing.since),
                "until": _as_text(standing.until),
                "next_run_at": _as_text(standing.next_run_at),
                "cure": str(standing.kind.cure),
                "books": not standing.kind.holds,
            },
            "connection": connection
            and {
                "site": connection.site,
                "division": connection.division,
                "division_name": connection.division_name,
                "status": connection.status,
                "enabled": connection.enabled,
                "next_run_at": _as_text(connection.next_run_at),
                "verifying": connection.verify_reason,
            },
            "last_run": _run(runs[0]) if runs else None,
            "left_out": _left_out(runtime, connection),
            "counts": {state: sum(row["state"] == state for row in invoices) for state in _states(invoices)},
            "invoices": invoices,
        }


def _left_out(runtime: Runtime, connection: Connection | None) -> list[dict[str, Any]]:
    """The records of Exact that make no sense, per list."""
    place = place_of(connection)
    return [asdict(each) for each in left_out(runtime.session, *place)] if place else []


def _run(run: SyncRun) -> dict[str, Any]:
    return {
        "id": run.id,
        "state": run.state,
        "reason": run.reason,
        "details": run.details,
        "outcomes": run.outcomes,
        "finished_at": _as_text(run.finished_at),
    }


def _invoice(row: Export) -> dict[str, Any]:
    return {
        "identifier": row.identifier,
        "invoice_id": row.invoice_id,
        "state": row.state,
        "entry_number": row.entry_number,
        "entry_id": row.entry_id,
        "synced_at": _as_text(row.synced_at),
        "not_before": _as_text(row.not_before),
        "waits_for": row.waits_for if row.state == State.QUEUED else None,
        "approved": row.approved_digest is not None,
        "division": row.division,
        "ignored_reason": row.ignored_reason,
        "problems": documented(row.problems),
        "deleted_after_booking": row.deleted_at is not None and row.entry_id is not None,
        "changed_after_booking": row.changed_at is not None,
    }


def _states(invoices: list[dict[str, Any]]) -> list[str]:
    return sorted({str(row["state"]) for row in invoices})


def _as_text(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat(timespec="seconds")
