"""Whether a row is still the entry that a person said yes to: asked before its claim, and else it waits again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mice_exact_plugin.audit import record
from mice_exact_plugin.database import step
from mice_exact_plugin.domain.entry.keys import payload_digest
from mice_exact_plugin.domain.outcome import Outcome
from mice_exact_plugin.domain.states import Event, State
from mice_exact_plugin.errors import MovedMeanwhile
from mice_exact_plugin.exports import queue

if TYPE_CHECKING:
    from mice_exact_plugin.booking.planning import Ready
    from mice_exact_plugin.exports.export import Changes, Export
    from mice_exact_plugin.work import Books, Work


def digest_of(plan: Ready) -> str:
    """What a person says yes to: the entry, and whose account it is on, also where that is still to be made."""
    located = plan.located
    made = located.creation.account_id if located.creation else located.key
    return payload_digest(plan.mapped.entry, located.account.id if located.account else made)


def stands(books: Books, row: Export, plan: Ready) -> bool:
    """Whether it may be sent as far as approval goes."""
    return not books.link.asks_approval or row.approved_digest == digest_of(plan)


def lapse(work: Work, row: Export) -> Outcome:
    """The mapping, the invoice or its debtor changed since: nothing is sent, and a person is asked anew."""
    changes: Changes = {"approved_digest": None, "approval_lapsed": True}
    with step(work.session):
        if not queue.advance(work.session, row.id, State.QUEUED, Event.APPROVAL_LAPSED, as_read=row.version, **changes):
            raise MovedMeanwhile(row.invoice_id)
        record(work.session, row.tenant, "approval_lapsed", at=work.runtime.now(), export_id=row.id)
    return Outcome.LEFT
