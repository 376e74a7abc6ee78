"""The way in: what a tenant without the link is told, and for the others the next step or the overview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import redirect, url_for

from mice_exact_plugin.domain.readiness import Stage, Step
from mice_exact_plugin.i18n import gettext
from mice_exact_plugin.web import current
from mice_exact_plugin.web.guards import Access, may
from mice_exact_plugin.web.render import page, ready

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

#: Where an administrator takes the next step; every other step is offered on the overview.
NEXT_PAGE = {
    Step.CONNECT: "connection",
    Step.CHOOSE_DIVISION: "administration",
    Step.LOAD_DATA: "loading",
    Step.SAVE_SETTINGS: "settings",
}


def index() -> ResponseReturnValue:
    readiness = ready()
    if readiness.stage in (Stage.INSTALLED, Stage.DEACTIVATED):
        return _not_active(readiness.stage)
    step = readiness.next_step
    if step in NEXT_PAGE and may(current.user(), Access.SETUP):
        return redirect(url_for(f"mice_exact.{NEXT_PAGE[step]}"))
    return redirect(url_for("mice_exact.overview"))


def _not_active(stage: Stage) -> ResponseReturnValue:
    host, tenant = current.runtime().host, current.tenant()
    request = gettext("Ik wil de koppeling met Exact Online laten activeren voor %(venue)s.", venue=tenant.name)
    return page(
        "activate.html",
        "Exact Online",
        "index",
        chat_url=host.chat_url(tenant.code, request),
        rate_groups_url=host.rate_groups_url(),
        was_active=stage is Stage.DEACTIVATED,
        may_ask=not current.user().is_support,
    )
