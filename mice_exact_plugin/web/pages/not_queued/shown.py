"""Invoices that were not taken along as people see them: of whom, from which days, and their sum."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from mice_exact_plugin import formatting
from mice_exact_plugin.exports.older import month_of, sums
from mice_exact_plugin.i18n import gettext, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from mice_exact_plugin.exports.older import Period
    from mice_exact_plugin.host.contract import HostClient, HostInvoice


def client_name(client: HostClient) -> str:
    return client.name or " ".join(part for part in (client.first_name, client.last_name) if part)


def address(day: date, *, before: bool = False) -> str:
    shown = day - timedelta(days=1) if before else day
    return f"{shown:%Y-%m}"


def period(period: Period) -> str:
    if period == month_of(period.first):
        return formatting.month(period.first)
    first, last = formatting.day(period.first), formatting.day(period.last)
    return gettext("%(first)s tot en met %(last)s", first=first, last=last)


def button(invoices: Sequence[HostInvoice]) -> str:
    """*12 facturen, € 14.302,10 klaarzetten*: what the button does, in figures."""
    amounts = formatting.listed([formatting.money(amount, currency) for currency, amount in sums(invoices).items()])
    count = formatting.number(len(invoices))
    return ngettext(
        "%(count)s factuur, %(sum)s klaarzetten",
        "%(count)s facturen, %(sum)s klaarzetten",
        len(invoices),
        count=count,
        sum=amounts,
    )
