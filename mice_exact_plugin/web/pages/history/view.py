"""*Geschiedenis*: a row for every run that opens into its invoices, and what people changed, also as a file."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from flask import abort, request

from mice_exact_plugin.booking.leaving import figures_of
from mice_exact_plugin.database import step
from mice_exact_plugin.domain.run import Figure
from mice_exact_plugin.exports import remarks
from mice_exact_plugin.i18n import gettext
from mice_exact_plugin.link.connection import connection_of, place_of
from mice_exact_plugin.link.run import run_of
from mice_exact_plugin.standing import history as happened
from mice_exact_plugin.standing.history import Kind
from mice_exact_plugin.web import current, files
from mice_exact_plugin.web.frame import page, page_number
from mice_exact_plugin.web.pages.history import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from flask.typing import ResponseReturnValue
    from sqlalchemy.orm import Session

    from mice_exact_plugin.standing.history import Line

logger = logging.getLogger("mice_exact_plugin.web")


def history() -> ResponseReturnValue:
    runtime, tenant = current.runtime(), current.tenant().code
    kind, who = _filter()
    story = happened.story(runtime.session, tenant, kind, who, page_number())
    place = place_of(connection_of(runtime.session, tenant))
    return page(
        "history.html",
        gettext("Geschiedenis"),
        "history",
        nights=happened.nights(runtime.session, tenant, page_number("nachten")),
        now=runtime.now(),
        story=story,
        relations=happened.relations_of(runtime.session, place, story.rows) if place else {},
        people=happened.people(runtime.session, tenant),
        kinds=shown.KINDS,
        kind=kind or "",
        who=who,
        everybody=happened.EVERYBODY,
        groups=current.rate_groups(),
        invoice_url=runtime.host.invoice_url,
    )


def night(run_id: int) -> ResponseReturnValue:
    """What one run made of which invoices, and where these stand now."""
    runtime, tenant = current.runtime(), current.tenant().code
    run = run_of(runtime.session, run_id)
    if run is None or run.tenant != tenant:
        abort(404)
    came = happened.came_to(runtime.session, run)
    wanted = request.args.get("wat", "")
    figure = Figure(wanted) if wanted in set(Figure) else None
    total = sum(each.count for each in came if figure in (None, each.figure))
    found = happened.invoices_of(runtime.session, run, figure, page_number(), total)
    return page(
        "night.html",
        gettext("Synchronisatie"),
        "history",
        run=run,
        now=runtime.now(),
        outcomes=figures_of(runtime, run),
        figures=shown.figures(came),
        figure=figure or "",
        list=found,
        remarks=remarks.open_of(runtime.session, tenant, [row.id for row in found.rows]),
        became=happened.figures_of(runtime.session, run, [row.id for row in found.rows]),
        link=current.standing(),
        invoice_url=runtime.host.invoice_url,
    )


def history_file() -> ResponseReturnValue:
    """The lines of the filter at hand, for a spreadsheet."""
    runtime, tenant = current.runtime(), current.tenant().code
    lines = _lines(runtime.session, tenant, *_filter(), current.rate_groups())
    return files.sent(f"exact-online-geschiedenis-{runtime.now():%Y%m%d}", lines)


def _lines(session: Session, tenant: str, kind: Kind | None, who: str, groups: Mapping[str, str]) -> Iterator[str]:
    """A transaction for each page, so that none is open as long as somebody takes to read."""
    before: Line | None = None
    yield shown.head_of_file()
    while True:
        with step(session):
            found = happened.story_file(session, tenant, kind, who, before)
            place = place_of(connection_of(session, tenant))
            relations = happened.relations_of(session, place, found) if place else {}
        if not found:
            return
        yield "".join(shown.lines_of_file(found, groups, relations))
        before = found[-1]


def _filter() -> tuple[Kind | None, str]:
    kind = request.args.get("soort", "")
    return Kind(kind) if kind in set(Kind) else None, request.args.get("wie", "").strip()[:200]
