"""The link of one tenant as data: per invoice where it stands, and how far the link itself is."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from mice_exact_plugin.domain.export_state import State
from mice_exact_plugin.services import standing as standings
from mice_exact_plugin.services.overview import left_out
from mice_exact_plugin.store.base import step
from mice_exact_plugin.store.connection import connection_of
from mice_exact_plugin.store.export_queue import exports, shown
from mice_exact_plugin.store.invoice_export import InvoiceExport
from mice_exact_plugin.store.sync_run import last_runs

if TYPE_CHECKING:
    from mice_exact_plugin.services.runtime import Runtime
    from mice_exact_plugin.store.connection import Connection
    from mice_exact_plugin.store.export import Export
    from mice_exact_plugin.store.sync_run import SyncRun


def status(runtime: Runtime, tenant: str) -> dict[str, Any]:
    """A JSON document: how the link stands, its connection, its last run, and every invoice, oldest first.

    `standing` is without its sentence, which belongs to whoever words it.
    """
    standing = standings.of(runtime, tenant)
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
                "since": _moment(standing.since),
                "until": _moment(standing.until),
                "next_run_at": _moment(standing.next_run_at),
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
                "next_run_at": _moment(connection.next_run_at),
                "verifying": connection.verify_reason,
            },
            "last_run": _run(runs[0]) if runs else None,
            "left_out": _left_out(runtime, connection),
            "counts": {state: sum(row["state"] == state for row in invoices) for state in _states(invoices)},
            "invoices": invoices,
        }


def _left_out(runtime: Runtime, connection: Connection | None) -> list[dict[str, Any]]:
    """The records of Exact that make no sense, per list."""
    if connection is None or connection.division is None:
        return []
    return [asdict(each) for each in left_out(runtime.session, connection.site, connection.division)]


def _run(run: SyncRun) -> dict[str, Any]:
    return {
        "id": run.id,
        "state": run.state,
        "reason": run.reason,
        "details": run.details,
        "outcomes": run.outcomes,
        "finished_at": _moment(run.finished_at),
    }


def _invoice(row: Export) -> dict[str, Any]:
    return {
        "identifier": row.identifier,
        "invoice_id": row.invoice_id,
        "state": row.state,
        "entry_number": row.entry_number,
        "entry_id": row.entry_id,
        "synced_at": _moment(row.synced_at),
        "not_before": _moment(row.not_before),
        "waits_for": row.waits_for if row.state == State.QUEUED else None,
        "division": row.division,
        "ignored_reason": row.ignored_reason,
        "problems": row.problems,
        "deleted_after_booking": row.deleted_at is not None and row.entry_id is not None,
        "changed_after_booking": row.changed_at is not None,
    }


def _states(invoices: list[dict[str, Any]]) -> list[str]:
    return sorted({row["state"] for row in invoices})


def _moment(moment: Any) -> str | None:
    return None if moment is None else moment.isoformat(timespec="seconds")
