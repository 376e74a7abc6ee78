"""*Ter goedkeuring*: what waits for a yes, and saying it for one invoice, for what is shown, or for a night."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from flask import flash, redirect, request, url_for

from mice_exact_plugin import formatting
from mice_exact_plugin.database import step
from mice_exact_plugin.decisions import approving
from mice_exact_plugin.domain.approval import Approval
from mice_exact_plugin.domain.run import next_night
from mice_exact_plugin.exports import awaiting as waiting_rows
from mice_exact_plugin.exports import remarks
from mice_exact_plugin.exports.awaiting import Which
from mice_exact_plugin.i18n import gettext
from mice_exact_plugin.paging import Page
from mice_exact_plugin.web import current
from mice_exact_plugin.web.frame import page, page_number
from mice_exact_plugin.web.guards import Access, may
from mice_exact_plugin.web.pages.approval import shown
from mice_exact_plugin.web.standing import places_for
from mice_exact_plugin.web.tabs import is_open

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flask.typing import ResponseReturnValue

    from mice_exact_plugin.decisions.approving import Approved
    from mice_exact_plugin.web.parts import Places
    from mice_exact_plugin.work import Books

PAGE_SIZE = 25
#: Nights that are told apart; what waits longer is put together.
NIGHTS = 14


def awaiting() -> ResponseReturnValue:
    runtime, tenant = current.runtime(), current.tenant().code
    nights = _nights()
    with step(runtime.session):
        found = waiting_rows.by_night(runtime.session, tenant, nights)
    night = request.args.get("nacht", "")
    number = page_number()
    which = _which(night, nights)
    chosen = {key: each for key, each in found.items() if not night or shown.night_key(key) == night}
    books = approving.books_to_look(runtime, tenant)
    rows = _rows(books, which, number)
    return page(
        "awaiting.html",
        gettext("Ter goedkeuring"),
        "to_do",
        list=Page(rows, number, sum(each.count for each in chosen.values()), PAGE_SIZE),
        nights=shown.nights(found),
        night=night,
        total=shown.money(shown.summed(found.values())),
        tokens=shown.tokens(rows),
        link=current.standing(),
        remarks=remarks.open_of(runtime.session, tenant, [each.row.id for each in rows]),
        asks=current.standing().asks_approval,
        may_decide=may(current.user(), Access.DECIDE) and books is not None,
        may_setup=may(current.user(), Access.SETUP),
    )


def approve() -> ResponseReturnValue:
    """What was shown is said yes to as it was shown; a night as it is now, without what came after the page."""
    runtime, tenant, person = current.runtime(), current.tenant().code, current.person()
    night = request.form.get("night", "")
    if night:
        newest = request.form.get("newest", type=int)
        which = _which(night, _nights(), newest)
        seen = request.form.get("stamp", "")
        found = approving.approve_all(runtime, tenant, person, which, seen=seen)
    else:
        found = approving.approve_seen(runtime, tenant, person, _seen())
    flash(*shown.said(found, _next_run(found)))
    return redirect(url_for("mice_exact.awaiting", nacht=request.form.get("shown_night") or None), 303)


def settle_approval() -> ResponseReturnValue:
    """*Eerst akkoord* or *direct boeken*, from the page on which a link goes live; *vanaf nu automatisch* later on."""
    wanted = request.form.get("approval", "")
    if wanted not in set(Approval):
        flash(gettext("Kies eerst akkoord of direct boeken."), "error")
        return redirect(url_for(_back(Approval.FIRST)), 303)
    approving.settle(current.runtime(), current.tenant().code, current.person(), Approval(wanted))
    words = {
        Approval.FIRST: gettext("Vanaf nu wacht elke factuur op akkoord."),
        Approval.DIRECT: gettext("Vanaf nu worden facturen automatisch geboekt."),
    }
    flash(words[Approval(wanted)], "success")
    return redirect(url_for(_back(wanted)), 303)


def _back(wanted: str) -> str:
    """Whoever prepares a link goes on preparing it; whoever ends the asking has nothing left to say yes to."""
    if request.form.get("from") == "golive":
        return "mice_exact.golive"
    return "mice_exact.awaiting" if wanted == Approval.FIRST else "mice_exact.overview"


def _rows(books: Books | None, which: Which, number: int) -> tuple[shown.RowView, ...]:
    runtime, tenant = current.runtime(), current.tenant().code
    with step(runtime.session):
        rows = waiting_rows.rows(runtime.session, tenant, which, PAGE_SIZE, (number - 1) * PAGE_SIZE)
    planned = approving.plans(books, rows) if books else [approving.Planned(row, None, None) for row in rows]
    has_settings = is_open("settings", current.standing().ready)
    may_setup = may(current.user(), Access.SETUP)

    def places(invoice_id: str) -> Places:
        return places_for(runtime, tenant, invoice_id, may_setup=may_setup, has_settings=has_settings)

    reference = books.reference if books else None
    return tuple(shown.row_view(each, reference, places(each.row.invoice_id)) for each in planned)


def _nights() -> Sequence[datetime]:
    """The moments of the coming night and of those before it, newest first."""
    tenant = current.tenant().code
    nights = [next_night(current.runtime().now(), tenant)]
    while len(nights) <= NIGHTS:
        nights.append(next_night(nights[-1] - timedelta(hours=36), tenant))
    return nights


def _which(key: str, nights: Sequence[datetime], newest: int | None = None) -> Which:
    """The rows of a night by its name; every one for a name that is none."""
    if key == "eerder":
        return Which(before=nights[-1], until_id=newest)
    for before, since in pairwise(nights):
        if shown.night_key(before) == key:
            return Which(since, None if before == nights[0] else before, newest)
    return Which(until_id=newest)


def _seen() -> dict[str, str]:
    """By invoice the digest that was shown: of the one whose button was pressed, or of all that were shown."""
    pressed = request.form.getlist("one") or request.form.getlist("seen")
    pairs = (token.rpartition(":") for token in pressed)
    return {invoice_id: digest for invoice_id, _, digest in pairs if invoice_id}


def _next_run(found: Approved) -> str:
    standing = current.standing()
    return formatting.coming(standing.books_at, standing.at) if found.count and standing.books_at else ""
