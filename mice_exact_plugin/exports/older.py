"""Invoices that were sent while the link was not active, by month and with sums, without reading what has its row."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.entry.entry import normal_reference
from mice_exact_plugin.domain.sweep import shared, uncertain
from mice_exact_plugin.exports import bookings, queueing
from mice_exact_plugin.host import offers
from mice_exact_plugin.link.connection import connection_of, place_of
from mice_exact_plugin.manifest import NAME

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from zoneinfo import ZoneInfo

    from mice_exact_plugin.domain.sweep import Span
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
    """The invoices of a period that nobody put ready, oldest first.

    `gross` is what they come to by currency; None where the host cannot sum without handing over whole invoices.
    """

    period: Period
    ids: Sequence[str]
    gross: Mapping[str, Decimal] | None


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
    """Of each period; only reads, within the caller's transaction.

    Neither side is asked about the days of which a sweep has seen that every invoice has its row.
    """
    bounds = {period: _bounds(period, zone) for period in periods}
    whole = min(start for start, _ in bounds.values()), max(end for _, end in bounds.values())
    parts = _uncertain(runtime, tenant, whole)
    asked = {period: [both for part in parts if (both := shared(part, span))] for period, span in bounds.items()}
    known = {each for part in parts for each in queueing.ids_sent_between(runtime.session, tenant, *part)}
    unknown = {
        period: [each for span in of for each in _sent(runtime, tenant, span) if each[0] not in known]
        for period, of in asked.items()
    }
    ids = [each[0] for found in unknown.values() for each in found]
    without = set(queueing.without_row(runtime.session, tenant, ids))
    return [_missing(period, [each for each in found if each[0] in without]) for period, found in unknown.items()]


def together(found: Iterable[Missing]) -> dict[str, Decimal]:
    """What several periods come to by currency; nothing where the host sums none of them."""
    return _by_currency(pair for each in found for pair in (each.gross or {}).items())


#: The id of an invoice that was sent, its currency and what it comes to; both None where the host tells only ids.
_Sent = tuple[str, str | None, Decimal | None]


def _uncertain(runtime: Runtime, tenant: str, span: Span) -> list[Span]:
    activation, connection = runtime.host.activation(tenant, NAME), connection_of(runtime.session, tenant)
    if activation is None or activation.withdrawn_at is not None:
        return [span]
    return uncertain(span, activation.granted_at, connection.swept_until if connection else None, runtime.now())


def _sent(runtime: Runtime, tenant: str, span: Span) -> Iterator[_Sent]:
    """One by one, as only those without a row are kept."""
    totals = offers.sent_totals_between(runtime.host, tenant, *span)
    if totals is None:
        yield from ((invoice_id, None, None) for invoice_id in offers.sent_ids_between(runtime.host, tenant, *span))
    else:
        yield from ((each.invoice_id, each.currency, each.total_incl) for each in totals)


def _missing(period: Period, found: Sequence[_Sent]) -> Missing:
    amounts = [(currency, amount) for _, currency, amount in found if currency is not None and amount is not None]
    is_told = len(amounts) == len(found)
    return Missing(period, [each[0] for each in found], _by_currency(amounts) if is_told else None)


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
    return _by_currency((invoice.currency, invoice.total_incl) for invoice in invoices)


def _by_currency(amounts: Iterable[tuple[str, Decimal]]) -> dict[str, Decimal]:
    found: dict[str, Decimal] = defaultdict(Decimal)
    for currency, amount in amounts:
        found[currency] += amount
    return dict(found)


def booked_already(runtime: Runtime, tenant: str, invoices: Sequence[HostInvoice]) -> Mapping[str, bool]:
    """Of each invoice, whether something was booked under its printed number, for all we know; by its id."""
    place = place_of(connection_of(runtime.session, tenant))
    numbers = {invoice.id: normal_reference(invoice.identifier) for invoice in invoices}
    known = bookings.numbers_booked(runtime.session, tenant, place, set(numbers.values())) if place else set()
    return {invoice_id: number in known for invoice_id, number in numbers.items()}
