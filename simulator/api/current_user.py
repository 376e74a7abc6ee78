"""Answers current/Me, the only data address without a division."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.answers import Answer, MethodNotAllowed
from simulator.api.negotiation import wants_json
from simulator.clock import EXACT_ZONE
from simulator.odata import atom, verbose_json
from simulator.odata.atom import AtomWriter
from simulator.odata.options import read_options
from simulator.odata.paging import Page
from simulator.odata.shape import read_shape
from simulator.odata.verbose_json import JsonWriter
from simulator.odata.view import View
from simulator.resources.divisions import ME, me

if TYPE_CHECKING:
    from simulator.answers import Request
    from simulator.api.gate import Caller
    from simulator.simulator import Simulator


def current_user(simulator: Simulator, request: Request, caller: Caller) -> Answer:
    """The user behind the token, as a list of one."""
    if request.method != "GET":
        raise MethodNotAllowed("Method Not Allowed")
    options = read_options(request.query)
    books = simulator.books[simulator.current_division(caller.user)]
    wall = simulator.clock.wall()
    local = simulator.clock.now().astimezone(EXACT_ZONE)
    offset = local.utcoffset()
    row = me(caller.user, books, wall.strftime("%Y-%m-%dT%H:%M:%S"), int(offset.total_seconds()) if offset else 0)
    view, shape = View(ME, books, {}), read_shape(ME, options)
    address = f"{request.base}/api/v1/current/Me"
    page = Page([row])
    if not wants_json(request):
        writer = AtomWriter(view, address, shape.names or tuple(ME.properties), ())
        return Answer(200, writer.feed(page, "Me", wall, ""), atom.CONTENT_TYPE)
    as_text = simulator.switches.int64 == "string"
    records = JsonWriter(view, address, shape, {}, int64_as_text=as_text).records(page.rows)
    bare = options.top is not None and simulator.switches.top_envelope == "array"
    return Answer(200, verbose_json.single(records) if bare else verbose_json.collection(records, page, ""))
