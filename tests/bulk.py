"""A tenant with as many invoices as one likes: copies of one that was sent and booked, at the host and in our table.

Copied by the thousand and not sent one by one, so that 200,000 take seconds; they are what sending and booking leaves.
"""

from __future__ import annotations

from dataclasses import replace
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
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from mice_exact_plugin.runtime import Runtime

BATCH = 2000
#: Over how many days they were sent; a sweep of everything looks back 400.
DAYS = 380
INVOICES: Table = Invoice.__table__  # type: ignore[assignment]
LINES: Table = InvoiceLine.__table__  # type: ignore[assignment]
SYNCS: Table = InvoiceSync.__table__  # type: ignore[assignment]
EXPORTS: Table = InvoiceExport.__table__  # type: ignore[assignment]


def multiply(runtime: Runtime, tenant: str, number: str, count: int) -> None:
    """Add `count` copies of a booked invoice, sent evenly over the days before it."""
    session = runtime.session
    export = dict(session.execute(select(EXPORTS).where(EXPORTS.c.identifier == number)).mappings().one())
    ours = adapter.invoice(runtime.host.invoices(tenant, [export["invoice_id"]])[export["invoice_id"]])
    connection = session.connection()
    invoice, lines, syncs = _at_the_host(connection, int(export["invoice_id"]))
    first = {table: connection.scalar(select(func.max(table.c.id))) + 1 for table in (INVOICES, LINES, SYNCS, EXPORTS)}
    for numbers in _batches(count):
        rows: dict[Table, list[dict[str, Any]]] = {INVOICES: [], LINES: [], SYNCS: [], EXPORTS: []}
        for each in numbers:
            at = ours.sent_at - timedelta(days=DAYS) * (count - each) / (count + 1)
            name = {"id": first[INVOICES] + each, "identifier": f"{number}-{first[EXPORTS] + each:07}"}
            days = {"sent_at": at, "invoice_date": at.date()}
            rows[INVOICES].append({**invoice, **name, **days})
            mine = {"invoice_id": name["id"]}
            rows[LINES] += [
                {**line, **mine, "id": first[LINES] + each * len(lines) + place} for place, line in enumerate(lines)
            ]
            rows[SYNCS] += [{**sync, **mine, "id": first[SYNCS] + each} for sync in syncs]
            says = replace(ours, identifier=str(name["identifier"]), sent_at=at, invoice_date=at.date())
            rows[EXPORTS].append(
                {
                    **export,
                    **days,
                    "id": first[EXPORTS] + each,
                    "invoice_id": str(name["id"]),
                    "identifier": name["identifier"],
                    "reference": normal_reference(str(name["identifier"])),
                    "invoice_digest": invoice_digest(says),
                    "posting_key": str(UUID(int=first[EXPORTS] + each)),
                    "entry_id": str(UUID(int=first[EXPORTS] + each)),
                    "entry_number": 10_000_000 + each,
                    "queued_at": at,
                    "synced_at": at + timedelta(hours=8),
                }
            )
        for table, values in rows.items():
            if values:
                connection.execute(insert(table), values)
    _count_on(connection)
    session.commit()


def _at_the_host(connection: Connection, invoice_id: int) -> tuple[dict[str, Any], list[Any], list[Any]]:
    invoice = connection.execute(select(INVOICES).where(INVOICES.c.id == invoice_id)).mappings().one()
    lines = connection.execute(select(LINES).where(LINES.c.invoice_id == invoice_id)).mappings().all()
    syncs = connection.execute(select(SYNCS).where(SYNCS.c.invoice_id == invoice_id)).mappings().all()
    return dict(invoice), [dict(line) for line in lines], [dict(sync) for sync in syncs]


def _batches(count: int) -> Iterator[range]:
    for start in range(0, count, BATCH):
        yield range(start, min(start + BATCH, count))


def _count_on(connection: Connection) -> None:
    """PostgreSQL does not see that ids were given, and plans by figures that it gathers in its own time."""
    if connection.dialect.name == "postgresql":
        for table in (INVOICES, LINES, SYNCS, EXPORTS):
            serial = f"setval(pg_get_serial_sequence('{table.name}', 'id'), (SELECT max(id) FROM {table.name}))"
            connection.execute(text(f"SELECT {serial}"))
    connection.execute(text("ANALYZE"))
