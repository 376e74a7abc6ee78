"""Which relation a customer is: what a person looks at and decides, the bindings, and confirming several together."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from flask import abort, flash, redirect, request, url_for

from mice_exact_plugin.database import step
from mice_exact_plugin.decisions import debtor_choice, debtor_page
from mice_exact_plugin.errors import LinkError
from mice_exact_plugin.exports.queue import row_of
from mice_exact_plugin.i18n import gettext, ngettext
from mice_exact_plugin.link.connection import NotConnected, link_to_look
from mice_exact_plugin.link.run import last_runs, run_of
from mice_exact_plugin.web import answers, current, guards, in_exact
from mice_exact_plugin.web.frame import page, page_number
from mice_exact_plugin.web.guards import Access, may
from mice_exact_plugin.web.pages.debtors.shown import question_view
from mice_exact_plugin.web.pages.invoice.view import decided
from mice_exact_plugin.web.tabs import is_open

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from mice_exact_plugin.link.run import SyncRun

#: As many customers whom nobody is sure of are shown above the bindings.
MOST_ASKED = 12
#: Nights among which those that made debtors are listed.
NIGHTS = 30


def bindings() -> ResponseReturnValue:
    runtime = current.runtime()
    search = request.args.get("q", "").strip()[:100]
    number = page_number()
    tenant, night = current.tenant().code, _night()
    try:
        link = link_to_look(runtime, tenant)
    except NotConnected:
        link = None
    if link is None:
        return redirect(url_for("mice_exact.index"))
    made = (night.started_at, night.finished_at or runtime.now()) if night else None
    with step(runtime.session):
        found = debtor_page.page_of(runtime.session, link.place, search, number, home=link.division_country, made=made)
        asked = [] if search or night else debtor_choice.doubtful(runtime.session, tenant)
        nights = [run for run in last_runs(runtime.session, tenant, NIGHTS) if run.counts.get("created_debtors")]
    return page(
        "bindings.html",
        gettext("Debiteuren"),
        "bindings",
        view=found,
        search=search,
        night=night,
        nights=nights,
        asked=asked[:MOST_ASKED],
        more=max(len(asked) - MOST_ASKED, 0),
        card=partial(in_exact.relation_url, runtime, link.place),
        may_setup=may(current.user(), Access.SETUP) and is_open("settings", current.standing().ready),
    )


def _night() -> SyncRun | None:
    """The run whose new debtors are asked for."""
    run_id = request.args.get("nacht", type=int)
    if run_id is None or guards.is_odd(run_id):
        return None
    run = run_of(current.runtime().session, run_id)
    return run if run is not None and run.tenant == current.tenant().code else None


def undo_binding() -> ResponseReturnValue:
    """The invoices that were booked stay; the next one of the customer is judged anew."""
    key = request.form.get("key", "")[:200]
    try:
        debtor_choice.undo(current.runtime(), current.tenant().code, key, current.person())
    except LinkError as error:
        flash(answers.of_decision(error), "error")
    else:
        flash(gettext("De keuze is ongedaan gemaakt."), "success")
    return redirect(url_for("mice_exact.bindings"), 303)


def rebind() -> ResponseReturnValue:
    """The invoices that were booked stay; the next one of the customer goes to the other relation."""
    key, code = request.form.get("key", "")[:200], request.form.get("code", "")[:18]
    try:
        account = debtor_choice.rebind(current.runtime(), current.tenant().code, key, code, current.person())
    except LinkError as error:
        flash(answers.of_decision(error), "error")
    else:
        flash(gettext("De klant is overgezet op debiteur %(code)s", code=f"{account.code} {account.name}"), "success")
    return redirect(url_for("mice_exact.bindings"), 303)


def confirming() -> ResponseReturnValue:
    runtime, tenant = current.runtime(), current.tenant().code
    try:
        questions = debtor_choice.to_confirm(runtime, tenant)
        accounts = debtor_choice.proposed_accounts(runtime, questions)
    except LinkError as error:
        flash(answers.of_error(error), "error")
        return redirect(url_for("mice_exact.index"))
    return page(
        "confirm.html",
        gettext("Samen bevestigen"),
        "bindings",
        questions=questions,
        accounts=accounts,
        may_decide=may(current.user(), Access.DECIDE),
    )


def confirm_debtors() -> ResponseReturnValue:
    chosen = request.form.getlist("invoice")[: debtor_choice.MOST_TO_CONFIRM]
    try:
        count = debtor_choice.confirm(current.runtime(), current.tenant().code, chosen, current.person())
    except LinkError as error:
        flash(answers.of_decision(error), "error")
    else:
        words = ngettext("%(num)s factuur staat weer klaar.", "%(num)s facturen staan weer klaar.", count)
        flash(words if count else gettext("Kies minstens één factuur."), "success" if count else "error")
    return redirect(url_for("mice_exact.confirming"), 303)


#: What the form sends instead of a relation: none of those.
NONE_OF_THESE = "new"


def debtor(invoice_id: str) -> ResponseReturnValue:
    """Both sides of the question; Exact is asked only when the person wants that."""
    runtime, tenant = current.runtime(), current.tenant().code
    if row_of(runtime.session, tenant, invoice_id) is None:
        abort(404)
    search, live = request.args.get("q", "").strip()[:100], request.args.get("live") == "1"
    try:
        found = debtor_page.page(runtime, tenant, invoice_id, search, live=live)
    except LinkError as error:
        flash(answers.of_decision(error), "error")
        return redirect(runtime.host.invoice_url(invoice_id), 303)
    return page(
        "debtor.html",
        gettext("Welke debiteur is dit?"),
        "bindings",
        view=question_view(found),
        card=partial(in_exact.relation_url, runtime, found.question.link.place),
        invoice_url=runtime.host.invoice_url(invoice_id),
        search=search,
        failure=answers.of_error(found.failure) if found.failure else "",
        may_decide=may(current.user(), Access.DECIDE),
    )


def look_again(invoice_id: str) -> ResponseReturnValue:
    """*Kijk opnieuw*: what was corrected in Exact is read now, for this invoice and all others that it cures."""
    runtime, tenant = current.runtime(), current.tenant().code
    if row_of(runtime.session, tenant, invoice_id) is None:
        abort(404)
    try:
        is_ready = debtor_page.again(runtime, tenant, invoice_id)
    except LinkError as error:
        flash(answers.of_decision(error), "error")
    else:
        words = (
            gettext("De factuur staat weer klaar.")
            if is_ready
            else gettext("Ook nu kan de factuur nog niet geboekt worden.")
        )
        flash(words, "success" if is_ready else "info")
    return redirect(runtime.host.invoice_url(invoice_id), 303)


def choose_debtor(invoice_id: str) -> ResponseReturnValue:
    """The answer counts for every invoice of this customer; the next run releases the others."""
    account_id = request.form.get("account_id", "")

    def decide() -> None:
        runtime, tenant, person = current.runtime(), current.tenant().code, current.person()
        if account_id == NONE_OF_THESE:
            debtor_choice.make_new(runtime, tenant, invoice_id, person)
        else:
            debtor_choice.choose(runtime, tenant, invoice_id, account_id, person)

    return decided(invoice_id, decide, gettext("De debiteur is gekozen en de factuur staat weer klaar."))
