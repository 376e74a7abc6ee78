"""The command that does one run, and says how it ended in the words of the pages."""

from __future__ import annotations

import logging
import math
import time
from typing import TYPE_CHECKING

import click
from flask.cli import with_appcontext

from mice_exact_plugin.booking import leaving, nightly, starting
from mice_exact_plugin.booking import words as run_words
from mice_exact_plugin.booking.leaving import Obstacle
from mice_exact_plugin.booking.starting import RunRefused
from mice_exact_plugin.cli.output import answer, as_json, fail, runtime, tenant_of
from mice_exact_plugin.database import step
from mice_exact_plugin.errors import LinkError
from mice_exact_plugin.link.run import RunState, run_of
from mice_exact_plugin.logs import trouble

if TYPE_CHECKING:
    from mice_exact_plugin.booking.leaving import SliceReport
    from mice_exact_plugin.domain.kept import Why
    from mice_exact_plugin.link.run import SyncRun

logger = logging.getLogger("mice_exact_plugin.cli")
#: A run in this process sits out the minute's limit, and leaves a longer wait to the scheduler.
LONGEST_WAIT_SECONDS = 90


@click.command()
@click.argument("tenant")
@as_json
@with_appcontext
def run(tenant: str, as_json: bool) -> None:
    """Do one run for TENANT now, in this process."""
    try:
        run_id = starting.start(runtime(), tenant_of(tenant, as_json=as_json), trigger="command")
        document = _outcome(_work(run_id))
    except LinkError as error:
        fail(_refused(tenant, error), as_json=as_json)
    except Exception as error:  # a database that is away or full, a host that does not know the tenant any more
        trouble(logger, error, "no run for %s", tenant)
        fail(_refused(tenant, error), as_json=as_json)
    answer(document, str(document["sentence"]), as_json=as_json)
    if document["state"] != RunState.DONE:
        raise SystemExit(1)


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
            click.echo(run_words.pausing(run_id, math.ceil(wait), report.reason or ""), err=True)
            time.sleep(wait)


def _refused(tenant: str, error: Exception) -> dict[str, object]:
    """Why no run began or could be finished, as a code and as a sentence."""
    if isinstance(error, RunRefused):
        why = Obstacle(str(error))
    elif isinstance(error, LinkError):
        why = leaving.obstacle_of(error)
    else:
        why = leaving.unforeseen(error)
    sentence = run_words.no_run(tenant, why.reason, why.details)
    return {"tenant": tenant, "run": None, "reason": why.reason, "details": why.details, "error": sentence}


def _outcome(report: SliceReport) -> dict[str, object]:
    with step(runtime().session):
        row = run_of(runtime().session, report.run_id)
        if row is None:
            raise RunRefused("run_gone")
        return {
            "tenant": row.tenant,
            "run": report.run_id,
            "state": str(report.state),
            "reason": report.reason,
            "details": row.details,
            "resume_at": report.resume_at.isoformat(timespec="seconds") if report.resume_at else None,
            "outcomes": row.outcomes,
            "counts": row.counts,
            "sentence": _sentence(row, report),
        }


def _sentence(row: SyncRun, report: SliceReport) -> str:
    details: Why = {**row.details, "outcomes": row.outcomes}
    return run_words.one_run(report.run_id, row.tenant, report.state, report.reason, details)


COMMANDS = (run,)
