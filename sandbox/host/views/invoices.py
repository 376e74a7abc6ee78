"""Facturatie: the overview of invoices, one invoice, and the same invoice as it is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import render_template, request

from sandbox.host.addons import dispatch
from sandbox.host.addons.records import invoice_record
from sandbox.host.forms.base import Form
from sandbox.host.models import Invoice
from sandbox.host.permissions import Right, requires
from sandbox.host.services import deleting, invoice_list, printing
from sandbox.host.tenancy import fetch_or_404, the_tenant
from sandbox.host.views.invoice_blueprint import blueprint

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue


@blueprint.get("")
@requires(Right.INVOICES_VIEW)
def overview() -> ResponseReturnValue:
    tenant = the_tenant()
    status, text = request.args.get("status", ""), request.args.get("q", "").strip()
    number = max(1, min(request.args.get("pagina", 1, type=int), 1_000_000))
    page = invoice_list.find(tenant, status, text, number)
    sent = [invoice_record(tenant.code, invoice) for invoice in page.invoices if not invoice.is_draft]
    return render_template(
        "mice/invoices.html",
        page=page,
        status=status,
        text=text,
        filters=invoice_list.FILTERS,
        columns=dispatch.invoice_badge_columns(sent),
    )


@blueprint.get("/<id:invoice_id>")
@requires(Right.INVOICES_VIEW)
def page(invoice_id: int) -> ResponseReturnValue:
    invoice = fetch_or_404(Invoice, invoice_id)
    addon_html = [] if invoice.is_draft else dispatch.invoice_page_html(invoice_record(the_tenant().code, invoice))
    return render_template(
        "mice/invoice.html",
        invoice=invoice,
        printed=printing.printed_lines(invoice),
        vat_totals=printing.vat_totals(invoice),
        addon_html=addon_html,
        deletable=deleting.is_deletable(invoice),
        form=Form(),
    )


@blueprint.get("/<id:invoice_id>/afdruk")
@requires(Right.INVOICES_VIEW)
def print_view(invoice_id: int) -> ResponseReturnValue:
    invoice = fetch_or_404(Invoice, invoice_id)
    return render_template(
        "mice/invoice_print.html",
        invoice=invoice,
        printed=printing.printed_lines(invoice),
        vat_totals=printing.vat_totals(invoice),
    )
