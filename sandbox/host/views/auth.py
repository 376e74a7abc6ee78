"""Logging in and out."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask import session as browser_session
from flask_login import login_user, logout_user
from werkzeug.security import check_password_hash, generate_password_hash

from sandbox.host.forms.auth import LoginForm
from sandbox.host.identity import logged_in_user, the_user
from sandbox.host.permissions import Right, requires
from sandbox.host.security import SESSION_TOKEN
from sandbox.host.services import log_ins
from sandbox.host.services.tenants import find_user

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from sandbox.host.models import User

blueprint = Blueprint("auth", __name__)

#: Compared with when nobody has the address, so that the answer takes as long as for a known one.
_NOBODY = generate_password_hash("nobody")


@blueprint.get("/")
@requires(Right.LOGGED_IN)
def home() -> ResponseReturnValue:
    return redirect(url_for("support.overview" if the_user().is_support else "planning.overview"))


@blueprint.route("/inloggen", methods=["GET", "POST"])
@requires(Right.PUBLIC)
def login() -> ResponseReturnValue:
    if logged_in_user():
        return redirect(url_for("auth.home"))
    form = LoginForm()
    if not form.validate_on_submit():
        return render_template("mice/login.html", form=form)
    email, address = form.email.data or "", request.remote_addr or ""
    if seconds := math.ceil(log_ins.wait(email, address).total_seconds()):
        flash(f"Te vaak geprobeerd. Probeer het over {seconds} seconden opnieuw.", "error")
        return render_template("mice/login.html", form=form), 429, {"Retry-After": str(seconds)}
    user = _checked_user(email, form.password.data or "")
    if user is None:
        log_ins.failed(email, address)
        flash("E-mailadres of wachtwoord klopt niet.", "error")
        return render_template("mice/login.html", form=form), 401
    log_ins.succeeded(email, address)
    browser_session.clear()
    browser_session[SESSION_TOKEN] = log_ins.begin(user)
    login_user(user)  # type: ignore[no-untyped-call]  # Flask-Login has no type information
    return redirect(_own_page(request.args.get("next")))


@blueprint.post("/uitloggen")
@requires(Right.LOGGED_IN)
def logout() -> ResponseReturnValue:
    log_ins.end(browser_session.get(SESSION_TOKEN, ""))
    logout_user()  # type: ignore[no-untyped-call]  # Flask-Login has no type information
    browser_session.clear()
    return redirect(url_for("auth.login"))


def _checked_user(email: str, password: str) -> User | None:
    user = find_user(email)
    matches = check_password_hash(user.password_hash if user else _NOBODY, password)
    return user if matches else None


def _own_page(wanted: str | None) -> str:
    """Where to go after logging in: never to another site."""
    target = urlsplit(wanted or "")
    if not target.path.startswith("/") or target.path.startswith("//") or "\\" in target.path:
        return url_for("auth.home")
    return target._replace(scheme="", netloc="").geturl()
