"""Beheer > Arrangementen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, flash, redirect, render_template, url_for

from sandbox.host.database import session
from sandbox.host.forms.setup import PackageForm
from sandbox.host.models import Package, PackageItem, PackagePart, Product
from sandbox.host.permissions import Right, requires
from sandbox.host.services import catalogue
from sandbox.host.tenancy import fetch_or_404, the_tenant
from sandbox.host.views.pricing import is_complete, prices_of, rows_of

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

blueprint = Blueprint("packages", __name__, url_prefix="/beheer/arrangementen")


@blueprint.get("")
@requires(Right.SETUP)
def overview() -> ResponseReturnValue:
    return render_template("mice/packages.html", packages=catalogue.packages(the_tenant()))


@blueprint.route("/nieuw", methods=["GET", "POST"])
@requires(Right.SETUP)
def new() -> ResponseReturnValue:
    package = Package(tenant_id=the_tenant().id, per_person=True, parts=[], items=[])
    return _edit(package, "Arrangement toevoegen")


@blueprint.route("/<id:package_id>", methods=["GET", "POST"])
@requires(Right.SETUP)
def edit(package_id: int) -> ResponseReturnValue:
    package = fetch_or_404(Package, package_id)
    return _edit(package, package.name)


def _edit(package: Package, heading: str) -> ResponseReturnValue:
    form = _form(package)
    form.offer_products(catalogue.products(the_tenant()))
    if not is_complete(form, package.parts):
        return render_template("mice/package.html", form=form, heading=heading)
    package.name, package.per_person = form.name.data or "", form.per_person.data
    package.parts = [PackagePart(rate_group=group, price=price) for group, price in prices_of(form)]
    package.items = _items(form)
    session().add(package)
    session().commit()
    flash("Het arrangement is opgeslagen.", "success")
    return redirect(url_for("packages.overview"))


def _form(package: Package) -> PackageForm:
    return PackageForm(
        name=package.name,
        per_person=package.per_person,
        parts=rows_of(package.parts),
        included=[str(item.product_id) for item in package.items if item.included],
        charged=[str(item.product_id) for item in package.items if not item.included],
    )


def _items(form: PackageForm) -> list[PackageItem]:
    included = [
        PackageItem(product=fetch_or_404(Product, int(each)), included=True) for each in form.included.data or ()
    ]
    charged = [int(each) for each in form.charged.data or () if each not in (form.included.data or ())]
    return included + [PackageItem(product=fetch_or_404(Product, each), included=False) for each in charged]
