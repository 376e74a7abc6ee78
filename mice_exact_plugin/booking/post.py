"""One due row to one sales entry: plan, debtor, claim, post, write down. Intent is committed before the call."""

from __future__ import annotations

from dataclasses import asdict
from functools import partial
from typing import TYPE_CHECKING

from mice_exact_plugin.booking import approval, outcomes, planning, refusal, suspicion
from mice_exact_plugin.booking.account import account_of
from mice_exact_plugin.database import step
from mice_exact_plugin.debtors.binding import DebtorUnderWay
from mice_exact_plugin.deposits import table as deposits
from mice_exact_plugin.deposits import telling
from mice_exact_plugin.domain.entry.booked_lines import booked_lines
from mice_exact_plugin.domain.entry.comparison import as_kept, compare
from mice_exact_plugin.domain.entry.entry import sent_of
from mice_exact_plugin.domain.entry.keys import DIGEST_VERSION, invoice_digest, payload_digest, posting_key
from mice_exact_plugin.domain.entry.mapper import Blocked, Mapped, NothingToBook
from mice_exact_plugin.domain.outcome import Became, Heard, Outcome
from mice_exact_plugin.domain.remarks import RemarkCode
from mice_exact_plugin.domain.states import Event, State
from mice_exact_plugin.errors import (
    ConnectionDead,
    LeaseLost,
    LinkChanged,
    MovedMeanwhile,
    OutcomeUnknown,
    Refused,
    TryLater,
)
from mice_exact_plugin.exports import lines, queue, remarks
from mice_exact_plugin.exports.table import sent_as_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mice_exact_plugin.domain.entry.comparison import Difference
    from mice_exact_plugin.domain.entry.entry import SeenEntry, SentEntry
    from mice_exact_plugin.domain.invoice import Invoice
    from mice_exact_plugin.exports.export import Export
    from mice_exact_plugin.work import Work


def export(work: Work, row: Export, invoice: Invoice) -> Became:
    """Take one due row as far as it goes. One invoice's failure never stops the others.

    Raises what concerns them all: RateLimited, EndpointResting and other TryLater of the connection, NotAllowed,
    ConnectionDead, LeaseLost. And MovedMeanwhile when the row is not what was read, so that it must be read again.
    """
    try:
        plan = planning.plan(work, row, invoice)
    except DebtorUnderWay:
        return Became(outcomes.waits(work))
    if isinstance(plan, NothingToBook):
        return Became(outcomes.ignore(work, row, invoice))
    if isinstance(plan, Blocked):
        blocked = outcomes.block(work, row, plan.problems)
        if blocked is Outcome.LEFT:
            raise MovedMeanwhile(row.invoice_id)
        planning.tell_unreadable(work, row, invoice)
        return Became(blocked)
    if not approval.stands(work, row, plan):
        return Became(approval.lapse(work, row))
    if row.waits_for or plan.waits_on:
        return Became(_waits_for_another(work, row, plan.waits_on))
    planning.tell_unreadable(work, row, invoice, plan.located.customer)
    account_id = account_of(work, row, invoice, plan)
    return _post(work, row, invoice, plan.mapped, account_id) if isinstance(account_id, str) else account_id


def _waits_for_another(work: Work, row: Export, deposit: str | None) -> Outcome:
    """For its original or a deposit; which deposit is noted once, so that whoever looks sees it."""
    if deposit is not None and row.waits_on != deposit:
        with step(work.session):
            queue.note(work.session, row.id, waits_on=deposit)
    return outcomes.waits(work)


def _post(work: Work, row: Export, invoice: Invoice, mapped: Mapped, account_id: str) -> Became:
    if suspicion.was_refused(work, row, mapped.entry, account_id):
        return Became(outcomes.block(work, row, [work.refused[str(row.id)][1]]))
    key = str(posting_key(*work.link.place, row.tenant, row.invoice_id, row.generation))
    sent = sent_of(mapped.entry, account_id)
    claim = partial(_claim, work, row, invoice, mapped, sent, key)
    try:
        sent_id = None if work.entry_id_kept is False else key
        posted = work.client.post_entry(mapped.entry, account_id, sent_id, leaves=claim)
    except Refused as error:
        return Became(refusal.after_refusal(work, row, mapped, account_id, error), Heard.ANSWER)
    except OutcomeUnknown as error:
        return outcomes.after_silence(outcomes.unknown(work, row), error)
    except (TryLater, ConnectionDead, LeaseLost, LinkChanged):
        # A claim was left behind only where a first try was answered with 401, or where the lease was lost after it.
        outcomes.not_sent(work, row)
        raise
    suspicion.accept(work, mapped.entry, account_id)
    return Became(_settle(work, row, sent, key, posted), Heard.ANSWER)


def _claim(work: Work, row: Export, invoice: Invoice, mapped: Mapped, sent: SentEntry, key: str) -> None:
    """Write down what is about to be sent, within the transaction that lets it out.

    MovedMeanwhile when a person or another worker moved the row first, or the host told of the invoice since.
    """
    now, entry = work.runtime.now(), mapped.entry
    assert sent.account_id, "an entry is sent on a relation"
    changes = queue.new_facts(row, invoice) | outcomes.place_of(work)
    changes |= {
        "journal": entry.journal,
        "account_id": sent.account_id,
        "posting_key": key,
        "payload_digest": payload_digest(entry, sent.account_id),
        "invoice_digest": invoice_digest(invoice),
        "digest_version": DIGEST_VERSION,
        "net": entry.net,
        "vat": entry.vat,
        "posted_gross": entry.gross,
        "sent": sent_as_json(sent),
        "fallbacks": [asdict(fallback) for fallback in mapped.fallbacks],
        "settings_version": work.settings.version or None,
        "booked_on": None if entry.entry_date == invoice.invoice_date else entry.entry_date,
        "fence": work.lease.fence,
        "run_id": work.run_id,
        "problems": [],
        "sends": row.sends + 1,
        "first_sent_at": row.first_sent_at or now,
        "last_sent_at": now,
    }
    if not queue.advance(work.session, row.id, State.QUEUED, Event.CLAIM, as_read=row.version, **changes):
        raise MovedMeanwhile(row.invoice_id)
    lines.keep(work.session, row, booked_lines(mapped))
    planning.mark(work.session, row, mapped, work.today, work.reference)
    telling.mark_deposits(work.session, row, invoice, mapped.marks)
    deposits.keep(work.session, row.id, invoice)


def _settle(work: Work, row: Export, sent: SentEntry, key: str, posted: SeenEntry) -> Outcome:
    """Booked: keep the entry's id the moment we have it. Whether it is what was sent the figures of the answer tell.

    Where the answer has none, it is looked up together with others.
    """
    differences = compare(sent, posted)
    if posted.gross is None:
        outcome = outcomes.unseen(work, row, posted)
    elif all(found.is_blank_cost for found in differences):
        outcome = _booked(work, row, posted, differences)
    else:
        outcome = outcomes.differs(work, row, posted, differences)
    refusal.blame_what_was_shut_out(work)
    if work.entry_id_kept is None:
        outcomes.remember_entry_id(work, kept=posted.entry_id == key)
    if any(not found.is_blank_cost for found in differences) and posted.gross is not None:
        suspicion.after_difference(work, sent, differences)
    return outcome


def _booked(work: Work, row: Export, posted: SeenEntry, blank: Sequence[Difference]) -> Outcome:
    """Exact booked what was sent: LEFT only where somebody else has moved the row, whose fence it is by now.

    Args:
        blank: costs that the answer leaves empty. No page of Exact's says that it tells them, so it is only remarked: a
            look at the lines shows whether they are there.
    """
    values = outcomes.booked_values(work, posted)
    details = outcomes.number_of(posted)
    moved = outcomes.move(work, row, State.CLAIMED, Event.POST_ACCEPTED, "posted", values=values, details=details)
    if moved and blank:
        with step(work.session):
            remarks.add(work.session, row.id, RemarkCode.DIFFERS, {"differences": as_kept(blank)})
    return Outcome.SETTLED if moved else Outcome.LEFT
