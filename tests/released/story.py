"""What was there when 0.1 was replaced and what is there after one run, seen from both sides."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from mice_exact_plugin.standing.standing import status
from simulator.tests.control import BELGIUM, CORPUS, SECOND, VENUE
from tests.released.installation import content_of

if TYPE_CHECKING:
    from tests.released.installation import Rows
    from tests.whole.nights.night import Night

#: Those whose log-in is alive, settings are saved and switch is on.
RUNNING = ("zaal", "tuin", "grange")
TENANTS = (*RUNNING, "kas", "oud", "nieuw", "weg")
DIVISIONS = (VENUE, SECOND, CORPUS, BELGIUM)


@dataclass(frozen=True)
class Sides:
    """The plugin's tables, what the pages say of every invoice, and what Exact has."""

    tables: dict[str, Rows]
    invoices: dict[tuple[str, str], Rows]
    entries: Rows
    relations: Rows

    def row(self, tenant: str, number: str) -> dict[str, Any]:
        """The export of an invoice; of a number that came back the last one."""
        found = [row for row in self.tables["exact_invoice_export"] if row["tenant"] == tenant]
        return [row for row in found if row["identifier"] == number][-1]

    def invoice(self, tenant: str, number: str) -> dict[str, Any]:
        return self.invoices[tenant, number][-1]

    def names(self) -> Counter[tuple[int, str]]:
        """How many relations of a name each administration has."""
        return Counter((relation["Division"], relation["Name"]) for relation in self.relations)


@dataclass(frozen=True)
class AfterTheRun:
    before: Sides
    now: Sides
    installed: Night


def run_once(installed: Night) -> AfterTheRun:
    before = sides(installed)
    for tenant in RUNNING:
        replace(installed, tenant=tenant).run_until_done()
    return AfterTheRun(before, sides(installed), installed)


def sides(installed: Night) -> Sides:
    installed.runtime.session.rollback()
    invoices: dict[tuple[str, str], Rows] = {}
    for tenant in TENANTS:
        for row in status(installed.runtime, tenant)["invoices"]:
            invoices.setdefault((tenant, row["identifier"]), []).append(row)
    installed.runtime.session.rollback()
    control = installed.control
    relations = [
        {**account, "Division": division}
        for division in DIVISIONS
        for account in control.call("GET", f"divisions/{division}/accounts")["accounts"]
    ]
    entries = [{**entry, "Division": division} for division in DIVISIONS for entry in control.entries(division)]
    return Sides(content_of(installed.engine), invoices, entries, relations)
