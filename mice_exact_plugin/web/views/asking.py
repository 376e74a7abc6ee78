"""*Vraag het de beheerder*: sends what is amiss to whoever can cure it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import flash, redirect, request, url_for

from mice_exact_plugin.domain.notices import LONGEST_KEY
from mice_exact_plugin.i18n import gettext
from mice_exact_plugin.services import asking as service
from mice_exact_plugin.web import current
from mice_exact_plugin.web.wording import refusals

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue


def ask() -> ResponseReturnValue:
    """`cause` names a problem of the overview; without it the question is about the link itself."""
    key = request.form.get("cause", "")[:LONGEST_KEY]
    try:
        service.ask(current.runtime(), current.tenant().code, current.person(), key)
    except service.NotAsked as refusal:
        flash(refusals.of_code(refusals.ASKING, str(refusal)), "info")
    else:
        flash(gettext("De vraag is aan de beheerders gemaild."), "success")
    return redirect(url_for("mice_exact.overview"), 303)
