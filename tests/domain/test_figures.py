"""Every invoice of a run has exactly one outcome, so the figures add up."""

from __future__ import annotations

import pytest

from mice_exact_plugin.domain.run import HELD, SETTLED, Figure, figure_of, figures, settled, total
from mice_exact_plugin.domain.states import State


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("adopted", [True, False])
@pytest.mark.parametrize("waits", [True, False])
def test_every_state_has_an_outcome(state: State, adopted: bool, waits: bool) -> None:
    assert figure_of(state, adopted=adopted, waits=waits) in Figure


def test_only_what_waits_in_the_queue_waits_and_only_what_is_booked_was_found_back() -> None:
    assert figure_of(State.QUEUED, adopted=False, waits=True) is Figure.WAITING
    assert figure_of(State.BLOCKED, adopted=True, waits=True) is Figure.BLOCKED
    assert figure_of(State.SYNCED, adopted=True, waits=True) is Figure.ADOPTED
    assert figure_of(State.CLAIMED, adopted=False, waits=False) is Figure.UNCONFIRMED


def test_figures_add_up_to_what_was_counted() -> None:
    groups = [(State.SYNCED, False, False, 4), (State.SYNCED, False, True, 1), (State.SYNCED, True, False, 2)]
    groups += [(State.BLOCKED, False, False, 9), (State.QUEUED, False, False, 3), (State.QUEUED, False, True, 1)]
    found = figures(groups)
    assert found == {"booked": 5, "adopted": 2, "blocked": 9, "waiting": 1, "left": 3}
    assert (total(found), settled(found)) == (20, 16)


def test_what_is_settled_needs_no_run_and_what_is_held_needs_a_person() -> None:
    assert {Figure.BOOKED, Figure.ADOPTED, Figure.BLOCKED, Figure.IGNORED} == SETTLED
    assert Figure.BLOCKED in HELD
