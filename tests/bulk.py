"""A tenant with as many invoices as one likes: copies of one that was sent and booked, at the host and in our table.

Copied by the thousand and not sent one by one, so that 200,000 take seconds; they are what sending and booking leaves.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import Table, func, insert, select, text

from mice_exact_plugin.domain.entry.entry import normal_reference
from mice_exact_plugin.domain.entry.keys import invoice_digest
from mice_exact_plugin.exports.table import InvoiceExport
from mice_exact_plugin.host import adapter
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


@dataclass(frozen=True)
class _Original:
    """A booked invoice as both sides keep it, and the first id that is free in each table."""

    invoice: dict[str, Any]
    lines: list[dict[str, Any]]
    syncs: list[dict[str, Any]]
    export: dict[str, Any]
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
        rows: dict[Table, list[dict[str, Any]]] = {INVOICES: [], LINES: [], SYNCS: [], EXPORTS: []}
        for each in range(start, min(start + BATCH, count)):
            at = original.says.sent_at - DAY - DAYS * (count - each) / (count + 1)
            identifier = f"{number}-{original.first[EXPORTS] + each:07}"
            says = replace(original.says, identifier=identifier, sent_at=at, invoice_date=at.date())
            for table, made in original.at_the_host(each, says).items():
                rows[table] += made
            rows[EXPORTS].append(original.as_exported(each, says))
        for table, values in rows.items():
            if values:
                connection.execute(insert(table), values)
    _count_on(connection)
    runtime.session.commit()


def _original(runtime: Runtime, tenant: str, number: str) -> _Original:
    connection = runtime.session.connection()
    export = connection.execute(select(EXPORTS).where(EXPORTS.c.identifier == number)).mappings().one()
    key, invoice_id = export["invoice_id"], int(export["invoice_id"])

    def rows(table: Table, column: str) -> list[dict[str, Any]]:
        found = connection.execute(select(table).where(table.c[column] == invoice_id)).mappings()
        return [dict(row) for row in found]

    def free(table: Table) -> int:
        return int(connection.execute(select(func.max(table.c.id))).scalar() or 0) + 1

    return _Original(
        rows(INVOICES, "id")[0],
        rows(LINES, "invoice_id"),
        rows(SYNCS, "invoice_id"),
        dict(export),
        adapter.invoice(runtime.host.invoices(tenant, [key])[key]),
        {table: free(table) for table in (INVOICES, LINES, SYNCS, EXPORTS)},
    )


def _count_on(connection: Connection) -> None:
    """PostgreSQL does not see that ids were given, and plans by figures that it gathers in its own time."""
    if connection.dialect.name == "postgresql":
        for table in (INVOICES, LINES, SYNCS, EXPORTS):
            serial = f"setval(pg_get_serial_sequence('{table.name}', 'id'), (SELECT max(id) FROM {table.name}))"
            connection.execute(text(f"SELECT {serial}"))
        connection.execute(text("ANALYZE"))
