"""The one place that decides who may open which page, and with what: the rest is closed and refused before a view."""

from __future__ import annotations

import logging
from enum import StrEnum

# Any: an argument of an address, a list of them, or a form field.
from typing import TYPE_CHECKING, Any, NamedTuple

from flask import abort, current_app, redirect, request, url_for
from werkzeug.exceptions import HTTPException, MethodNotAllowed, NotFound

from mice_exact_plugin.domain.readiness import Stage
from mice_exact_plugin.logs import discreet
from mice_exact_plugin.web import current

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from flask import Blueprint
    from flask.typing import ResponseReturnValue

    from mice_exact_plugin.host.contract import HostUser

LONGEST = 10_000
LARGEST = 2**63 - 1


def refuse() -> None:
    """404 for a path that names nothing, 400 for a query or a form that says nothing."""
    if any(map(is_odd, (request.view_args or {}).values())):
        abort(404)
    if any(map(is_odd, _said())):
        abort(400)


def is_odd(value: Any) -> bool:
    if isinstance(value, int):
        return abs(value) > LARGEST
    return len(value) > LONGEST or "\0" in value or any("\ud800" <= character <= "\udfff" for character in value)


def _said() -> Iterable[str]:
    for pairs in (request.args, request.form):
        for name, value in pairs.items(multi=True):
            yield from (name, value)


logger = logging.getLogger("mice_exact_plugin.web")
ADMINISTRATOR, BILLING = "beheerder", "billing"
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
#: In seconds. A form's token is bound to the session, which ends before this: who fills in the settings may have lunch.
TOKEN_LASTS = 31 * 86400


class Access(StrEnum):
    """What a page asks of the person who opens it."""

    READ = "read"
    """Look: administrators, billing, and support staff, who help but decide nothing."""
    DECIDE = "decide"
    """Act on invoices and runs: administrators and billing."""
    SETUP = "setup"
    """Connect and set: administrators only, as everything under Beheer."""


class Opens(StrEnum):
    """How far the tenant must be before a page opens."""

    ALWAYS = "always"
    HISTORY = "history"
    """While the link is active, and to read afterwards: withdrawn support takes no history away."""
    ACTIVE = "active"


def may(user: HostUser | None, access: Access) -> bool:
    """Whether this user has an access; the hooks and the pages ask it too, to leave out what would be refused."""
    if user is None:
        return False
    match access:
        case Access.READ:
            return user.is_support or bool(user.roles & {ADMINISTRATOR, BILLING})
        case Access.DECIDE:
            return not user.is_support and bool(user.roles & {ADMINISTRATOR, BILLING})
        case Access.SETUP:
            return not user.is_support and ADMINISTRATOR in user.roles


class Answers(NamedTuple):
    """What a reader gets instead of a page.

    Attributes:
        closed: for one that does not open while the link is not active: what is missing, and 403 to a request that
            wanted to do something.
        refused: for one that this reader may not open, or that is not there, by the code of the answer.
    """

    closed: Callable[[], ResponseReturnValue]
    refused: Callable[[int], ResponseReturnValue]


def protect(blueprint: Blueprint, rules: Mapping[str, tuple[Access, Opens]], answers: Answers) -> None:
    """Let every request for the blueprint pass `enforce`; a page without a rule is refused to everybody."""
    enforced = discreet(logger, "a page could not be guarded", passing=(HTTPException,))(enforce)
    blueprint.before_request(lambda: enforced(rules, answers))


def lead_back(blueprint: Blueprint, home: str) -> None:
    """Who logs in because a form found no session is sent on to that form's address, which is no page."""

    def led() -> ResponseReturnValue | None:
        is_ours = request.path.startswith(f"{blueprint.url_prefix}/") and request.method in SAFE_METHODS
        if is_ours and isinstance(request.routing_exception, MethodNotAllowed):
            return redirect(url_for(home))
        return None

    blueprint.before_app_request(led)


def staying(view: Callable[..., ResponseReturnValue], answers: Answers) -> Callable[..., ResponseReturnValue]:
    """Who asks a view for what is not there is told so inside the link; nobody but readers comes to a view."""

    def asked(**values: object) -> ResponseReturnValue:
        try:
            return view(**values)
        except NotFound:
            return answers.refused(404)

    return asked


def enforce(rules: Mapping[str, tuple[Access, Opens]], answers: Answers) -> ResponseReturnValue | None:
    """Whoever may not read the link is refused by the host, as everywhere."""
    name = (request.endpoint or "").rpartition(".")[2]
    if name == "static":
        return None
    host = current.runtime().host
    user = host.current_user()
    if user is None:
        return _log_in()
    if name not in rules or host.current_tenant() is None:
        abort(404)
    if not may(user, Access.READ):
        abort(403)
    access, opens = rules[name]
    try:
        _check(user, access)
    except HTTPException as refusal:
        return answers.refused(refusal.code or 400)
    return None if _is_open(opens) else answers.closed()


def _check(user: HostUser, access: Access) -> None:
    refuse()
    if not may(user, access):
        abort(403)
    if request.method not in SAFE_METHODS:
        _check_forgery()


def _is_open(opens: Opens) -> bool:
    if opens is Opens.ALWAYS:
        return True
    stage = current.standing().ready.stage
    if stage is Stage.DEACTIVATED:
        return opens is Opens.HISTORY and request.method in SAFE_METHODS
    return stage is not Stage.INSTALLED


def _check_forgery() -> None:
    """Our own check: a host may have none, or leave addons out of it."""
    # With the forms that come along it takes longer to load than all that a process needs in order to start.
    from flask_wtf.csrf import validate_csrf  # type: ignore[import-untyped]  # it ships no types
    from wtforms import ValidationError

    token = request.form.get("csrf_token") or request.headers.get("X-CSRFToken")
    try:
        validate_csrf(token, time_limit=TOKEN_LASTS)
    except ValidationError:
        abort(400)


def _log_in() -> ResponseReturnValue:
    """The host's own way to its log-in page, when it has one."""
    log_ins = getattr(current_app, "login_manager", None)
    answer: ResponseReturnValue = log_ins.unauthorized() if log_ins else abort(401)
    return answer
