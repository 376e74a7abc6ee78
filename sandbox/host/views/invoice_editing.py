"""Making an invoice without an event, and changing an invoice and its lines."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from flask import abort, flash, redirect, render_template, url_for

from sandbox.host.database import session
from sandbox.host.forms.base import Form
from sandbox.host.forms.invoice import BY_HAND, HeaderForm, LineForm, NewInvoiceForm
from sandbox.host.models import Invoice, InvoiceLine, RateGroup, Relation
from sandbox.host.permissions import Right, requires
from sandbox.host.services import drafting, editing, rate_groups, relations
from sandbox.host.tenancy import fetch_or_404, the_tenant
from sandbox.host.views.invoice_blueprint import blueprint
from sandbox.host.views.refusals import refusals_shown

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue
    from werkzeug.wrappers import Response


@blueprint.route("/nieuw", methods=["GET", "POST"])
@requires(Right.INVOICES_EDIT)
def new() -> ResponseReturnValue:
    tenant = the_tenant()
    form = NewInvoiceForm(incl_vat=tenant.prices_incl_vat)
    form.offer(relations.clients(tenant))
    if form.validate_on_submit():
        relation = fetch_or_404(Relation, int(form.relation.data))
        invoice = drafting.new_draft(tenant, relation, incl_vat=form.incl_vat.data)
        session().commit()
        return _to_page(invoice)
    return render_template("mice/invoice_new.html", form=form)


@blueprint.route("/<id:invoice_id>/bewerken", methods=["GET", "POST"])
@requires(Right.INVOICES_EDIT)
def edit(invoice_id: int) -> ResponseReturnValue:
    invoice = fetch_or_404(Invoice, invoice_id)
    form = HeaderForm(obj=invoice)
    form.is_sent = not invoice.is_draft
    if form.validate_on_submit():
        editing.change_header(the_tenant(), invoice, _values(form))
        flash("De factuur is aangepast.", "success")
        return _to_page(invoice)
    return render_template("mice/invoice_edit.html", form=form, invoice=invoice)


@blueprint.route("/<id:invoice_id>/regels/nieuw", methods=["GET", "POST"])
@requires(Right.INVOICES_EDIT)
def new_line(invoice_id: int) -> ResponseReturnValue:
    invoice = fetch_or_404(Invoice, invoice_id)
    form = LineForm(quantity=Decimal(1))
    form.offer(rate_groups.choosable(the_tenant()))
    if form.validate_on_submit():
        editing.add_line(the_tenant(), invoice, _priced(form))
        return _to_page(invoice)
    return render_template("mice/invoice_line.html", form=form, invoice=invoice, line=None)


@blueprint.route("/<id:invoice_id>/regels/<id:line_id>", methods=["GET", "POST"])
@requires(Right.INVOICES_EDIT)
def edit_line(invoice_id: int, line_id: int) -> ResponseReturnValue:
    invoice = fetch_or_404(Invoice, invoice_id)
    line = _line(invoice, line_id)
    form = LineForm(obj=line, rate_group=str(line.rate_group_id or BY_HAND))
    form.offer(_groups_for(line))
    if form.validate_on_submit():
        editing.change_line(the_tenant(), invoice, line, _priced(form))
        return _to_page(invoice)
    return render_template("mice/invoice_line.html", form=form, invoice=invoice, line=line, remove=Form())


@blueprint.post("/<id:invoice_id>/regels/<id:line_id>/verwijderen")
@requires(Right.INVOICES_EDIT)
def remove_line(invoice_id: int, line_id: int) -> ResponseReturnValue:
    invoice = fetch_or_404(Invoice, invoice_id)
    with refusals_shown():
        editing.remove_line(the_tenant(), invoice, _line(invoice, line_id))
    return redirect(url_for("invoices.page", invoice_id=invoice_id))


def _to_page(invoice: Invoice) -> Response:
    return redirect(url_for("invoices.page", invoice_id=invoice.id))


def _line(invoice: Invoice, line_id: int) -> InvoiceLine:
    return next((line for line in invoice.lines if line.id == line_id), None) or abort(404)


def _groups_for(line: InvoiceLine) -> list[RateGroup]:
    """Those that can be chosen, and the line's own when that one has been archived since."""
    groups = list(rate_groups.choosable(the_tenant()))
    if line.rate_group and line.rate_group not in groups:
        groups.append(line.rate_group)
    return groups


def _priced(form: LineForm) -> editing.LineValues:
    by_hand = form.rate_group.data == BY_HAND
    rate = form.vat_rate.data if by_hand else fetch_or_404(RateGroup, int(form.rate_group.data))
    assert rate is not None, "the form refuses a line without a rate"
    return editing.LineValues(
        description=form.description.data or "",
        quantity=form.quantity.data or Decimal(0),
        unit_price=form.unit_price.data or Decimal(0),
        rate=rate,
    )


def _values(form: HeaderForm) -> dict[str, object]:
    return {name: value for name, value in form.data.items() if name != "csrf_token"}
