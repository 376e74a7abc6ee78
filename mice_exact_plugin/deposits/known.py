"""What the books have of the deposits that an invoice takes off: four statements, and only for such an invoice."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import String, and_, or_, select, text

from mice_exact_plugin.database import step
from mice_exact_plugin.domain.deposits.known import NONE_KNOWN, Deposit, Where
from mice_exact_plugin.domain.deposits.placing import settled
from mice_exact_plugin.domain.invoice import LineKind
from mice_exact_plugin.domain.problems import Code
from mice_exact_plugin.domain.remarks import RemarkCode
from mice_exact_plugin.domain.states import State
from mice_exact_plugin.exports import lines, queue, remarks
from mice_exact_plugin.exports.lines import OF_DEPOSITS, ExportLine
from mice_exact_plugin.exports.queue import OPEN, TABLE
from mice_exact_plugin.exports.table import InvoiceExport

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session

    from mice_exact_plugin.domain.deposits.known import Known
    from mice_exact_plugin.domain.entry.booked import BookedLine
    from mice_exact_plugin.domain.invoice import Invoice
    from mice_exact_plugin.exports.export import Export
    from mice_exact_plugin.work import Books


def of(books: Books, row: Export, invoice: Invoice) -> Known:
    """By the host's id of the deposit; what another tenant has, a draft and a credit are no deposits of this one.

    One whose entry was seen to be gone from Exact stands where somebody booked it otherwise, or nowhere.
    """
    wanted = pointed_to([invoice])
    if not wanted:
        return NONE_KNOWN
    with step(books.session):
        rows = {found.invoice_id: found for found in rows_of(books.session, row.tenant, wanted)}
        kept = lines.of_many(books.session, rows.values())
        gone = remarks.seen_gone(books.session, [found.id for found in rows.values()])
        taken = _taken(books.session, row.tenant, wanted, but=row.id)
        unread = unread_takers(books.session, row.tenant, [found.id for found in rows.values()])
        missing = wanted - rows.keys()
        sent = books.runtime.host.invoices(row.tenant, missing) if missing else {}
    ours = {
        key: _but_for(
            unread.get(found.id, ()),
            _deposit(books, found, kept[found.id].lines if found.id in kept else (), taken.get(key, ())),
        )
        for key, found in rows.items()
        if not found.is_credit
    }
    ours |= {key: replace(ours[key], where=Where.NOT_OURS) for key in ours if rows[key].id in gone}
    others = {
        key: Deposit(key, found.identifier, Where.NOT_OURS, currency=found.currency)
        for key, found in sent.items()
        if not found.is_credit
    }
    return ours | others


def pointed_to(invoices: Iterable[Invoice]) -> set[str]:
    """The deposits that these take off or credit."""
    return {key for invoice in invoices for line in invoice.lines if (key := settled(line, invoice))}


def rows_of(session: Session, tenant: str, invoice_ids: Collection[str]) -> list[Export]:
    query = select(*TABLE.c).where(InvoiceExport.tenant == tenant, InvoiceExport.invoice_id.in_(invoice_ids))
    return queue.exports(session, query)


def _deposit(books: Books, row: Export, kept: tuple[BookedLine, ...], taken: Collection[BookedLine]) -> Deposit:
    where = _where(books, row, kept)
    return Deposit(
        invoice_id=row.invoice_id,
        identifier=row.identifier,
        where=where,
        export_id=row.id,
        booked_on=row.invoice_date,
        division=row.division_name or "",
        currency=row.currency,
        lines=deposit_lines(kept),
        taken=tuple(taken),
    )


def unread_takers(session: Session, tenant: str, deposits: Collection[int]) -> dict[int, list[Export]]:
    """By the export of the deposit what takes it off, was found in Exact, and of which no line was read yet."""
    said = remarks.said_of(session, deposits, [RemarkCode.FINAL_UNREAD]) if deposits else {}
    named = {key: {each for told in found for each in told.get("invoices", ())} for key, found in said.items()}
    rows = rows_of(session, tenant, set().union(*named.values())) if named else []
    kept = lines.of_many(session, rows) if rows else {}
    unread = [row for row in rows if row.state is State.SYNCED and row.id not in kept]
    return {key: [row for row in unread if row.invoice_id in ids] for key, ids in named.items()}


def _but_for(takers: Sequence[Export], deposit: Deposit) -> Deposit:
    """What is left of a deposit is not known while it is not known what one of these takes off."""
    if not takers or deposit.where is not Where.BOOKED:
        return deposit
    return replace(deposit, where=Where.UNREAD, identifier=takers[0].identifier)


def _where(books: Books, row: Export, kept: Collection[BookedLine]) -> Where:
    if row.state in OPEN:
        return Where.WAITS
    if row.entry_id is None:
        return Where.NOT_OURS
    if row.place != books.link.place:
        return Where.ELSEWHERE
    return Where.BOOKED if kept else Where.UNREAD


def deposit_lines(kept: tuple[BookedLine, ...]) -> tuple[BookedLine, ...]:
    """Without what else the invoice charged; of one that was booked before kinds were told, all of it."""
    return tuple(line for line in kept if line.kind is LineKind.DEPOSIT) or kept


def may_be_in_exact() -> ColumnElement[bool]:
    """Of a refused claim lines are kept as well, and nothing of it is in Exact.

    What was sent, and under whose number Exact has something else by now, counts: at worst another final waits for a
    person, and otherwise a deposit could be taken off twice with nobody told. What somebody saw to be gone does not.
    """
    disputed = InvoiceExport.problems.cast(String).contains(f'"{Code.ENTRY_CONFLICT}"')
    may_be = or_(
        InvoiceExport.state.in_((State.CLAIMED, State.UNCONFIRMED, State.SYNCED)),
        InvoiceExport.entry_id.is_not(None),
        and_(InvoiceExport.state == State.BLOCKED, InvoiceExport.sends > 0, disputed),
    )
    return and_(may_be, ~remarks.is_seen_gone(InvoiceExport.id))


def takes_off(invoice_ids: Collection[str]) -> ColumnElement[bool]:
    """Lines that settle one of these, or credit one without saying so by line."""
    credits = and_(
        ExportLine.settles_invoice_id.is_(None),
        ExportLine.kind == LineKind.DEPOSIT,
        InvoiceExport.is_credit,
        InvoiceExport.credits_id.in_(invoice_ids),
    )
    return or_(ExportLine.settles_invoice_id.in_(invoice_ids), credits)


def _taken(
    session: Session, tenant: str, invoice_ids: Collection[str], *, but: int
) -> Mapping[str, Collection[BookedLine]]:
    """What other invoices take off these deposits, by the deposit."""
    query = select(*TABLE.c).where(
        InvoiceExport.tenant == tenant,
        InvoiceExport.id != but,
        may_be_in_exact(),
        InvoiceExport.id.in_(
            select(ExportLine.export_id)
            .join(InvoiceExport, InvoiceExport.id == ExportLine.export_id)
            .where(ExportLine.tenant == tenant, text(OF_DEPOSITS), takes_off(invoice_ids))
        ),
    )
    rows = queue.exports(session, query)
    found: dict[str, list[BookedLine]] = defaultdict(list)
    for export_id, kept in (lines.of_many(session, rows) if rows else {}).items():
        row = next(row for row in rows if row.id == export_id)
        for line in kept.lines:
            if key := taken_from(line, row):
                found[key].append(line)
    return found


def taken_from(line: BookedLine, row: Export) -> str | None:
    """The deposit that a booked line takes off or credits."""
    if line.settles_invoice_id:
        return line.settles_invoice_id
    return row.credits_id if row.is_credit and line.kind is LineKind.DEPOSIT else None
