"""Takes a call from outside through log, gauge and faults to what answers it."""

from __future__ import annotations

import asyncio
import logging
import time
from typing import TYPE_CHECKING

from aiohttp import web

from simulator.answers import Answer
from simulator.api.address import division_of
from simulator.api.service import DataApi
from simulator.faults.actions import ACTIONS
from simulator.faults.pages import PROBLEM
from simulator.faults.spent_limit import spent_limit
from simulator.http.exchange import Exchange, plain_request
from simulator.oauth.token_endpoint import TokenEndpoint
from simulator.odata import verbose_json
from simulator.request_log import BODY_KEPT, Entry

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.answers import Request
    from simulator.simulator import Simulator

    Answering = Callable[[Request, Entry], Answer]

logger = logging.getLogger(__name__)


class Calls:
    """The handlers of everything that a client program calls."""

    def __init__(self, simulator: Simulator) -> None:
        self._simulator = simulator
        self._data = DataApi(simulator)
        self._token = TokenEndpoint(simulator)

    async def data(self, wire: web.Request) -> web.StreamResponse:
        return await self._call(wire, self._data.answer, rows_only=True)

    async def token(self, wire: web.Request) -> web.StreamResponse:
        return await self._call(wire, self._token.answer)

    async def _call(self, wire: web.Request, answering: Answering, *, rows_only: bool = False) -> web.StreamResponse:
        simulator = self._simulator
        try:
            request = await plain_request(wire)
        except (ConnectionError, web.RequestPayloadError):  # the client left, or sent no body as announced
            return web.Response(status=400)
        division = division_of(request.path)
        entry = simulator.log.open(_entry(request, division, simulator.clock.now().isoformat()))
        exchange = Exchange(wire, entry, lambda: self._work(answering, request, entry, rows_only))
        with simulator.gauge.measure(request.method, division):
            try:
                return await self._answered(exchange, request, division)
            except ConnectionError:
                entry.client_gone = True
                return web.Response()  # goes nowhere: the connection is closed
            finally:
                entry.ended = time.monotonic()

    async def _answered(self, exchange: Exchange, request: Request, division: int | None) -> web.StreamResponse:
        """The answer, late by the latency, and as the fault for this call will have it."""
        if latency := self._simulator.switches.latency_ms:
            await asyncio.sleep(latency / 1000)
        fault = self._simulator.faults.find(request.method, request.path, division)
        if fault is None:
            return exchange.response(exchange.do())
        exchange.entry.fault = fault["kind"]
        if fault["kind"] == "429":
            if fault.get("commit"):
                exchange.do()
            return exchange.response(spent_limit(self._simulator, exchange.entry, request, fault))
        return await ACTIONS[fault["kind"]](exchange, fault)

    def _work(self, answering: Answering, request: Request, entry: Entry, rows_only: bool) -> Answer:
        """The work of a call and what it changed on file; a mistake of our own is a 500 as Exact words it."""
        try:
            return answering(request, entry)
        except Exception:
            logger.exception("%s %s", request.method, request.path)
            entry.message = "mistake in the simulator"
            return Answer(500, verbose_json.error(PROBLEM))
        finally:
            self._simulator.save(rows_only=rows_only)


def _entry(request: Request, division: int | None, now: str) -> Entry:
    body = request.body[:BODY_KEPT].decode("utf-8", "replace")
    return Entry(0, now, request.method, request.path, request.query, division, body, started=time.monotonic())
