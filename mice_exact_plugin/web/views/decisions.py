"""What a person decides about one invoice; afterwards the host's page of that invoice says how it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import abort, flash, redirect, request

from mice_exact_plugin.errors import LinkError
from mice_exact_plugin.i18n import gettext
from mice_exact_plugin.services import decisions as service
from mice_exact_plugin.store.export_queue import row_of
from mice_exact_plugin.web import current
from mice_exact_plugin.web.wording import refusals

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask.typing import ResponseReturnValue


def retry(invoice_id: str) -> ResponseReturnValue:
    def decide() -> None:
        service.retry(current.runtime(), current.tenant().code, invoice_id, current.person())

    return decided(invoice_id, decide, gettext("De factuur staat weer klaar."))


def leave(invoice_id: str) -> ResponseReturnValue:
    def decide() -> None:
        service.leave(current.runtime(), current.tenant().code, invoice_id, current.person())

    return decided(invoice_id, decide, gettext("De factuur wordt niet geboekt."))


def adopt(invoice_id: str) -> ResponseReturnValue:
    entry_id = request.form.get("entry_id", "")

    def decide() -> None:
        service.adopt(current.runtime(), current.tenant().code, invoice_id, current.person(), entry_id)

    return decided(invoice_id, decide, gettext("De factuur is aan deze boeking gekoppeld."))


def book_anyway(invoice_id: str) -> ResponseReturnValue:
    """Books beside what is in Exact already, so a yes is asked first."""
    confirmed = request.form.get("confirmed") == "1"

    def decide() -> None:
        if not confirmed:
            raise service.DecisionRefused("unconfirmed_choice")
        service.book_anyway(current.runtime(), current.tenant().code, invoice_id, current.person())

    return decided(invoice_id, decide, gettext("De factuur staat klaar en wordt nog eens geboekt."))


def decided(invoice_id: str, decide: Callable[[], None], words: str) -> ResponseReturnValue:
    """An invoice of another tenant does not exist here."""
    if row_of(current.runtime().session, current.tenant().code, invoice_id) is None:
        abort(404)
    try:
        decide()
    except service.DecisionRefused as refusal:
        flash(refusals.of_code(refusals.DECISION, str(refusal)), "error")
    except LinkError as error:
        flash(refusals.of_error(error), "error")
    else:
        flash(words, "success")
    return redirect(current.runtime().host.invoice_url(invoice_id), 303)
