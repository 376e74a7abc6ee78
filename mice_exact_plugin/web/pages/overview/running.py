"""A run that somebody starts, and watches on the overview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import abort, flash, redirect, url_for

from mice_exact_plugin.booking import words as run_words
from mice_exact_plugin.booking.leaving import figures_of
from mice_exact_plugin.booking.starting import RunRefused
from mice_exact_plugin.database import step
from mice_exact_plugin.errors import LinkError, QueueAway
from mice_exact_plugin.i18n import gettext
from mice_exact_plugin.link.run import run_of
from mice_exact_plugin.standing import notices
from mice_exact_plugin.web import answers, current
from mice_exact_plugin.web.frame import fragment
from mice_exact_plugin.web.pages.overview.shown import progress_view

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from mice_exact_plugin.link.run import SyncRun


def run_now() -> ResponseReturnValue:
    """Losing the queue's server loses nothing: the run is written down and the scheduler picks it up."""
    try:
        current.plugin().enqueue_run(current.tenant().code, current.person().name)
    except RunRefused as refusal:
        flash(gettext("Synchroniseren kan nu niet: %(reason)s.", reason=run_words.reason(str(refusal))), "error")
    except QueueAway:
        flash(gettext("De synchronisatie staat klaar en begint zodra de wachtrij weer bereikbaar is."), "info")
    except LinkError as error:
        flash(answers.of_error(error), "error")
    return redirect(url_for("mice_exact.overview"), 303)


def began() -> bool:
    """Set a run going beside what was decided; False when it will be the next one that can."""
    try:
        current.plugin().enqueue_run(current.tenant().code, current.person().name)
    except LinkError:
        return False
    return True


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
