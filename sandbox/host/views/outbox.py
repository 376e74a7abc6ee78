"""The outbox: every mail that left the host for a venue's clients and administrators."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, render_template
from sqlalchemy import select

from sandbox.host.database import session
from sandbox.host.models import Mail
from sandbox.host.permissions import Right, requires
from sandbox.host.tenancy import the_tenant

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

blueprint = Blueprint("outbox", __name__, url_prefix="/outbox")

SHOWN = 100


@blueprint.get("")
@requires(Right.OUTBOX)
def overview() -> ResponseReturnValue:
    query = select(Mail).where(Mail.tenant_id == the_tenant().id).order_by(Mail.id.desc()).limit(SHOWN)
    return render_template("mice/outbox.html", mails=session().scalars(query).all(), shown=SHOWN)
