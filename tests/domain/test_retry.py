"""Pauses and nights."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mice_exact_plugin.domain.states import (
    LONGEST_PAUSE,
    SILENCES_PER_NIGHT,
    backoff,
    is_enough_for_a_night,
    next_refusal_retry,
)

NOW = datetime(2026, 3, 15, 1, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("attempt", "pause"),
    [(1, timedelta(minutes=1)), (2, timedelta(minutes=2)), (5, timedelta(minutes=16)), (9, timedelta(minutes=256))],
)
def test_each_pause_is_twice_the_one_before(attempt: int, pause: timedelta) -> None:
    assert backoff(attempt, 0) == pause


@given(st.integers(0, 10**6), st.floats(0, 1, exclude_max=True))
def test_a_pause_is_never_nothing_and_never_over_six_hours(attempt: int, jitter: float) -> None:
    assert backoff(attempt, 0) / 2 <= backoff(attempt, jitter) <= LONGEST_PAUSE
    assert backoff(attempt, jitter) > timedelta(0)


def test_the_longest_pause_is_reached() -> None:
    assert backoff(10, 0) == backoff(999, 0) == LONGEST_PAUSE


def test_a_refusal_is_tried_again_on_seven_nights_and_not_twice_in_one() -> None:
    retries = [next_refusal_retry(NOW, earlier) for earlier in range(9)]
    assert [retry is not None for retry in retries] == [True] * 7 + [False] * 2
    assert timedelta(hours=8) < (retries[0] or NOW) - NOW < timedelta(hours=20)


def test_five_silences_rest_until_the_next_night() -> None:
    enough = [sends for sends in range(12) if is_enough_for_a_night(sends)]
    assert enough == [SILENCES_PER_NIGHT, 2 * SILENCES_PER_NIGHT]
