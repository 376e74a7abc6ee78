"""The connection: logging in at Exact Online, coming back from there, and breaking it off."""

from __future__ import annotations

import secrets
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from flask import flash, redirect, request, session, url_for

from mice_exact_plugin.errors import LinkError
from mice_exact_plugin.i18n import gettext
from mice_exact_plugin.services import connect, overview
from mice_exact_plugin.store.connection import connection_of
from mice_exact_plugin.web import current
from mice_exact_plugin.web.forms.connection import site_form
from mice_exact_plugin.web.presenters.connection import ConnectionView, connection_view
from mice_exact_plugin.web.render import page
from mice_exact_plugin.web.wording import refusals

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

#: A log-in's value in the browser's session; it stays, because two tabs may log in at once.
BROWSER = "mice_exact_browser"


def connection() -> ResponseReturnValue:
    """What is connected; before there is anything, the choice of the country version."""
    sites = list(current.runtime().config.apps)
    view = current_connection()
    form = site_form(sites)(data={"site": view.site or (str(sites[0]) if sites else None)})
    return _page(view, form)


def log_in() -> ResponseReturnValue:
    """*Koppelen* and *Opnieuw inloggen*: off to Exact's log-in page."""
    runtime = current.runtime()
    form = site_form(runtime.config.apps)()
    if not form.validate():
        return _page(current_connection(), form), 422
    app = runtime.config.app(form.site.data)
    app = replace(app, callback_url=app.callback_url or _own_callback())
    return redirect(connect.begin(runtime, current.tenant().code, current.person(), app, _browser()), 303)


def callback() -> ResponseReturnValue:
    """Where Exact sends the browser back to; whatever came, the tenant's own page says how it stands."""
    back = connect.Return(
        state=request.args.get("state", ""),
        code=request.args.get("code"),
        refusal=request.args.get("error"),
        callback_url=_own_callback(),
        browser=session.get(BROWSER, ""),
    )
    try:
        connect.came_back(current.runtime(), current.tenant().code, current.person(), back)
    except LinkError as error:
        flash(refusals.of_log_in(error), "error")
        return redirect(url_for("mice_exact.connection"))
    return redirect(url_for("mice_exact.index"))


def disconnecting() -> ResponseReturnValue:
    """Asks first, and says what stays."""
    return page("disconnect.html", gettext("Verbinding verbreken"), "connection", connection=current_connection())


def disconnect() -> ResponseReturnValue:
    connect.disconnect(current.runtime(), current.tenant().code, current.person())
    flash(gettext("De verbinding met Exact Online is verbroken. De geschiedenis blijft bewaard."), "success")
    return redirect(url_for("mice_exact.connection"), 303)


def current_connection() -> ConnectionView:
    runtime = current.runtime()
    found = connection_of(runtime.session, current.tenant().code)
    refreshed_at = overview.token_received_at(runtime.session, found) if found else None
    left_out = overview.left_out(runtime.session, found.site, found.division) if found and found.division else []
    return connection_view(found, refreshed_at, runtime.now(), left_out)


def _page(view: ConnectionView, form: Any) -> str:
    template = "connection.html" if view.is_linked else "connect.html"
    return page(template, gettext("Verbinding"), "connection", connection=view, form=form)


def _browser() -> str:
    """What only this browser's session knows, so that nobody finishes a log-in that was begun in another one."""
    value: str = session.setdefault(BROWSER, secrets.token_urlsafe(32))
    return value


def _own_callback() -> str:
    """For a loopback site only; every other one has its registered address in the configuration."""
    return url_for("mice_exact.callback", _external=True)
