"""Connecting: logging in at Exact Online, coming back, breaking it off, and choosing the administration by name."""

from __future__ import annotations

import secrets
from dataclasses import replace
from datetime import timedelta

# Any: WTForms and Flask-WTF have no types for fields and forms made at run time.
from typing import TYPE_CHECKING, Any

from flask import flash, redirect, request, session, url_for

from mice_exact_plugin import formatting
from mice_exact_plugin.domain.readiness import Step
from mice_exact_plugin.domain.states import State
from mice_exact_plugin.errors import Busy, LinkError
from mice_exact_plugin.i18n import gettext, ngettext
from mice_exact_plugin.link.connection import connection_of, place_of
from mice_exact_plugin.link.run import ran_before
from mice_exact_plugin.manifest import NAME
from mice_exact_plugin.mirror.list_table import read_at
from mice_exact_plugin.mirror.reference_data import NIGHTLY
from mice_exact_plugin.setup import administration as setup_administration
from mice_exact_plugin.setup import connect
from mice_exact_plugin.standing import health, overview
from mice_exact_plugin.web import answers, current, in_exact
from mice_exact_plugin.web.frame import page, ready
from mice_exact_plugin.web.pages.connect.form import ConnectionView, administration_form, connection_view, site_form
from mice_exact_plugin.web.parts import FieldView

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

#: How long somebody who comes back is reminded of what was sent meanwhile.
SAID_FOR = timedelta(days=14)
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
        flash(answers.of_log_in(error), "error")
        return redirect(url_for("mice_exact.connection"))
    return redirect(url_for("mice_exact.index"))


def disconnecting() -> ResponseReturnValue:
    """Asks first, and says what stays; where there is nothing to break it leads back."""
    if not current_connection().is_linked:
        return redirect(url_for("mice_exact.connection"))
    return page("disconnect.html", gettext("Verbinding verbreken"), "connection", connection=current_connection())


def disconnect() -> ResponseReturnValue:
    connect.disconnect(current.runtime(), current.tenant().code, current.person())
    flash(gettext("De verbinding met Exact Online is verbroken. De geschiedenis blijft bewaard."), "success")
    return redirect(url_for("mice_exact.connection"), 303)


def current_connection() -> ConnectionView:
    runtime = current.runtime()
    found = connection_of(runtime.session, current.tenant().code)
    refreshed_at = overview.token_received_at(runtime.session, found) if found else None
    if found is None or not found.division:
        return connection_view(found, refreshed_at, None, runtime.now())
    place = found.site, found.division
    left_out = overview.left_out(runtime.session, *place)
    lists_at = read_at(runtime.session, *place, NIGHTLY)
    view = connection_view(found, refreshed_at, lists_at, runtime.now(), left_out)
    return replace(view, notices=(*view.notices, *_after_a_gap()))


def _after_a_gap() -> tuple[str, ...]:
    """Said for a while to who was active before: what was sent in between is booked by nobody who does not know it."""
    runtime, tenant = current.runtime(), current.tenant().code
    activation = runtime.host.activation(tenant, NAME)
    if activation is None or runtime.now() - activation.granted_at > SAID_FOR:
        return ()
    if not ran_before(runtime.session, tenant, activation.granted_at):
        return ()
    text = gettext(
        "De koppeling was tot %(moment)s niet actief. Wat toen verstuurd is wordt alleen geboekt als je het kiest bij "
        "Niet meegenomen.",
        moment=formatting.moment(activation.granted_at),
    )
    return (text,)


def _page(view: ConnectionView, form: Any) -> str:
    if not view.is_linked:
        return page("connect.html", gettext("Verbinding"), "connection", connection=view, form=form)
    return page("connection.html", gettext("Verbinding"), "connection", connection=view, form=form, **_health())


def _health() -> dict[str, object]:
    """Nothing before there is an administration."""
    runtime = current.runtime()
    found = connection_of(runtime.session, current.tenant().code)
    if found is None or not found.division:
        return {}
    now = runtime.now()
    url = in_exact.administration_url(runtime, place_of(found))
    return {"health": health.of(runtime.session, found, now), "division": found.division, "now": now, "exact_url": url}


def _browser() -> str:
    """What only this browser's session knows, so that nobody finishes a log-in that was begun in another one."""
    value: str = session.setdefault(BROWSER, secrets.token_urlsafe(32))
    return value


def _own_callback() -> str:
    """For a loopback site only; every other one has its registered address in the configuration."""
    return url_for("mice_exact.callback", _external=True)


def administration() -> ResponseReturnValue:
    if ready().next_step in (Step.CONNECT, Step.LOG_IN_AGAIN):
        flash(answers.of_code(answers.LOG_IN, "not_logged_in"), "error")
        return redirect(url_for("mice_exact.connection"))
    try:
        divisions = connect.divisions(current.runtime(), current.tenant().code)
    except LinkError as error:
        return _choice_page(None, error=answers.of_log_in(error))
    only = str(divisions[0].code) if len(divisions) == 1 else ""
    return _choice_page(administration_form(divisions)(data={"division": only}))


def choose() -> ResponseReturnValue:
    runtime, tenant = current.runtime(), current.tenant().code
    try:
        form = administration_form(connect.divisions(runtime, tenant))()
        if not form.validate():
            return _choice_page(form), 422
        setup_administration.choose(
            runtime, tenant, int(form.division.data), current.person(), confirmed=bool(form.confirmed.data)
        )
    except setup_administration.ChoiceRefused as refusal:
        return _refused(form, str(refusal))
    except Busy:
        flash(answers.of_code(answers.CHOICE, "busy"), "error")
        return redirect(url_for("mice_exact.administration"), 303)
    except LinkError as error:
        flash(answers.of_log_in(error), "error")
        return redirect(url_for("mice_exact.administration"), 303)
    return redirect(url_for("mice_exact.loading"), 303)


def _refused(form: Any, code: str) -> ResponseReturnValue:
    """Another administration than before asks for a yes, with what waits in view; the rest is a no with its reason."""
    if code == "confirm":
        chosen = next(each.label for each in form.division.choices if each.value == form.division.data)
        return _choice_page(form, waiting=_waiting(chosen), chosen=chosen), 409
    host, tenant = current.runtime().host, current.tenant()
    question = gettext("Mogen wij een administratie in Exact Online delen met een andere locatie?")
    chat_url = host.chat_url(tenant.code, question) if code == "shared" else ""
    return _choice_page(form, error=answers.of_code(answers.CHOICE, code), chat_url=chat_url), 409


def _waiting(chosen: str) -> str:
    """What goes to the new administration: what is ready is booked there, what is held is looked at anew."""
    counts = overview.state_counts(current.runtime().session, current.tenant().code)
    told = []
    if ready := counts[State.QUEUED]:
        told.append(
            ngettext(
                "Er staat %(num)s factuur klaar; die wordt dan in “%(name)s” geboekt.",
                "Er staan %(num)s facturen klaar; die worden dan in “%(name)s” geboekt.",
                ready,
                name=chosen,
            )
        )
    if held := counts[State.BLOCKED]:
        told.append(
            ngettext(
                "%(num)s factuur wordt tegengehouden en wordt daar opnieuw bekeken.",
                "%(num)s facturen worden tegengehouden en worden daar opnieuw bekeken.",
                held,
            )
        )
    return " ".join(told) or gettext("Er staan geen facturen klaar.")


def _choice_page(form: Any, *, error: str = "", waiting: str = "", chosen: str = "", chat_url: str = "") -> str:
    return page(
        "administration.html",
        gettext("Administratie kiezen"),
        "connection",
        form=form,
        division=FieldView(form.division) if form else None,
        error=error,
        waiting=waiting,
        chosen=chosen,
        chat_url=chat_url,
        connection=current_connection(),
    )
