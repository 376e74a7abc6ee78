"""The rules of time of a token pair."""

from datetime import UTC, datetime, timedelta

import pytest

from mice_exact_plugin.access import tokens

RECEIVED = datetime(2026, 3, 29, 0, 55, tzinfo=UTC)


@pytest.mark.parametrize(("seconds", "may"), [(-20, False), (0, False), (569, False), (570, True)])
def test_the_first_ten_minutes(seconds: int, may: bool) -> None:
    now = RECEIVED + timedelta(seconds=seconds)
    assert tokens.may_refresh(RECEIVED, now) is may


def test_a_pair_that_comes_later_than_now_was_received_by_a_clock_that_stood_wrong() -> None:
    """Else it is too young until then, and what the link waits for is a year away."""
    now = RECEIVED - timedelta(days=365)
    assert tokens.may_refresh(RECEIVED, now)
    assert tokens.keep_alive_due(RECEIVED, now)
    assert not tokens.keep_alive_due(RECEIVED, RECEIVED - timedelta(minutes=5))


def test_a_refresh_is_allowed_at_570_seconds() -> None:
    assert tokens.refresh_allowed_at(RECEIVED) == RECEIVED + timedelta(seconds=570)


@pytest.mark.parametrize(("days", "keep_alive", "notice"), [(6, False, False), (7, True, False), (20, True, True)])
def test_the_month(days: int, keep_alive: bool, notice: bool) -> None:
    now = RECEIVED + timedelta(days=days)
    assert tokens.keep_alive_due(RECEIVED, now) is keep_alive
    assert tokens.notice_due(RECEIVED, now) is notice
    assert now < tokens.dies_at(RECEIVED) == RECEIVED + timedelta(days=30)
