"""Invoices that were sent while the link was not active, by month and with sums; to count them only ids are asked."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.entry.entry import normal_reference
from mice_exact_plugin.exports import bookings, queueing
from mice_exact_plugin.host import offers
from mice_exact_plugin.link.connection import connection_of, place_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from zoneinfo import ZoneInfo

    from mice_exact_plugin.host.contract import HostInvoice
    from mice_exact_plugin.runtime import Runtime

#: Months that are counted together.
MONTHS = 12


@dataclass(frozen=True, slots=True)
class Period:
    """Days from the first to the last, both included."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Missing:
    """The invoices of a period that nobody put ready, oldest first."""

    period: Period
    ids: Sequence[str]


def month_of(day: date) -> Period:
    first = day.replace(day=1)
    return Period(first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1))


def months_until(last: date) -> list[Period]:
    """A year of months, newest first."""
    found = [month_of(last)]
    while len(found) < MONTHS:
        found.append(month_of(found[-1].first - timedelta(days=1)))
    return found


def missing(runtime: Runtime, tenant: str, periods: Sequence[Period], zone: ZoneInfo) -> list[Missing]:
    """Of each period; only reads, within the caller's transaction."""
    bounds = {period: _bounds(period, zone) for period in periods}
    known = queueing.ids_sent_between(
        runtime.session, tenant, min(start for start, _ in bounds.values()), max(end for _, end in bounds.values())
    )
    unknown = {
        period: [each for each in offers.sent_ids_between(runtime.host, tenant, start, end) if each not in known]
        for period, (start, end) in bounds.items()
    }
    every = [invoice_id for ids in unknown.values() for invoice_id in ids]
    without = set(queueing.without_row(runtime.session, tenant, every))
    return [Missing(period, [each for each in ids if each in without]) for period, ids in unknown.items()]


def _bounds(period: Period, zone: ZoneInfo) -> tuple[datetime, datetime]:
    return _start_of(period.first, zone), _start_of(period.last + timedelta(days=1), zone)


def _start_of(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), zone).astimezone(UTC)


def still_missing(runtime: Runtime, tenant: str, invoice_ids: Sequence[str]) -> list[HostInvoice]:
    """Those of the tenant's invoices that have no row, in the order in which they were named."""
    ids = queueing.without_row(runtime.session, tenant, list(dict.fromkeys(invoice_ids)))
    found = runtime.host.invoices(tenant, ids)
    return [found[invoice_id] for invoice_id in ids if invoice_id in found]


def sums(invoices: Iterable[HostInvoice]) -> dict[str, Decimal]:
    """By currency."""
    found: dict[str, Decimal] = defaultdict(Decimal)
    for invoice in invoices:
        found[invoice.currency] += invoice.total_incl
    return dict(found)


def booked_already(runtime: Runtime, tenant: str, invoices: Sequence[HostInvoice]) -> Mapping[str, bool]:
    """Of each invoice, whether something was booked under its printed number, for all we know; by its id."""
    place = place_of(connection_of(runtime.session, tenant))
    numbers = {invoice.id: normal_reference(invoice.identifier) for invoice in invoices}
    known = bookings.numbers_booked(runtime.session, tenant, place, set(numbers.values())) if place else set()
    return {invoice_id: number in known for invoice_id, number in numbers.items()}
