"""Logging in, forgery protection and the headers that every answer carries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import render_template, request
from flask import session as browser_session
from flask_login import LoginManager
from flask_wtf.csrf import CSRFError, CSRFProtect  # type: ignore[import-untyped]  # it ships no types

from sandbox.host.database import session
from sandbox.host.services import log_ins

if TYPE_CHECKING:
    from flask import Flask, Response
    from flask.typing import ResponseReturnValue
    from werkzeug.exceptions import HTTPException

    from sandbox.host.models import User

#: Where the cookie keeps the token of the session.
SESSION_TOKEN = "mice_log_in"

# No form-action: a form that answers with a redirect to a log-in page elsewhere would be stopped by it.
CONTENT_POLICY = "default-src 'self'; object-src 'none'; base-uri 'self'; frame-ancestors 'none'"

HEADERS = {
    "Content-Security-Policy": CONTENT_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}

_ERRORS = {
    400: ("Dit verzoek klopt niet", "Ga terug, laad de pagina opnieuw en probeer het nog eens."),
    403: ("Geen toegang", "Je rol geeft geen toegang tot deze pagina. Vraag het aan een beheerder."),
    404: ("Niet gevonden", "Deze pagina bestaat niet of is verwijderd."),
    405: ("Kan hier niet", "Deze handeling bestaat niet op deze pagina."),
    413: ("Te groot", "Wat je stuurde is te groot."),
    500: ("Er ging iets mis", "De fout is vastgelegd. Probeer het later opnieuw."),
}


def init_app(app: Flask) -> None:
    CSRFProtect(app)
    logins = LoginManager(app)  # type: ignore[no-untyped-call]  # Flask-Login has no type information
    logins.login_view = "auth.login"
    logins.login_message = "Log in om verder te gaan."
    logins.login_message_category = "info"
    logins.user_loader(_load_user)  # type: ignore[no-untyped-call]  # Flask-Login has no type information
    app.after_request(_add_headers)
    app.register_error_handler(CSRFError, _csrf_page)
    for code in _ERRORS:
        app.register_error_handler(code, _error_page)


def _load_user(user_id: str) -> User | None:
    """Nobody without a session that the server knows, however good the cookie."""
    return log_ins.user_of(browser_session.get(SESSION_TOKEN, ""), int(user_id))


def _add_headers(response: Response) -> Response:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if not response.cache_control.max_age:
        response.headers.setdefault("Cache-Control", "no-store")
    return response


def _csrf_page(error: CSRFError) -> ResponseReturnValue:
    text = (
        "Je sessie is verlopen of het formulier komt niet van deze site. Er is niets gewijzigd. Ga terug, laad de "
        "pagina opnieuw en verstuur het formulier nog eens."
    )
    return _page("Formulier verlopen", text), 400


def _error_page(error: HTTPException) -> ResponseReturnValue:
    if error.code == 500:
        # What failed may have left the session half-way, and the page asks it who is logged in.
        session().rollback()
    heading, text = _ERRORS[error.code or 500]
    return _page(heading, text), error.code or 500


def _page(heading: str, text: str) -> str:
    """With the way back to the page of ours that led here."""
    came_from = request.referrer or ""
    back = came_from if came_from.startswith(request.host_url) and came_from != request.url else ""
    return render_template("mice/error.html", heading=heading, text=text, back=back)
