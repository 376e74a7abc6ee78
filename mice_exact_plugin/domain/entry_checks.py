"""What must hold before an invoice may become an entry, apart from its lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mice_exact_plugin.domain.ledger_mapping import SALES_JOURNAL
from mice_exact_plugin.domain.money import to_cents, total
from mice_exact_plugin.domain.problems import Code, Problem
from mice_exact_plugin.domain.reference import ClosedPeriod

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from decimal import Decimal

    from mice_exact_plugin.domain.invoice import Invoice
    from mice_exact_plugin.domain.reference import ReferenceData
    from mice_exact_plugin.domain.sales_entry import SalesEntry
    from mice_exact_plugin.domain.settings import LinkSettings


#: Exact's reference pages give no length for `YourRef`. A number that Exact cut short could not be found again by
#: recovery, so a long one is blocked; 30 is the safe side until a real administration shows more.
YOUR_REF_LIMIT = 30


def header_problems(
    invoice: Invoice, settings: LinkSettings, reference: ReferenceData, identifier_is_booked: bool
) -> Iterator[Problem]:
    """Everything but amounts and debtor: number, currency, journal and period."""
    yield from _identifier_problems(invoice, identifier_is_booked)
    yield from _currency_problems(invoice, reference)
    yield from _journal_problems(settings, reference)
    yield from _period_problems(invoice.invoice_date, settings, reference)


def total_problems(invoice: Invoice) -> Iterator[Problem]:
    """The invoice against itself: its lines against its totals, and net and VAT against gross."""
    if not invoice.lines:
        yield Problem(Code.NO_LINES)
        return
    yield from _disagreements(
        ("net", total(line.net for line in invoice.lines), invoice.net),
        ("vat", total(line.vat for line in invoice.lines), invoice.vat),
        ("gross", total(line.gross for line in invoice.lines), invoice.gross),
        ("sum", invoice.net + invoice.vat, invoice.gross),
    )


def entry_problems(entry: SalesEntry, invoice: Invoice) -> Iterator[Problem]:
    """The entry against the invoice: amounts finer than a cent can round apart in groups though the lines add up."""
    yield from _disagreements(
        ("net", entry.net, invoice.net), ("vat", entry.vat, invoice.vat), ("gross", entry.gross, invoice.gross)
    )


def _disagreements(*compared: tuple[str, Decimal, Decimal]) -> Iterator[Problem]:
    for amount, found, stated in compared:
        if to_cents(found) != to_cents(stated):
            params = {"amount": amount, "found": str(to_cents(found)), "stated": str(to_cents(stated))}
            yield Problem(Code.TOTALS_DISAGREE, params)


def _identifier_problems(invoice: Invoice, identifier_is_booked: bool) -> Iterator[Problem]:
    """The printed number is what we search for in Exact, so it must fit and be this invoice's alone."""
    identifier = invoice.identifier.strip()
    if len(identifier) > YOUR_REF_LIMIT:
        yield Problem(Code.IDENTIFIER_TOO_LONG, {"identifier": identifier, "limit": str(YOUR_REF_LIMIT)})
    if identifier_is_booked:
        yield Problem(Code.IDENTIFIER_REUSED, {"identifier": identifier})


def _currency_problems(invoice: Invoice, reference: ReferenceData) -> Iterator[Problem]:
    expected = reference.division.currency
    if invoice.currency != expected:
        yield Problem(Code.CURRENCY, {"currency": invoice.currency, "expected": expected})


def _journal_problems(settings: LinkSettings, reference: ReferenceData) -> Iterator[Problem]:
    journal = reference.journals.get(settings.journal_code)
    params = {"journal": settings.journal_code}
    if journal is None or journal.type != SALES_JOURNAL:
        yield Problem(Code.JOURNAL_GONE, params)
        return
    if journal.is_blocked:
        yield Problem(Code.JOURNAL_BLOCKED, params)
    if journal.currency not in (None, reference.division.currency):
        yield Problem(Code.JOURNAL_CURRENCY, params | {"currency": str(journal.currency)})


def _period_problems(day: date, settings: LinkSettings, reference: ReferenceData) -> Iterator[Problem]:
    """Exact derives year and period from the entry date (`Unknown: Financial year`, `Periode is afgesloten`).

    No periods at all means that the log-in may not read them: then Exact's own refusal decides.
    """
    if not reference.periods:
        return
    period = next((period for period in reference.periods if period.start <= day <= period.end), None)
    if period is None:
        yield Problem(Code.PERIOD_MISSING, {"date": day.isoformat()})
    elif ClosedPeriod(settings.journal_code, period.year, period.period) in reference.closed_periods:
        params = {"year": str(period.year), "period": str(period.period), "journal": settings.journal_code}
        yield Problem(Code.PERIOD_CLOSED, params)
