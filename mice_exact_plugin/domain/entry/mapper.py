"""From invoice to sales entry: a pure translation that finds every problem at once, before any call."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mice_exact_plugin.domain import entry_checks, eu_sales
from mice_exact_plugin.domain.acceptance import NOTHING
from mice_exact_plugin.domain.entry_lines import lines_with_amounts, map_lines
from mice_exact_plugin.domain.money import total
from mice_exact_plugin.domain.payment_terms import due_date, payment_condition_for
from mice_exact_plugin.domain.sales_entry import SalesEntry

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mice_exact_plugin.domain.acceptance import Accepted
    from mice_exact_plugin.domain.entry_lines import LineMapping
    from mice_exact_plugin.domain.eu_sales import EuSales, Need, Relation
    from mice_exact_plugin.domain.invoice import Invoice
    from mice_exact_plugin.domain.problems import Problem
    from mice_exact_plugin.domain.reference import ReferenceData
    from mice_exact_plugin.domain.sales_entry import LedgerFallback, Mark, SalesEntryLine
    from mice_exact_plugin.domain.settings import LinkSettings


@dataclass(frozen=True, slots=True)
class Mapped:
    """The entry to post, with the lines that the default ledger had to take.

    Attributes:
        marks: what is to be remarked on the invoice.
        must_keep: the VAT number that a new relation cannot do without, because of a code for the EU.
        fill: the VAT number that the relation, which has none, is to get first.
    """

    entry: SalesEntry
    fallbacks: tuple[LedgerFallback, ...]
    marks: tuple[Mark, ...] = ()
    must_keep: Need | None = None
    fill: Need | None = None


@dataclass(frozen=True, slots=True)
class NothingToBook:
    """Every amount is zero: the books have nothing to gain."""


@dataclass(frozen=True, slots=True)
class Blocked:
    """All the reasons why the invoice cannot be booked yet."""

    problems: tuple[Problem, ...]


def map_invoice(
    invoice: Invoice,
    settings: LinkSettings,
    reference: ReferenceData,
    *,
    debtor_has_payment_condition: bool,
    identifier_is_booked: bool = False,
    relation: Relation | None = None,
    accepted: Accepted = NOTHING,
) -> Mapped | NothingToBook | Blocked:
    """Translate one invoice.

    Args:
        debtor_has_payment_condition: the relation in Exact has a default; False for one that is still to be created.
        identifier_is_booked: another row has already booked this printed number.
        relation: the one in Exact; None when it is still to be created.
        accepted: what a person accepted for this invoice.
    """
    totals = list(entry_checks.total_problems(invoice))
    if not totals and not lines_with_amounts(invoice):
        return NothingToBook()
    lines = map_lines(invoice, settings, reference, accepted)
    eu = _eu_sales(invoice, settings, reference, lines, relation, accepted)
    header = entry_checks.header_problems(invoice, settings, reference, identifier_is_booked)
    problems = [*header, *totals, *lines.problems, *eu.problems]
    if problems:
        return _blocked(problems)
    if not lines.lines:
        return NothingToBook()
    condition = payment_condition_for(invoice, settings, reference, debtor_has_payment_condition)
    entry = _entry(invoice, settings, condition, tuple(lines.lines))
    unbalanced = tuple(entry_checks.entry_problems(entry, invoice))
    if unbalanced:
        return Blocked(unbalanced)
    return Mapped(entry, tuple(lines.fallbacks), (*lines.marks, *eu.marks), eu.must_keep, eu.fill)


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


def _entry(
    invoice: Invoice, settings: LinkSettings, condition: str | None, lines: tuple[SalesEntryLine, ...]
) -> SalesEntry:
    net, vat = total(line.net for line in lines), total(line.vat for line in lines)
    identifier = invoice.identifier.strip()
    return SalesEntry(
        journal=settings.journal_code,
        entry_date=invoice.invoice_date,
        due_date=due_date(invoice),
        your_ref=identifier,
        description=identifier,
        currency=invoice.currency,
        payment_condition=condition,
        lines=lines,
        net=net,
        vat=vat,
        gross=net + vat,
        is_credit=invoice.is_credit,
    )


def _blocked(problems: Iterable[Problem]) -> Blocked:
    """Each problem once: ten lines on a blocked account are one problem."""
    unique: list[Problem] = []
    for problem in problems:
        if problem not in unique:
            unique.append(problem)
    return Blocked(tuple(unique))
