"""The overview: how the last night went, what is to be done, and every invoice; and the same list as a file."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from flask import request

from mice_exact_plugin.booking.leaving import figures_of
from mice_exact_plugin.database import step
from mice_exact_plugin.domain.standing import Cure
from mice_exact_plugin.exports import lines, remarks
from mice_exact_plugin.exports.words import problems
from mice_exact_plugin.i18n import gettext
from mice_exact_plugin.link.run import last_runs, open_run
from mice_exact_plugin.standing import invoice_list, lately, to_do
from mice_exact_plugin.standing.invoice_list import Wanted, added
from mice_exact_plugin.web import current, files
from mice_exact_plugin.web import to_do as things
from mice_exact_plugin.web.frame import page, page_number
from mice_exact_plugin.web.guards import Access, may
from mice_exact_plugin.web.pages.connect.view import current_connection
from mice_exact_plugin.web.pages.overview import csv_file, figures
from mice_exact_plugin.web.pages.overview.running import watch
from mice_exact_plugin.web.pages.overview.shown import progress_view
from mice_exact_plugin.web.pages.overview.wanted import periods, said, url, wanted
from mice_exact_plugin.web.pages.to_do.shown import amounts
from mice_exact_plugin.web.pages.to_do.view import parts
from mice_exact_plugin.web.tabs import is_open

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flask.typing import ResponseReturnValue
    from sqlalchemy.orm import Session

    from mice_exact_plugin.domain.standing import Standing
    from mice_exact_plugin.exports.export import Export
    from mice_exact_plugin.link.run import SyncRun
    from mice_exact_plugin.standing.invoice_list import Page, Sums
    from mice_exact_plugin.standing.to_do import Remarked

logger = logging.getLogger("mice_exact_plugin.web")

#: So many causes are shown with their cures; the others are on their own page.
CAUSES = 5


def overview() -> ResponseReturnValue:
    runtime, tenant, standing = current.runtime(), current.tenant().code, current.standing()
    around, causes = said(), things.held()
    sums, waiting = invoice_list.sums(runtime.session, tenant), things.awaiting().invoices
    looked_for = wanted(causes)
    found = _list(runtime.session, tenant, looked_for, sums)
    under_way, ended = _runs(standing)
    nights = lately.nights(runtime.session, tenant, runtime.now())
    facets, remarked = _facets(runtime.session, tenant, looked_for.around, sums)
    stands = figures.stands(facets.by_state, standing, facets.awaiting if standing.asks_approval else 0)
    return page(
        "overview.html",
        gettext("Overzicht"),
        "overview",
        headline=figures.headline(ended, nights, waiting),
        run_line=figures.run_line(ended),
        figures=figures.figure_views(sums.by_state, standing, url, waiting),
        bars=figures.bars(nights),
        progress=progress_view(under_way, figures_of(runtime, under_way)) if under_way else None,
        chips=figures.chips(stands, remarked, around, url, facets.missing),
        periods=periods(runtime.now(), around),
        not_queued=is_open("not_queued", standing.ready),
        reasons=[(cause.key, problems.common_sentence(cause.problem)) for cause in causes],
        debtors=invoice_list.debtors_of(runtime.session, tenant, around.get("debiteur", "")[:36]),
        more=max(0, len(causes) - CAUSES),
        page=found,
        sum=amounts(found.sum.amounts),
        remarks=remarks.open_of(runtime.session, tenant, [row.id for row in found.rows]),
        link=standing,
        around=around,
        url=url,
        query=request.query_string.decode("ascii", "replace"),
        may_run=_may_run(standing),
        connection=current_connection(),
        terug="overview",
        **parts(causes[:CAUSES]),
    )


def _facets(session: Session, tenant: str, around: Wanted, sums: Sums) -> tuple[Sums, Sequence[Remarked]]:
    """What the chips count: of what is looked for but for the chip that is chosen."""
    if around.is_all:
        return sums, things.remarked()
    among = invoice_list.matching(tenant, around)
    return invoice_list.sums(session, tenant, around), to_do.remarked(session, tenant, among)


def _list(session: Session, tenant: str, looked_for: Wanted, sums: Sums) -> Page:
    """What the states add up to is known already, and so is what all of them do."""
    number = page_number()
    found = (
        added(list(sums.by_state.values())) if looked_for.is_all else invoice_list.sum_of(session, tenant, looked_for)
    )
    return invoice_list.page_of(session, tenant, looked_for, number, found)


def export() -> ResponseReturnValue:
    """The invoices of the filter at hand, for a spreadsheet: sent page by page, however many there are."""
    runtime, tenant = current.runtime(), current.tenant().code
    found = _lines(runtime.session, tenant, wanted(things.held()), current.standing())
    return files.sent(f"exact-online-{runtime.now():%Y%m%d}", found)


def _lines(session: Session, tenant: str, looked_for: Wanted, standing: Standing) -> Iterator[str]:
    """A transaction for each page, so that none is open as long as somebody takes to read."""
    after: Export | None = None
    yield csv_file.head()
    while True:
        with step(session):
            rows = invoice_list.page_of_file(session, tenant, looked_for, after)
            known = _known(session, tenant, rows)
        if not rows:
            return
        yield "".join(csv_file.lines(rows, standing, known))
        after = rows[-1]


def _known(session: Session, tenant: str, rows: Sequence[Export]) -> csv_file.Known:
    booked = lines.of_many(session, rows)
    return csv_file.Known(
        remarks.open_of(session, tenant, [row.id for row in rows]),
        invoice_list.relations_of(session, tenant, {row.account_id for row in rows if row.account_id}),
        {id_: list(dict.fromkeys(line.gl_account_code or "" for line in kept.lines)) for id_, kept in booked.items()},
    )


def _may_run(standing: Standing) -> bool:
    """A state whose cure is another run has that button itself."""
    return standing.ready.posts and standing.kind.cure is not Cure.EXACT and may(current.user(), Access.DECIDE)


def _runs(standing: Standing) -> tuple[SyncRun | None, SyncRun | None]:
    """The run under way and the last one that ended.

    A run that cannot go on before somebody acts is no progress: the sentence above says why it stands still.
    """
    runtime, tenant = current.runtime(), current.tenant().code
    under_way = open_run(runtime.session, tenant) if standing.ready.posts else None
    if under_way is not None:
        watch(under_way)
    return under_way, next((run for run in last_runs(runtime.session, tenant, 2) if run.finished_at), None)
