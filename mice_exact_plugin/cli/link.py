"""Commands about one tenant's link: activate, deactivate, run, status, verify, retry."""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING, Any

import click
from flask.cli import with_appcontext

from mice_exact_plugin.cli.output import answer, as_json, refuse, runtime, tenant_of
from mice_exact_plugin.errors import LinkError
from mice_exact_plugin.manifest import NAME
from mice_exact_plugin.services import nightly, operations
from mice_exact_plugin.services import standing as standings
from mice_exact_plugin.services.status import status as status_of
from mice_exact_plugin.store.base import step
from mice_exact_plugin.store.sync_run import RunState, run_of
from mice_exact_plugin.web.wording.standing import sentence

if TYPE_CHECKING:
    from mice_exact_plugin.services.leaving import SliceReport

#: A run in this process sits out the minute's limit, and leaves a longer wait to the scheduler.
LONGEST_WAIT_SECONDS = 90


@click.command()
@click.argument("tenant")
@as_json
@with_appcontext
def activate(tenant: str, as_json: bool) -> None:
    """Activate the paid link for TENANT, as support does after the chat."""
    runtime().host.grant(tenant_of(tenant), NAME)
    answer({"tenant": tenant, "activated": True}, f"Exact Online is activated for {tenant}.", as_json=as_json)


@click.command()
@click.argument("tenant")
@as_json
@with_appcontext
def deactivate(tenant: str, as_json: bool) -> None:
    """Withdraw the link from TENANT; its history stays readable."""
    runtime().host.withdraw(tenant_of(tenant), NAME)
    answer({"tenant": tenant, "activated": False}, f"Exact Online is withdrawn from {tenant}.", as_json=as_json)


@click.command()
@click.argument("tenant")
@as_json
@with_appcontext
def run(tenant: str, as_json: bool) -> None:
    """Do one run for TENANT now, in this process."""
    try:
        run_id = nightly.start(runtime(), tenant_of(tenant), trigger="command")
    except LinkError as error:
        refuse(f"No run for {tenant}: {error}.", as_json=as_json)
    report = _work(run_id)
    document = _outcome(report)
    counts = ", ".join(f"{name} {count}" for name, count in sorted(document["counts"].items()))
    answer(document, f"Run {run_id} for {tenant}: {report.state} {report.reason or ''} {counts}", as_json=as_json)
    if report.state is not RunState.DONE:
        raise SystemExit(1)


@click.command()
@click.argument("tenant")
@as_json
@with_appcontext
def status(tenant: str, as_json: bool) -> None:
    """Show where every invoice of TENANT stands, and how far the link is."""
    document = status_of(runtime(), tenant_of(tenant))
    document["standing"]["sentence"] = sentence(standings.of(runtime(), tenant))
    lines = [
        f"{tenant}: {document['readiness']['stage']} (next: {document['readiness']['next_step'] or 'nothing'})",
        document["standing"]["sentence"],
    ]
    for row in document["invoices"]:
        problems = ", ".join(problem["code"] for problem in row["problems"])
        lines.append(f"{row['identifier']}\t{row['state']}\t{row['entry_number'] or '-'}\t{problems}")
    answer(document, "\n".join(lines), as_json=as_json)


@click.command()
@click.argument("tenant")
@as_json
@with_appcontext
def verify(tenant: str, as_json: bool) -> None:
    """Let the next run of TENANT look every invoice up in Exact before its first post (after a restored backup)."""
    try:
        operations.ask_to_verify(runtime(), tenant_of(tenant))
    except LinkError as error:
        refuse(f"{tenant} cannot be verified: {error}.", as_json=as_json)
    answer({"tenant": tenant, "verifying": True}, f"The next run of {tenant} verifies first.", as_json=as_json)


@click.command()
@click.argument("tenant")
@click.argument("identifiers", nargs=-1)
@as_json
@with_appcontext
def retry(tenant: str, identifiers: tuple[str, ...], as_json: bool) -> None:
    """Put blocked invoices of TENANT back in the queue: all, or those named by IDENTIFIERS."""
    moved = operations.retry(runtime(), tenant_of(tenant), identifiers)
    missing = sorted(set(identifiers) - set(moved))
    if missing:
        refuse(f"Not blocked, or unknown: {', '.join(missing)}.", as_json=as_json)
    answer({"tenant": tenant, "queued": moved}, f"{len(moved)} invoices are queued again.", as_json=as_json)


def _work(run_id: int) -> SliceReport:
    """Slice after slice until the run ends, here or where it is at work already, or waits longer than people do."""
    while True:
        report = nightly.work_on(runtime(), run_id, should_stop=lambda: False)
        if report.resume_at is None:
            return report
        wait = (report.resume_at - runtime().now()).total_seconds()
        if wait > LONGEST_WAIT_SECONDS:
            return report
        if wait > 0:
            click.echo(f"Run {run_id} waits {math.ceil(wait)} s: {report.reason}", err=True)
            time.sleep(wait)


def _outcome(report: SliceReport) -> dict[str, Any]:
    with step(runtime().session):
        row = run_of(runtime().session, report.run_id)
        counts = dict(row.counts) if row else {}
    resume_at = report.resume_at.isoformat(timespec="seconds") if report.resume_at else None
    return {
        "run": report.run_id,
        "state": str(report.state),
        "reason": report.reason,
        "resume_at": resume_at,
        "counts": counts,
    }


COMMANDS = (activate, deactivate, run, status, verify, retry)
