"""Rapportages."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from flask import Blueprint, render_template, request

from sandbox.host import clock
from sandbox.host.permissions import Right, requires
from sandbox.host.services import reporting
from sandbox.host.tenancy import the_tenant

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

blueprint = Blueprint("reports", __name__, url_prefix="/rapportages")


@blueprint.get("/gefactureerd")
@requires(Right.REPORTS)
def invoiced() -> ResponseReturnValue:
    today = clock.today()
    first = request.args.get("van", today.replace(month=1, day=1), type=date.fromisoformat)
    last = request.args.get("tot", today, type=date.fromisoformat)
    totals = reporting.invoiced(the_tenant(), first, last)
    return render_template("mice/report.html", totals=totals, first=first, last=last)
