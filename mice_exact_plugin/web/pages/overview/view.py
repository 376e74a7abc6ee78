"""The overview, the same as a file, and the history of the link."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import Response, request

from mice_exact_plugin.domain.standing import Cure
from mice_exact_plugin.i18n import gettext
from mice_exact_plugin.services import overview as service
from mice_exact_plugin.services import remarks
from mice_exact_plugin.services.leaving import figures_of
from mice_exact_plugin.store.audit import trail_of_link
from mice_exact_plugin.store.connection import connection_of
from mice_exact_plugin.store.sync_run import last_runs, open_run
from mice_exact_plugin.web import csv_file, current
from mice_exact_plugin.web.guards import Access, may
from mice_exact_plugin.web.places import places_for
from mice_exact_plugin.web.presenters import attention, runs
from mice_exact_plugin.web.presenters import overview as presenter
from mice_exact_plugin.web.presenters.frame import is_open
from mice_exact_plugin.web.presenters.invoice import trail_entries
from mice_exact_plugin.web.render import page
from mice_exact_plugin.web.views.connection import current_connection
from mice_exact_plugin.web.views.runs import watch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flask.typing import ResponseReturnValue

    from mice_exact_plugin.domain.remarks import Remark
    from mice_exact_plugin.domain.standing import Standing
    from mice_exact_plugin.store.export import Export
    from mice_exact_plugin.web.presenters.problems import Places

RECENT, HISTORY = 5, 100
LARGEST_PAGE = 1_000_000


def overview() -> ResponseReturnValue:
    runtime, tenant = current.runtime(), current.tenant().code
    state, text = _filter()
    number = max(1, min(request.args.get("pagina", 1, type=int), LARGEST_PAGE))
    found = service.page_of(runtime.session, tenant, state, text, number)
    standing = current.standing()
    return page(
        "overview.html",
        gettext("Overzicht"),
        "overview",
        counts=presenter.counts_view(service.state_counts(runtime.session, tenant), state, standing),
        page=presenter.page_view(found, runtime.host.invoice_url, standing, _remarks_of(found.rows)),
        state=state or "",
        text=text,
        may_run=_may_run(standing),
        may_ask=may(current.user(), Access.DECIDE) and not may(current.user(), Access.SETUP),
        connection=current_connection(),
        **_runs(standing),
        **_attention(standing),
    )


def export() -> ResponseReturnValue:
    """The invoices of the filter at hand, for a spreadsheet; whole, as a stream would hold a transaction open."""
    runtime, tenant = current.runtime(), current.tenant().code
    rows = service.all_of(runtime.session, tenant, *_filter())
    headers = {"Content-Disposition": f'attachment; filename="exact-online-{runtime.now():%Y%m%d}.csv"'}
    found = remarks.open_of(runtime.session, tenant)
    text = "".join(csv_file.lines(rows, current.standing(), found))
    return Response(text, mimetype="text/csv", headers=headers)


def _remarks_of(rows: Sequence[Export]) -> dict[int, list[Remark]]:
    return remarks.open_of(current.runtime().session, current.tenant().code, [row.id for row in rows])


def history() -> ResponseReturnValue:
    runtime, tenant = current.runtime(), current.tenant().code
    past = [runs.run_view(run, runtime.now()) for run in last_runs(runtime.session, tenant, HISTORY)]
    trail = trail_entries(reversed(trail_of_link(runtime.session, tenant, HISTORY)))
    return page("history.html", gettext("Geschiedenis"), "history", runs=past, trail=trail)


def _may_run(standing: Standing) -> bool:
    """A state whose cure is another run has that button itself."""
    return standing.ready.posts and standing.kind.cure is not Cure.EXACT and may(current.user(), Access.DECIDE)


def _filter() -> tuple[Any, str]:
    return presenter.state_of(request.args.get("status", "")), request.args.get("q", "").strip()[:100]


def _runs(standing: Standing) -> dict[str, Any]:
    """A run that cannot go on before somebody acts is no progress: the sentence above says why it stands still."""
    runtime, tenant = current.runtime(), current.tenant().code
    under_way = open_run(runtime.session, tenant) if standing.ready.posts else None
    if under_way is not None:
        watch(under_way)
    finished = [run for run in last_runs(runtime.session, tenant, RECENT + 1) if run.finished_at]
    return {
        "progress": runs.progress_view(under_way, figures_of(runtime, under_way)) if under_way else None,
        "runs": [runs.run_view(run, runtime.now()) for run in finished[:RECENT]],
    }


def _attention(standing: Standing) -> dict[str, Any]:
    runtime, tenant = current.runtime(), current.tenant().code
    session, host = runtime.session, runtime.host
    may_setup, has_settings = may(current.user(), Access.SETUP), is_open("settings", standing.ready)

    def places(invoice_id: str) -> Places:
        return places_for(runtime, tenant, invoice_id, may_setup=may_setup, has_settings=has_settings)

    connection = connection_of(session, tenant)
    known = (
        service.ledger_numbers(session, connection.site, connection.division)
        if connection and connection.division
        else frozenset()
    )
    numbers = {group.description: group.ledger_number for group in host.rate_groups(tenant)}
    return {
        "groups": attention.problem_groups(service.blocked(session, tenant), places, host.invoice_url),
        "fallbacks": attention.fallback_views(service.fallbacks(session, tenant, known, numbers)),
        "mismatches": _mismatches(),
        "rate_groups_url": host.rate_groups_url() if may_setup else "",
    }


def _mismatches() -> tuple[attention.MismatchView, ...]:
    runtime = current.runtime()
    rows = service.after_booking(runtime.session, current.tenant().code)
    return attention.mismatch_views(rows, _remarks_of(rows), runtime.host.invoice_url)
