"""The chat between a venue and support, as the venue sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, redirect, render_template, request, url_for

from sandbox.host.forms.chat import MessageForm
from sandbox.host.identity import the_user
from sandbox.host.permissions import Right, requires
from sandbox.host.services import chatting
from sandbox.host.tenancy import the_tenant

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

blueprint = Blueprint("chat", __name__, url_prefix="/chat")


@blueprint.route("", methods=["GET", "POST"])
@requires(Right.CHAT)
def conversation() -> ResponseReturnValue:
    """The conversation; `?bericht=` fills in a message that the user may still change."""
    form = MessageForm(body=request.args.get("bericht"))
    if form.validate_on_submit():
        chatting.say(the_tenant(), the_user(), form.body.data or "")
        return redirect(url_for("chat.conversation"))
    return render_template("mice/chat.html", form=form, messages=chatting.messages(the_tenant()))
