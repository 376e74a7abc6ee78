"""The relation that an invoice is booked on, and what becomes of an invoice for which Exact does not give one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mice_exact_plugin.booking import outcomes
from mice_exact_plugin.debtors import ensure
from mice_exact_plugin.debtors.binding import DebtorUnderWay, DecidedMeanwhile, Located, NotPromoted
from mice_exact_plugin.debtors.ensure import Filled
from mice_exact_plugin.debtors.findings import right_missing
from mice_exact_plugin.domain.entry import eu_sales
from mice_exact_plugin.domain.outcome import Became, Heard, Outcome
from mice_exact_plugin.domain.problems import Code, Problem
from mice_exact_plugin.domain.references import Reference
from mice_exact_plugin.domain.states import is_enough_for_a_night
from mice_exact_plugin.errors import NotAllowed, OutcomeUnknown, Refused, RightMissing

if TYPE_CHECKING:
    from mice_exact_plugin.booking.planning import Ready
    from mice_exact_plugin.domain.entry.mapper import Mapped
    from mice_exact_plugin.domain.invoice import Invoice
    from mice_exact_plugin.exports.export import Export
    from mice_exact_plugin.work import Work


def account_of(work: Work, row: Export, invoice: Invoice, plan: Ready) -> str | Became:
    """The id of the relation, made or changed where the plan says so; else what became of the invoice."""
    try:
        account_id = ensure.ensure(work, plan.located, invoice, row.id, must_keep=_must_keep(plan.mapped))
        held = _for_want_of_a_number(work, row, plan.mapped, account_id)
    except DecidedMeanwhile:
        work.ahead.outdated(plan.located.customer, None, work.forms)
        return Became(Outcome.PUT_BACK)
    except DebtorUnderWay:
        return Became(outcomes.waits(work, Outcome.UNDER_WAY), Heard.SILENCE)
    except OutcomeUnknown as error:
        outcome = _after_unanswered_promotion(work, row, plan.located)
        return outcomes.after_silence(outcome, error)
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
    return Became(held) if held else account_id


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


def _about_debtor(error: Refused, plan: Ready) -> Problem:
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
    return outcomes.waits(work)


def _about_promotion(code: Code, located: Located) -> Problem:
    account = located.account
    assert account is not None, "what is promoted exists"
    return Problem(code, {"name": account.name, "code": account.code})
