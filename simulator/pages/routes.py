"""The handlers of the pages of the books."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiohttp import web

from simulator.bookkeeping.summary import vat_summary
from simulator.http.templating import page
from simulator.pages import presenters
from simulator.pages.frame import cut, read_frame

if TYPE_CHECKING:
    from simulator.simulator import Simulator

ENTRIES, DEBTORS, VAT, REQUESTS = "/docs/boekingen", "/docs/debiteuren", "/docs/btw", "/docs/verzoeken"
REQUESTS_SHOWN = 300


class BooksPages:
    """Entries, debtors, VAT and the request log; open to whoever looks, there is nothing real in them."""

    def __init__(self, simulator: Simulator) -> None:
        self._simulator = simulator

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get("/", self.start),
            web.get(ENTRIES, self.entries),
            web.get(ENTRIES + "/{entry}", self.entry),
            web.get(DEBTORS, self.debtors),
            web.get(VAT, self.vat),
            web.get(REQUESTS, self.requests),
        ]

    async def start(self, _: web.Request) -> web.StreamResponse:
        raise web.HTTPFound(ENTRIES)

    async def entries(self, wire: web.Request) -> web.StreamResponse:
        frame = read_frame(self._simulator, wire)
        journals = [row for row in frame.books["Journals"].rows.values() if row.get("Type") == 20]
        found = cut(presenters.entry_rows(frame), frame.page)
        return page("books/entries.html", cut=found, journals=journals, **frame.values())

    async def entry(self, wire: web.Request) -> web.StreamResponse:
        frame = read_frame(self._simulator, wire)
        entry = frame.books["SalesEntries"].get(wire.match_info["entry"])
        if entry is None:
            return page("books/missing.html", 404, **frame.values())
        return page("books/entry.html", **presenters.entry_page(frame, entry), **frame.values())

    async def debtors(self, wire: web.Request) -> web.StreamResponse:
        frame = read_frame(self._simulator, wire)
        return page("books/debtors.html", cut=cut(presenters.debtor_rows(frame), frame.page), **frame.values())

    async def vat(self, wire: web.Request) -> web.StreamResponse:
        frame = read_frame(self._simulator, wire)
        totals = presenters.sums(vat_summary(frame.books), "base", "vat")
        return page("books/vat.html", rows=presenters.vat_rows(frame), totals=totals, **frame.values())

    async def requests(self, wire: web.Request) -> web.StreamResponse:
        frame, simulator = read_frame(self._simulator, wire), self._simulator
        return page(
            "books/requests.html",
            requests=simulator.log.latest(REQUESTS_SHOWN),
            total=len(simulator.log),
            limits=simulator.limits.overview(),
            errors=simulator.errors.overview(),
            **frame.values(),
        )
