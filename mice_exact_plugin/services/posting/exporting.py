"""One due row to one sales entry: map, debtor, claim, post, write down. Intent is committed before the call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mice_exact_plugin.domain import eu_sales
from mice_exact_plugin.domain.entry_comparison import compare
from mice_exact_plugin.domain.entry_sides import sent_of
from mice_exact_plugin.domain.export_state import Event, State, refusal
from mice_exact_plugin.domain.mapper import Mapped
from mice_exact_plugin.domain.posting_key import DIGEST_VERSION, invoice_digest, payload_digest, posting_key
from mice_exact_plugin.domain.problems import Code, Problem
from mice_exact_plugin.domain.retry import is_enough_for_a_night
from mice_exact_plugin.errors import (
    ConnectionDead,
    LeaseLost,
    NotAllowed,
    OutcomeUnknown,
    Refused,
    RightMissing,
    TryLater,
)
from mice_exact_plugin.services.access import silence
from mice_exact_plugin.services.posting import debtors, holding, mapping, marking, outcomes, suspicion, vat_numbers
from mice_exact_plugin.services.posting.debtors.problems import right_missing
from mice_exact_plugin.services.posting.vat_numbers import Filled
from mice_exact_plugin.store import export_queue as queue
from mice_exact_plugin.store.base import step
from mice_exact_plugin.store.invoice_export import sent_as_json

if TYPE_CHECKING:
    from mice_exact_plugin.domain.entry_sides import SeenEntry, SentEntry
    from mice_exact_plugin.domain.invoice import Invoice
    from mice_exact_plugin.services.posting.work import Work
    from mice_exact_plugin.store.export import Export

#: After this many posts in a row without a usable answer the slice ends: Exact, or the way to it, is out of order.
UNKNOWN_LIMIT = 3
#: What refuses this many invoices after one another, and lets none through, is no longer about one invoice.
SAME_CAUSE = 3


def export(work: Work, row: Export, invoice: Invoice) -> None:
    """Take one due row as far as it goes. One invoice's failure never stops the others.

    Raises what concerns them all: RateLimited, EndpointResting and other TryLater of the connection, NotAllowed,
    ConnectionDead, LeaseLost.
    """
    try:
        plan = mapping.plan(work, row, invoice)
    except debtors.DebtorUnderWay:
        work.counts["waiting"] += 1
        return
    match plan:
        case mapping.Nothing():
            outcomes.ignore(work, row, "nothing_to_book")
        case mapping.Stuck(problems=problems):
            outcomes.block(work, row, problems)
            marking.tell_unreadable(work, row, invoice)
        case mapping.Ready() if row.waits_for:
            work.counts["waiting"] += 1
        case mapping.Ready():
            _book(work, row, invoice, plan)


def _book(work: Work, row: Export, invoice: Invoice, plan: mapping.Ready) -> None:
    silence.wait(work.runtime, work.lease)
    marking.tell_unreadable(work, row, invoice)
    try:
        account_id = debtors.ensure(work, plan.located, invoice, row.id, must_keep=_must_keep(plan.mapped))
        if not _has_its_number(work, row, plan.mapped, account_id):
            return
    except debtors.DebtorUnderWay:
        work.counts["waiting"] += 1
        work.unknown += 1
        _count_silence(work)
    except OutcomeUnknown as error:
        _after_unanswered_promotion(work, row, plan.located)
        _count_silence(work, error.pause)
    except debtors.NotPromoted:
        outcomes.block(work, row, [_about_promotion(Code.PROMOTION_IGNORED, plan.located)])
    except RightMissing as error:
        # It concerns this debtor: whoever is known already is booked the same night.
        outcomes.block(work, row, [right_missing(error.method, error.kind, plan.located.name)])
    except NotAllowed:
        raise
    except Refused as error:
        outcomes.block(work, row, [_about_debtor(error, plan.mapped)])
    else:
        _post(work, row, invoice, plan.mapped, account_id)


def _has_its_number(work: Work, row: Export, mapped: Mapped, account_id: str) -> bool:
    """Whether the relation has what a code for the EU needs; else the invoice is held, or mapped anew at once."""
    if mapped.must_keep and not vat_numbers.is_kept(work, account_id, mapped.must_keep.number):
        work.put_back += 1
        return False
    if mapped.fill is None:
        return True
    filled = vat_numbers.fill(work, row, account_id, mapped.fill.number)
    if filled is Filled.REFUSED:
        outcomes.block(work, row, [eu_sales.refused(mapped.fill)])
    elif filled is Filled.MEANWHILE:
        work.put_back += 1
    return filled is Filled.DONE


def _must_keep(mapped: Mapped) -> frozenset[str]:
    """What a new relation is not made without."""
    return frozenset({"vat_number"}) if mapped.must_keep else frozenset()


def _about_debtor(error: Refused, mapped: Mapped) -> Problem:
    if mapped.must_keep and error.reference == "vat_number":
        return eu_sales.refused(mapped.must_keep)
    return outcomes.refusal_problem(error)


def _after_unanswered_promotion(work: Work, row: Export, located: debtors.Located) -> None:
    """It may be sent again at once, so nothing is searched for; after five silences in a run it rests for the night."""
    account = located.account
    assert account is not None, "what is promoted exists"
    work.unpromoted[account.id] += 1
    if is_enough_for_a_night(work.unpromoted[account.id]):
        outcomes.block(work, row, [_about_promotion(Code.PROMOTION_UNANSWERED, located)])
    else:
        work.counts["waiting"] += 1


def _about_promotion(code: Code, located: debtors.Located) -> Problem:
    account = located.account
    assert account is not None, "what is promoted exists"
    return Problem(code, {"name": account.name, "code": account.code})


def _post(work: Work, row: Export, invoice: Invoice, mapped: Mapped, account_id: str) -> None:
    if suspicion.was_refused(work, row, mapped.entry, account_id):
        outcomes.block(work, row, [work.refused[str(row.id)][1]])
        return
    key = str(posting_key(*work.link.place, row.tenant, row.invoice_id, row.generation))
    if not _claim(work, row, invoice, mapped, account_id, key):
        return
    try:
        posted = work.client.post_entry(mapped.entry, account_id, None if work.entry_id_kept is False else key)
    except Refused as error:
        _after_refusal(work, row, mapped, account_id, error)
    except OutcomeUnknown as error:
        outcomes.unknown(work, row)
        _count_silence(work, error.pause)
    except (TryLater, ConnectionDead, LeaseLost):
        outcomes.not_sent(work, row)
        raise
    else:
        suspicion.accept(work, mapped.entry, account_id)
        _after_success(work, row, sent_of(mapped.entry, account_id), key, posted)


def _claim(work: Work, row: Export, invoice: Invoice, mapped: Mapped, account_id: str, key: str) -> bool:
    """Write down what is about to be sent; False when a person or another worker moved the row first."""
    now, entry = work.runtime.now(), mapped.entry
    changes = queue.facts_of(invoice) | {
        "site": work.link.place[0],
        "division": work.link.division,
        "division_name": work.link.division_name,
        "journal": entry.journal,
        "account_id": account_id,
        "posting_key": key,
        "payload_digest": payload_digest(entry, account_id),
        "invoice_digest": invoice_digest(invoice),
        "digest_version": DIGEST_VERSION,
        "net": entry.net,
        "vat": entry.vat,
        "posted_gross": entry.gross,
        "sent": sent_as_json(sent_of(entry, account_id)),
        "fallbacks": outcomes.fallback_rows(mapped),
        "fence": work.lease.fence,
        "run_id": work.run_id,
        "problems": [],
        "sends": row.sends + 1,
        "first_sent_at": row.first_sent_at or now,
        "last_sent_at": now,
    }
    with step(work.session):
        claimed = queue.advance(work.session, row.id, State.QUEUED, Event.CLAIM, **changes)
        if claimed:
            marking.mark(work.session, row, mapped)
        return claimed


def _after_success(work: Work, row: Export, sent: SentEntry, key: str, posted: SeenEntry) -> None:
    """Booked; whether it is what was sent shows from the answer, or from a search where the answer has no figures."""
    differences = compare(sent, posted)
    if posted.gross is None:
        outcomes.unseen(work, row, posted)
    elif differences:
        outcomes.differs(work, row, posted, differences)
    else:
        outcomes.synced(work, row, posted)
    work.unknown_in_a_row = 0
    _blame_what_was_shut_out(work)
    if work.entry_id_kept is None:
        outcomes.remember_entry_id(work, kept=posted.entry_id == key)
    if differences and posted.gross is not None:
        holding.after_difference(work, sent, differences)


def _count_silence(work: Work, pause: TryLater | None = None) -> None:
    """Raises what the invoices after this one must wait for as well, if anything."""
    if pause:
        raise pause
    work.unknown_in_a_row += 1
    if work.unknown_in_a_row >= UNKNOWN_LIMIT:
        # The slice after the pause may try as many again.
        work.unknown_in_a_row = 0
        raise TryLater("exact_unreachable")


def _put_back(work: Work, row: Export) -> None:
    """Certainly not booked, and the reason is being dealt with: the next pass of this slice tries again."""
    outcomes.not_sent(work, row)
    work.put_back += 1


def _is_there_already(error: Refused) -> bool:
    """Our key is nobody else's, so what exists under it is ours: a restored database does not know that it sent it."""
    return error.kind == "exists" and error.reference in (None, "entry_id")


def _after_refusal(work: Work, row: Export, mapped: Mapped, account_id: str, error: Refused) -> None:
    work.unknown_in_a_row = 0
    is_repeat = refusal(row.sends) is Event.REPEAT_REFUSED
    if error.reference == "entry_id" and work.entry_id_kept is not False and not _is_there_already(error):
        outcomes.remember_entry_id(work, kept=False)
        if is_repeat:
            outcomes.unknown(work, row)
        else:
            _put_back(work, row)
    elif is_repeat or _is_there_already(error):
        outcomes.unknown(work, row, error)
    elif isinstance(error, NotAllowed):
        outcomes.not_sent(work, row)
    elif suspicion.may_be_stale(work, error):
        work.refused[str(row.id)] = payload_digest(mapped.entry, account_id), outcomes.refusal_problem(error)
        _put_back(work, row)
        suspicion.reread(work, error, account_id)
    else:
        suspicion.suspect(work, mapped.entry, account_id, error)
        outcomes.refused(work, row, error)
    if isinstance(error, NotAllowed):
        _shut_out(work, row, error)


def _shut_out(work: Work, row: Export, error: NotAllowed) -> None:
    """A 403 without a known reason may be about what one entry says: the posts after it tell.

    A firewall before Exact answers so to a text that it takes for an attack. It costs few of the ten refusals an hour.
    """
    if not isinstance(error, RightMissing) or error.kind == "scope":
        raise error
    work.shut_out.append((row, error))
    if len(work.shut_out) == SAME_CAUSE:
        raise error


def _blame_what_was_shut_out(work: Work) -> None:
    """Another entry was booked after them, so the right is there and the refusals were about what they say."""
    for row, error in work.shut_out:
        outcomes.block(work, row, [outcomes.refusal_problem(error)])
    work.shut_out.clear()
