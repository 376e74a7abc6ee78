"""When an invoice is due by its payment condition."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from simulator.books.table import Row


def due_date(entry_date: datetime, condition: Row) -> datetime:
    """Month ends first, then days: 17 January with two month ends is 31 March, with 15 days more 15 April.

    The example is that of Exact's reference page on payment conditions. Beyond the calendar it is due at once.
    """
    months = condition.get("PaymentEndOfMonths") or 0
    try:
        start = _month_end(entry_date, months) if months else entry_date
        return start + timedelta(days=condition.get("PaymentDays") or 0)
    except (OverflowError, ValueError):
        return entry_date


def _month_end(moment: datetime, months: int) -> datetime:
    number = moment.year * 12 + moment.month - 1 + months + 1
    return moment.replace(year=number // 12, month=number % 12 + 1, day=1) - timedelta(days=1)
