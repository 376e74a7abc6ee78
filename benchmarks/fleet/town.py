"""Any number of tenants, each with an administration of its own: one makes the journey, all others are its copies."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_OID, uuid5

from sqlalchemy import BigInteger, String, Table, cast, func, insert, literal, select, text, update

from benchmarks.installation import Installation
from mice_exact_plugin.exports.table import InvoiceExport
from mice_exact_plugin.link.connection import Connection
from mice_exact_plugin.link.run import RunState, SyncRun
from mice_exact_plugin.link.settings import SettingsRow
from mice_exact_plugin.mirror.list_table import Mirror, ReferenceRow
from mice_exact_plugin.mirror.relation_table import CrmAccountRow
from sandbox.host.models import Activation, Invoice, InvoiceLine, RateGroup, Relation, Tenant
from simulator.administrations import BUILDERS
from tests.crash import small
from tests.crash.small import KNOWN
from tests.whole.invoices import CLIENT, document, invoice

if TYPE_CHECKING:
    from pathlib import Path

TENANT, FIRST = "zaal", 1100001
#: Between the ids of one tenant and those of the next; the host's are of 32 bits.
STRIDE = 100_000
NO_LIMITS = {"minute_limit": 1_000_000, "day_limit": 1_000_000}
_OF_THE_HOST = (Tenant, Activation, RateGroup, Relation, Invoice, InvoiceLine)
_OF_THE_LINK = (Connection, SettingsRow, InvoiceExport, Mirror, ReferenceRow, CrmAccountRow)
#: Where each night leaves something new.
_NIGHTLY = (RateGroup, Relation, Invoice, InvoiceLine, InvoiceExport)


def _seed(folder: Path, division: int) -> str:
    """A file for the simulator; everything has the same id in every administration, as the copies expect."""
    seed = small.small(BUILDERS["nl"])
    seed["division"] = {**seed["division"], "Code": division, "Hid": division, "Description": f"Zaal {division}"}
    seed["Accounts"] = [{**row, "ID": str(uuid5(NAMESPACE_OID, row["Name"]))} for row in seed["Accounts"]]
    path = folder / f"{division}.json"
    path.write_text(json.dumps(seed), encoding="utf-8")
    return str(path)


class Town(Installation):
    """On PostgreSQL. All tenants share one log-in: what each needs of it costs as much as one of its own."""

    def __init__(self, folder: Path, database: str, count: int, latency_ms: int) -> None:
        self.divisions = [FIRST + number for number in range(count)]
        seeds = [*small.write(folder), *(_seed(folder, division) for division in self.divisions)]
        super().__init__(folder, database, seeds, {**NO_LIMITS, "latency_ms": 0}, {})
        self._latency, self._sent, self._known = latency_ms, 0, dict[str, int]()

    def prepare(self) -> None:
        self.world.tenant(TENANT)
        self.world.command("exact", "activate", TENANT)
        self.world.log_in(TENANT, divisions=self.divisions)
        self.world.choose(TENANT, FIRST)
        self.world.configure(TENANT)
        self.runtime.session.rollback()
        self._copy(*_OF_THE_HOST, *_OF_THE_LINK)
        self.control.switch(latency_ms=self._latency)

    def send(self, invoices: int) -> None:
        """So many new invoices for every tenant."""
        client = {**CLIENT, "name": KNOWN["Name"], "postalcode": KNOWN["Postcode"], "city": KNOWN["City"]}
        numbers = range(self._sent, self._sent + invoices)
        self._sent += invoices
        self.world.send(TENANT, document(*(invoice(f"F{number:05}", client=client) for number in numbers)), self.folder)
        self.runtime.session.rollback()
        self._copy(*_NIGHTLY)

    def make_due(self, places: list[int] | None = None) -> None:
        """The night of all tenants has come, or of those in these places of `divisions`."""
        chosen = self.divisions if places is None else [self.divisions[place] for place in places]
        with self.engine.begin() as line:
            line.execute(update(Connection).values(next_run_at=None))
            line.execute(
                update(Connection).where(Connection.division.in_(chosen)).values(next_run_at=Connection.connected_at)
            )

    def end_runs(self) -> None:
        with self.engine.begin() as line:
            stopped = update(SyncRun).where(SyncRun.finished_at.is_(None))
            line.execute(stopped.values(state=RunState.STOPPED, finished_at=func.now()))
            line.execute(text("DELETE FROM exact_lease"))

    def _copy(self, *models: type[Any]) -> None:
        count = len(self.divisions) - 1
        with self.engine.begin() as line:
            for model in models:
                table: Table = model.__table__
                line.execute(_copies(table, self._known.get(table.name, 0), count))
                if _is_number(table):
                    newest = select(func.max(table.c.id)).where(table.c.id < STRIDE)
                    self._known[table.name] = line.scalar(newest) or 0
            line.execute(text("ANALYZE"))


def _copies(table: Table, after: int, count: int) -> Any:
    """What the first tenant has got since the row `after`, once for each of the others."""
    series = func.generate_series(1, count).table_valued("number", name="each").render_derived()
    each = series.c.number
    columns = {column.name: _of_another(table, column, each) for column in table.columns}
    rows = select(*columns.values()).select_from(table.join(series, literal(True)))
    if _is_number(table):
        rows = rows.where(table.c.id > after, table.c.id < STRIDE)
    return insert(table).from_select(list(columns), rows)


def _is_number(table: Table) -> bool:
    return "id" in table.c and not isinstance(table.c.id.type, String)


def _of_another(table: Table, column: Any, each: Any) -> Any:
    if column.name == "tenant" or (table.name == "mice_tenant" and column.name == "code"):
        return literal(TENANT) + cast(each, String)
    if column.name == "division":
        return column + each
    if table.name == InvoiceExport.__tablename__ and column.name == "invoice_id":
        return cast(cast(column, BigInteger) + each * STRIDE, String)
    if column.foreign_keys or (column.name == "id" and _is_number(table)):
        return column + each * STRIDE
    return column
