"""The HTTP application: which handler answers which address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiohttp import web

from simulator.control.routes import routes as control_routes
from simulator.http.calls import Calls
from simulator.http.oauth_pages import OAuthPages
from simulator.http.templating import STATIC, page
from simulator.pages.routes import BooksPages

if TYPE_CHECKING:
    from simulator.simulator import Simulator

# Above the limit of the switch, so that the simulator refuses a large body itself.
LARGEST_BODY = 64 * 1024 * 1024


def build_app(simulator: Simulator) -> web.Application:
    """The application around a simulator."""
    calls = Calls(simulator)
    app = web.Application(client_max_size=LARGEST_BODY)
    app.add_routes(
        [
            web.route("*", "/api/oauth2/token", calls.token),
            *OAuthPages(simulator).routes(),
            *BooksPages(simulator).routes(),
            *control_routes(simulator),
            web.static("/static", STATIC),
            web.route("*", "/{path:/*api/.*}", calls.data),
            web.route("*", "/{path:.*}", nothing_here),
        ]
    )
    return app


async def nothing_here(_: web.Request) -> web.StreamResponse:
    return page("oauth/refused.html", status=404, message="Deze pagina bestaat niet.")
