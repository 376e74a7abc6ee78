"""A tenant with as many invoices as one likes: copies of one that was sent and booked, at the host and in our tables.

Copied by the thousand and not sent one by one, so that 200,000 take seconds; they are what sending and booking leaves.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import Table, func, insert, select, text

from mice_exact_plugin.audit import AuditRow
from mice_exact_plugin.deposits.table import DepositRow
from mice_exact_plugin.domain.entry.entry import normal_reference
from mice_exact_plugin.domain.entry.keys import invoice_digest
from mice_exact_plugin.exports.lines import ExportLine
from mice_exact_plugin.exports.table import InvoiceExport
from mice_exact_plugin.host import adapter
from mice_exact_plugin.mirror.binding_table import DebtorBinding
from mice_exact_plugin.mirror.relation_table import CrmAccountRow
from sandbox.host.models import Invoice, InvoiceLine, InvoiceSync

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from mice_exact_plugin.domain.invoice import Invoice as Says
    from mice_exact_plugin.runtime import Runtime

BATCH = 2000
DAY = timedelta(days=1)
#: In how many days they were sent, up to the day before the one that is copied; a sweep of everything looks back 400.
DAYS = 380 * DAY
INVOICES: Table = Invoice.__table__  # type: ignore[assignment]
LINES: Table = InvoiceLine.__table__  # type: ignore[assignment]
SYNCS: Table = InvoiceSync.__table__  # type: ignore[assignment]
EXPORTS: Table = InvoiceExport.__table__  # type: ignore[assignment]
TRAIL: Table = AuditRow.__table__  # type: ignore[assignment]
#: What hangs on a row of ours, by its id: the lines of the entry, the event of a deposit.
KEPT: tuple[Table, ...] = (ExportLine.__table__, DepositRow.__table__)  # type: ignore[assignment]
COUNTED = (INVOICES, LINES, SYNCS, EXPORTS, TRAIL)
BINDINGS: Table = DebtorBinding.__table__  # type: ignore[assignment]
RELATIONS: Table = CrmAccountRow.__table__  # type: ignore[assignment]


@dataclass(frozen=True)
class _Original:
    """A booked invoice as both sides keep it, and the first id that is free in each table."""

    invoice: dict[str, Any]
    lines: list[dict[str, Any]]
    syncs: list[dict[str, Any]]
    export: dict[str, Any]
    kept: dict[Table, list[dict[str, Any]]]
    trail: list[dict[str, Any]]
    says: Says
    first: dict[Table, int]

    def at_the_host(self, each: int, says: Says) -> dict[Table, list[dict[str, Any]]]:
        number, count = self.first[INVOICES] + each, len(self.lines)
        days = {"identifier": says.identifier, "sent_at": says.sent_at, "invoice_date": says.invoice_date}
        first_line, mine = self.first[LINES] + each * count, {"invoice_id": number}
        return {
            INVOICES: [{**self.invoice, **days, "id": number}],
            LINES: [{**line, **mine, "id": first_line + place} for place, line in enumerate(self.lines)],
            SYNCS: [{**sync, **mine, "id": self.first[SYNCS] + each} for sync in self.syncs],
        }

    def beside_the_row(self, each: int) -> dict[Table, list[dict[str, Any]]]:
        """Its lines and what the trail tells of it."""
        mine = {"export_id": self.first[EXPORTS] + each}
        first_event = self.first[TRAIL] + each * len(self.trail)
        trail = [{**row, **mine, "id": first_event + place} for place, row in enumerate(self.trail)]
        return {table: [{**row, **mine} for row in rows] for table, rows in self.kept.items()} | {TRAIL: trail}

    def as_exported(self, each: int, says: Says) -> dict[str, Any]:
        number = self.first[EXPORTS] + each
        key = str(UUID(int=number))
        return {
            **self.export,
            "id": number,
            "invoice_id": str(self.first[INVOICES] + each),
            "identifier": says.identifier,
            "reference": normal_reference(says.identifier),
            "sent_at": says.sent_at,
            "invoice_date": says.invoice_date,
            "invoice_digest": invoice_digest(says),
            "posting_key": key,
            "entry_id": key,
            "entry_number": 10_000_000 + each,
            "queued_at": says.sent_at,
            "synced_at": says.sent_at + timedelta(hours=8),
        }


def multiply(runtime: Runtime, tenant: str, number: str, count: int) -> None:
    """Add `count` copies of a booked invoice, sent evenly over the days before it."""
    connection, original = runtime.session.connection(), _original(runtime, tenant, number)
    for start in range(0, count, BATCH):
        rows: dict[Table, list[dict[str, Any]]] = {table: [] for table in (*COUNTED, *KEPT)}
        for each in range(start, min(start + BATCH, count)):
            at = original.says.sent_at - DAY - DAYS * (count - each) / (count + 1)
            identifier = f"{number}-{original.first[EXPORTS] + each:07}"
            says = replace(original.says, identifier=identifier, sent_at=at, invoice_date=at.date())
            for table, made in (original.at_the_host(each, says) | original.beside_the_row(each)).items():
                rows[table] += made
            rows[EXPORTS].append(original.as_exported(each, says))
        for table, values in rows.items():
            if values:
                connection.execute(insert(table), values)
    _count_on(connection)
    runtime.session.commit()


def add_customers(runtime: Runtime, count: int) -> None:
    """Add `count` relations, each bound to a customer, like one that is."""
    connection = runtime.session.connection()
    binding = dict(connection.execute(select(BINDINGS).limit(1)).mappings().one())
    relation = dict(
        connection.execute(select(RELATIONS).where(RELATIONS.c.id == binding["account_id"])).mappings().one()
    )
    first = int(connection.execute(select(func.count()).select_from(BINDINGS)).scalar_one())
    ids = [(str(UUID(int=number)), f"{binding['name_key']} {number}") for number in range(first, first + count)]
    connection.execute(
        insert(RELATIONS), [{**relation, "id": key, "name": name, "name_key": name} for key, name in ids]
    )
    bound = [{**binding, "match_key": key, "account_id": key, "name_key": name} for key, name in ids]
    connection.execute(insert(BINDINGS), bound)
    runtime.session.commit()


def _original(runtime: Runtime, tenant: str, number: str) -> _Original:
    connection = runtime.session.connection()
    export = connection.execute(select(EXPORTS).where(EXPORTS.c.identifier == number)).mappings().one()
    key, invoice_id = export["invoice_id"], int(export["invoice_id"])

    def rows(table: Table, column: str, value: int = invoice_id) -> list[dict[str, Any]]:
        found = connection.execute(select(table).where(table.c[column] == value)).mappings()
        return [dict(row) for row in found]

    def free(table: Table) -> int:
        return int(connection.execute(select(func.max(table.c.id))).scalar() or 0) + 1

    return _Original(
        rows(INVOICES, "id")[0],
        rows(LINES, "invoice_id"),
        rows(SYNCS, "invoice_id"),
        dict(export),
        {table: rows(table, "export_id", export["id"]) for table in KEPT},
        rows(TRAIL, "export_id", export["id"]),
        adapter.invoice(runtime.host.invoices(tenant, [key])[key]),
        {table: free(table) for table in COUNTED},
    )


def _count_on(connection: Connection) -> None:
    """PostgreSQL does not see that ids were given, and plans by figures that it gathers in its own time."""
    if connection.dialect.name == "postgresql":
        for table in COUNTED:
            serial = f"setval(pg_get_serial_sequence('{table.name}', 'id'), (SELECT max(id) FROM {table.name}))"
            connection.execute(text(f"SELECT {serial}"))
        connection.execute(text("ANALYZE"))
