"""The handlers of the pages of the books."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aiohttp import web

from simulator.bookkeeping.summary import vat_summary
from simulator.http.templating import page
from simulator.pages import presenters
from simulator.pages.frame import cut, read_frame
from simulator.pages.texts import words

if TYPE_CHECKING:
    from simulator.pages.frame import Frame
    from simulator.simulator import Simulator

ENTRIES, DEBTORS, VAT, REQUESTS = "/docs/boekingen", "/docs/debiteuren", "/docs/btw", "/docs/verzoeken"
VAT_RETURN, SALES_LISTING = "/docs/btw-aangifte", "/docs/icp"
#: The addresses that the real site has for an administration and for a relation.
PORTAL, CARD = "/docs/MenuPortal.aspx", "/docs/CRMAccountCard.aspx"
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
            web.get(VAT_RETURN, self.vat_return),
            web.get(SALES_LISTING, self.sales_listing),
            web.get(REQUESTS, self.requests),
            web.get(PORTAL, self.portal),
            web.get(CARD, self.card),
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

    async def portal(self, wire: web.Request) -> web.StreamResponse:
        raise web.HTTPFound(read_frame(self._simulator, wire).link(ENTRIES))

    async def card(self, wire: web.Request) -> web.StreamResponse:
        frame = read_frame(self._simulator, wire)
        account = frame.books["Accounts"].get(frame.given.get("AccountID", "").strip("{}"))
        if account is None:
            return page("books/missing.html", 404, **frame.values())
        raise web.HTTPFound(frame.link(DEBTORS, zoek=str(account["Code"]).strip()))

    async def vat(self, wire: web.Request) -> web.StreamResponse:
        frame = read_frame(self._simulator, wire)
        totals = presenters.sums(vat_summary(frame.books), "base", "vat")
        return page("books/vat.html", rows=presenters.vat_rows(frame), totals=totals, **frame.values())

    async def vat_return(self, wire: web.Request) -> web.StreamResponse:
        frame, t = self._framed(wire)
        columns, amounts = (t["quarter"], t["box"]), (t["base"], t["vat"])
        return _sums(frame, t["vat_return"], columns, amounts, presenters.box_rows(frame))

    async def sales_listing(self, wire: web.Request) -> web.StreamResponse:
        frame, t = self._framed(wire)
        columns, amounts = (t["quarter"], t["vat_number"], t["kind"]), (t["amount"],)
        return _sums(frame, t["sales_listing"], columns, amounts, presenters.listed_rows(frame))

    def _framed(self, wire: web.Request) -> tuple[Frame, dict[str, str]]:
        frame = read_frame(self._simulator, wire)
        return frame, words(frame.language)

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


def _sums(
    frame: Frame, heading: str, columns: tuple[str, ...], amounts: tuple[str, ...], rows: list[dict[str, Any]]
) -> web.Response:
    return page("books/sums.html", heading=heading, columns=columns, amounts=amounts, rows=rows, **frame.values())
