"""The HTTP application: which handler answers which address."""

from __future__ import annotations

from email.utils import format_datetime
from typing import TYPE_CHECKING

from aiohttp import web

from simulator.control.routes import routes as control_routes
from simulator.http.calls import Calls
from simulator.http.oauth_pages import OAuthPages
from simulator.http.templating import STATIC
from simulator.pages.routes import BooksPages

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from simulator.simulator import Simulator

# Above the limit of the switch, so that the simulator refuses a large body itself.
LARGEST_BODY = 64 * 1024 * 1024


def build_app(simulator: Simulator) -> web.Application:
    """The application around a simulator."""
    calls = Calls(simulator)
    app = web.Application(client_max_size=LARGEST_BODY)
    app.on_response_prepare.append(_by_the_clock(simulator))
    app.add_routes(
        [
            web.route("*", "/api/oauth2/token", calls.token),
            *OAuthPages(simulator).routes(),
            *BooksPages(simulator).routes(),
            *control_routes(simulator),
            web.static("/static", STATIC),
            web.route("*", "/{path:/*api/+v1/.*}", calls.data),
            web.route("*", "/{path:.*}", nothing_here),
        ]
    )
    return app


async def nothing_here(_: web.Request) -> web.StreamResponse:
    return web.Response(status=404, text="Not Found")


def _by_the_clock(simulator: Simulator) -> Callable[[web.Request, web.StreamResponse], Awaitable[None]]:
    """Answers are dated by the simulator's clock: what they say of limits and tokens is said at that moment."""

    async def date(_: web.Request, response: web.StreamResponse) -> None:
        response.headers["Date"] = format_datetime(simulator.clock.now(), usegmt=True)

    return date
