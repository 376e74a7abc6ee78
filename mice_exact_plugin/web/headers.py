"""The headers of our own pages: they show invoices, so nothing keeps them and nobody frames them.

They are added when the host is through with an answer, where it has none of its own: what a host sets stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import request

if TYPE_CHECKING:
    from flask import Response
    from flask.sansio.app import App

BLUEPRINT = "mice_exact"
#: No form-action: the button *Koppelen* leads to Exact's log-in page, which it would stop.
HEADERS = {
    "Content-Security-Policy": "default-src 'self'; object-src 'none'; base-uri 'self'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
}


def init_app(app: App) -> None:
    # Flask goes through this list from its end, and a host that registers something later appends it.
    app.after_request_funcs.setdefault(None, []).insert(0, _add)


def _add(response: Response) -> Response:
    if request.blueprint != BLUEPRINT:
        return response
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if request.endpoint != f"{BLUEPRINT}.static" and not response.cache_control.no_store:
        response.headers["Cache-Control"] = "no-store"
    return response
