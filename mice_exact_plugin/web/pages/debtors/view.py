"""Which relation the customer of an invoice is: what a person looks at, and what a person decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import abort, flash, redirect, request

from mice_exact_plugin.errors import LinkError
from mice_exact_plugin.i18n import gettext
from mice_exact_plugin.services import debtor_choice as service
from mice_exact_plugin.services import debtor_look as look
from mice_exact_plugin.services import debtor_page as pages
from mice_exact_plugin.store.export_queue import row_of
from mice_exact_plugin.web import current
from mice_exact_plugin.web.guards import Access, may
from mice_exact_plugin.web.presenters.debtor_question import question_view
from mice_exact_plugin.web.render import page
from mice_exact_plugin.web.views.decisions import decided
from mice_exact_plugin.web.wording import refusals

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

#: What the form sends instead of a relation: none of those.
NONE_OF_THESE = "new"


def debtor(invoice_id: str) -> ResponseReturnValue:
    """Both sides of the question; Exact is asked only when the person wants that."""
    runtime, tenant = current.runtime(), current.tenant().code
    if row_of(runtime.session, tenant, invoice_id) is None:
        abort(404)
    search, live = request.args.get("q", "").strip()[:100], request.args.get("live") == "1"
    try:
        found = pages.page(runtime, tenant, invoice_id, search, live=live)
    except LinkError as error:
        flash(refusals.of_decision(error), "error")
        return redirect(runtime.host.invoice_url(invoice_id), 303)
    return page(
        "debtor.html",
        gettext("Welke debiteur is dit?"),
        "overview",
        view=question_view(found),
        invoice_url=runtime.host.invoice_url(invoice_id),
        search=search,
        failure=refusals.of_error(found.failure) if found.failure else "",
        may_decide=may(current.user(), Access.DECIDE),
    )


def look_again(invoice_id: str) -> ResponseReturnValue:
    """*Kijk opnieuw*: what was corrected in Exact is read now, for this invoice and all others that it cures."""
    runtime, tenant = current.runtime(), current.tenant().code
    if row_of(runtime.session, tenant, invoice_id) is None:
        abort(404)
    try:
        is_ready = look.again(runtime, tenant, invoice_id)
    except LinkError as error:
        flash(refusals.of_decision(error), "error")
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
            service.make_new(runtime, tenant, invoice_id, person)
        else:
            service.choose(runtime, tenant, invoice_id, account_id, person)

    return decided(invoice_id, decide, gettext("De debiteur is gekozen en de factuur staat weer klaar."))
