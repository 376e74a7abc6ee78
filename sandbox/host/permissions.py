"""Who may do what: the rights of each role, and the guard that every page of the host passes."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

from flask import abort, current_app, flash, redirect, request, url_for

from sandbox.host import tenancy
from sandbox.host.identity import logged_in_user
from sandbox.host.models import Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask import Flask
    from flask.typing import ResponseReturnValue

    from sandbox.host.models import User

View = TypeVar("View", bound="Callable[..., Any]")


class Right(StrEnum):
    PUBLIC = "public"
    LOGGED_IN = "logged_in"
    PLANNING = "planning"
    EVENTS_VIEW = "events_view"
    EVENTS_EDIT = "events_edit"
    RELATIONS = "relations"
    REPORTS = "reports"
    INVOICES_VIEW = "invoices_view"
    INVOICES_EDIT = "invoices_edit"
    SETUP = "setup"
    LINKS = "links"
    OUTBOX = "outbox"
    CHAT = "chat"
    SUPPORT = "support"


_EVERYONE = {Right.LOGGED_IN, Right.PLANNING}
_BILLING = {
    *_EVERYONE,
    Right.EVENTS_VIEW,
    Right.RELATIONS,
    Right.REPORTS,
    Right.INVOICES_VIEW,
    Right.INVOICES_EDIT,
    Right.OUTBOX,
    Right.CHAT,
}

RIGHTS_OF_ROLE: dict[Role, frozenset[Right]] = {
    Role.BEHEERDER: frozenset({*_BILLING, Right.EVENTS_EDIT, Right.SETUP, Right.LINKS}),
    Role.PLANNER: frozenset(
        {*_EVERYONE, Right.EVENTS_VIEW, Right.EVENTS_EDIT, Right.RELATIONS, Right.REPORTS, Right.CHAT}
    ),
    Role.STAF: frozenset({*_EVERYONE, Right.EVENTS_VIEW, Right.CHAT}),
    Role.BILLING: frozenset(_BILLING),
    Role.CREW: frozenset(_EVERYONE),
}

#: Support helps with links and invoices, and changes nothing of the venue's own administration.
RIGHTS_OF_SUPPORT = frozenset({Right.LOGGED_IN, Right.INVOICES_VIEW, Right.LINKS, Right.OUTBOX, Right.SUPPORT})

#: Pages outside any venue.
WITHOUT_TENANT = frozenset({Right.PUBLIC, Right.LOGGED_IN, Right.SUPPORT})


def rights_of(user: User) -> frozenset[Right]:
    if user.is_support:
        return RIGHTS_OF_SUPPORT
    return frozenset().union(*(RIGHTS_OF_ROLE[role] for role in user.roles))


def may(right: Right) -> bool:
    """Whether the user of this request has a right; templates ask it too."""
    user = logged_in_user()
    return user is not None and right in rights_of(user)


def requires(right: Right) -> Callable[[View], View]:
    """Name the right that a view needs; `enforce` refuses a view of the host that names none."""

    def mark(view: View) -> View:
        view.required_right = right  # type: ignore[attr-defined]  # functions take attributes
        return view

    return mark


def enforce() -> ResponseReturnValue | None:
    """Refuse a request for a page of the host that this user may not see; addons guard their own pages."""
    endpoint = request.endpoint
    if endpoint is None or endpoint == "static" or not _is_ours(endpoint):
        return None
    right = getattr(current_app.view_functions[endpoint], "required_right", None)
    if right is Right.PUBLIC:
        return None
    if logged_in_user() is None:
        answer: ResponseReturnValue = current_app.login_manager.unauthorized()  # type: ignore[attr-defined]  # Flask-Login sets it
        return answer
    if right is None or not may(right):
        abort(403)
    if right not in WITHOUT_TENANT and tenancy.current_tenant() is None:
        flash("Kies eerst een locatie.", "info")
        return redirect(url_for("support.overview"))
    return None


def _is_ours(endpoint: str) -> bool:
    return endpoint.partition(".")[0] in current_app.extensions["mice_blueprints"]


def init_app(app: Flask) -> None:
    app.before_request(enforce)
    app.context_processor(lambda: {"may": may, "Right": Right})
