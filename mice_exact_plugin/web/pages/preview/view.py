"""*Voorbeeld*: invoice and entry side by side, what holds it up, and what Exact answered; it only reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import abort

from mice_exact_plugin.audit import trail_of
from mice_exact_plugin.booking import approval
from mice_exact_plugin.booking import preview as previews
from mice_exact_plugin.booking.planning import Ready
from mice_exact_plugin.domain.entry.mapper import Mapped
from mice_exact_plugin.domain.states import State
from mice_exact_plugin.exports import remarks
from mice_exact_plugin.exports.words import differences
from mice_exact_plugin.link.connection import connection_of, place_of
from mice_exact_plugin.standing import overview
from mice_exact_plugin.web import current, in_exact
from mice_exact_plugin.web.frame import page
from mice_exact_plugin.web.guards import Access, may
from mice_exact_plugin.web.pages.preview import shown
from mice_exact_plugin.web.parts import awaits, problem_views
from mice_exact_plugin.web.standing import places_for
from mice_exact_plugin.web.tabs import is_open

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from flask.typing import ResponseReturnValue

    from mice_exact_plugin.booking.preview import Preview
    from mice_exact_plugin.domain.remarks import Remark
    from mice_exact_plugin.web.parts import ProblemView


def preview(invoice_id: str) -> ResponseReturnValue:
    runtime, tenant = current.runtime(), current.tenant().code
    found = previews.of(runtime, tenant, invoice_id)
    if found is None:
        abort(404)
    stored = found.booked.differences if found.booked else ()
    names = overview.names_of(runtime.session, tenant, differences.ids(stored))
    remarked, may_setup = _remarks(found), may(current.user(), Access.SETUP)
    place = found.row.place if found.row and found.booked else in_exact.place_now(runtime, tenant)
    view = shown.view(found, names, in_exact.relation_url(runtime, place, shown.account_id(found)))
    title = shown.title(view)
    return page(
        "preview.html",
        title,
        "overview",
        view=view,
        row=found.row,
        exact_url=in_exact.administration_url(runtime, place) if view.has_answer else "",
        looked=shown.looked(trail_of(runtime.session, tenant, found.row.id)) if found.row and found.booked else "",
        may_look_again=may(current.user(), Access.DECIDE) and _is_here(found) and current.standing().ready.posts,
        row_remarks=remarked,
        link=current.standing(),
        headline=shown.headline(found, current.standing()),
        problems=_problems(found, names),
        remarked=shown.remarked(found, remarked, names),
        invoice_url=runtime.host.invoice_url(invoice_id) if found.invoice else "",
        rate_groups_url=runtime.host.rate_groups_url() if may_setup else "",
        may_ask=may(current.user(), Access.DECIDE) and not may_setup,
        version=found.row.settings_version if found.row and found.booked else None,
        may_see_version=may_setup and _is_here(found),
        may_book=may(current.user(), Access.DECIDE) and _is_due(found),
        token=_token(found) if may(current.user(), Access.DECIDE) else "",
    )


def _is_here(found: Preview) -> bool:
    """It was booked in the administration of now, whose versions of the settings can be looked at."""
    place = place_of(connection_of(current.runtime().session, current.tenant().code))
    return found.row is not None and place is not None and found.row.place == place


def _is_due(found: Preview) -> bool:
    """It waits for the next run and for nothing else."""
    row, standing = found.row, current.standing()
    if row is None or found.problems or awaits(row, standing):
        return False
    return row.state is State.QUEUED and standing.ready.posts and not standing.kind.holds


def _token(found: Preview) -> str:
    """What a yes to this very entry says it has seen; empty where none is asked, or something holds it up."""
    row, mapped, located = found.row, found.mapped, found.located
    if row is None or not awaits(row, current.standing()) or found.problems:
        return ""
    if not isinstance(mapped, Mapped) or located is None:
        return ""
    return f"{row.invoice_id}:{approval.digest_of(Ready(mapped, located))}"


def _problems(found: Preview, names: Mapping[str, str]) -> tuple[ProblemView, ...]:
    runtime, tenant, invoice = current.runtime(), current.tenant().code, found.invoice
    has_settings, may_setup = is_open("settings", current.standing().ready), may(current.user(), Access.SETUP)
    invoice_id = invoice.id if invoice else None
    places = places_for(runtime, tenant, invoice_id, may_setup=may_setup, has_settings=has_settings)
    return problem_views(found.problems, places, names, is_credit=invoice is not None and invoice.is_credit)


def _remarks(found: Preview) -> Sequence[Remark]:
    """What is open of what was booked."""
    row = found.row
    if row is None or found.booked is None:
        return ()
    return remarks.open_of(current.runtime().session, row.tenant, [row.id]).get(row.id, ())
