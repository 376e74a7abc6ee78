"""The way in: the next step, the overview, or what a tenant without the link is told; and asking an administrator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import flash, redirect, request, url_for

from mice_exact_plugin.domain.notices import LONGEST_KEY
from mice_exact_plugin.domain.readiness import Stage, Step
from mice_exact_plugin.i18n import N_, gettext
from mice_exact_plugin.standing import notices
from mice_exact_plugin.web import answers, current, to_do
from mice_exact_plugin.web.frame import page, ready
from mice_exact_plugin.web.guards import SAFE_METHODS, Access, may

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
        return _not_active()
    step = readiness.next_step
    if step in NEXT_PAGE and may(current.user(), Access.SETUP):
        return redirect(url_for(f"mice_exact.{NEXT_PAGE[step]}"))
    return redirect(url_for("mice_exact.overview"))


def closed() -> ResponseReturnValue:
    """While the link is not active nothing else opens: a reader is led here, and who wanted to act is told why not."""
    if request.method in SAFE_METHODS:
        return redirect(url_for("mice_exact.index"))
    return _not_active(), 403


#: What a reader is told instead of a page: its head, and what there is to know.
_REFUSED: dict[int, tuple[str, str]] = {
    400: (
        N_("Dit formulier is verlopen"),
        N_(
            "Er is niets gewijzigd. Ga terug met je browser: wat je invulde staat er dan meestal nog. Laad de pagina "
            "opnieuw en verstuur het nog eens."
        ),
    ),
    403: (N_("Dit is voor een beheerder"), N_("Deze pagina is voor beheerders; met jouw rol is zij niet te openen.")),
    404: (N_("Niet gevonden"), N_("Deze pagina is er niet, of wat erop stond is verwijderd.")),
}


def refused(code: int) -> ResponseReturnValue:
    """Inside the link, with its tabs as the ways on."""
    head, words = _REFUSED.get(code, _REFUSED[400])
    return page("refused.html", gettext(head), "index", words=gettext(words)), code


def to_connection() -> ResponseReturnValue:
    return redirect(url_for("mice_exact.connection"), 301)


def to_not_queued() -> ResponseReturnValue:
    chosen = request.query_string.decode("ascii", "replace")
    return redirect(url_for("mice_exact.not_queued") + (f"?{chosen}" if chosen else ""), 301)


def _not_active() -> str:
    may_setup = may(current.user(), Access.SETUP)
    rate_groups_url = current.runtime().host.rate_groups_url() if may_setup else ""
    return page("activate.html", "Exact Online", "index", rate_groups_url=rate_groups_url)


def ask() -> ResponseReturnValue:
    """`cause` names a problem of the overview; without it the question is about the link itself."""
    key = request.form.get("cause", "")[:LONGEST_KEY]
    try:
        notices.ask(current.runtime(), current.tenant().code, current.person(), key)
    except notices.NotAsked as refusal:
        flash(answers.of_code(answers.ASKING, str(refusal)), "info")
    else:
        flash(gettext("De vraag is aan de beheerders gemaild."), "success")
    return redirect(url_for(to_do.came_from()), 303)
