"""How amounts, dates, moments, rates and country versions are written on pages, in mails and by commands."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from babel.dates import format_date, format_skeleton, format_time
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal, format_percent, get_decimal_symbol

from mice_exact_plugin.exact.sites import Site
from mice_exact_plugin.i18n import N_, gettext, ngettext
from mice_exact_plugin.reader import reader

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

#: A year is written whole: `06-11-26` could be read as three dates.
_YEAR = re.compile("y+")
_POSTCODE = re.compile(r"([1-9][0-9]{3})\s*([A-Za-z]{2})")
#: The hour at which the night is over.
MORNING = 6


def money(amount: Decimal, currency: str = "EUR") -> str:
    return format_currency(amount, currency, locale=reader().locale)


def number(value: int) -> str:
    return format_decimal(value, locale=reader().locale)


def listed(words: Sequence[str]) -> str:
    """Several things as people name them: *naam, postcode en adres*."""
    return format_list(words, locale=reader().locale)


def rate(percent: Decimal) -> str:
    """A VAT rate without superfluous decimals: `21%`, `9,5%`."""
    return f"{format_decimal(percent, format='0.####', locale=reader().locale)}%"


def share(part: Decimal) -> str:
    """A part of the whole in whole percents: `86%`; what is there is never nothing."""
    if 0 < part < Decimal("0.005"):
        return f"<{format_percent(Decimal('0.01'), locale=reader().locale)}"
    return format_percent(part, format="0%", locale=reader().locale)


def plain_number(amount: Decimal) -> str:
    """An amount for a spreadsheet: no currency, no thousands, the reader's decimal sign."""
    return format(amount, "f").replace(".", decimal_sign())


def decimal_sign() -> str:
    sign: str = get_decimal_symbol(reader().locale)
    return sign


def postcode(text: str) -> str:
    """A Dutch one as people write it, *1234 AB*; any other as it is."""
    found = _POSTCODE.fullmatch(text.strip())
    return f"{found[1]} {found[2].upper()}" if found else text


def day(value: date) -> str:
    locale = reader().locale
    return format_date(value, _YEAR.sub("y", locale.date_formats["short"].pattern), locale=locale)


def month(value: date) -> str:
    """*november 2026*."""
    return format_skeleton("yMMMM", value, locale=reader().locale)


def moment(value: datetime) -> str:
    """A date and a time of the day where the reader is."""
    return gettext("%(day)s om %(time)s", day=local_day(value), time=clock_time(value))


def coming(value: datetime, now: datetime) -> str:
    """A moment ahead as people say it: *vannacht om 02:14*, *vandaag om 15:21*, else with its date.

    One that has passed without what it was for is no moment to name.
    """
    if value <= now:
        return gettext("zo gauw mogelijk")
    zone = reader().zone
    local, today = value.astimezone(zone), now.astimezone(zone)
    if local.hour < MORNING and value - now < timedelta(days=1):
        return gettext("vannacht om %(time)s", time=clock_time(value))
    if local.date() == today.date():
        return gettext("vandaag om %(time)s", time=clock_time(value))
    return moment(value)


def local_day(value: datetime) -> str:
    """The date where the reader is."""
    return day(value.astimezone(reader().zone).date())


def clock_time(value: datetime) -> str:
    found = reader()
    return format_time(value, "short", tzinfo=found.zone, locale=found.locale)


def duration(length: timedelta) -> str:
    """Seconds below a minute, whole minutes above."""
    seconds = max(int(length.total_seconds()), 0)
    if seconds < 60:
        return ngettext("%(num)s seconde", "%(num)s seconden", seconds)
    return ngettext("%(num)s minuut", "%(num)s minuten", round(seconds / 60))


def age(length: timedelta) -> str:
    """How long ago, in the largest unit that says enough."""
    if length < timedelta(minutes=1):
        return gettext("minder dan een minuut")
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


COUNTRIES: dict[Site, str] = {
    Site.NL: N_("Nederland"),
    Site.BE: N_("België"),
    Site.DE: N_("Duitsland"),
    Site.FR: N_("Frankrijk"),
    Site.ES: N_("Spanje"),
    Site.UK: N_("Verenigd Koninkrijk"),
    Site.COM: N_("Internationaal"),
}


def country(site: str) -> str:
    return gettext(COUNTRIES[Site(site)])
