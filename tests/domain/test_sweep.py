"""When everything is compared: once a week, spread over the nights, and never later than that."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from mice_exact_plugin.domain.sweep import LOOK_BACK, OVERLAP, is_everything_due, sent_since, uncertain

NIGHT = datetime(2026, 11, 27, 1, 30, tzinfo=UTC)


def test_the_first_sweep_compares_everything() -> None:
    assert is_everything_due("zaal", None, NIGHT)


def test_of_seven_nights_in_a_row_one_compares_everything() -> None:
    for tenant in ("zaal", "strand", "café"):
        last, due = NIGHT, []
        for number in range(1, 22):
            night = NIGHT + timedelta(days=number)
            if is_everything_due(tenant, last, night):
                due.append(number)
                last = night
        assert len(due) == 3
        assert due[0] <= 7
        assert [later - earlier for earlier, later in pairwise(due)] == [7, 7]


def test_two_thousand_tenants_that_began_in_one_night_are_spread_over_the_week() -> None:
    tenants = [f"zaal-{number}" for number in range(2000)]
    nights: Counter[int] = Counter()
    for tenant in tenants:
        week = (number for number in range(1, 8) if is_everything_due(tenant, NIGHT, NIGHT + timedelta(days=number)))
        nights[next(week)] += 1
    assert sorted(nights) == list(range(1, 8))
    assert max(nights.values()) < 2 * min(nights.values())


def test_a_night_that_was_missed_is_made_up_for() -> None:
    assert is_everything_due("zaal", NIGHT, NIGHT + timedelta(days=40))
    for days in range(7, 15):
        assert is_everything_due("zaal", NIGHT, NIGHT + timedelta(days=days))


def test_a_second_sweep_in_a_night_does_not_compare_everything_again() -> None:
    assert not is_everything_due("zaal", NIGHT, NIGHT + timedelta(minutes=5))


def test_what_was_sent_is_looked_for_from_where_the_last_sweep_ended_and_once_a_week_from_far_back() -> None:
    last, far = NIGHT, []
    for number in range(1, 22):
        night = NIGHT + timedelta(days=number)
        since = sent_since("zaal", last, night)
        if since == night - LOOK_BACK:
            far.append(number)
        else:
            assert since == last - OVERLAP
        last = night
    assert [later - earlier for earlier, later in pairwise(far)] == [7, 7]


def test_what_could_not_be_added_for_years_is_still_looked_for() -> None:
    assert sent_since("zaal", NIGHT - 2 * LOOK_BACK, NIGHT) == NIGHT - 2 * LOOK_BACK - OVERLAP


def test_of_a_first_sweep_and_after_a_wrong_clock_nothing_is_taken_for_looked_at() -> None:
    assert sent_since("zaal", None, NIGHT) < NIGHT - 10 * LOOK_BACK
    assert sent_since("zaal", NIGHT + timedelta(minutes=1), NIGHT) == NIGHT - LOOK_BACK


GRANTED = NIGHT - timedelta(days=100)
YEAR = NIGHT - timedelta(days=365), NIGHT + timedelta(hours=8)


@pytest.mark.parametrize(
    ("swept_until", "parts"),
    [
        pytest.param(
            NIGHT, [(YEAR[0], GRANTED), (NIGHT - OVERLAP, YEAR[1])], id="before the grant, and since the sweep"
        ),
        pytest.param(None, [YEAR], id="no sweep yet"),
        pytest.param(GRANTED - timedelta(days=1), [YEAR], id="granted again since"),
        pytest.param(YEAR[1] + timedelta(days=1), [YEAR], id="a wrong clock said so"),
    ],
)
def test_what_was_swept_needs_no_second_look(
    swept_until: datetime | None, parts: list[tuple[datetime, datetime]]
) -> None:
    assert uncertain(YEAR, GRANTED, swept_until, YEAR[1]) == parts


def test_a_month_in_between_is_certain() -> None:
    month = GRANTED + timedelta(days=10), GRANTED + timedelta(days=40)
    assert uncertain(month, GRANTED, NIGHT, NIGHT) == []
