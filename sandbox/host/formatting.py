"""How amounts, dates and rates are written on the host's pages: the Dutch way."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from babel.dates import format_date
from babel.numbers import format_currency, format_decimal

from sandbox.host.clock import to_venue_time, today

if TYPE_CHECKING:
    from datetime import date, datetime

    from flask import Flask

LOCALE = "nl_NL"


def money(amount: Decimal | None, currency: str = "EUR") -> str:
    return "" if amount is None else format_currency(amount, currency, locale=LOCALE)


def number(value: Decimal) -> str:
    return format_decimal(value, format="#,##0.##########", locale=LOCALE)


def rate(value: Decimal) -> str:
    return f"{number(value)}%"


def day(value: date | None) -> str:
    return "" if value is None else format_date(value, "dd-MM-yyyy", locale=LOCALE)


def moment(value: datetime | None) -> str:
    if value is None:
        return ""
    local = to_venue_time(value)
    return f"{day(local.date())} om {local:%H:%M}"


def typed(value: Decimal | None) -> str:
    """A number as a person types it in a form field: no thousands separators."""
    return "" if value is None else format(value, "f").replace(".", ",")


def init_app(app: Flask) -> None:
    for filter_ in (money, number, rate, day, moment, typed):
        app.add_template_filter(filter_)
    app.add_template_global(today)
