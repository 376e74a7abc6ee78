"""Printing a template: every page gets the same words, token and frame around it."""

from __future__ import annotations

from dataclasses import dataclass

# Any: a template takes anything.
from typing import TYPE_CHECKING, Any

from flask import render_template, request
from flask_wtf.csrf import generate_csrf  # type: ignore[import-untyped]  # it ships no types

from mice_exact_plugin.domain.readiness import BEFORE_SETTINGS, Stage, Step
from mice_exact_plugin.i18n import N_, gettext
from mice_exact_plugin.web import current
from mice_exact_plugin.web.guards import Access, may
from mice_exact_plugin.web.standing import places_of, standing_view

if TYPE_CHECKING:
    from mice_exact_plugin.domain.readiness import Readiness
    from mice_exact_plugin.host.contract import HostUser


@dataclass(frozen=True, slots=True)
class Tab:
    label: str
    endpoint: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class SetupStep:
    """`place` is `done`, `now` or `later`."""

    label: str
    place: str


@dataclass(frozen=True, slots=True)
class Frame:
    title: str
    tabs: tuple[Tab, ...]
    steps: tuple[SetupStep, ...]


_TABS = (
    ("overview", N_("Overzicht"), Access.READ),
    ("not_queued", N_("Niet klaargezet"), Access.READ),
    ("bindings", N_("Debiteuren"), Access.READ),
    ("history", N_("Geschiedenis"), Access.READ),
    ("settings", N_("Instellingen"), Access.SETUP),
    ("connection", N_("Verbinding"), Access.SETUP),
)
#: Not to be opened once the link is withdrawn.
_NEEDS_ACTIVATION = frozenset({"not_queued", "bindings", "settings", "connection"})

_STEPS = (
    (Step.ASK_FOR_ACTIVATION, N_("Activeren")),
    (Step.CONNECT, N_("Inloggen")),
    (Step.CHOOSE_DIVISION, N_("Administratie kiezen")),
    (Step.LOAD_DATA, N_("Gegevens inladen")),
    (Step.SAVE_SETTINGS, N_("Instellen")),
)


def frame(title: str, current: str, ready: Readiness, user: HostUser) -> Frame:
    """Tabs once there is something to look at; until then the steps that lead there, for who takes them."""
    steps = _steps(ready.next_step) if may(user, Access.SETUP) else ()
    return Frame(title, _tabs(current, ready, user), steps)


def _tabs(current: str, ready: Readiness, user: HostUser) -> tuple[Tab, ...]:
    if ready.stage is Stage.INSTALLED:
        return ()
    return tuple(
        Tab(gettext(label), f"mice_exact.{endpoint}", endpoint == current)
        for endpoint, label, access in _TABS
        if may(user, access) and is_open(endpoint, ready)
    )


def is_open(endpoint: str, ready: Readiness) -> bool:
    """Whether a page can be opened, as far as the link goes; a link to one that cannot would only lead back."""
    if ready.stage is Stage.DEACTIVATED:
        return endpoint not in _NEEDS_ACTIVATION
    return endpoint != "settings" or ready.next_step not in BEFORE_SETTINGS


def _steps(next_step: Step | None) -> tuple[SetupStep, ...]:
    order = [step for step, _ in _STEPS]
    if next_step not in order:
        return ()
    at = order.index(next_step)
    return tuple(
        SetupStep(gettext(label), "done" if place < at else "now" if place == at else "later")
        for place, (_, label) in enumerate(_STEPS)
    )


def page(template: str, title: str, tab: str, /, **values: Any) -> str:
    """A whole page inside the host's layout; `tab` is the endpoint whose tab is marked."""
    standing = current.standing()
    user, places = current.user(), places_of(current.runtime(), current.tenant().code)
    shown = standing_view(standing, user, places, page=(request.endpoint or "").rpartition(".")[2])
    return fragment(template, frame=frame(title, tab, standing.ready, user), standing=shown, **values)


def fragment(template: str, /, **values: Any) -> str:
    """A piece of a page, escaped like a whole one."""
    return render_template(f"mice_exact/{template}", t=gettext, csrf_token=generate_csrf, **values)


def ready() -> Readiness:
    return current.standing().ready
