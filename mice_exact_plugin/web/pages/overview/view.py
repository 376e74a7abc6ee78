"""The overview, the same as a file, and a run that somebody starts and watches here."""

from __future__ import annotations

import logging

# Any: a template takes anything.
from typing import TYPE_CHECKING

from flask import Response, abort, flash, redirect, request, stream_with_context, url_for

from mice_exact_plugin.booking import words as run_words
from mice_exact_plugin.booking.leaving import figures_of
from mice_exact_plugin.booking.starting import RunRefused
from mice_exact_plugin.database import step
from mice_exact_plugin.domain.standing import Cure
from mice_exact_plugin.errors import LinkError, QueueAway
from mice_exact_plugin.exports import remarks
from mice_exact_plugin.i18n import gettext
from mice_exact_plugin.link.run import last_runs, open_run, run_of
from mice_exact_plugin.logs import without_text
from mice_exact_plugin.standing import notices
from mice_exact_plugin.standing import overview as standing_overview
from mice_exact_plugin.web import answers, current
from mice_exact_plugin.web.frame import fragment, page
from mice_exact_plugin.web.guards import Access, may
from mice_exact_plugin.web.pages.connect.view import current_connection
from mice_exact_plugin.web.pages.overview import csv_file
from mice_exact_plugin.web.pages.overview import shown as overview_shown
from mice_exact_plugin.web.pages.overview.shown import progress_view
from mice_exact_plugin.web.pages.to_do.view import attention_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flask.typing import ResponseReturnValue
    from sqlalchemy.orm import Session

    from mice_exact_plugin.domain.remarks import Remark
    from mice_exact_plugin.domain.standing import Standing
    from mice_exact_plugin.domain.states import State
    from mice_exact_plugin.exports.export import Export
    from mice_exact_plugin.link.run import SyncRun

logger = logging.getLogger("mice_exact_plugin.web")


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


RECENT = 5
LARGEST_PAGE = 1_000_000


def overview() -> ResponseReturnValue:
    runtime, tenant = current.runtime(), current.tenant().code
    state, text = _filter()
    number = max(1, min(request.args.get("pagina", 1, type=int), LARGEST_PAGE))
    counts = standing_overview.state_counts(runtime.session, tenant)
    total = None if text else counts[state] if state else sum(counts.values())
    found = standing_overview.page_of(runtime.session, tenant, state, text, number, total=total)
    standing = current.standing()
    return page(
        "overview.html",
        gettext("Overzicht"),
        "overview",
        counts=overview_shown.counts_view(counts, state, standing),
        page=found,
        remarks=_remarks_of(found.rows),
        link=standing,
        invoice_url=runtime.host.invoice_url,
        state=state or "",
        text=text,
        may_run=_may_run(standing),
        may_ask=may(current.user(), Access.DECIDE) and not may(current.user(), Access.SETUP),
        connection=current_connection(),
        **_runs(standing),
        **attention_of(standing),
    )


def export() -> ResponseReturnValue:
    """The invoices of the filter at hand, for a spreadsheet: sent page by page, however many there are."""
    headers = {"Content-Disposition": f'attachment; filename="exact-online-{current.runtime().now():%Y%m%d}.csv"'}
    lines = _lines(current.runtime().session, current.tenant().code, *_filter(), current.standing())
    # The request stays at hand while the file is sent: its session reads the pages, its reader's words head them.
    return Response(stream_with_context(lines), mimetype="text/csv", headers=headers)


def _lines(session: Session, tenant: str, state: State | None, text: str, standing: Standing) -> Iterator[str]:
    """A transaction for each page, so that none is open as long as somebody takes to read.

    Nobody around a view sees what fails while its answer is being sent.
    """
    after: Export | None = None
    with without_text(logger, "the file of the overview failed"):
        yield csv_file.head()
        while True:
            with step(session):
                rows = standing_overview.page_of_file(session, tenant, state, text, after)
                found = remarks.open_of(session, tenant, [row.id for row in rows])
            if not rows:
                return
            yield "".join(csv_file.lines(rows, standing, found))
            after = rows[-1]


def _remarks_of(rows: Sequence[Export]) -> dict[int, list[Remark]]:
    return remarks.open_of(current.runtime().session, current.tenant().code, [row.id for row in rows])


def _may_run(standing: Standing) -> bool:
    """A state whose cure is another run has that button itself."""
    return standing.ready.posts and standing.kind.cure is not Cure.EXACT and may(current.user(), Access.DECIDE)


def _filter() -> tuple[State | None, str]:
    return overview_shown.state_of(request.args.get("status", "")), request.args.get("q", "").strip()[:100]


def _runs(standing: Standing) -> dict[str, object]:
    """A run that cannot go on before somebody acts is no progress: the sentence above says why it stands still."""
    runtime, tenant = current.runtime(), current.tenant().code
    under_way = open_run(runtime.session, tenant) if standing.ready.posts else None
    if under_way is not None:
        watch(under_way)
    finished = [run for run in last_runs(runtime.session, tenant, RECENT + 1) if run.finished_at]
    return {
        "progress": overview_shown.progress_view(under_way, figures_of(runtime, under_way)) if under_way else None,
        "runs": finished[:RECENT],
        "now": runtime.now(),
    }
