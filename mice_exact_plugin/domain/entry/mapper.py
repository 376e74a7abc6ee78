"""From invoice to sales entry: a pure translation that finds every problem at once, before any call."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.deposits.known import NONE_KNOWN
from mice_exact_plugin.domain.deposits.placing import KINDS
from mice_exact_plugin.domain.entry import eu_sales, periods, situation_checks
from mice_exact_plugin.domain.entry.acceptance import NOTHING
from mice_exact_plugin.domain.entry.entry import SalesEntry
from mice_exact_plugin.domain.entry.ledger_mapping import SALES_JOURNAL
from mice_exact_plugin.domain.entry.lines import NOTHING_TAKEN_BACK, LineMapping, lines_with_amounts, map_lines
from mice_exact_plugin.domain.entry.payment_terms import due_date, kept_due_date, payment_condition_for
from mice_exact_plugin.domain.entry.receipts import net_and_vat
from mice_exact_plugin.domain.entry.rounding import NONE, between_lines_and_totals
from mice_exact_plugin.domain.entry.texts import description, payment_reference
from mice_exact_plugin.domain.money import to_cents, total
from mice_exact_plugin.domain.problems import Code, Params, Problem
from mice_exact_plugin.domain.remarks import RemarkCode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date
    from decimal import Decimal

    from mice_exact_plugin.domain.deposits.known import Known
    from mice_exact_plugin.domain.entry.acceptance import Accepted
    from mice_exact_plugin.domain.entry.entry import LedgerFallback, Mark, SalesEntryLine
    from mice_exact_plugin.domain.entry.eu_sales import EuSales, Need, Relation
    from mice_exact_plugin.domain.entry.rounding import Cents
    from mice_exact_plugin.domain.invoice import Event, Invoice
    from mice_exact_plugin.domain.reference import ReferenceData
    from mice_exact_plugin.domain.remarks import Said
    from mice_exact_plugin.domain.settings import LinkSettings


#: Exact's reference pages give no length for `YourRef`. A number that Exact cut short could not be found again by
#: recovery, so a long one is blocked; 30 is the safe side until a real administration shows more.
YOUR_REF_LIMIT = 30


def header_problems(
    invoice: Invoice, settings: LinkSettings, reference: ReferenceData, identifier_is_booked: bool
) -> Iterator[Problem]:
    """Everything but amounts, debtor and period: number, currency and journal."""
    yield from _identifier_problems(invoice, identifier_is_booked)
    yield from _currency_problems(invoice, reference)
    yield from _journal_problems(settings.journal_for(is_credit=invoice.is_credit), reference)


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


def has_no_amounts(invoice: Invoice) -> bool:
    """Whether there is nothing to book, whatever the settings are."""
    return not lines_with_amounts(invoice) and not any(total_problems(invoice))


def entry_problems(entry: SalesEntry, invoice: Invoice, net: Decimal, vat: Decimal) -> Iterator[Problem]:
    """The entry against the invoice: amounts finer than a cent can round apart in groups though the lines add up."""
    yield from _disagreements(("net", entry.net, net), ("vat", entry.vat, vat), ("gross", entry.gross, invoice.gross))


def _disagreements(*compared: tuple[str, Decimal, Decimal]) -> Iterator[Problem]:
    for amount, found, stated in compared:
        # Mostly they are one and the same, which costs no rounding.
        if found != stated and to_cents(found) != to_cents(stated):
            params: Params = {"amount": amount, "found": str(to_cents(found)), "stated": str(to_cents(stated))}
            yield Problem(Code.TOTALS_DISAGREE, params)


def _identifier_problems(invoice: Invoice, identifier_is_booked: bool) -> Iterator[Problem]:
    """The printed number is what we search for in Exact, so it must fit and be this invoice's alone."""
    identifier = invoice.identifier.strip()
    if len(identifier) > YOUR_REF_LIMIT:
        yield Problem(Code.IDENTIFIER_TOO_LONG, {"identifier": identifier, "limit": YOUR_REF_LIMIT})
    if identifier_is_booked:
        yield Problem(Code.IDENTIFIER_REUSED, {"identifier": identifier})


def _currency_problems(invoice: Invoice, reference: ReferenceData) -> Iterator[Problem]:
    expected = reference.division.currency
    if invoice.currency != expected:
        yield Problem(Code.CURRENCY, {"currency": invoice.currency, "expected": expected})


def _journal_problems(code: str, reference: ReferenceData) -> Iterator[Problem]:
    journal = reference.journals.get(code)
    params: Params = {"journal": code}
    if journal is None or journal.type != SALES_JOURNAL:
        yield Problem(Code.JOURNAL_GONE, params)
        return
    if journal.is_blocked:
        yield Problem(Code.JOURNAL_BLOCKED, params)
    if journal.currency not in (None, reference.division.currency):
        yield Problem(Code.JOURNAL_CURRENCY, params | {"currency": str(journal.currency)})


@dataclass(frozen=True, slots=True)
class Mapped:
    """The entry to post, with the lines that the default ledger had to take.

    Attributes:
        marks: what is to be remarked on the invoice.
        must_keep: the VAT number that a new relation cannot do without, because of a code for the EU.
        fill: the VAT number that the relation, which has none, is to get first.
        placed: what became of each line, to be shown.
    """

    entry: SalesEntry
    fallbacks: tuple[LedgerFallback, ...]
    marks: tuple[Mark, ...] = ()
    must_keep: Need | None = None
    fill: Need | None = None
    placed: LineMapping = field(default_factory=LineMapping, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class NothingToBook:
    """Every amount is zero: the books have nothing to gain."""


@dataclass(frozen=True, slots=True)
class Blocked:
    """All the reasons why the invoice cannot be booked yet, and the entry as far as it goes, to be shown."""

    problems: tuple[Problem, ...]
    draft: Mapped | None = field(default=None, compare=False, repr=False)


def map_invoice(
    invoice: Invoice,
    settings: LinkSettings,
    reference: ReferenceData,
    *,
    debtor_has_payment_condition: bool,
    identifier_is_booked: bool = False,
    relation: Relation | None = None,
    accepted: Accepted = NOTHING,
    taken_back: Mapping[str, date] = NOTHING_TAKEN_BACK,
    deposits: Known = NONE_KNOWN,
) -> Mapped | NothingToBook | Blocked:
    """Translate one invoice.

    Args:
        debtor_has_payment_condition: the relation in Exact has a default; False for one that is still to be created.
        identifier_is_booked: another row has already booked this printed number.
        relation: the one in Exact; None when it is still to be created.
        taken_back: the dates of the invoices that it credits or settles, by their id.
        deposits: what is known of those that it takes off.
    """
    if has_no_amounts(invoice):
        return NothingToBook()
    booked_on, closed = _day(invoice, settings, reference, accepted)
    disagreeing, cents = _totals(invoice)
    lines = map_lines(invoice, settings, reference, accepted, taken_back, deposits, booked_on=booked_on, cents=cents)
    eu = _eu_sales(invoice, settings, reference, lines, relation, accepted)
    fit = situation_checks.check(lines.grounds, invoice.debtor, home=reference.division.country, accepted=accepted)
    header = header_problems(invoice, settings, reference, identifier_is_booked)
    condition = payment_condition_for(invoice, settings, reference, debtor_has_payment_condition, relation)
    described, cut = description(invoice, settings.texts, booked_on)
    entry = _entry(invoice, settings, reference, condition, tuple(lines.lines), described, booked_on)
    marks = (*cut, *lines.marks, *eu.marks, *fit.marks, *_of_days(invoice, booked_on, reference), *accepted.marks)
    mapped = Mapped(entry, tuple(lines.fallbacks), marks, eu.must_keep, eu.fill, lines)
    problems = [*header, *closed, *disagreeing, *lines.problems, *eu.problems, *fit.problems]
    if problems or not lines.lines:
        return _blocked(problems, mapped) if problems else NothingToBook()
    unbalanced = tuple(entry_problems(entry, invoice, *net_and_vat(invoice, settings.receipts)))
    return Blocked(unbalanced, mapped) if unbalanced else mapped


def _totals(invoice: Invoice) -> tuple[tuple[Problem, ...], Cents]:
    """How the totals differ from the lines: as problems, or in cents that VAT by rate explains."""
    found = tuple(total_problems(invoice))
    cents = between_lines_and_totals(invoice) if found else NONE
    return (() if cents.by_rate else found), cents


def _eu_sales(
    invoice: Invoice,
    settings: LinkSettings,
    reference: ReferenceData,
    lines: LineMapping,
    relation: Relation | None,
    accepted: Accepted,
) -> EuSales:
    """Whether the codes of the lines may be used for this customer."""
    home, fills = reference.division.country, settings.fills_vat_numbers
    return eu_sales.check(lines.codes, invoice.debtor, relation, home=home, fills=fills, accepted=accepted)


def _day(
    invoice: Invoice, settings: LinkSettings, reference: ReferenceData, accepted: Accepted
) -> tuple[date, tuple[Problem, ...]]:
    """The day of the entry; what keeps it from any leaves a draft on the invoice's own."""
    books = periods.Books(settings.journal_for(is_credit=invoice.is_credit), reference, settings.closed_periods)
    found = periods.entry_date(invoice.invoice_date, books, accepted)
    return (invoice.invoice_date, (found,)) if isinstance(found, Problem) else (found, ())


def _of_days(invoice: Invoice, booked_on: date, reference: ReferenceData) -> Iterator[Mark]:
    """What the books have on another day than the invoice's own, or in another financial year than its event.

    A deposit waits on the balance sheet for its event, and a credit is of the year of its invoice.
    """
    if booked_on != invoice.invoice_date:
        said: Said = {"date": invoice.invoice_date.isoformat(), "entry_date": booked_on.isoformat()}
        yield RemarkCode.PERIOD_MOVED, said
    sold = [line for line in invoice.lines if line.net and line.kind not in KINDS and not invoice.is_credit]
    events = dict.fromkeys(line.event for line in sold if line.event and line.event.starts_on)
    elsewhere = [event for event in events if _is_of_another_year(event, booked_on, reference)]
    if elsewhere:
        net = total(line.net for line in sold if line.event in elsewhere)
        first = min(str(event.starts_on) for event in elsewhere)
        yield RemarkCode.EVENT_OTHER_YEAR, {"day": first, "ours": str(to_cents(net))}


def _is_of_another_year(event: Event, booked_on: date, reference: ReferenceData) -> bool:
    """All of it: one that reaches into the year of the entry is not."""
    days = (event.starts_on, event.ends_on or event.starts_on)
    return all(day is not None and reference.is_another_year(day, booked_on) for day in days)


def _entry(
    invoice: Invoice,
    settings: LinkSettings,
    reference: ReferenceData,
    condition: str | None,
    lines: tuple[SalesEntryLine, ...],
    described: str,
    booked_on: date,
) -> SalesEntry:
    net, vat = total(line.net for line in lines), total(line.vat for line in lines)
    is_moved = booked_on != invoice.invoice_date
    due = kept_due_date(invoice, condition, reference) if is_moved else due_date(invoice)
    return SalesEntry(
        journal=settings.journal_for(is_credit=invoice.is_credit),
        entry_date=booked_on,
        due_date=due,
        your_ref=invoice.identifier.strip(),
        description=described,
        currency=invoice.currency,
        payment_condition=condition,
        lines=lines,
        net=net,
        vat=vat,
        gross=net + vat,
        is_credit=invoice.is_credit,
        payment_reference=payment_reference(invoice, settings.texts),
    )


def _blocked(problems: Iterable[Problem], draft: Mapped) -> Blocked:
    """Each problem once: ten lines on a blocked account are one problem."""
    unique: list[Problem] = []
    for problem in problems:
        if problem not in unique:
            unique.append(problem)
    return Blocked(tuple(unique), draft)
