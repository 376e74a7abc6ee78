"""`./run bench pages`: what a page costs by how many invoices there are: CPU of a warm request, and its statements."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import select

from benchmarks.report import tell
from benchmarks.venue import NO_LIMITS, ONE, SIZES, TENANT, Cost, Venue, cost_of
from sandbox.host.database import session
from sandbox.host.models import Invoice
from tests.crash import small
from tests.host.visitor import Visitor
from tests.whole.web.site import BASE

if TYPE_CHECKING:
    from collections.abc import Sequence

PAGES = {
    "overview": f"{BASE}/overzicht",
    "overview, last page": f"{BASE}/overzicht?pagina={{last}}",
    "overview, one state": f"{BASE}/overzicht?status=synced",
    "to do": f"{BASE}/te-doen",
    "history": f"{BASE}/geschiedenis",
    "niet klaargezet": f"{BASE}/niet-meegenomen",
    "debtors": f"{BASE}/debiteuren",
    "settings": f"{BASE}/instellingen",
    "connection": f"{BASE}/verbinding",
    "the host's list, 50 badges": "/facturen",
    "the host's page of an invoice": "/facturen/{invoice}",
    "preview": f"{BASE}/voorbeeld/{{invoice}}",
    "CSV": f"{BASE}/overzicht.csv",
}
PAGE = 50


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="./run bench pages", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="invoices of the tenant")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--database", help="an SQLAlchemy URL; an SQLite file of its own when left out")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        venue = Venue(folder, options.database, small.write(folder), NO_LIMITS, {})
        with venue:
            costs = {size: _measured(venue, size, options.rounds) for size in sorted(options.sizes)}
    rows = [_row(page, {size: pages[page] for size, pages in costs.items()}) for page in PAGES]
    tell(f"CPU of a warm request in ms, median of {options.rounds} (CSV: once), and its statements", rows)
    grown = [page for page in PAGES if page != "CSV" and len({pages[page].statements for pages in costs.values()}) > 1]
    print(f"pages whose statements grow: {', '.join(grown) or 'none'}")
    return 1 if grown else 0


def _measured(venue: Venue, size: int, rounds: int) -> dict[str, Cost]:
    with venue.world.app.app_context():
        venue.grow(size)
        invoice_id = session().scalars(select(Invoice.id).where(Invoice.identifier == ONE)).one()
    visitor = Visitor(venue.world.app.test_client()).log_in(f"beheerder@{TENANT}.test")
    addresses = {page: each.format(last=size // PAGE, invoice=invoice_id) for page, each in PAGES.items()}
    return {page: _cost(venue, visitor, address, rounds) for page, address in addresses.items()}


def _cost(venue: Venue, visitor: Visitor, address: str, rounds: int) -> Cost:
    if address.endswith(".csv"):
        return cost_of(venue, lambda: visitor.get(address), 1)
    visitor.get(address)
    return cost_of(venue, lambda: visitor.get(address), rounds)


def _row(page: str, costs: dict[int, Cost]) -> dict[str, object]:
    figures = {f"{size:,}": round(cost.cpu, 1) for size, cost in costs.items()}
    statements = sorted({cost.statements for cost in costs.values()})
    return {"page": page, **figures, "statements": " – ".join(map(str, dict.fromkeys((statements[0], statements[-1]))))}
