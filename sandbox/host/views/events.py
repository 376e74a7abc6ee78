"""Evenementen: the overview, an event's dashboard, and its details."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, flash, redirect, render_template, url_for

from sandbox.host.clock import VENUE_ZONE, to_venue_time
from sandbox.host.forms.event import STATUS_LABELS, EventForm, ItemForm, ReceiptForm
from sandbox.host.models import Event, EventStatus, Location, Relation
from sandbox.host.permissions import Right, requires
from sandbox.host.services import catalogue, deposits, event_totals, events, relations
from sandbox.host.tenancy import fetch_or_404, the_tenant

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

blueprint = Blueprint("events", __name__, url_prefix="/evenementen")


@blueprint.get("")
@requires(Right.EVENTS_VIEW)
def overview() -> ResponseReturnValue:
    return render_template("mice/events.html", events=events.latest(the_tenant()), labels=STATUS_LABELS)


@blueprint.route("/nieuw", methods=["GET", "POST"])
@requires(Right.EVENTS_EDIT)
def new() -> ResponseReturnValue:
    form = EventForm(status=EventStatus.NOT_CONFIRMED, incl_vat=the_tenant().prices_incl_vat)
    event = Event(tenant_id=the_tenant().id)
    return _edit(form, event, "Evenement maken")


@blueprint.get("/<id:event_id>")
@requires(Right.EVENTS_VIEW)
def page(event_id: int) -> ResponseReturnValue:
    event = fetch_or_404(Event, event_id)
    item_form, receipt_form = ItemForm(), ReceiptForm()
    tenant = the_tenant()
    item_form.offer(catalogue.packages(tenant), catalogue.products(tenant), catalogue.locations(tenant))
    return render_template(
        "mice/event.html",
        event=event,
        labels=STATUS_LABELS,
        totals=event_totals.totals(event),
        invoices=events.invoices_of(event),
        draft_deposit=deposits.has_draft_deposit(event),
        item_form=item_form,
        receipt_form=receipt_form,
    )


@blueprint.route("/<id:event_id>/bewerken", methods=["GET", "POST"])
@requires(Right.EVENTS_EDIT)
def edit(event_id: int) -> ResponseReturnValue:
    event = fetch_or_404(Event, event_id)
    form = EventForm(
        obj=event,
        client=str(event.client_id),
        location=str(event.location_id or ""),
        starts_at=to_venue_time(event.starts_at).replace(tzinfo=None),
        ends_at=to_venue_time(event.ends_at).replace(tzinfo=None),
    )
    return _edit(form, event, f"{event.name} bewerken")


def _edit(form: EventForm, event: Event, heading: str) -> ResponseReturnValue:
    tenant = the_tenant()
    form.offer(relations.clients(tenant), catalogue.locations(tenant))
    if not form.validate_on_submit():
        return render_template("mice/event_edit.html", form=form, event=event, heading=heading)
    before = events.Stands.of(event)
    _fill(form, event)
    events.keep(tenant, event, before)
    flash("Het evenement is opgeslagen.", "success")
    return redirect(url_for("events.page", event_id=event.id))


def _fill(form: EventForm, event: Event) -> None:
    event.name, event.status, event.guests = form.name.data or "", form.status.data, form.guests.data or 0
    event.reference, event.incl_vat = form.reference.data, form.incl_vat.data
    event.event_type = form.event_type.data or None
    event.client_id = fetch_or_404(Relation, int(form.client.data)).id
    event.location_id = fetch_or_404(Location, int(form.location.data)).id if form.location.data else None
    assert form.starts_at.data, "the form refuses an event without a beginning"
    assert form.ends_at.data, "the form refuses an event without an end"
    event.starts_at = form.starts_at.data.replace(tzinfo=VENUE_ZONE)
    event.ends_at = form.ends_at.data.replace(tzinfo=VENUE_ZONE)
