"""Planning: what is coming up. Crew sees what, where and when, and no client."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, render_template

from sandbox.host.forms.event import STATUS_LABELS
from sandbox.host.permissions import Right, requires
from sandbox.host.services import events
from sandbox.host.tenancy import the_tenant

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

blueprint = Blueprint("planning", __name__, url_prefix="/planning")


@blueprint.get("")
@requires(Right.PLANNING)
def overview() -> ResponseReturnValue:
    return render_template("mice/planning.html", events=events.upcoming(the_tenant()), labels=STATUS_LABELS)
