"""One due row to one sales entry: map, debtor, claim, post, write down. Intent is committed before the call."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from mice_exact_plugin.booking import approval, outcomes, planning, suspicion
from mice_exact_plugin.debtors import ensure
from mice_exact_plugin.debtors.binding import DebtorUnderWay, DecidedMeanwhile, Located, NotPromoted
from mice_exact_plugin.debtors.ensure import Filled
from mice_exact_plugin.debtors.findings import right_missing
from mice_exact_plugin.domain import refusals
from mice_exact_plugin.domain.entry import eu_sales
from mice_exact_plugin.domain.entry.booked_lines import booked_lines
from mice_exact_plugin.domain.entry.comparison import compare
from mice_exact_plugin.domain.entry.entry import sent_of
from mice_exact_plugin.domain.entry.keys import DIGEST_VERSION, invoice_digest, payload_digest, posting_key
from mice_exact_plugin.domain.entry.mapper import Blocked, Mapped, NothingToBook
from mice_exact_plugin.domain.outcome import Became, Heard, Outcome
from mice_exact_plugin.domain.problems import Code, Problem
from mice_exact_plugin.domain.references import Reference
from mice_exact_plugin.domain.refusals import About
from mice_exact_plugin.domain.states import Event, State, is_enough_for_a_night
from mice_exact_plugin.errors import (
    ConnectionDead,
    LeaseLost,
    LinkChanged,
    MovedMeanwhile,
    NotAllowed,
    OutcomeUnknown,
    Refused,
    RightMissing,
    TryLater,
)
from mice_exact_plugin.exports import lines, queue
from mice_exact_plugin.exports.table import sent_as_json

if TYPE_CHECKING:
    from mice_exact_plugin.domain.entry.entry import SeenEntry, SentEntry
    from mice_exact_plugin.domain.invoice import Invoice
    from mice_exact_plugin.exports.export import Export
    from mice_exact_plugin.work import Work

#: What refuses this many invoices after one another, and lets none through, is no longer about one invoice.
SAME_CAUSE = 3


def export(work: Work, row: Export, invoice: Invoice) -> Became:
    """Take one due row as far as it goes. One invoice's failure never stops the others.

    Raises what concerns them all: RateLimited, EndpointResting and other TryLater of the connection, NotAllowed,
    ConnectionDead, LeaseLost. And MovedMeanwhile when the row is not what was read, so that it must be read again.
    """
    try:
        plan = planning.plan(work, row, invoice)
    except DebtorUnderWay:
        return Became(_waits(work))
    match plan:
        case NothingToBook():
            return Became(outcomes.ignore(work, row, invoice))
        case Blocked(problems=problems):
            blocked = outcomes.block(work, row, problems)
            if blocked is Outcome.LEFT:
                raise MovedMeanwhile(row.invoice_id)
            planning.tell_unreadable(work, row, invoice)
            return Became(blocked)
        case planning.Ready() if not approval.stands(work, row, plan):
            return Became(approval.lapse(work, row))
        case planning.Ready() if row.waits_for:
            return Became(_waits(work))
        case planning.Ready():
            return _book(work, row, invoice, plan)


def _waits(work: Work, outcome: Outcome = Outcome.WAITING) -> Outcome:
    work.counts["waiting"] += 1
    return outcome


def _book(work: Work, row: Export, invoice: Invoice, plan: planning.Ready) -> Became:
    planning.tell_unreadable(work, row, invoice)
    try:
        account_id = ensure.ensure(work, plan.located, invoice, row.id, must_keep=_must_keep(plan.mapped))
        held = _for_want_of_a_number(work, row, plan.mapped, account_id)
    except DecidedMeanwhile:
        work.ahead.outdated(plan.located.customer, None, work.forms)
        return Became(Outcome.PUT_BACK)
    except DebtorUnderWay:
        return Became(_waits(work, Outcome.UNDER_WAY), Heard.SILENCE)
    except OutcomeUnknown as error:
        outcome = _after_unanswered_promotion(work, row, plan.located)
        return _after_silence(outcome, error)
    except NotPromoted:
        problem = _about_promotion(Code.PROMOTION_IGNORED, plan.located)
        return Became(outcomes.block(work, row, [problem]))
    except RightMissing as error:
        # It concerns this debtor: whoever is known already is booked the same night.
        problem = right_missing(error.method, error.kind, plan.located.name)
        return Became(outcomes.block(work, row, [problem]))
    except NotAllowed:
        raise
    except Refused as error:
        return Became(outcomes.block(work, row, [_about_debtor(error, plan)]))
    return Became(held) if held else _post(work, row, invoice, plan.mapped, account_id)


def _for_want_of_a_number(work: Work, row: Export, mapped: Mapped, account_id: str) -> Outcome | None:
    """What becomes of an invoice whose relation lacks what a code for the EU needs: held, or mapped anew at once."""
    if mapped.must_keep and not ensure.is_kept(work, account_id, mapped.must_keep.number):
        return Outcome.PUT_BACK
    if mapped.fill is None:
        return None
    match ensure.fill_vat_number(work, row, account_id, mapped.fill.number):
        case Filled.REFUSED:
            return outcomes.block(work, row, [eu_sales.refused(mapped.fill)])
        case Filled.MEANWHILE:
            return Outcome.PUT_BACK
        case Filled.DONE:
            return None


def _must_keep(mapped: Mapped) -> frozenset[str]:
    """What a new relation is not made without."""
    return frozenset({"vat_number"}) if mapped.must_keep else frozenset()


def _about_debtor(error: Refused, plan: planning.Ready) -> Problem:
    must_keep = plan.mapped.must_keep
    if must_keep and error.reference is Reference.VAT_NUMBER:
        return eu_sales.refused(must_keep)
    if plan.located.promote:
        problem = _about_promotion(Code.PROMOTION_REFUSED, plan.located)
        return replace(problem, params=problem.params | {"messages": list(error.messages)})
    return outcomes.refusal_problem(error)


def _after_unanswered_promotion(work: Work, row: Export, located: Located) -> Outcome:
    """It may be sent again at once, so nothing is searched for; after five silences in a run it rests for the night."""
    account = located.account
    assert account is not None, "what is promoted exists"
    work.unpromoted[account.id] += 1
    if is_enough_for_a_night(work.unpromoted[account.id]):
        return outcomes.block(work, row, [_about_promotion(Code.PROMOTION_UNANSWERED, located)])
    return _waits(work)


def _about_promotion(code: Code, located: Located) -> Problem:
    account = located.account
    assert account is not None, "what is promoted exists"
    return Problem(code, {"name": account.name, "code": account.code})


def _post(work: Work, row: Export, invoice: Invoice, mapped: Mapped, account_id: str) -> Became:
    if suspicion.was_refused(work, row, mapped.entry, account_id):
        return Became(outcomes.block(work, row, [work.refused[str(row.id)][1]]))
    key = str(posting_key(*work.link.place, row.tenant, row.invoice_id, row.generation))
    claim = partial(_claim, work, row, invoice, mapped, account_id, key)
    try:
        sent_id = None if work.entry_id_kept is False else key
        posted = work.client.post_entry(mapped.entry, account_id, sent_id, leaves=claim)
    except Refused as error:
        return Became(_after_refusal(work, row, mapped, account_id, error), Heard.ANSWER)
    except OutcomeUnknown as error:
        return _after_silence(outcomes.unknown(work, row), error)
    except (TryLater, ConnectionDead, LeaseLost, LinkChanged):
        # A claim was left behind only where a first try was answered with 401, or where the lease was lost after it.
        outcomes.not_sent(work, row)
        raise
    suspicion.accept(work, mapped.entry, account_id)
    return Became(_after_success(work, row, sent_of(mapped.entry, account_id), key, posted), Heard.ANSWER)


def _claim(work: Work, row: Export, invoice: Invoice, mapped: Mapped, account_id: str, key: str) -> None:
    """Write down what is about to be sent, within the transaction that lets it out.

    MovedMeanwhile when a person or another worker moved the row first, or the host told of the invoice since.
    """
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
        "settings_version": work.settings.version or None,
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
    planning.mark(work.session, row, mapped)


def _after_success(work: Work, row: Export, sent: SentEntry, key: str, posted: SeenEntry) -> Outcome:
    """Booked; whether it is what was sent shows from the answer, or from a search where the answer has no figures."""
    differences = compare(sent, posted)
    if posted.gross is None:
        outcome = outcomes.unseen(work, row, posted)
    elif differences:
        outcome = outcomes.differs(work, row, posted, differences)
    else:
        outcome = outcomes.synced(work, row, posted)
    _blame_what_was_shut_out(work)
    if work.entry_id_kept is None:
        outcomes.remember_entry_id(work, kept=posted.entry_id == key)
    if differences and posted.gross is not None:
        suspicion.after_difference(work, sent, differences)
    return outcome


def _after_silence(outcome: Outcome, error: OutcomeUnknown) -> Became:
    """Raises what the invoices after this one must wait for as well, if anything."""
    if error.pause:
        raise error.pause
    return Became(outcome, Heard.SILENCE)


def _after_refusal(work: Work, row: Export, mapped: Mapped, account_id: str, error: Refused) -> Outcome:
    what = refusals.about(
        error.kind,
        error.reference,
        is_right=isinstance(error, NotAllowed),
        sends_our_id=work.entry_id_kept is not False,
        may_be_stale=suspicion.may_be_stale(work, error),
    )
    event = refusals.after(what, earlier_sends=row.sends)
    if what is About.OUR_ID:
        outcomes.remember_entry_id(work, kept=False)
    match event:
        case Event.OUTCOME_UNKNOWN:
            outcome = outcomes.unknown(work, row)
        case Event.REPEAT_REFUSED:
            outcome = outcomes.unknown(work, row, error)
        case Event.POST_REFUSED:
            suspicion.suspect(work, mapped.entry, account_id, error)
            outcome = outcomes.refused(work, row, error)
        case _:
            outcome = _taken_back(work, row, mapped, account_id, error, what)
    if isinstance(error, NotAllowed):
        _shut_out(work, row, error)
    return outcome


def _taken_back(work: Work, row: Export, mapped: Mapped, account_id: str, error: Refused, what: About) -> Outcome:
    """Certainly not booked. Where the reason was dealt with, the next pass of this slice tries again."""
    if what is About.STALE:
        work.refused[str(row.id)] = payload_digest(mapped.entry, account_id), outcomes.refusal_problem(error)
    outcomes.not_sent(work, row)
    if what is About.STALE:
        suspicion.reread(work, error, account_id)
    return Outcome.LEFT if what is About.RIGHT else Outcome.PUT_BACK


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
