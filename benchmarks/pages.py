"""`./run bench pages`: what a page costs by how many invoices there are: CPU of a warm request, and its statements.

A twentieth as many are deposits that are still open, and a tenth as many relations are bound to customers.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import select, update

from benchmarks.report import how_many, tell
from benchmarks.venue import NO_LIMITS, ONE, SIZES, TENANT, Cost, Venue, cost_of
from mice_exact_plugin.domain.deposits.settings import DepositSettings
from sandbox.host.database import session
from sandbox.host.models import Activation, Invoice
from tests.bulk import DAY, DAYS, add_customers, multiply
from tests.crash import small
from tests.host.visitor import Visitor
from tests.whole.invoices import document, invoice, line
from tests.whole.web.site import BASE

if TYPE_CHECKING:
    from collections.abc import Sequence

PAGES = {
    "overview": f"{BASE}/overzicht",
    "overview, last page": f"{BASE}/overzicht?pagina={{last}}",
    "overview, one state": f"{BASE}/overzicht?status=synced",
    "overview, not in the books": f"{BASE}/overzicht?status=not_booked",
    "overview, by name": f"{BASE}/overzicht?q=Testklant",
    "overview, by amount": f"{BASE}/overzicht?sorteer=bedrag",
    "to do": f"{BASE}/te-doen",
    "to approve": f"{BASE}/ter-goedkeuring",
    "history": f"{BASE}/geschiedenis",
    "history, everybody's": f"{BASE}/geschiedenis?wie=iedereen",
    "a night": f"{BASE}/geschiedenis/1",
    "niet meegenomen": f"{BASE}/niet-meegenomen",
    "niet meegenomen, a year": f"{BASE}/niet-meegenomen?van=2025-06-01",
    "debtors": f"{BASE}/debiteuren",
    "debtors, by name": f"{BASE}/debiteuren?q=klant",
    "debtors to confirm": f"{BASE}/debiteuren/bevestigen",
    "deposits": f"{BASE}/aanbetalingen",
    "ICP": f"{BASE}/icp?kwartaal=2026-1",
    "mapping": f"{BASE}/inrichting",
    "settings": f"{BASE}/instellingen",
    "check before going live": f"{BASE}/livegang",
    "trial run": f"{BASE}/proefrun",
    "connection": f"{BASE}/verbinding",
    "the host's list, 50 badges": "/facturen",
    "the host's page of an invoice": "/facturen/{invoice}",
    "preview": f"{BASE}/voorbeeld/{{invoice}}",
    "CSV": f"{BASE}/overzicht.csv",
    "CSV of deposits": f"{BASE}/aanbetalingen.csv",
}
PAGE = 50
DEPOSIT = "D1"
#: Beside so many invoices there is one open deposit, and one relation that is bound.
DEPOSITS, CUSTOMERS = 20, 10
#: A page that costs more milliseconds than this wants a look.
SLOW = 150


class Pages(Venue):
    """With a deposit that was booked."""

    def prepare(self) -> None:
        super().prepare()
        self.world.configure(TENANT, deposits=DepositSettings(as_turnover=True))
        deposit = {**line("100.00", "21.00"), "kind": "deposit"}
        self.world.send(TENANT, document(invoice(DEPOSIT, lines=[deposit])), self.folder)
        self.world.run(TENANT)
        # Whatever is copied was sent and booked while the link was active.
        self.runtime.session.execute(update(Activation).values(granted_at=self.runtime.now() - DAYS - 10 * DAY))
        self.runtime.session.commit()

    def grow(self, to: int) -> float:
        more = to - self.invoices
        multiply(self.runtime, TENANT, DEPOSIT, more // DEPOSITS)
        add_customers(self.runtime, more // CUSTOMERS)
        return super().grow(to)


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="./run bench pages", description=__doc__)
    parser.add_argument("--sizes", type=how_many, nargs="+", default=SIZES, help="invoices of the tenant")
    parser.add_argument("--rounds", type=how_many, default=7)
    parser.add_argument("--database", help="an SQLAlchemy URL; an SQLite file of its own when left out")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        venue = Pages(folder, options.database, small.write(folder), NO_LIMITS, {})
        with venue:
            costs = {size: _measured(venue, size, options.rounds) for size in sorted(options.sizes)}
    rows = [_row(page, {size: pages[page] for size, pages in costs.items()}) for page in PAGES]
    tell(f"CPU of a warm request in ms, median of {options.rounds} (CSV: once), and its statements", rows)
    grown = [
        page for page in PAGES if not _is_file(page) and len({pages[page].statements for pages in costs.values()}) > 1
    ]
    print(f"pages whose statements grow: {', '.join(grown) or 'none'}")
    most = max(costs)
    slow = [page for page in PAGES if not _is_file(page) and costs[most][page].cpu > SLOW]
    print(f"pages over {SLOW} ms at {most:,}: {', '.join(slow) or 'none'}")
    return 1 if grown else 0


def _is_file(page: str) -> bool:
    return page.startswith("CSV")


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
