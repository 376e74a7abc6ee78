"""Beheer > Locaties: rooms and their rent."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from flask import Blueprint, flash, redirect, render_template, url_for

from sandbox.host.database import session
from sandbox.host.forms.setup import LocationForm
from sandbox.host.models import Location, RateGroup
from sandbox.host.permissions import Right, requires
from sandbox.host.services import catalogue, rate_groups
from sandbox.host.tenancy import fetch_or_404, the_tenant

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

blueprint = Blueprint("locations", __name__, url_prefix="/beheer/locaties")


@blueprint.get("")
@requires(Right.SETUP)
def overview() -> ResponseReturnValue:
    return render_template("mice/locations.html", locations=catalogue.locations(the_tenant()))


@blueprint.route("/nieuw", methods=["GET", "POST"])
@requires(Right.SETUP)
def new() -> ResponseReturnValue:
    return _edit(LocationForm(), Location(tenant_id=the_tenant().id), "Locatie toevoegen")


@blueprint.route("/<id:location_id>", methods=["GET", "POST"])
@requires(Right.SETUP)
def edit(location_id: int) -> ResponseReturnValue:
    location = fetch_or_404(Location, location_id)
    return _edit(LocationForm(obj=location, rate_group=str(location.rate_group_id)), location, location.name)


def _edit(form: LocationForm, location: Location, heading: str) -> ResponseReturnValue:
    groups = list(rate_groups.choosable(the_tenant()))
    if location.rate_group and location.rate_group not in groups:
        groups.append(location.rate_group)
    form.offer(groups)
    if not form.validate_on_submit():
        return render_template("mice/location.html", form=form, heading=heading)
    location.name, location.capacity, location.rent = (
        form.name.data or "",
        form.capacity.data,
        form.rent.data or Decimal(0),
    )
    location.rate_group = fetch_or_404(RateGroup, int(form.rate_group.data))
    session().add(location)
    session().commit()
    flash("De locatie is opgeslagen.", "success")
    return redirect(url_for("locations.overview"))
