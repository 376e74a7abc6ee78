"""Beheer > Instellingen: company details, billing and deposits."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from flask import Blueprint, abort, flash, redirect, render_template, url_for

from sandbox.host import clock
from sandbox.host.database import session
from sandbox.host.forms.setup import BillingForm, CompanyForm, DepositForm
from sandbox.host.models import RateGroup
from sandbox.host.permissions import Right, requires
from sandbox.host.services import deposit_settings, numbering
from sandbox.host.tenancy import fetch_or_404, the_tenant

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue
    from werkzeug.wrappers import Response

blueprint = Blueprint("settings", __name__, url_prefix="/beheer/instellingen")


@blueprint.get("")
@requires(Right.SETUP)
def overview() -> ResponseReturnValue:
    return render_template("mice/settings.html")


@blueprint.route("/bedrijf", methods=["GET", "POST"])
@requires(Right.SETUP)
def company() -> ResponseReturnValue:
    form = CompanyForm(obj=the_tenant())
    if not form.validate_on_submit():
        return render_template("mice/settings_company.html", form=form)
    form.populate_obj(the_tenant())
    return _saved("settings.company")


@blueprint.route("/facturatie", methods=["GET", "POST"])
@requires(Right.SETUP)
def billing() -> ResponseReturnValue:
    tenant = the_tenant()
    form = BillingForm(obj=tenant)
    if not form.validate_on_submit():
        upcoming = numbering.next_identifier(tenant, clock.today())
        return render_template("mice/settings_billing.html", form=form, upcoming=upcoming)
    form.populate_obj(tenant)
    return _saved("settings.billing")


@blueprint.get("/aanbetalingen")
@requires(Right.SETUP)
def deposits() -> ResponseReturnValue:
    return render_template("mice/settings_deposits.html", rows=deposit_settings.rows(the_tenant()))


@blueprint.route("/aanbetalingen/<rate>", methods=["GET", "POST"])
@requires(Right.SETUP)
def deposit(rate: str) -> ResponseReturnValue:
    tenant = the_tenant()
    row = next((each for each in deposit_settings.rows(tenant) if f"{each.rate:f}" == rate), None) or abort(404)
    form = DepositForm(rate_group=str(row.group_id or ""), product_code=row.product_code)
    form.offer(row.choosable)
    if not form.validate_on_submit():
        return render_template("mice/settings_deposit.html", form=form, row=row)
    group = fetch_or_404(RateGroup, int(form.rate_group.data))
    deposit_settings.choose(tenant, Decimal(rate), group, form.product_code.data or "")
    return _saved("settings.deposits")


def _saved(endpoint: str) -> Response:
    session().commit()
    flash("De instellingen zijn opgeslagen.", "success")
    return redirect(url_for(endpoint))
