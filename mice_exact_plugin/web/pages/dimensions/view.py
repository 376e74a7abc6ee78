"""*Kostenplaatsen en kostendragers*: the rules, trying them on a month, reading the lists of Exact, and saving."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import flash, redirect, request, url_for

from mice_exact_plugin.domain.readiness import BEFORE_SETTINGS, Step
from mice_exact_plugin.errors import ConnectionDead, LinkError
from mice_exact_plugin.i18n import gettext
from mice_exact_plugin.link.connection import NotConnected
from mice_exact_plugin.mirror import loading
from mice_exact_plugin.setup import dimensions as use_case
from mice_exact_plugin.setup.settings import SettingsMoved, SettingsRefused
from mice_exact_plugin.web import answers, current
from mice_exact_plugin.web.frame import page, ready
from mice_exact_plugin.web.pages.dimensions import form as forms
from mice_exact_plugin.web.pages.dimensions import shown
from mice_exact_plugin.web.parts import version_seen

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue
    from wtforms.form import BaseForm

    from mice_exact_plugin.domain.dimensions import DimensionSettings
    from mice_exact_plugin.setup.dimensions import DimensionChoices
    from mice_exact_plugin.web.pages.dimensions.shown import TriedView


def dimensions() -> ResponseReturnValue:
    choices = _choices()
    return redirect(url_for("mice_exact.index")) if choices is None else _filled(choices, choices.saved)


def save_dimensions() -> ResponseReturnValue:
    """Nothing is saved until every row fits; then what this cures is released."""
    choices = _choices()
    if choices is None:
        return redirect(url_for("mice_exact.index"), 303)
    if not choices.is_read:  # nothing could be filled in
        return _filled(choices, choices.saved)
    form, rows = _sent(choices)
    seen = version_seen()
    if not _fits(form, rows) or seen is None:
        return _page(choices, form, rows), 422
    mine = forms.chosen(form, rows)
    runtime, tenant = current.runtime(), current.tenant().code
    try:
        released = use_case.save(runtime, tenant, mine, current.person(), seen)
    except SettingsMoved as moved:
        both = use_case.beside(runtime, tenant, mine, seen)
        return _filled(choices, both, moved=moved), 409
    except SettingsRefused:
        flash(gettext("Er is niets opgeslagen: een andere keuze bij de instellingen bestaat niet meer."), "error")
        return _page(choices, form, rows), 422
    flash(gettext("De toewijzingen zijn opgeslagen."), "success")
    if released:
        flash(answers.queued(released), "success")
    return redirect(url_for("mice_exact.dimensions"), 303)


def try_dimensions() -> ResponseReturnValue:
    """What the rules as they are filled in would do with a month; nothing is saved."""
    choices = _choices()
    if choices is None:
        return redirect(url_for("mice_exact.index"), 303)
    form, rows = _sent(choices)
    if not _fits(form, rows):
        return _page(choices, form, rows), 422
    chosen = forms.chosen(form, rows)
    found = use_case.attempt(current.runtime(), current.tenant().code, chosen)
    return _page(choices, form, rows, tried=shown.tried_view(found, chosen, choices.known))


def read_costs() -> ResponseReturnValue:
    """Cost centres and units are read when somebody wants them; what was filled in stays on the page."""
    try:
        loading.load_costs(current.runtime(), current.tenant().code)
    except LinkError as error:
        flash(answers.of_error(error), "error")
    choices = _choices()
    if choices is None:
        return redirect(url_for("mice_exact.index"), 303)
    if not choices.is_read:
        flash(gettext("Exact Online heeft geen kostenplaatsen of kostendragers, of laat ze niet zien."), "error")
    form, rows = _sent(choices)
    if not rows:
        return _filled(choices, choices.saved)
    form.validate()  # what makes no sense is said, and not shown as if it were chosen
    return _page(choices, form, rows)


def _choices() -> DimensionChoices | None:
    """None while there are no settings to add to; the way in then says what comes first."""
    if ready().next_step in (*BEFORE_SETTINGS, Step.SAVE_SETTINGS):
        return None
    try:
        return use_case.choices(current.runtime(), current.tenant().code)
    except (NotConnected, ConnectionDead):
        return None


def _sent(choices: DimensionChoices) -> tuple[BaseForm, int]:
    rows = forms.rows_sent(request.form)
    return forms.dimension_form(choices, rows)(), rows


def _fits(form: BaseForm, rows: int) -> bool:
    is_valid = bool(form.validate())
    return forms.fits(form, rows) and is_valid


def _filled(choices: DimensionChoices, chosen: DimensionSettings, moved: SettingsMoved | None = None) -> str:
    """The form with rules, whatever was sent."""
    rows = forms.rows_of(len(chosen.rules)) if choices.is_read else 0
    form = forms.dimension_form(choices, rows)(formdata=None, data=forms.start_values(chosen))
    return _page(choices, form, rows, moved=moved)


def _page(
    choices: DimensionChoices,
    form: BaseForm,
    rows: int,
    *,
    tried: TriedView | None = None,
    moved: SettingsMoved | None = None,
) -> str:
    return page(
        "dimensions.html",
        gettext("Kostenplaatsen en kostendragers"),
        "settings",
        view=shown.view(form, choices, rows, tried),
        moved=moved,
    )
