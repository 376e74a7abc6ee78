"""The settings: what is offered, saving it, and the switch."""

from __future__ import annotations

# Any: WTForms and Flask-WTF have no types for fields and forms made at run time.
from typing import TYPE_CHECKING, Any

from flask import abort, flash, redirect, request, url_for

from mice_exact_plugin.domain.golive import wrong
from mice_exact_plugin.domain.readiness import BEFORE_SETTINGS
from mice_exact_plugin.domain.states import State
from mice_exact_plugin.errors import ConnectionDead
from mice_exact_plugin.golive import look
from mice_exact_plugin.i18n import gettext
from mice_exact_plugin.link.connection import NotConnected, connection_of
from mice_exact_plugin.setup import settings as use_case
from mice_exact_plugin.standing import overview
from mice_exact_plugin.standing import standing as standings
from mice_exact_plugin.web import answers, current
from mice_exact_plugin.web.frame import page, ready
from mice_exact_plugin.web.pages.connect.view import current_connection
from mice_exact_plugin.web.pages.settings import words as saved
from mice_exact_plugin.web.pages.settings.form import COLLECTIVE, chosen, settings_form, start_values
from mice_exact_plugin.web.pages.settings.shown import settings_view
from mice_exact_plugin.web.parts import version_seen

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from mice_exact_plugin.setup.settings import Choices
    from mice_exact_plugin.web.parts import Form

#: The field that says how the page showed the switch.
SHOWN = "switch_shown"


def settings() -> ResponseReturnValue:
    choices = _choices()
    if choices is None:
        return redirect(url_for("mice_exact.index"))
    form = settings_form(choices)(data=start_values(choices) | {"enabled": _is_enabled() or _switches_on()})
    return _page(choices, form, is_submitted=False)


def save() -> ResponseReturnValue:
    """Nothing is saved until the whole form fits; then what this cures is released."""
    choices = _choices()
    if choices is None:
        return redirect(url_for("mice_exact.index"), 303)
    # Without start values: a field that was not sent must not be filled in by a suggestion.
    form = settings_form(choices)()
    seen = version_seen()
    if not form.validate() or seen is None:
        return _page(choices, form, is_submitted=True), 422
    was_on = _is_enabled()
    try:
        released = _save(choices, form, seen)
    except use_case.SettingsRefused as refusal:
        for name, code in refusal.errors.items():
            form[name].errors = (answers.of_code(answers.FIELD, code),)
        return _page(choices, form, is_submitted=True), 422
    except use_case.SettingsMoved as moved:
        return _beside_others(moved, seen), 409
    outcome = _outcome(choices, form, released, was_on=was_on)
    flash(*saved.words(outcome))
    return redirect(url_for("mice_exact.golive" if choices.saved is None else "mice_exact.overview"), 303)


def _beside_others(moved: use_case.SettingsMoved, seen: int) -> str:
    """What the person changed, and else what somebody saved meanwhile."""
    runtime, tenant = current.runtime(), current.tenant().code
    choices = use_case.choices(runtime, tenant)
    before = start_values(use_case.choices(runtime, tenant, seen))
    form = settings_form(choices)()
    for name, value in start_values(choices).items():
        if name in form and str(form[name].data or "") == str(before.get(name) or ""):
            form[name].data = value
    if choices.saved and _switched(form) is None:
        form.enabled.data = _is_enabled()
    return _page(choices, form, is_submitted=True, moved=moved)


def _outcome(choices: Choices, form: Any, released: int, *, was_on: bool) -> saved.Saved:
    runtime, tenant = current.runtime(), current.tenant().code
    wanted = chosen(form, choices, None).vat_codes
    unmapped = tuple(rate for rate in choices.rates if rate not in wanted)
    is_new = _is_enabled() and not was_on
    due = overview.state_counts(runtime.session, tenant).get(State.QUEUED, 0)
    return saved.Saved(released, unmapped, is_new, due, standings.of(runtime, tenant))


def switch() -> ResponseReturnValue:
    """*Koppeling ingeschakeld*, from the overview; what says neither on nor off turns nothing off."""
    if request.form.get("on") not in ("0", "1"):
        abort(400)
    turn_on = request.form["on"] == "1"
    if turn_on and request.form.get("anyway") != "1" and _asks_first():
        return redirect(url_for("mice_exact.golive"), 303)
    try:
        use_case.switch(current.runtime(), current.tenant().code, current.person(), on=turn_on)
    except (NotConnected, ConnectionDead) as error:
        flash(answers.of_error(error), "error")
    else:
        words = gettext("De koppeling is ingeschakeld.") if turn_on else gettext("De koppeling is uitgeschakeld.")
        flash(words, "success")
    return redirect(url_for("mice_exact.overview"), 303)


def _asks_first() -> bool:
    """Whether something is wrong that will hold invoices up: then switching on is asked once more."""
    found = wrong(look.items(current.runtime(), current.tenant().code))
    if found:
        flash(gettext("Niet ingeschakeld: kijk eerst na wat er nodig is, of schakel toch in."), "error")
    return bool(found)


def _save(choices: Choices, form: Any, seen: int) -> int:
    runtime, tenant, person = current.runtime(), current.tenant().code, current.person()
    collective = use_case.account_with_code(runtime, tenant, form[COLLECTIVE].data or "")
    wanted = chosen(form, choices, collective.id if collective else None)
    released = use_case.save(runtime, tenant, wanted, person, seen=seen)
    wants_on = _switched(form)
    if wants_on is not None and wants_on != _is_enabled() and not (wants_on and _asks_first()):
        use_case.switch(runtime, tenant, person, on=wants_on)
    return released


def _switched(form: Form) -> bool | None:
    """Where the person put the switch; None where it stands as the page showed it, or the page had none."""
    shown = request.form.get(SHOWN)
    if "enabled" not in form or shown == "":
        return None
    wants_on = bool(form.enabled.data)
    return None if shown == _as_shown(wants_on) else wants_on


def _as_shown(is_on: bool) -> str:
    return "1" if is_on else "0"


def _choices() -> Choices | None:
    """None while there is nothing to choose from; the way in then says what comes first."""
    if ready().next_step in BEFORE_SETTINGS:
        return None
    try:
        return use_case.choices(current.runtime(), current.tenant().code)
    except (NotConnected, ConnectionDead):
        return None


def _is_enabled() -> bool:
    connection = connection_of(current.runtime().session, current.tenant().code)
    return connection is not None and connection.enabled


def _switches_on() -> bool:
    return use_case.switches_on(current.runtime(), current.tenant().code)


def _page(choices: Choices, form: Any, *, is_submitted: bool, moved: use_case.SettingsMoved | None = None) -> str:
    view = settings_view(choices, form, is_submitted=is_submitted)
    return page(
        "settings.html",
        gettext("Niet opgeslagen: instellingen") if view.wrong else gettext("Instellingen"),
        "settings",
        view=view,
        moved=moved,
        version=choices.saved.version if choices.saved else 0,
        switch_shown=_switch_shown(form, is_submitted=is_submitted),
        connection=current_connection(),
        rate_groups_url=current.runtime().host.rate_groups_url(),
    )


def _switch_shown(form: Form, *, is_submitted: bool) -> str:
    """How the page shows the switch; how it did before, where the person has changed it and nothing was saved yet."""
    if "enabled" not in form:
        return ""
    if is_submitted and _switched(form) is not None:
        return request.form.get(SHOWN, "")
    return _as_shown(bool(form.enabled.data))
