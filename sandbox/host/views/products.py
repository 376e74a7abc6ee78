"""Beheer > Producten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, flash, redirect, render_template, url_for

from sandbox.host.database import session
from sandbox.host.forms.setup import ProductForm
from sandbox.host.models import Product, ProductPart
from sandbox.host.permissions import Right, requires
from sandbox.host.services import catalogue
from sandbox.host.tenancy import fetch_or_404, the_tenant
from sandbox.host.views.pricing import is_complete, prices_of, rows_of

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

blueprint = Blueprint("products", __name__, url_prefix="/beheer/producten")


@blueprint.get("")
@requires(Right.SETUP)
def overview() -> ResponseReturnValue:
    return render_template("mice/products.html", products=catalogue.products(the_tenant()))


@blueprint.route("/nieuw", methods=["GET", "POST"])
@requires(Right.SETUP)
def new() -> ResponseReturnValue:
    return _edit(Product(tenant_id=the_tenant().id, parts=[]), "Product toevoegen")


@blueprint.route("/<id:product_id>", methods=["GET", "POST"])
@requires(Right.SETUP)
def edit(product_id: int) -> ResponseReturnValue:
    product = fetch_or_404(Product, product_id)
    return _edit(product, product.name)


def _edit(product: Product, heading: str) -> ResponseReturnValue:
    form = ProductForm(name=product.name, category=product.category, parts=rows_of(product.parts))
    if not is_complete(form, product.parts):
        return render_template("mice/product.html", form=form, heading=heading)
    product.name, product.category = form.name.data or "", form.category.data
    product.parts = [ProductPart(rate_group=group, price=price) for group, price in prices_of(form)]
    session().add(product)
    session().commit()
    flash("Het product is opgeslagen.", "success")
    return redirect(url_for("products.overview"))
