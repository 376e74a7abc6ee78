"""Invoices that were not taken along as people see them: months with counts, invoices with a mark, and the sum."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from mice_exact_plugin import formatting
from mice_exact_plugin.exports.older import month_of, sums
from mice_exact_plugin.i18n import gettext, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from mice_exact_plugin.exports.older import Missing, Period
    from mice_exact_plugin.host.contract import HostClient, HostInvoice


def client_name(client: HostClient) -> str:
    return client.name or " ".join(part for part in (client.first_name, client.last_name) if part)


@dataclass(frozen=True, slots=True)
class MonthView:
    """`address` is the month as addresses name it; `count` is 0 where there is nothing to choose."""

    address: str
    label: str
    count: int
    counted: str


@dataclass(frozen=True, slots=True)
class PeriodView:
    first: str
    last: str
    label: str


@dataclass(frozen=True, slots=True)
class RowView:
    invoice: HostInvoice
    is_booked: bool


def months(found: Sequence[Missing]) -> list[MonthView]:
    return [
        MonthView(
            address(each.period.first),
            formatting.month(each.period.first),
            len(each.ids),
            formatting.number(len(each.ids)),
        )
        for each in found
    ]


def address(day: date, *, before: bool = False) -> str:
    shown = day - timedelta(days=1) if before else day
    return f"{shown:%Y-%m}"


def period(period: Period) -> PeriodView:
    label = formatting.month(period.first)
    if period != month_of(period.first):
        first, last = formatting.day(period.first), formatting.day(period.last)
        label = gettext("%(first)s tot en met %(last)s", first=first, last=last)
    return PeriodView(period.first.isoformat(), period.last.isoformat(), label)


def rows(invoices: Iterable[HostInvoice], booked: Mapping[str, bool]) -> list[RowView]:
    return [RowView(invoice, booked.get(invoice.id, False)) for invoice in invoices]


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
