"""What Exact refused: the row goes where the table of refusals says, and what shares the cause waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mice_exact_plugin.booking import outcomes, suspicion
from mice_exact_plugin.domain import refusals
from mice_exact_plugin.domain.entry.keys import payload_digest
from mice_exact_plugin.domain.outcome import Outcome
from mice_exact_plugin.domain.refusals import About
from mice_exact_plugin.domain.states import Event
from mice_exact_plugin.errors import NotAllowed, RightMissing

if TYPE_CHECKING:
    from mice_exact_plugin.domain.entry.mapper import Mapped
    from mice_exact_plugin.errors import Refused
    from mice_exact_plugin.exports.export import Export
    from mice_exact_plugin.work import Work

#: What refuses this many invoices after one another, and lets none through, is no longer about one invoice.
SAME_CAUSE = 3


def after_refusal(work: Work, row: Export, mapped: Mapped, account_id: str, error: Refused) -> Outcome:
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
        suspicion.reread(work, error)
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


def blame_what_was_shut_out(work: Work) -> None:
    """Another entry was booked after them, so the right is there and the refusals were about what they say."""
    for row, error in work.shut_out:
        outcomes.block(work, row, [outcomes.refusal_problem(error)])
    work.shut_out.clear()
