"""*Nu synchroniseren*, and how far a run is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import abort, flash, redirect, url_for
from redis import RedisError

from mice_exact_plugin.errors import LinkError
from mice_exact_plugin.i18n import gettext
from mice_exact_plugin.services import notices
from mice_exact_plugin.services.leaving import figures_of
from mice_exact_plugin.services.nightly import RunRefused
from mice_exact_plugin.store.base import step
from mice_exact_plugin.store.sync_run import run_of
from mice_exact_plugin.web import current
from mice_exact_plugin.web.presenters.runs import progress_view
from mice_exact_plugin.web.render import fragment
from mice_exact_plugin.web.wording import refusals, runs

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from mice_exact_plugin.store.sync_run import SyncRun


def run_now() -> ResponseReturnValue:
    """Losing the queue's server loses nothing: the run is written down and the scheduler picks it up."""
    try:
        current.plugin().enqueue_run(current.tenant().code, current.person().name)
    except RunRefused as refusal:
        flash(gettext("Synchroniseren kan nu niet: %(reason)s.", reason=runs.reason(str(refusal))), "error")
    except LinkError as error:
        flash(refusals.of_error(error), "error")
    except RedisError:
        flash(gettext("De synchronisatie staat klaar en begint zodra de wachtrij weer bereikbaar is."), "info")
    return redirect(url_for("mice_exact.overview"), 303)


def progress(run_id: int) -> ResponseReturnValue:
    """A piece of the overview, asked again and again while the run is under way."""
    run = run_of(current.runtime().session, run_id)
    if run is None or run.tenant != current.tenant().code:
        abort(404)
    watch(run)
    return fragment("_progress.html", progress=progress_view(run, figures_of(current.runtime(), run)))


def watch(run: SyncRun) -> None:
    """Whoever looks at a run sees how it ends, and gets no mail about it."""
    runtime = current.runtime()
    with step(runtime.session):
        notices.watch(run, runtime.now())
