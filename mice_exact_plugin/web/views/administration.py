"""Choosing the administration by name, with a second question when that changes where invoices go."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import flash, redirect, url_for

from mice_exact_plugin.domain.export_state import State
from mice_exact_plugin.errors import LinkError
from mice_exact_plugin.i18n import gettext, ngettext
from mice_exact_plugin.services import administration as service
from mice_exact_plugin.services import connect, overview
from mice_exact_plugin.web import current
from mice_exact_plugin.web.forms.connection import administration_form
from mice_exact_plugin.web.presenters.field import FieldView
from mice_exact_plugin.web.render import page
from mice_exact_plugin.web.views.connection import current_connection
from mice_exact_plugin.web.wording import refusals

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

#: What a change of administration leaves to be booked in the new one.
WAITING = (State.QUEUED, State.BLOCKED)


def administration() -> ResponseReturnValue:
    try:
        divisions = connect.divisions(current.runtime(), current.tenant().code)
    except LinkError as error:
        return _page(None, error=refusals.of_log_in(error))
    only = str(divisions[0].code) if len(divisions) == 1 else ""
    return _page(administration_form(divisions)(data={"division": only}))


def choose() -> ResponseReturnValue:
    runtime, tenant = current.runtime(), current.tenant().code
    try:
        form = administration_form(connect.divisions(runtime, tenant))()
        if not form.validate():
            return _page(form), 422
        service.choose(runtime, tenant, int(form.division.data), current.person(), confirmed=bool(form.confirmed.data))
    except service.ChoiceRefused as refusal:
        return _refused(form, str(refusal))
    except LinkError as error:
        flash(refusals.of_log_in(error), "error")
        return redirect(url_for("mice_exact.administration"), 303)
    return redirect(url_for("mice_exact.loading"), 303)


def _refused(form: Any, code: str) -> ResponseReturnValue:
    """Another administration than before asks for a yes, with what waits in view; the rest is a no with its reason."""
    if code == "confirm":
        return _page(form, waiting=_waiting()), 409
    host, tenant = current.runtime().host, current.tenant()
    question = gettext("Mogen wij een administratie in Exact Online delen met een andere locatie?")
    chat_url = host.chat_url(tenant.code, question) if code == "shared" else ""
    return _page(form, error=refusals.of_code(refusals.CHOICE, code), chat_url=chat_url), 409


def _waiting() -> str:
    counts = overview.state_counts(current.runtime().session, current.tenant().code)
    count = sum(counts[state] for state in WAITING)
    if not count:
        return gettext("Er staan geen facturen klaar.")
    return ngettext(
        "Er staat %(num)s factuur klaar; die wordt dan in de nieuwe administratie geboekt.",
        "Er staan %(num)s facturen klaar; die worden dan in de nieuwe administratie geboekt.",
        count,
    )


def _page(form: Any, *, error: str = "", waiting: str = "", chat_url: str = "") -> str:
    return page(
        "administration.html",
        gettext("Administratie kiezen"),
        "connection",
        form=form,
        division=FieldView(form.division) if form else None,
        error=error,
        waiting=waiting,
        chat_url=chat_url,
        connection=current_connection(),
    )
