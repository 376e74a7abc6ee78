"""Dates, rates, codes and amounts as Exact spells them."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mice_exact_plugin.exact.wire import values


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("/Date(1351209600000)/", date(2012, 10, 26)),
        ("/Date(1351209600000+0100)/", date(2012, 10, 26)),
        ("/Date(-2208988800000)/", date(1900, 1, 1)),
        ("/Date(253402214400000)/", date(9999, 12, 31)),
        (None, None),
        ("", None),
    ],
)
def test_a_day_is_read_off_without_moving_it_to_a_zone(written: str | None, read: date | None) -> None:
    assert values.day(written) == read


@pytest.mark.parametrize("text", ["2026-03-14", "/Date()/", "/Date(9999999999999999999)/", "morgen"])
def test_other_dates_are_not_guessed_at(text: str) -> None:
    with pytest.raises(ValueError, match=r"no date|beyond"):
        values.day(text)


@pytest.mark.parametrize(
    ("wall_clock", "utc"),
    [
        ("2026-01-15T02:00", "2026-01-15T01:00"),
        ("2026-07-15T02:00", "2026-07-15T00:00"),
        ("2026-10-25T02:30", "2026-10-25T01:30"),
    ],
)
def test_a_timestamp_is_exacts_wall_clock(wall_clock: str, utc: str) -> None:
    ticks = int(datetime.fromisoformat(f"{wall_clock}Z").timestamp() * 1000)
    assert values.moment(f"/Date({ticks})/") == datetime.fromisoformat(f"{utc}Z")


@given(st.dates(date(1900, 1, 1), date(9999, 12, 31)))
def test_any_day_reads_back(day: date) -> None:
    midnight = datetime(day.year, day.month, day.day, tzinfo=UTC)
    ticks = (midnight - datetime(1970, 1, 1, tzinfo=UTC)).days * 86_400_000
    assert values.day(f"/Date({ticks})/") == day


@pytest.mark.parametrize(
    ("fraction", "rate"),
    [
        ("0.21", "21"),
        ("0.2", "20"),
        ("0.055", "5.5"),
        ("0", "0"),
        ("0.0", "0"),
        ("1", "100"),
        ("0.20999999999999999", "21"),
    ],
)
def test_a_rate_is_a_percentage_in_its_shortest_spelling(fraction: str, rate: str) -> None:
    assert str(values.percent(Decimal(fraction))) == rate


def test_codes_lose_their_padding() -> None:
    assert values.trimmed("                 8") == "8"
    assert values.trimmed("2  ") == "2"
    assert values.optional("NL ") == "NL"
    assert values.optional("   ") is None
    assert values.optional(None) is None
    assert values.key("71B961DE-B9F3-49FE-883D-0F46C7E0E89B") == "71b961de-b9f3-49fe-883d-0f46c7e0e89b"


def test_an_amount_leaves_with_two_decimals_and_never_rounded() -> None:
    assert str(values.outgoing(Decimal("12.5"))) == "12.50"
    assert str(values.outgoing(Decimal("-0"))) == "0.00"
    with pytest.raises(ValueError, match="cents"):
        values.outgoing(Decimal("12.505"))
