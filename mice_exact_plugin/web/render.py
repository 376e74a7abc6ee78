"""Printing a template: every page gets the same words, token and frame."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import render_template, request
from flask_wtf.csrf import generate_csrf  # type: ignore[import-untyped]  # it ships no types

from mice_exact_plugin.i18n import gettext
from mice_exact_plugin.web import current
from mice_exact_plugin.web.places import places_of
from mice_exact_plugin.web.presenters.frame import frame
from mice_exact_plugin.web.presenters.standing import standing_view

if TYPE_CHECKING:
    from mice_exact_plugin.domain.readiness import Readiness


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
