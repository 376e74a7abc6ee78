"""Entries whose lines nobody here has seen and that something goes back to: read from Exact once, forty in a call.

A deposit that was booked before lines were kept, that was found in Exact, or that a person let stand otherwise than it
was sent, is read when an invoice takes it off; what takes one off and was found in Exact, in the next run. Any other
invoice of which no line was kept is read when it is credited, so that the credit stands where it does.
"""

from __future__ import annotations

import logging
from decimal import Decimal
from typing import TYPE_CHECKING

from mice_exact_plugin.audit import record
from mice_exact_plugin.database import step
from mice_exact_plugin.deposits import table, telling
from mice_exact_plugin.deposits.known import deposit_lines, pointed_to, rows_of, unread_takers
from mice_exact_plugin.domain.deposits.placing import settled
from mice_exact_plugin.domain.deposits.rates import rate_of
from mice_exact_plugin.domain.deposits.settings import is_balance
from mice_exact_plugin.domain.deposits.shares import taken_apart, told_apart
from mice_exact_plugin.domain.entry.booked import BookedLine
from mice_exact_plugin.domain.money import ZERO, total
from mice_exact_plugin.domain.remarks import RemarkCode
from mice_exact_plugin.domain.states import State
from mice_exact_plugin.errors import Refused
from mice_exact_plugin.exports import lines, remarks
from mice_exact_plugin.host import adapter

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from datetime import datetime

    from mice_exact_plugin.domain.entry.entry import EntryLine
    from mice_exact_plugin.domain.invoice import Event, Invoice
    from mice_exact_plugin.exports.export import Export
    from mice_exact_plugin.exports.lines import KeptLines
    from mice_exact_plugin.work import Work

logger = logging.getLogger("mice_exact_plugin.run")
#: Deposits of which a run reads what takes them off: after a database was restored there may be thousands, and what is
#: asked beyond the calls of a minute would be asked again and again.
MOST = 200
#: That an entry is not what was sent, and a person knows.
_OTHERWISE = (RemarkCode.DIFFERS, RemarkCode.OTHER_AMOUNT)


def read(work: Work, invoices: Collection[Invoice]) -> None:
    """What these credit, the deposits that they take off, and what else takes off those; no entry twice in a slice."""
    wanted = pointed_to(invoices)
    credited = {invoice.credits_id for invoice in invoices if invoice.is_credit and invoice.credits_id} - wanted
    if not wanted and not credited:
        return
    with step(work.session):
        booked = [row for row in rows_of(work.session, work.link.tenant, wanted | credited) if _is_booked(work, row)]
        deposits = [row for row in booked if row.invoice_id in wanted]
        found = [row for row in booked if row.invoice_id in credited]
        kept = lines.of_many(work.session, [*deposits, *found]) if deposits or found else {}
        assumed = [row for row in deposits if row.id in kept and kept[row.id].seen_at is None]
        otherwise = remarks.said_of(work.session, [row.id for row in assumed], _OTHERWISE) if assumed else {}
        takers = _takers_here(work, [row.id for row in deposits])
    unread = [row for row in deposits if row.id not in kept or row.id in otherwise or _is_another_s(row, kept[row.id])]
    takers += [row for row in found if row.id not in kept or _is_another_s(row, kept[row.id])]
    _read_entries(work, unread, kept, invoices, takers)


def read_adopted(work: Work) -> None:
    """What takes off a deposit and was found in Exact since the last run, so that the deposit is not shown as open."""
    with step(work.session):
        said = remarks.open_with(work.session, work.link.tenant, RemarkCode.FINAL_UNREAD, MOST)
        takers = _takers_here(work, said)
    if takers:
        read(work, [invoice for invoice in _billed(work, takers).values() if invoice])


def _takers_here(work: Work, deposits: Collection[int]) -> list[Export]:
    """Within the caller's transaction."""
    found = unread_takers(work.session, work.link.tenant, deposits)
    each_once = {row.id: row for rows in found.values() for row in rows}
    return [row for row in each_once.values() if _is_booked(work, row)]


def _read_entries(
    work: Work,
    deposits: Sequence[Export],
    kept: Mapping[int, KeptLines],
    invoices: Collection[Invoice],
    others: Sequence[Export],
) -> None:
    """One call for both; where the deposits stand has to be known before what is taken off from there."""
    rows = [row for row in (*deposits, *others) if row.id not in work.asked_lines]
    if not rows:
        return
    work.asked_lines |= {row.id for row in rows}
    try:
        found = work.client.entry_lines([row.entry_id for row in rows if row.entry_id])
    except Refused as error:
        logger.warning("the lines of %s entries that others go back to cannot be read: %s", len(rows), error.kind)
        return
    seen = {
        row.id: [_as_booked(work, row, line) for line in found[row.entry_id or ""]]
        for row in rows
        if row.entry_id in found
    }
    billed, now = _billed(work, rows), work.runtime.now()
    with step(work.session):
        for row in deposits:
            if row.id in seen:
                _keep_deposit(work, row, seen[row.id], kept.get(row.id), billed.get(row.invoice_id), invoices)
        for row in others:
            if row.id not in seen or (invoice := billed.get(row.invoice_id)) is None:
                continue
            if pointed_to([invoice]):
                _keep_taker(work, row, seen[row.id], invoice, now)
            else:
                booked = _as_sent(seen[row.id], kept.get(row.id)) or seen[row.id]
                lines.keep(work.session, row, booked, seen_at=now)


def _billed(work: Work, rows: Sequence[Export]) -> Mapping[str, Invoice | None]:
    with step(work.session):
        return adapter.invoices(work.runtime.host.invoices(work.link.tenant, [row.invoice_id for row in rows]))


def _is_booked(work: Work, row: Export) -> bool:
    return row.state is State.SYNCED and row.entry_id is not None and row.place == work.link.place


def _is_another_s(row: Export, kept: KeptLines) -> bool:
    """Found in Exact under an id that is not the one we sent: what was sent looked the same in its sums."""
    return kept.is_assumed and row.entry_id != row.posting_key


def _keep_deposit(
    work: Work,
    row: Export,
    seen: Sequence[BookedLine],
    kept: KeptLines | None,
    invoice: Invoice | None,
    invoices: Collection[Invoice],
) -> None:
    now, sent = work.runtime.now(), _as_sent(seen, kept)
    booked = sent or told_apart(seen, invoice)
    lines.keep(work.session, row, booked, seen_at=now)
    if code := _left_on_turnover(work, row, booked, invoices):
        remarks.add(work.session, row.id, RemarkCode.STANDS_ON_TURNOVER, {"code": code})
    if kept is None:
        table.keep_event(work.session, row.id, row.tenant, _event(row.invoice_id, invoices), read_at=now)
    if sent is None:
        record(work.session, row.tenant, "deposit_read", at=now, export_id=row.id)


def _left_on_turnover(
    work: Work, row: Export, booked: Iterable[BookedLine], invoices: Collection[Invoice]
) -> str | None:
    """The account where these invoices leave something of the deposit, if that is no balance account."""
    mine = deposit_lines(tuple(booked))
    taken = (line.net for invoice in invoices for line in invoice.lines if settled(line, invoice) == row.invoice_id)
    if work.settings.deposits.as_turnover or not total(line.net for line in mine) + total(taken):
        return None
    accounts = (work.reference.gl_accounts_by_id.get(line.gl_account_id) for line in mine)
    return next((account.code for account in accounts if account and not is_balance(account)), None)


def _as_sent(seen: Sequence[BookedLine], kept: KeptLines | None) -> Sequence[BookedLine] | None:
    """What was sent tells more than what Exact shows, where it is the same."""
    return kept.lines if kept is not None and _places(kept.lines) == _places(seen) else None


def _places(booked: Iterable[BookedLine]) -> list[tuple[str, str, Decimal, Decimal]]:
    return sorted((each.gl_account_id, each.vat_code, each.net, each.vat) for each in booked)


def _keep_taker(work: Work, row: Export, seen: Sequence[BookedLine], invoice: Invoice, now: datetime) -> None:
    deposits = rows_of(work.session, row.tenant, pointed_to([invoice]))
    kept = lines.of_many(work.session, deposits)
    stands = {
        each.invoice_id: {line.gl_account_id for line in deposit_lines(kept[each.id].lines)}
        for each in deposits
        if each.id in kept
    }
    booked = taken_apart(seen, invoice, stands)
    lines.keep(work.session, row, booked, seen_at=now)
    telling.taker_was_read(work.session, row, deposits, {line.settles_invoice_id for line in booked})
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
