"""Beheer > Tariefgroepen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, flash, redirect, render_template, url_for
from sqlalchemy import select

from sandbox.host.database import session
from sandbox.host.forms.setup import NewRateGroupForm, RateGroupForm
from sandbox.host.models import RateGroup
from sandbox.host.permissions import Right, requires
from sandbox.host.services import rate_groups
from sandbox.host.services.vat import plain
from sandbox.host.tenancy import fetch_or_404, the_tenant

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue
    from werkzeug.wrappers import Response

blueprint = Blueprint("rate_groups", __name__, url_prefix="/beheer/tariefgroepen")


@blueprint.get("")
@requires(Right.SETUP)
def overview() -> ResponseReturnValue:
    query = select(RateGroup).where(RateGroup.tenant_id == the_tenant().id).order_by(RateGroup.description)
    groups = session().scalars(query).all()
    return render_template(
        "mice/rate_groups.html",
        current=[group for group in groups if group.archived_at is None],
        archived=[group for group in groups if group.archived_at],
    )


@blueprint.route("/nieuw", methods=["GET", "POST"])
@requires(Right.SETUP)
def new() -> ResponseReturnValue:
    form = NewRateGroupForm()
    if not form.validate_on_submit():
        return render_template("mice/rate_group.html", form=form, group=None)
    assert form.vat_rate.data is not None, "the form refuses a rate group without a rate"
    rate = plain(form.vat_rate.data)
    group = rate_groups.create(the_tenant(), form.description.data or "", rate, form.ledger_number.data)
    group.vat_situation = form.vat_situation.data or None
    return _saved("De tariefgroep is toegevoegd.")


@blueprint.route("/<id:group_id>", methods=["GET", "POST"])
@requires(Right.SETUP)
def edit(group_id: int) -> ResponseReturnValue:
    group = fetch_or_404(RateGroup, group_id)
    form = RateGroupForm(obj=group)
    if not form.validate_on_submit():
        return render_template("mice/rate_group.html", form=form, group=group)
    form.populate_obj(group)
    group.vat_situation = form.vat_situation.data or None
    return _saved("De tariefgroep is opgeslagen.")


@blueprint.post("/<id:group_id>/archiveren")
@requires(Right.SETUP)
def archive(group_id: int) -> ResponseReturnValue:
    rate_groups.archive(fetch_or_404(RateGroup, group_id))
    return _saved("De tariefgroep is gearchiveerd.")


@blueprint.post("/<id:group_id>/terugzetten")
@requires(Right.SETUP)
def restore(group_id: int) -> ResponseReturnValue:
    rate_groups.restore(fetch_or_404(RateGroup, group_id))
    return _saved("De tariefgroep is teruggezet.")


def _saved(message: str) -> Response:
    session().commit()
    flash(message, "success")
    return redirect(url_for("rate_groups.overview"))
