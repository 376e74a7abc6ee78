"""*Inrichting*: the table of rate groups, choosing ledgers in it, agreeing to it, and taking it along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import abort, flash, redirect, request, url_for

from mice_exact_plugin.domain.readiness import BEFORE_SETTINGS, Step
from mice_exact_plugin.domain.settings_changes import changes
from mice_exact_plugin.errors import ConnectionDead
from mice_exact_plugin.i18n import gettext
from mice_exact_plugin.link.connection import NotConnected, connection_of, place_of
from mice_exact_plugin.link.settings import version_of
from mice_exact_plugin.setup import mapping as use_case
from mice_exact_plugin.setup.settings import SettingsMoved, SettingsRefused
from mice_exact_plugin.web import answers, current, files
from mice_exact_plugin.web.frame import page, ready
from mice_exact_plugin.web.pages.mapping import shown
from mice_exact_plugin.web.parts import version_seen

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from mice_exact_plugin.setup.mapping import BookMapping

#: Before the field of a rate group's ledger in what the form sends.
FIELD = "ledger:"


def mapping() -> ResponseReturnValue:
    found = _look()
    return redirect(url_for("mice_exact.index")) if found is None else _page(found)


def choose_ledgers() -> ResponseReturnValue:
    """Nothing is saved until every number fits; then what this cures is released."""
    chosen = {name.removeprefix(FIELD): value for name, value in request.form.items() if name.startswith(FIELD)}
    found = _look()
    if found is None:
        return redirect(url_for("mice_exact.index"), 303)
    seen = version_seen()
    if seen is None:
        return _page(found, chosen), 422
    runtime, tenant = current.runtime(), current.tenant().code
    try:
        released = use_case.choose(runtime, tenant, chosen, current.person(), seen)
    except SettingsRefused as refusal:
        return _page(found, chosen, refusal.errors), 422
    except SettingsMoved as moved:
        mine = use_case.changed(runtime, tenant, chosen, seen)
        return _page(use_case.look(runtime, tenant), mine, moved=moved), 409
    flash(gettext("De inrichting is opgeslagen."), "success")
    if released:
        flash(answers.queued(released), "success")
    return redirect(url_for("mice_exact.mapping"), 303)


def agree() -> ResponseReturnValue:
    try:
        use_case.agree(
            current.runtime(),
            current.tenant().code,
            request.form.get("digest", ""),
            current.person(),
            request.form.get("name", ""),
        )
    except (use_case.MappingRefused, NotConnected, ConnectionDead):
        flash(gettext("De inrichting is intussen veranderd. Bekijk haar opnieuw."), "error")
    else:
        flash(gettext("Het akkoord is vastgelegd."), "success")
    return redirect(url_for("mice_exact.mapping"), 303)


def mail_mapping() -> ResponseReturnValue:
    """To the administrators, who send it on to the bookkeeper: the host knows no other addresses."""
    found = _look()
    if found is None:
        return redirect(url_for("mice_exact.index"), 303)
    tenant = current.tenant()
    subject = gettext("Inrichting van de koppeling met Exact Online van %(venue)s", venue=tenant.name)
    current.runtime().host.send_mail(tenant.code, subject=subject, body=shown.letter(found))
    flash(gettext("De inrichting is aan de beheerders gemaild, om door te sturen aan de boekhouder."), "success")
    return redirect(url_for("mice_exact.mapping"), 303)


def mapping_file() -> ResponseReturnValue:
    found = _look()
    if found is None:
        return redirect(url_for("mice_exact.index"))
    return files.sent(f"exact-online-inrichting-{current.runtime().now():%Y%m%d}", [shown.file(found)])


def version(number: int) -> ResponseReturnValue:
    """One version of the settings: who saved it when, and what it changed."""
    session, tenant = current.runtime().session, current.tenant().code
    place = place_of(connection_of(session, tenant))
    saved = version_of(session, (tenant, *place), number) if place else None
    if place is None or saved is None:
        abort(404)
    before = version_of(session, (tenant, *place), number - 1) if number > 1 else None
    changed = changes(before.payload if before else {}, saved.payload)
    return page(
        "mapping_version.html",
        gettext("Inrichting"),
        "mapping",
        saved=saved,
        changed={"changes": shown.named(session, place, changed)},
        groups=current.rate_groups(),
    )


def _look() -> BookMapping | None:
    """None while there is nothing to look at; the way in then says what comes first."""
    if ready().next_step in (*BEFORE_SETTINGS, Step.SAVE_SETTINGS):
        return None
    try:
        return use_case.look(current.runtime(), current.tenant().code)
    except (NotConnected, ConnectionDead):
        return None


def _page(
    found: BookMapping,
    chosen: dict[str, str] | None = None,
    wrong: dict[str, str] | None = None,
    moved: SettingsMoved | None = None,
) -> str:
    return page(
        "mapping.html",
        gettext("Niet opgeslagen: inrichting") if wrong else gettext("Inrichting"),
        "mapping",
        moved=moved,
        view=shown.mapping_view(found, chosen or {}, wrong or {}),
        rate_groups_url=current.runtime().host.rate_groups_url(),
        field=FIELD,
    )
