"""The ways on for a held invoice: each is one form on its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import abort, flash, redirect, request

from mice_exact_plugin.errors import LinkError
from mice_exact_plugin.i18n import gettext
from mice_exact_plugin.services import ways_on as service
from mice_exact_plugin.store.export_queue import row_of
from mice_exact_plugin.web import current
from mice_exact_plugin.web.guards import Access, may
from mice_exact_plugin.web.presenters import by_hand
from mice_exact_plugin.web.render import page
from mice_exact_plugin.web.views.decisions import decided
from mice_exact_plugin.web.wording import refusals

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask.typing import ResponseReturnValue

    from mice_exact_plugin.services.connect import Person
    from mice_exact_plugin.services.runtime import Runtime

    Decision = Callable[[Runtime, str, str, Person, str, str], None]


def accept_difference(invoice_id: str) -> ResponseReturnValue:
    return _with_reason(invoice_id, service.accept_difference, gettext("Het verschil in de btw is geaccepteerd."))


def book_with_eu_code(invoice_id: str) -> ResponseReturnValue:
    return _with_reason(invoice_id, service.book_anyway, gettext("De factuur wordt toch met deze BTW-code geboekt."))


def fill_vat_number(invoice_id: str) -> ResponseReturnValue:
    words = gettext("Het btw-nummer wordt bij de volgende synchronisatie in Exact Online ingevuld.")
    return _with_reason(invoice_id, service.fill_number, words)


def choose_vat_code(invoice_id: str) -> ResponseReturnValue:
    used, chosen = request.form.get("used", ""), request.form.get("vat_code", "")

    def choose(runtime: Runtime, tenant: str, key: str, person: Person, shown: str, reason: str) -> None:
        service.choose_code(runtime, tenant, key, person, shown, reason, (used, chosen))

    return _with_reason(invoice_id, choose, gettext("De BTW-code is gekozen voor deze factuur."))


def booked_by_hand(invoice_id: str) -> ResponseReturnValue:
    """What was typed wrong comes back on a page of its own, with all that was typed."""
    runtime, tenant = current.runtime(), current.tenant().code
    row = row_of(runtime.session, tenant, invoice_id)
    if row is None:
        abort(404)
    typed, identifier = by_hand.typed(request.form), str(row.identifier)
    try:
        service.booked_by_hand(
            runtime, tenant, invoice_id, current.person(), typed.number, typed.reason, knows_others=typed.knows_others
        )
    except LinkError as refusal:
        if str(refusal) in by_hand.MENDABLE:
            return _by_hand_again(invoice_id, identifier, typed, refusal), 422
        flash(refusals.of_decision(refusal), "error")
    else:
        flash(gettext("De factuur staat te boek als zelf geboekt."), "success")
    return redirect(runtime.host.invoice_url(invoice_id), 303)


def _by_hand_again(invoice_id: str, identifier: str, typed: by_hand.Typed, refusal: LinkError) -> str:
    return page(
        "by_hand.html",
        gettext("Zelf geboekt"),
        "overview",
        view=by_hand.by_hand_view(invoice_id, identifier, typed, refusal),
        invoice_url=current.runtime().host.invoice_url(invoice_id),
    )


def withdraw_decision(invoice_id: str) -> ResponseReturnValue:
    """What an administrator accepted, only an administrator takes back."""
    acceptance_id = request.form.get("acceptance_id", 0, type=int)

    def decide() -> None:
        runtime, tenant, person = current.runtime(), current.tenant().code, current.person()
        may_setup = may(current.user(), Access.SETUP)
        service.withdraw(runtime, tenant, invoice_id, person, acceptance_id, may_setup=may_setup)

    return decided(invoice_id, decide, gettext("Het besluit is ingetrokken."))


def _with_reason(invoice_id: str, decision: Decision, words: str) -> ResponseReturnValue:
    shown, reason = request.form.get("shown", ""), request.form.get("reason", "")

    def decide() -> None:
        decision(current.runtime(), current.tenant().code, invoice_id, current.person(), shown, reason)

    return decided(invoice_id, decide, words)
