"""Beheer > Gebruikers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, flash, redirect, render_template, url_for

from sandbox.host.forms.setup import NewUserForm, UserForm
from sandbox.host.models import User
from sandbox.host.permissions import Right, requires
from sandbox.host.services import users
from sandbox.host.tenancy import fetch_or_404, the_tenant
from sandbox.host.views.refusals import refusals_shown

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

blueprint = Blueprint("users", __name__, url_prefix="/beheer/gebruikers")


@blueprint.get("")
@requires(Right.SETUP)
def overview() -> ResponseReturnValue:
    return render_template("mice/users.html", users=users.users_of(the_tenant()))


@blueprint.route("/nieuw", methods=["GET", "POST"])
@requires(Right.SETUP)
def new() -> ResponseReturnValue:
    form = NewUserForm()
    if form.validate_on_submit():
        with refusals_shown():
            users.add(
                the_tenant(),
                form.name.data or "",
                form.email.data or "",
                form.roles.data or (),
                form.password.data or "",
            )
            flash("De gebruiker is toegevoegd.", "success")
            return redirect(url_for("users.overview"))
    return render_template("mice/user.html", form=form, user=None)


@blueprint.route("/<id:user_id>", methods=["GET", "POST"])
@requires(Right.SETUP)
def edit(user_id: int) -> ResponseReturnValue:
    user = fetch_or_404(User, user_id)
    form = UserForm(name=user.name, roles=sorted(user.roles))
    if form.validate_on_submit():
        with refusals_shown():
            users.change(the_tenant(), user, form.name.data or "", form.roles.data or (), form.password.data)
            flash("De gebruiker is opgeslagen.", "success")
            return redirect(url_for("users.overview"))
        user = fetch_or_404(User, user_id)
    return render_template("mice/user.html", form=form, user=user)
