"""Loading the administration's data with visible progress: the page asks for one list after the other."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from flask import flash, redirect, request, url_for

from mice_exact_plugin.errors import LinkError
from mice_exact_plugin.i18n import gettext
from mice_exact_plugin.services import loading as service
from mice_exact_plugin.services import overview
from mice_exact_plugin.services.loading import ListNotBelieved, NothingToConfirm
from mice_exact_plugin.services.runtime import NotConnected
from mice_exact_plugin.store.connection import connection_of
from mice_exact_plugin.web import current
from mice_exact_plugin.web.presenters.loading import loading_view
from mice_exact_plugin.web.render import fragment, page
from mice_exact_plugin.web.wording import refusals

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from mice_exact_plugin.services.loading import Loading


def loading() -> ResponseReturnValue:
    found = service.progress(current.runtime(), current.tenant().code)
    if found.is_done:
        return redirect(url_for("mice_exact.index"))
    view = loading_view(found, _sizes())
    return page("loading.html", gettext("Gegevens inladen"), "connection", view=view)


def load() -> ResponseReturnValue:
    """One list when the page's script asks, else all that remain: a browser without scripts waits for the whole."""
    step_by_step = request.headers.get("X-Requested-With") == "fetch"
    error = ""
    try:
        found = service.load_next(current.runtime(), current.tenant().code)
        while not (step_by_step or found.is_done):
            found = service.load_next(current.runtime(), current.tenant().code)
    except LinkError as failure:
        error = "" if isinstance(failure, ListNotBelieved) else refusals.of_error(failure)
        found = service.progress(current.runtime(), current.tenant().code)
    return _piece(found, error) if step_by_step else _whole(found, error)


def reload() -> ResponseReturnValue:
    """A person vouches for lists that shrank; the settings are offered from what is read now."""
    try:
        service.reload(current.runtime(), current.tenant().code, current.person())
    except ListNotBelieved:
        return redirect(url_for("mice_exact.loading"), 303)
    except LinkError as error:
        flash(refusals.of_error(error), "error")
    else:
        flash(gettext("De gegevens zijn opnieuw ingeladen."), "success")
    return redirect(url_for("mice_exact.connection"), 303)


def no_relations() -> ResponseReturnValue:
    """A person answers that this administration has no relations yet."""
    with suppress(NothingToConfirm, NotConnected):
        service.confirm_no_relations(current.runtime(), current.tenant().code, current.person())
    return redirect(url_for("mice_exact.loading"), 303)


def _piece(found: Loading, error: str) -> str:
    return fragment("_loading.html", view=loading_view(found, _sizes(), error))


def _whole(found: Loading, error: str) -> ResponseReturnValue:
    """What is done or not believed has a page that says so without reading anything again."""
    if not error:
        return redirect(url_for("mice_exact.index" if found.is_done else "mice_exact.loading"), 303)
    view = loading_view(found, _sizes(), error)
    return page("loading.html", gettext("Gegevens inladen"), "connection", view=view), 503


def _sizes() -> dict[str, int]:
    session = current.runtime().session
    connection = connection_of(session, current.tenant().code)
    if connection is None or connection.division is None:
        return {}
    return overview.mirror_sizes(session, connection.site, connection.division)
