"""The page of bindings, and the questions of one kind that are confirmed together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import flash, redirect, request, url_for

from mice_exact_plugin.errors import LinkError
from mice_exact_plugin.i18n import gettext, ngettext
from mice_exact_plugin.services import debtor_bindings, debtor_choice
from mice_exact_plugin.services.runtime import link_of
from mice_exact_plugin.store.base import step
from mice_exact_plugin.web import current
from mice_exact_plugin.web.guards import Access, may
from mice_exact_plugin.web.presenters.bindings import page_view
from mice_exact_plugin.web.presenters.confirming import rows_to_confirm
from mice_exact_plugin.web.render import page
from mice_exact_plugin.web.views.overview import LARGEST_PAGE
from mice_exact_plugin.web.wording import refusals

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue


def bindings() -> ResponseReturnValue:
    runtime = current.runtime()
    search = request.args.get("q", "").strip()[:100]
    number = max(1, min(request.args.get("pagina", 1, type=int), LARGEST_PAGE))
    try:
        place = link_of(runtime, current.tenant().code).place
    except LinkError as error:
        flash(refusals.of_error(error), "error")
        return redirect(url_for("mice_exact.index"))
    with step(runtime.session):
        found = debtor_bindings.page_of(runtime.session, place, search, number)
    return page(
        "bindings.html",
        gettext("Debiteuren"),
        "bindings",
        view=page_view(found),
        search=search,
        may_setup=may(current.user(), Access.SETUP),
    )


def undo_binding() -> ResponseReturnValue:
    """The invoices that were booked stay; the next one of the customer is judged anew."""
    key = request.form.get("key", "")[:200]
    try:
        debtor_choice.undo(current.runtime(), current.tenant().code, key, current.person())
    except LinkError as error:
        flash(refusals.of_decision(error), "error")
    else:
        flash(gettext("De keuze is ongedaan gemaakt."), "success")
    return redirect(url_for("mice_exact.bindings"), 303)


def confirming() -> ResponseReturnValue:
    runtime, tenant = current.runtime(), current.tenant().code
    try:
        questions = debtor_choice.to_confirm(runtime, tenant)
        accounts = debtor_choice.proposed_accounts(runtime, questions)
    except LinkError as error:
        flash(refusals.of_error(error), "error")
        return redirect(url_for("mice_exact.index"))
    return page(
        "confirm.html",
        gettext("Samen bevestigen"),
        "overview",
        rows=rows_to_confirm(questions, accounts),
        may_decide=may(current.user(), Access.DECIDE),
    )


def confirm_debtors() -> ResponseReturnValue:
    chosen = request.form.getlist("invoice")[: debtor_choice.MOST_TO_CONFIRM]
    try:
        count = debtor_choice.confirm(current.runtime(), current.tenant().code, chosen, current.person())
    except LinkError as error:
        flash(refusals.of_decision(error), "error")
    else:
        words = ngettext("%(num)s factuur staat weer klaar.", "%(num)s facturen staan weer klaar.", count)
        flash(words if count else gettext("Kies minstens één factuur."), "success" if count else "error")
    return redirect(url_for("mice_exact.confirming"), 303)
