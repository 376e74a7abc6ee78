"""What can be done with an invoice: sending, crediting and deleting it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import flash, redirect, render_template, url_for

from sandbox.host.forms.crediting import credit_form, lowered_lines
from sandbox.host.models import Invoice
from sandbox.host.permissions import Right, requires
from sandbox.host.services import crediting, deleting, sending
from sandbox.host.tenancy import fetch_or_404, the_tenant
from sandbox.host.views.invoice_blueprint import blueprint
from sandbox.host.views.refusals import refusals_shown

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue


@blueprint.post("/<id:invoice_id>/versturen")
@requires(Right.INVOICES_EDIT)
def send(invoice_id: int) -> ResponseReturnValue:
    return _send(fetch_or_404(Invoice, invoice_id), by_mail=True)


@blueprint.post("/<id:invoice_id>/handmatig-versturen")
@requires(Right.INVOICES_EDIT)
def send_manually(invoice_id: int) -> ResponseReturnValue:
    return _send(fetch_or_404(Invoice, invoice_id), by_mail=False)


@blueprint.post("/<id:invoice_id>/volledig-crediteren")
@requires(Right.INVOICES_EDIT)
def credit_fully(invoice_id: int) -> ResponseReturnValue:
    with refusals_shown():
        credit = crediting.credit_fully(the_tenant(), fetch_or_404(Invoice, invoice_id))
        flash(f"Creditfactuur {credit.identifier} is verstuurd.", "success")
        return redirect(url_for("invoices.page", invoice_id=credit.id))
    return redirect(url_for("invoices.page", invoice_id=invoice_id))


@blueprint.route("/<id:invoice_id>/gedeeltelijk-crediteren", methods=["GET", "POST"])
@requires(Right.INVOICES_EDIT)
def credit_partially(invoice_id: int) -> ResponseReturnValue:
    invoice = fetch_or_404(Invoice, invoice_id)
    form = credit_form(invoice)
    if form.validate_on_submit():
        with refusals_shown():
            credit = crediting.credit_partially(the_tenant(), invoice, lowered_lines(form))
            flash(f"Creditfactuur {credit.identifier} is verstuurd.", "success")
            return redirect(url_for("invoices.page", invoice_id=credit.id))
        invoice = fetch_or_404(Invoice, invoice_id)
    return render_template("mice/invoice_credit.html", invoice=invoice, form=form)


@blueprint.post("/<id:invoice_id>/verwijderen")
@requires(Right.INVOICES_EDIT)
def delete(invoice_id: int) -> ResponseReturnValue:
    invoice = fetch_or_404(Invoice, invoice_id)
    name = invoice.identifier or "Het concept"
    with refusals_shown():
        deleting.delete(the_tenant(), invoice)
        flash(f"{name} is verwijderd.", "success")
        return redirect(url_for("invoices.overview"))
    return redirect(url_for("invoices.page", invoice_id=invoice_id))


def _send(invoice: Invoice, *, by_mail: bool) -> ResponseReturnValue:
    invoice_id = invoice.id
    with refusals_shown():
        sending.send(invoice, by_mail=by_mail)
        how = "gemaild en staat in de outbox" if by_mail else "klaar om zelf te versturen"
        flash(f"Factuur {invoice.identifier} is {how}.", "success")
    return redirect(url_for("invoices.page", invoice_id=invoice_id))
