"""What is done from an event's dashboard: ordering for it and invoicing it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from flask import abort, flash, redirect, render_template, url_for

from sandbox.host.database import session
from sandbox.host.forms.event import InvoiceOrderForm, ItemForm, ReceiptForm
from sandbox.host.models import Event, Invoice, InvoiceView, Location, Package, Product
from sandbox.host.permissions import Right, requires
from sandbox.host.services import catalogue, event_invoicing, event_items, event_totals
from sandbox.host.tenancy import fetch_or_404, the_tenant
from sandbox.host.views.events import blueprint
from sandbox.host.views.refusals import refusals_shown

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue
    from werkzeug.wrappers import Response

__all__ = ["blueprint"]


@blueprint.post("/<id:event_id>/bestellen")
@requires(Right.EVENTS_EDIT)
def add_item(event_id: int) -> ResponseReturnValue:
    event, tenant = fetch_or_404(Event, event_id), the_tenant()
    form = ItemForm()
    form.offer(catalogue.packages(tenant), catalogue.products(tenant), catalogue.locations(tenant))
    if form.validate_on_submit():
        _order(event, form.item.data, form.quantity.data or Decimal(1))
        session().commit()
    else:
        flash("Kies iets uit de catalogus en vul een aantal in.", "error")
    return _to_page(event_id)


@blueprint.post("/<id:event_id>/kassabon")
@requires(Right.EVENTS_EDIT)
def add_receipt(event_id: int) -> ResponseReturnValue:
    event = fetch_or_404(Event, event_id)
    form = ReceiptForm()
    if form.validate_on_submit():
        numbers = (form.quantity.data or Decimal(1), form.price.data or Decimal(0), form.vat_rate.data or Decimal(0))
        event_items.add_receipt(event, form.description.data or "", *numbers)
        session().commit()
    else:
        flash("Vul de omschrijving, het aantal, de prijs en het btw-tarief van de kassabon in.", "error")
    return _to_page(event_id)


@blueprint.post("/<id:event_id>/bestellingen/<id:item_id>/verwijderen")
@requires(Right.EVENTS_EDIT)
def remove_item(event_id: int, item_id: int) -> ResponseReturnValue:
    event = fetch_or_404(Event, event_id)
    item = next((each for each in event.items if each.id == item_id), None) or abort(404)
    event.items.remove(item)
    session().commit()
    return _to_page(event_id)


@blueprint.route("/<id:event_id>/factureren", methods=["GET", "POST"])
@requires(Right.INVOICES_EDIT)
def invoice(event_id: int) -> ResponseReturnValue:
    event, tenant = fetch_or_404(Event, event_id), the_tenant()
    form = InvoiceOrderForm(percentage=Decimal(100))
    form.offer(event_invoicing.collecting_drafts(tenant, event))
    if form.validate_on_submit():
        onto = fetch_or_404(Invoice, int(form.onto.data)) if form.onto.data else None
        with refusals_shown():
            made = event_invoicing.invoice_event(tenant, event, _invoice_order(form), onto)
            session().commit()
            return redirect(url_for("invoices.page", invoice_id=made.id))
        event = fetch_or_404(Event, event_id)
    return render_template("mice/event_invoice.html", form=form, event=event, totals=event_totals.totals(event))


def _order(event: Event, choice: str, quantity: Decimal) -> None:
    kind, _, row_id = choice.partition("-")
    if kind == "package":
        event_items.add_package(event, fetch_or_404(Package, int(row_id)))
    elif kind == "room":
        event_items.add_room_rent(event, fetch_or_404(Location, int(row_id)))
    else:
        event_items.add_product(event, fetch_or_404(Product, int(row_id)), quantity)


def _invoice_order(form: InvoiceOrderForm) -> event_invoicing.Order:
    return event_invoicing.Order(
        view=InvoiceView(form.view.data),
        percentage=form.percentage.data or Decimal(100),
        deposit_without_vat=form.deposit_without_vat.data,
        with_zero_lines=form.with_zero_lines.data,
    )


def _to_page(event_id: int) -> Response:
    return redirect(url_for("events.page", event_id=event_id))
