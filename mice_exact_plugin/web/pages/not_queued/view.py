"""*Niet meegenomen*: invoices that were sent while the link was not active, by month, and picking them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from flask import flash, redirect, request, url_for

from mice_exact_plugin.decisions.looking import numbers_in_exact
from mice_exact_plugin.domain.entry.entry import normal_reference
from mice_exact_plugin.domain.notices import of_older
from mice_exact_plugin.errors import LinkError
from mice_exact_plugin.exports import older, queueing
from mice_exact_plugin.exports.older import Period
from mice_exact_plugin.i18n import gettext, ngettext
from mice_exact_plugin.reader import reader
from mice_exact_plugin.web import answers, current, days
from mice_exact_plugin.web.frame import page
from mice_exact_plugin.web.guards import Access, may
from mice_exact_plugin.web.pages.not_queued import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flask.typing import ResponseReturnValue

    from mice_exact_plugin.host.contract import HostInvoice

#: More lines than this are not looked through; choosing other days shows the rest.
SHOWN = 200
#: As many are picked in one go; the others follow.
MOST = 2000


def not_queued() -> ResponseReturnValue:
    """The months, or one period whose invoices can be chosen."""
    runtime, tenant = current.runtime(), current.tenant().code
    today = runtime.now().astimezone(reader().zone).date()
    period = _period(today)
    if period is not None:
        return _period_page(period)
    last = _month(request.args.get("vanaf", "")) or today
    months = older.missing(runtime, tenant, older.months_until(last), reader().zone)
    return page(
        "not_queued.html",
        gettext("Niet meegenomen"),
        "not_queued",
        months=months,
        count=sum(len(month.ids) for month in months),
        gross=older.together(months),
        earlier=shown.address(older.month_of(months[-1].period.first).first, before=True),
        later=last < today,
    )


def _period_page(period: Period) -> str:
    runtime, tenant = current.runtime(), current.tenant().code
    [found] = older.missing(runtime, tenant, [period], reader().zone)
    newest = older.still_missing(runtime, tenant, found.ids[: -SHOWN - 1 : -1])
    is_whole = len(found.ids) <= SHOWN
    return page(
        "not_queued_period.html",
        gettext("Niet meegenomen"),
        "not_queued",
        period=period,
        invoices=newest,
        booked=older.booked_already(runtime, tenant, newest),
        invoice_url=runtime.host.invoice_url,
        more=len(found.ids) - len(newest),
        total=len(found.ids),
        gross=found.gross,
        all_of_them=shown.button(newest) if is_whole else "",
        may_pick=may(current.user(), Access.SETUP),
        may_ask=may(current.user(), Access.DECIDE) and period == older.month_of(period.first),
        cause=of_older(period.first).key,
        terug="not_queued",
    )


def pick() -> ResponseReturnValue:
    """From a list, with the sum in view before anything is done, or from the invoice itself."""
    runtime, tenant = current.runtime(), current.tenant().code
    chosen = older.still_missing(runtime, tenant, _chosen())
    if not chosen:
        flash(gettext("Kies minstens één factuur die nog niet klaarstaat."), "error")
        return redirect(url_for("mice_exact.not_queued"), 303)
    from_invoice = request.form.get("from") == "invoice"
    if not from_invoice and request.form.get("shown") != shown.button(chosen):
        return _confirm_page(chosen)
    picked = queueing.pick(runtime, tenant, [invoice.id for invoice in chosen], current.person().name)
    flash(ngettext("%(num)s factuur is klaargezet.", "%(num)s facturen zijn klaargezet.", picked), "success")
    back = runtime.host.invoice_url(chosen[0].id) if from_invoice else url_for("mice_exact.not_queued")
    return redirect(back, 303)


def _confirm_page(chosen: Sequence[HostInvoice]) -> ResponseReturnValue:
    """The sum stands in the button; on request Exact is asked which of the numbers it has already."""
    runtime, tenant = current.runtime(), current.tenant().code
    booked = dict(older.booked_already(runtime, tenant, chosen))
    looked = request.form.get("look") == "1"
    if looked:
        try:
            there = numbers_in_exact(runtime, tenant, [invoice.identifier for invoice in chosen])
        except LinkError as error:
            looked = False
            flash(answers.of_error(error), "error")
        else:
            booked |= {one.id: True for one in chosen if normal_reference(one.identifier) in there}
    return page(
        "not_queued_confirm.html",
        gettext("Niet meegenomen"),
        "not_queued",
        invoices=chosen,
        booked=booked,
        invoice_url=runtime.host.invoice_url,
        button=shown.button(chosen),
        already=sum(booked.values()),
        looked=looked,
    )


def _chosen() -> list[str]:
    """Those that were ticked, or all of a period."""
    if "all" not in request.form:
        return request.form.getlist("invoice")[:MOST]
    first, last = days.written(request.form.get("van", "")), days.written(request.form.get("tot", ""))
    if first is None or last is None:
        return []
    runtime, tenant = current.runtime(), current.tenant().code
    [found] = older.missing(runtime, tenant, [Period(first, last)], reader().zone)
    return list(found.ids[:MOST])


def _period(today: date) -> Period | None:
    """A month from the address, or days; what is no day, or no day of a calendar in use, is left aside."""
    if month := _month(request.args.get("maand", "")):
        return older.month_of(month)
    first, last = days.written(request.args.get("van", "")), days.written(request.args.get("tot", ""))
    return (
        None if first is None and last is None else Period(first or older.month_of(last or today).first, last or today)
    )


def _month(text: str) -> date | None:
    return days.written(f"{text}-01")
