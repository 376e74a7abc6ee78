"""Nights: local time, one each, through both changes of the clock."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mice_exact_plugin.domain.run import AMSTERDAM, SPREAD, next_night, offset

NO_SPREAD = timedelta(0)
moments = st.datetimes(datetime(2024, 1, 1), datetime(2028, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 bounds are naive by hypothesis's rule
tenants = st.text("abc-", min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (datetime(2026, 1, 10, 12, tzinfo=UTC), datetime(2026, 1, 11, 1, tzinfo=UTC)),
        (datetime(2026, 7, 10, 12, tzinfo=UTC), datetime(2026, 7, 11, 0, tzinfo=UTC)),
        (datetime(2026, 1, 10, 0, 59, tzinfo=UTC), datetime(2026, 1, 10, 1, tzinfo=UTC)),
        (datetime(2026, 1, 10, 1, tzinfo=UTC), datetime(2026, 1, 11, 1, tzinfo=UTC)),
        # 29 March 2026: 02:00 does not exist, so it is 03:00 summer time
        (datetime(2026, 3, 28, 12, tzinfo=UTC), datetime(2026, 3, 29, 1, tzinfo=UTC)),
        (datetime(2026, 3, 29, 1, tzinfo=UTC), datetime(2026, 3, 30, 0, tzinfo=UTC)),
        # 25 October 2026: 02:00 comes twice, and the first one counts
        (datetime(2026, 10, 24, 12, tzinfo=UTC), datetime(2026, 10, 25, 0, tzinfo=UTC)),
        (datetime(2026, 10, 25, 0, tzinfo=UTC), datetime(2026, 10, 26, 1, tzinfo=UTC)),
    ],
)
def test_two_at_night_in_amsterdam(after: datetime, expected: datetime) -> None:
    assert next_night(after, "proef", spread=NO_SPREAD) == expected


@pytest.mark.parametrize("tenant", ["proef", "ander"])
@pytest.mark.parametrize("at", [time(0, 10), time(2), time(2, 45), time(23, 50)])
def test_every_local_date_of_a_year_has_one_night(tenant: str, at: time) -> None:
    night = next_night(datetime(2026, 1, 1, tzinfo=UTC), tenant, at=at)
    nights = [night]
    while len(nights) < 365:
        nights.append(next_night(nights[-1], tenant, at=at))
    own = offset(tenant)
    days = [(moment - own).astimezone(AMSTERDAM).date() for moment in nights]
    assert [(later - earlier).days for earlier, later in pairwise(days)] == [1] * 364


@given(moments, tenants)
def test_the_next_night_is_later_and_within_a_day_and_an_hour(after: datetime, tenant: str) -> None:
    assert timedelta(0) < next_night(after, tenant) - after <= timedelta(hours=25)


def test_tenants_are_spread_over_half_an_hour_and_keep_their_place() -> None:
    offsets = [offset(f"tenant-{number}") for number in range(300)]
    assert offsets == [offset(f"tenant-{number}") for number in range(300)]
    assert all(timedelta(0) <= place < SPREAD for place in offsets)
    assert {int(place / timedelta(minutes=5)) for place in offsets} == set(range(6))


def test_another_zone_has_its_own_night() -> None:
    night = next_night(datetime(2026, 1, 10, 12, tzinfo=UTC), "x", zone=ZoneInfo("Europe/London"), spread=NO_SPREAD)
    assert night == datetime(2026, 1, 11, 2, tzinfo=UTC)
    assert night.date() == date(2026, 1, 11)
