"""What a run came to: every invoice that it had to deal with in exactly one outcome, so that the figures add up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from enum import StrEnum

from mice_exact_plugin.domain.export_state import State


class Outcome(StrEnum):
    """Where an invoice stands at the end of a run, in the order in which people want to know."""

    BOOKED = "booked"
    ADOPTED = "adopted"
    BLOCKED = "blocked"
    UNCONFIRMED = "unconfirmed"
    WAITING = "waiting"
    """A credit whose original is not booked yet."""
    LEFT = "left"
    """Due, and this run did not come to it, or had to put it back."""
    IGNORED = "ignored"


#: The run has nothing left to do for these.
SETTLED = frozenset({Outcome.BOOKED, Outcome.ADOPTED, Outcome.BLOCKED, Outcome.IGNORED})
#: A person who reads the figures must look at these.
HELD = frozenset({Outcome.BLOCKED, Outcome.LEFT})


def outcome_of(state: State, *, adopted: bool, waits: bool) -> Outcome:
    """The one outcome of an invoice, by the state it is in; what was claimed and not settled may be in Exact."""
    match state:
        case State.SYNCED:
            return Outcome.ADOPTED if adopted else Outcome.BOOKED
        case State.QUEUED:
            return Outcome.WAITING if waits else Outcome.LEFT
        case State.CLAIMED | State.UNCONFIRMED:
            return Outcome.UNCONFIRMED
        case State.BLOCKED:
            return Outcome.BLOCKED
        case State.IGNORED:
            return Outcome.IGNORED


def figures(groups: Iterable[tuple[State, bool, bool, int]]) -> dict[str, int]:
    """Counted outcomes of (state, adopted, waits, how many); what did not happen is left out."""
    counted: Counter[str] = Counter()
    for state, adopted, waits, count in groups:
        counted[outcome_of(state, adopted=adopted, waits=waits)] += count
    return {outcome: counted[outcome] for outcome in Outcome if counted[outcome]}


def total(outcomes: Mapping[str, int]) -> int:
    return sum(outcomes.get(outcome, 0) for outcome in Outcome)


def settled(outcomes: Mapping[str, int]) -> int:
    return sum(outcomes.get(outcome, 0) for outcome in SETTLED)
