"""The minute and the day: spending them, and believing Exact's headers over our own count."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mice_exact_plugin.errors import RateLimited
from mice_exact_plugin.exact import limits
from mice_exact_plugin.exact.limits import Span, Window

NOW = datetime(2026, 3, 14, 10, 0, 20, tzinfo=UTC)


def seconds(number: float) -> timedelta:
    return timedelta(seconds=number)


def headers(
    remaining: int, resets_at: datetime, stamp: datetime | None, prefix: str = "X-RateLimit-Minutely-"
) -> dict[str, str]:
    told = {f"{prefix}Limit": "60", f"{prefix}Remaining": str(remaining)}
    told[f"{prefix}Reset"] = str(int(resets_at.timestamp() * 1000))
    return told | ({"Date": format_datetime(stamp, usegmt=True)} if stamp else {})


def told(remaining: int, resets_at: datetime, stamp: datetime | None) -> limits.Told:
    found = limits.told(headers(remaining, resets_at, stamp), Span.MINUTE)
    assert found is not None
    return found


def test_a_fresh_window_ends_with_the_clock_minute_and_the_utc_day() -> None:
    assert limits.fresh(Span.MINUTE, NOW) == Window(datetime(2026, 3, 14, 10, 1, tzinfo=UTC), 0, 60)
    assert limits.fresh(Span.DAY, NOW) == Window(datetime(2026, 3, 15, tzinfo=UTC), 0, 5000)


def test_sixty_calls_are_spent_and_the_sixty_first_waits_for_the_minute() -> None:
    window = limits.fresh(Span.MINUTE, NOW)
    for _ in range(60):
        window = limits.spend(window, Span.MINUTE, NOW)
    with pytest.raises(RateLimited) as refusal:
        limits.spend(window, Span.MINUTE, NOW)
    assert refusal.value.not_before == window.resets_at
    assert limits.spend(window, Span.MINUTE, window.resets_at).used == 1


def test_a_window_rolls_on_in_its_own_phase() -> None:
    stale = Window(NOW - seconds(125), 60, 60)
    assert limits.spend(stale, Span.MINUTE, NOW) == Window(NOW + seconds(55), 1, 60)


def test_unseen_calls_of_others_raise_the_count() -> None:
    window = Window(NOW + seconds(40), 5, 60)
    assert limits.correct(window, told(30, NOW + seconds(40), NOW), NOW) == Window(NOW + seconds(40), 30, 60)


def test_calls_of_ours_that_are_under_way_stay_counted() -> None:
    assert limits.correct(Window(NOW + seconds(40), 12, 60), told(50, NOW + seconds(40), NOW), NOW).used == 12


def test_a_new_minute_at_exact_starts_the_count_anew() -> None:
    assert limits.correct(Window(NOW + seconds(1), 60, 60), told(59, NOW + seconds(59), NOW), NOW).used == 1


@given(skew=st.integers(-20, 20), left=st.integers(0, 60))
def test_a_wrong_clock_of_ours_does_not_move_the_reset(skew: int, left: int) -> None:
    ours = NOW + seconds(skew)
    corrected = limits.correct(Window(ours + seconds(60), 0, 60), told(0, NOW + seconds(left), NOW), ours)
    assert corrected.resets_at == ours + seconds(left)


def test_without_a_date_the_reset_is_never_further_than_a_window() -> None:
    corrected = limits.correct(Window(NOW, 0, 60), told(10, NOW + seconds(300), None), NOW)
    assert corrected.resets_at == NOW + seconds(60)


def test_a_429_speaks_of_the_breached_window_only() -> None:
    breached = headers(0, NOW + seconds(40), NOW, prefix="X-RateLimit-")
    assert limits.told(breached, Span.MINUTE) is None
    assert limits.told(breached, Span.DAY) is not None


@pytest.mark.parametrize(
    "broken",
    [
        {},
        {"X-RateLimit-Minutely-Remaining": "many"},
        {"X-RateLimit-Minutely-Reset": "9" * 30},
        {"X-RateLimit-Minutely-Reset": str(int(NOW.timestamp()))},
        {"X-RateLimit-Minutely-Limit": "0"},
        {"X-RateLimit-Minutely-Limit": "-1"},
    ],
)
def test_headers_that_make_no_sense_say_nothing(broken: dict[str, str]) -> None:
    whole = headers(5, NOW, NOW) if broken else {}
    assert limits.told(whole | broken, Span.MINUTE) is None


def test_a_date_that_makes_no_sense_is_no_date() -> None:
    found = limits.told(headers(5, NOW, None) | {"Date": "yesterday"}, Span.MINUTE)
    assert found is not None
    assert found.stamped_at is None
