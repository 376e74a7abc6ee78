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
        chosen = next(each.label for each in form.division.choices if each.value == form.division.data)
        return _page(form, waiting=_waiting(chosen), chosen=chosen), 409
    host, tenant = current.runtime().host, current.tenant()
    question = gettext("Mogen wij een administratie in Exact Online delen met een andere locatie?")
    chat_url = host.chat_url(tenant.code, question) if code == "shared" else ""
    return _page(form, error=refusals.of_code(refusals.CHOICE, code), chat_url=chat_url), 409


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


def _page(form: Any, *, error: str = "", waiting: str = "", chosen: str = "", chat_url: str = "") -> str:
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
