"""How amounts, dates, moments and rates are written on the pages: the Dutch way, in the venue's own time."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from babel.numbers import format_currency, format_decimal

from mice_exact_plugin.domain.schedule import AMSTERDAM
from mice_exact_plugin.i18n import gettext, ngettext

if TYPE_CHECKING:
    from datetime import datetime

LOCALE = "nl_NL"
#: The hour at which the night is over.
MORNING = 6


def money(amount: Decimal, currency: str = "EUR") -> str:
    return format_currency(amount, currency, locale=LOCALE)


def number(value: int) -> str:
    return format_decimal(value, locale=LOCALE)


def rate(percent: Decimal) -> str:
    """A VAT rate without superfluous decimals: `21%`, `9,5%`."""
    return f"{format_decimal(percent, format='0.####', locale=LOCALE)}%"


def day(value: date) -> str:
    return value.strftime("%d-%m-%Y")


def moment(value: datetime) -> str:
    """A date and a time of the day in Amsterdam."""
    local = value.astimezone(AMSTERDAM)
    return gettext("%(day)s om %(time)s", day=day(local.date()), time=f"{local:%H:%M}")


def coming(value: datetime, now: datetime) -> str:
    """A moment ahead as people say it: *vannacht om 02:14*, *vandaag om 15:21*, else with its date."""
    local, today = value.astimezone(AMSTERDAM), now.astimezone(AMSTERDAM)
    if local.hour < MORNING and timedelta(0) <= value - now < timedelta(days=1):
        return gettext("vannacht om %(time)s", time=f"{local:%H:%M}")
    if local.date() == today.date():
        return gettext("vandaag om %(time)s", time=f"{local:%H:%M}")
    return moment(value)


def local_day(value: datetime) -> str:
    """The date in Amsterdam."""
    return day(value.astimezone(AMSTERDAM).date())


def clock_time(value: datetime) -> str:
    return f"{value.astimezone(AMSTERDAM):%H:%M}"


def duration(length: timedelta) -> str:
    """Seconds below a minute, whole minutes above."""
    seconds = max(int(length.total_seconds()), 0)
    if seconds < 60:
        return ngettext("%(num)s seconde", "%(num)s seconden", seconds)
    return ngettext("%(num)s minuut", "%(num)s minuten", round(seconds / 60))


def age(length: timedelta) -> str:
    """How long ago, in the largest unit that says enough."""
    if length.days:
        return ngettext("%(num)s dag", "%(num)s dagen", length.days)
    hours = int(length.total_seconds() // 3600)
    return ngettext("%(num)s uur", "%(num)s uur", hours) if hours else duration(length)


def money_text(text: str, currency: str = "EUR") -> str:
    """An amount that was stored as text; what is no amount is shown as it is."""
    try:
        return money(Decimal(text), currency)
    except InvalidOperation:
        return text


def day_text(text: str) -> str:
    """A date that was stored as text; what is no date is shown as it is."""
    try:
        return day(date.fromisoformat(text))
    except ValueError:
        return text
