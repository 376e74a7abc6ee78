"""Our side of the comparison with the ledger: the accounts that deposits wait on, and what we booked on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select, text

from mice_exact_plugin.database import step
from mice_exact_plugin.deposits.known import may_be_in_exact
from mice_exact_plugin.domain.deposits.comparing import OurEntry
from mice_exact_plugin.domain.deposits.placing import KINDS
from mice_exact_plugin.domain.deposits.settings import is_balance
from mice_exact_plugin.domain.invoice import LineKind
from mice_exact_plugin.domain.money import ZERO
from mice_exact_plugin.domain.states import State
from mice_exact_plugin.exports import bookings
from mice_exact_plugin.exports.lines import OF_DEPOSITS, ExportLine
from mice_exact_plugin.exports.table import InvoiceExport
from mice_exact_plugin.link.settings import settings_of
from mice_exact_plugin.mirror import reference_data

if TYPE_CHECKING:
    from collections.abc import Collection

    # Any: SQLAlchemy does not know the types of a row of Core.
    from typing import Any

    from sqlalchemy import ColumnElement, Row, Select

    from mice_exact_plugin.link.connection import Link
    from mice_exact_plugin.runtime import Runtime

#: Ids that one statement asks for; SQLite takes some 32,000.
MANY = 500


def accounts(runtime: Runtime, link: Link) -> dict[str, str]:
    """The codes of the balance accounts that were chosen for deposits, or have some, by their id.

    A deposit that an earlier version booked as turnover cannot be told from turnover in the ledger.
    """
    reference = reference_data.reference_data(runtime, link)
    used = select(ExportLine.gl_account_id).where(*_here(link), text(OF_DEPOSITS)).distinct()
    with step(runtime.session):
        settings = settings_of(runtime.session, link.tenant, *link.place)
        ids = {*runtime.session.scalars(used), *(settings.deposits.accounts.values() if settings else ())}
    known = [account for key in ids if (account := reference.gl_accounts_by_id.get(key)) and is_balance(account)]
    return {account.id: account.code for account in sorted(known, key=lambda each: each.code)}


def entries(runtime: Runtime, link: Link, account_ids: Collection[str]) -> list[OurEntry]:
    """Whatever we booked there, deposits or not, by the lines that were kept."""
    with step(runtime.session):
        rows = runtime.session.execute(_lines(link, account_ids)).all()
    found: dict[str, OurEntry] = {}
    for row in rows:
        key = row.entry_id or row.posting_key
        entry = found.setdefault(
            row.invoice_id,
            OurEntry(row.invoice_id, row.identifier, frozenset([key] if key else ()), row.state is State.SYNCED),
        )
        entry.lines[row.gl_account_id] += row.net
        deposit = _deposit_of(row)
        if deposit is not None:
            of_account = entry.of_deposits[row.gl_account_id]
            of_account[deposit] = of_account.get(deposit, ZERO) + row.net
    return list(found.values())


def without_lines(runtime: Runtime, link: Link, entry_ids: Collection[str]) -> dict[str, tuple[str, str]]:
    """Of these entries those that are of invoices of this tenant, with the invoice's id and number."""
    ids, found = sorted(entry_ids), dict[str, tuple[str, str]]()
    for start in range(0, len(ids), MANY):
        with step(runtime.session):
            bound = bookings.bound_entries(runtime.session, *link.place, ids[start : start + MANY])
            of = InvoiceExport.id, InvoiceExport.invoice_id, InvoiceExport.identifier
            query = select(*of).where(InvoiceExport.tenant == link.tenant, InvoiceExport.id.in_(bound.values()))
            mine = {row.id: (row.invoice_id, row.identifier) for row in runtime.session.execute(query)}
        found |= {entry_id: mine[export_id] for entry_id, export_id in bound.items() if export_id in mine}
    return found


def _here(link: Link) -> tuple[ColumnElement[bool], ...]:
    site, division = link.place
    return (
        ExportLine.export_id == InvoiceExport.id,
        ExportLine.generation == InvoiceExport.generation,
        ExportLine.tenant == link.tenant,
        InvoiceExport.site == site,
        InvoiceExport.division == division,
        may_be_in_exact(),
    )


def _lines(link: Link, account_ids: Collection[str]) -> Select[Any]:
    invoice = InvoiceExport.invoice_id, InvoiceExport.identifier, InvoiceExport.is_credit, InvoiceExport.credits_id
    entry = InvoiceExport.entry_id, InvoiceExport.posting_key, InvoiceExport.state
    line = ExportLine.gl_account_id, ExportLine.kind, ExportLine.settles_invoice_id, ExportLine.net
    query = select(*invoice, *entry, *line).where(*_here(link), ExportLine.gl_account_id.in_(account_ids))
    return query.order_by(InvoiceExport.id, ExportLine.position)


def _deposit_of(row: Row[Any]) -> str | None:
    """The invoice of the deposit that a line is, takes off or credits."""
    if row.kind == LineKind.DEPOSIT and not row.is_credit:
        deposit: str = row.invoice_id
        return deposit
    if row.kind not in KINDS:
        return None
    taken: str | None = row.settles_invoice_id or (row.credits_id if row.is_credit else None)
    return taken
