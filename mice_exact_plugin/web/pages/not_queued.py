"""*Niet klaargezet*: invoices that were sent while the link was not active, and picking them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from flask import flash, redirect, request, url_for

from mice_exact_plugin.exports import queueing
from mice_exact_plugin.i18n import gettext, ngettext
from mice_exact_plugin.reader import reader
from mice_exact_plugin.web import current
from mice_exact_plugin.web.frame import page
from mice_exact_plugin.web.guards import Access, may

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from mice_exact_plugin.host.contract import HostClient

#: More lines than this are not looked through; choosing other days shows the rest.
SHOWN = 200


def client_name(client: HostClient) -> str:
    return client.name or " ".join(part for part in (client.first_name, client.last_name) if part)


#: A venue looks for what it sent lately; older invoices are found by choosing other days.
PERIOD = timedelta(days=90)
FIRST_YEAR, LAST_YEAR = 2000, 2100


def not_queued() -> ResponseReturnValue:
    runtime, tenant = current.runtime(), current.tenant().code
    since, until = _days()
    missing = queueing.not_queued(runtime, tenant, _start_of(since), _start_of(until + timedelta(days=1)))
    newest = missing[: -SHOWN - 1 : -1]
    invoices = runtime.host.invoices(tenant, newest)
    return page(
        "not_queued.html",
        gettext("Niet klaargezet"),
        "not_queued",
        invoices=[invoices[invoice_id] for invoice_id in newest if invoice_id in invoices],
        more=len(missing) - len(newest),
        invoice_url=runtime.host.invoice_url,
        since=since.isoformat(),
        until=until.isoformat(),
        may_decide=may(current.user(), Access.DECIDE),
    )


def pick() -> ResponseReturnValue:
    """From a list or from the invoice itself, to which the person then returns."""
    runtime, tenant = current.runtime(), current.tenant().code
    chosen = request.form.getlist("invoice")
    picked = queueing.pick(runtime, tenant, chosen, current.person().name)
    if not picked:
        flash(gettext("Kies minstens één factuur die nog niet klaarstaat."), "error")
    else:
        flash(ngettext("%(num)s factuur is klaargezet.", "%(num)s facturen zijn klaargezet.", picked), "success")
    if request.form.get("from") == "invoice" and picked:
        return redirect(runtime.host.invoice_url(chosen[0]), 303)
    return redirect(url_for("mice_exact.not_queued"), 303)


def _days() -> tuple[date, date]:
    today = current.runtime().now().astimezone(reader().zone).date()
    return _day("van", today - PERIOD), _day("tot", today)


def _day(name: str, otherwise: date) -> date:
    """A day from the address; what is no day, or no day of a calendar in use, is left aside."""
    try:
        found = date.fromisoformat(request.args.get(name, ""))
    except ValueError:
        return otherwise
    return found if FIRST_YEAR <= found.year <= LAST_YEAR else otherwise


def _start_of(day: date) -> datetime:
    return datetime.combine(day, time(), reader().zone).astimezone(UTC)
