"""*Controle vóór livegang*: the points with their marks, a look in Exact, what waited before, and the first nights."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from flask import flash, redirect, request, url_for

from mice_exact_plugin import formatting
from mice_exact_plugin.database import step
from mice_exact_plugin.domain.golive import Mark, Point, wrong
from mice_exact_plugin.domain.readiness import BEFORE_SETTINGS
from mice_exact_plugin.errors import LinkError
from mice_exact_plugin.golive import look as looking
from mice_exact_plugin.golive import old, trial_table
from mice_exact_plugin.i18n import N_, gettext, ngettext
from mice_exact_plugin.link.connection import connection_of, looked_of, place_of
from mice_exact_plugin.standing.words import Tone
from mice_exact_plugin.web import answers, current
from mice_exact_plugin.web.frame import page, ready
from mice_exact_plugin.web.pages.approval.shown import money
from mice_exact_plugin.web.pages.golive import words
from mice_exact_plugin.web.parts import Badge, invoices

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from mice_exact_plugin.domain.golive import Item
    from mice_exact_plugin.golive.old import Old
    from mice_exact_plugin.link.connection import Connection


#: Where a point is dealt with, and what the way there is called.
_WAYS: dict[Point, tuple[str, str]] = {
    Point.LOG_IN: ("connection", N_("Naar de verbinding")),
    Point.JOURNAL: ("settings", N_("Naar de instellingen")),
    Point.VAT_CODES: ("settings", N_("Naar de instellingen")),
    Point.LEDGERS: ("mapping", N_("Naar de inrichting")),
    Point.WITHOUT_NUMBER: ("mapping", N_("Naar de inrichting")),
    Point.TERMS: ("settings", N_("Naar de instellingen")),
    Point.DEBTORS: ("trial", N_("Naar de proefrun")),
}


def golive() -> ResponseReturnValue:
    if ready().next_step in BEFORE_SETTINGS:
        return redirect(url_for("mice_exact.index"))
    runtime, tenant = current.runtime(), current.tenant().code
    items = looking.items(runtime, tenant)
    if not items:
        return redirect(url_for("mice_exact.settings"))
    with step(runtime.session):
        connection = connection_of(runtime.session, tenant)
        place = place_of(connection)
        tried = trial_table.last_report(runtime.session, tenant, *place) if place else None
        waiting = old.of(runtime.session, tenant)
        found = looked_of(connection)
    return page(
        "golive.html",
        gettext("Controle vóór livegang"),
        "settings",
        items=items,
        fine=sum(item.mark is Mark.FINE for item in items),
        wrong=len(wrong(items)),
        has_shares=any(item.share for item in items),
        is_on=connection is not None and connection.enabled,
        approval=_approval(connection),
        tried=tried,
        old=waiting,
        old_lead=_lead(waiting),
        in_exact=frozenset(found["found"]) if found else frozenset(),
        looked_at=formatting.moment(datetime.fromisoformat(found["at"])) if found else "",
        preview_shown=old.SHOWN,
    )


def look_in_exact() -> ResponseReturnValue:
    """Ask Exact what only Exact can tell; a person waits for it."""
    try:
        found = looking.look(current.runtime(), current.tenant().code)
    except LinkError as error:
        flash(answers.of_error(error), "error")
    else:
        counted = ngettext("%(num)s factuurnummer", "%(num)s factuurnummers", found["looked"])
        flash(gettext("Gekeken in Exact Online: de rechten en %(numbers)s.", numbers=counted), "success")
    return redirect(url_for("mice_exact.golive"), 303)


def leave_old() -> ResponseReturnValue:
    """*Niet boeken* of what waited before: of what is chosen, or of everything."""
    chosen = None if request.form.get("what") == "all" else request.form.getlist("invoice")
    left = old.leave(current.runtime(), current.tenant().code, current.person(), chosen)
    if left:
        flash(gettext("%(invoices)s: niet boeken.", invoices=invoices(left)), "success")
    else:
        flash(gettext("Kies minstens één factuur."), "error")
    return redirect(url_for("mice_exact.golive") + "#eerder", 303)


def badge(item: Item) -> Badge:
    mark, tone = words.MARKS[item.mark]
    return Badge(gettext(mark), Tone(tone))


def way(item: Item) -> tuple[str, str] | None:
    """Where it is dealt with, and what the way there is called; a look in Exact is offered above them all."""
    return None if item.mark is Mark.FINE else _WAYS.get(item.point)


def _approval(connection: Connection | None) -> str:
    return (connection.approval or "") if connection else ""


def _lead(waiting: Old) -> str:
    if not waiting.count or waiting.first is None or waiting.last is None:
        return ""
    return gettext(
        "%(invoices)s van %(first)s tot en met %(last)s, samen %(amount)s.",
        invoices=invoices(waiting.count),
        first=formatting.day(waiting.first),
        last=formatting.day(waiting.last),
        amount=money(waiting.gross),
    )
