"""Which answers Exact counts, and how long an endpoint rests."""

from datetime import UTC, datetime, timedelta

import pytest

from mice_exact_plugin.exact.limits import counts, resting_until

NOW = datetime(2026, 3, 14, 12, tzinfo=UTC)


def minutes_ago(*minutes: int) -> list[datetime]:
    return [NOW - timedelta(minutes=minute) for minute in minutes]


@pytest.mark.parametrize(("status", "counted"), [(400, 1), (401, 1), (403, 1), (404, 1), (405, 0), (429, 0), (500, 0)])
def test_only_four_statuses_count(status: int, counted: int) -> None:
    assert counts(status) is bool(counted)


def test_five_refusals_within_the_hour_are_no_rest() -> None:
    assert resting_until(minutes_ago(50, 40, 30, 20, 10), NOW) is None


def test_the_sixth_rests_the_endpoint_until_the_oldest_is_an_hour_old() -> None:
    assert resting_until(minutes_ago(10, 50, 40, 30, 20, 1), NOW) == NOW + timedelta(minutes=10)


def test_what_is_an_hour_old_no_longer_counts() -> None:
    assert resting_until(minutes_ago(60, 50, 40, 30, 20, 1), NOW) is None


def test_more_than_six_rest_until_five_are_left() -> None:
    assert resting_until(minutes_ago(50, 45, 40, 35, 30, 25, 20), NOW) == NOW + timedelta(minutes=15)
