"""Deposits that were booked before their lines were kept: read from Exact once, when an invoice takes them off."""

from __future__ import annotations

import logging
from decimal import Decimal
from typing import TYPE_CHECKING

from mice_exact_plugin.audit import record
from mice_exact_plugin.database import step
from mice_exact_plugin.deposits import table
from mice_exact_plugin.deposits.known import pointed_to, rows_of
from mice_exact_plugin.domain.deposits.rates import rate_of
from mice_exact_plugin.domain.deposits.shares import told_apart
from mice_exact_plugin.domain.entry.booked import BookedLine
from mice_exact_plugin.domain.money import ZERO
from mice_exact_plugin.domain.states import State
from mice_exact_plugin.errors import Refused
from mice_exact_plugin.exports import lines
from mice_exact_plugin.host import adapter

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from mice_exact_plugin.domain.entry.entry import EntryLine
    from mice_exact_plugin.domain.invoice import Event, Invoice
    from mice_exact_plugin.exports.export import Export
    from mice_exact_plugin.work import Work

logger = logging.getLogger("mice_exact_plugin.run")


def read(work: Work, invoices: Collection[Invoice]) -> None:
    """One call for up to 40 entries, and none for entries that were asked for in this slice."""
    wanted = _unread(work, pointed_to(invoices))
    if not wanted:
        return
    work.asked_lines |= {row.id for row in wanted}
    try:
        found = work.client.entry_lines([row.entry_id for row in wanted if row.entry_id])
    except Refused as error:
        logger.warning("the lines of %s entries of deposits cannot be read: %s", len(wanted), error.kind)
        return
    with step(work.session):
        billed = adapter.invoices(work.runtime.host.invoices(work.link.tenant, [row.invoice_id for row in wanted]))
        for row in wanted:
            if row.entry_id in found:
                booked = [_as_booked(work, row, line) for line in found[row.entry_id]]
                _keep(work, row, told_apart(booked, billed.get(row.invoice_id)), _event(row.invoice_id, invoices))


def _unread(work: Work, invoice_ids: Collection[str]) -> Sequence[Export]:
    """Those in this administration of which no line was kept."""
    if not invoice_ids:
        return ()
    with step(work.session):
        rows = [row for row in rows_of(work.session, work.link.tenant, invoice_ids) if _is_booked(work, row)]
        kept = lines.of_many(work.session, rows) if rows else {}
    return [row for row in rows if row.id not in kept and row.id not in work.asked_lines]


def _is_booked(work: Work, row: Export) -> bool:
    return row.state is State.SYNCED and row.entry_id is not None and row.place == work.link.place


def _keep(work: Work, row: Export, booked: Sequence[BookedLine], event: Event | None) -> None:
    now = work.runtime.now()
    lines.keep(work.session, row, booked, seen_at=now)
    table.keep_event(work.session, row.id, row.tenant, event, read_at=now)
    record(work.session, row.tenant, "deposit_read", at=now, export_id=row.id)


def _as_booked(work: Work, row: Export, line: EntryLine) -> BookedLine:
    account = work.reference.gl_accounts_by_id.get(line.gl_account_id)
    code = work.reference.vat_codes.get(line.vat_code)
    rate = rate_of(line, code, row.invoice_date) if code else Decimal(0)
    return BookedLine(
        gl_account_id=line.gl_account_id,
        gl_account_code=account.code if account else None,
        vat_code=line.vat_code,
        vat_rate=rate,
        net=line.net,
        vat=line.vat or ZERO,
        cost_center=line.cost_center or None,
        cost_unit=line.cost_unit or None,
    )


def _event(deposit: str, invoices: Collection[Invoice]) -> Event | None:
    """The final tells the event of a deposit that was booked before events were told."""
    return next((table.event_of(invoice.lines) for invoice in invoices if deposit in pointed_to([invoice])), None)
