"""Exact's way of writing single values: padded codes, wall-clock dates, fractions and doubles."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from mice_exact_plugin.domain.money import to_cents

#: Exact's REST FAQ: timestamps are "in CET, not GMT", local time written as if it were UTC.
EXACT_ZONE = ZoneInfo("Europe/Amsterdam")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
#: The format allows an offset after the milliseconds, which says nothing about them.
_TICKS = re.compile(r"/Date\((-?\d+)(?:[+-]\d{4})?\)/")
#: Rates have at most a few decimals; what a double adds behind them is noise.
#: What is more than ten times the net amount is no VAT.
_LARGEST_RATE = 10
#: What a database keeps in a column of 64 bits: row versions and entry numbers beyond that are none.
INT64 = 2**63 - 1
_GUID = 36
_RATE_STEP = Decimal("0.0001")


def trimmed(text: str | None) -> str:
    """Codes come padded, left or right, to widths of 3, 9, 10 or 18. A NUL says nothing, and PostgreSQL keeps none."""
    return (text or "").replace("\0", "").strip()


def short(text: str | None, most: int) -> str:
    """A code of at most so many characters; ValueError for a longer one, which is none of Exact's."""
    found = trimmed(text)
    if len(found) > most:
        raise ValueError(f"a code of {len(found)} characters")
    return found


def optional(text: str | None) -> str | None:
    return trimmed(text) or None


def key(guid: str | None) -> str:
    """A GUID in the one spelling in which two of them can be compared; ValueError for what is too long to be one."""
    return short(guid, _GUID).lower()


def day(text: str | None) -> date | None:
    """The calendar date of `/Date(ms)/`, read off as UTC and never moved to a zone. ValueError for other text."""
    return _wall_clock(text).date() if text else None


def moment(text: str | None) -> datetime | None:
    """The aware UTC moment of a timestamp, which Exact writes as its own wall clock. ValueError for other text.

    Of the hour that occurs twice in autumn the later one is taken.
    """
    if not text:
        return None
    return _wall_clock(text).replace(tzinfo=EXACT_ZONE, fold=1).astimezone(UTC)


def percent(fraction: Decimal) -> Decimal:
    """0.21 becomes 21, in the shortest spelling: never 21.00 or 2E+1. ValueError for what is no rate."""
    if not fraction.is_finite() or abs(fraction) > _LARGEST_RATE:
        raise ValueError("no rate of VAT")
    return Decimal(format((fraction * 100).quantize(_RATE_STEP).normalize(), "f"))


def outgoing(amount: Decimal) -> Decimal:
    """An amount on its way to Exact, with two decimals; ValueError rather than rounding what the invoice does not."""
    rounded = to_cents(amount)
    if rounded != amount:
        raise ValueError(f"{amount} is no whole number of cents")
    return rounded


def _wall_clock(text: str) -> datetime:
    ticks = _TICKS.fullmatch(text)
    if not ticks:
        raise ValueError(f"{text!r} is no date of Exact's")
    try:
        return _EPOCH + timedelta(milliseconds=int(ticks[1]))
    except OverflowError:
        raise ValueError(f"{text!r} is beyond the calendar") from None
