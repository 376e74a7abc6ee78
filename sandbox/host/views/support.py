"""The support desk: conversations of all venues, and granting what they asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask import session as browser_session

from sandbox.host.addons.registry import registry
from sandbox.host.database import session
from sandbox.host.forms.base import Form
from sandbox.host.forms.chat import MessageForm
from sandbox.host.identity import the_user
from sandbox.host.permissions import Right, requires
from sandbox.host.services import activation, chatting, tenants
from sandbox.host.tenancy import SUPPORT_CHOICE, tenant_by_code

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from sandbox.host.addons.registry import AddonReport
    from sandbox.host.models import Tenant

blueprint = Blueprint("support", __name__, url_prefix="/support")


@blueprint.get("")
@requires(Right.SUPPORT)
def overview() -> ResponseReturnValue:
    return render_template(
        "mice/support.html", tenants=tenants.all_tenants(), last=chatting.last_messages(), form=Form()
    )


@blueprint.post("/<code>/bekijken")
@requires(Right.SUPPORT)
def choose(code: str) -> ResponseReturnValue:
    """Look at a venue; its pages then open for this support user."""
    browser_session[SUPPORT_CHOICE] = _tenant(code).id
    return redirect(url_for("links.overview"))


@blueprint.route("/<code>/chat", methods=["GET", "POST"])
@requires(Right.SUPPORT)
def conversation(code: str) -> ResponseReturnValue:
    tenant = _tenant(code)
    form = MessageForm()
    if form.validate_on_submit():
        chatting.say(tenant, the_user(), form.body.data or "")
        return redirect(url_for("support.conversation", code=code))
    addons = [(addon, activation.last_activation(tenant, addon.name)) for addon in registry().paid]
    return render_template(
        "mice/support_chat.html", form=form, venue=tenant, messages=chatting.messages(tenant), addons=addons
    )


@blueprint.post("/<code>/koppelingen/<addon>/toekennen")
@requires(Right.SUPPORT)
def grant(code: str, addon: str) -> ResponseReturnValue:
    tenant, paid = _tenant(code), _paid_addon(addon)
    activation.grant(tenant, paid.name)
    chatting.say(tenant, the_user(), f"{paid.title} is geactiveerd. Je vindt het onder Beheer > Koppelingen.")
    flash(f"{paid.title} is geactiveerd voor {tenant.name}.", "success")
    return redirect(url_for("support.conversation", code=code))


@blueprint.post("/<code>/koppelingen/<addon>/intrekken")
@requires(Right.SUPPORT)
def withdraw(code: str, addon: str) -> ResponseReturnValue:
    tenant, paid = _tenant(code), _paid_addon(addon)
    activation.withdraw(tenant, paid.name)
    session().commit()
    flash(f"{paid.title} is ingetrokken voor {tenant.name}.", "success")
    return redirect(url_for("support.conversation", code=code))


def _tenant(code: str) -> Tenant:
    return tenant_by_code(code) or abort(404)


def _paid_addon(name: str) -> AddonReport:
    return next((addon for addon in registry().paid if addon.name == name), None) or abort(404)
