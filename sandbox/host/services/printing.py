"""The lines of an invoice as a client reads them: portions of one price together, or everything per VAT rate."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from sandbox.host.models import InvoiceView

if TYPE_CHECKING:
    from sandbox.host.models import Invoice, InvoiceLine


@dataclass(frozen=True)
class PrintedLine:
    description: str
    quantity: Decimal | None
    unit_price: Decimal | None
    vat_rate: Decimal
    excl: Decimal
    incl: Decimal


@dataclass(frozen=True)
class VatTotal:
    rate: Decimal
    excl: Decimal
    vat: Decimal


def printed_lines(invoice: Invoice) -> list[PrintedLine]:
    brief = invoice.view == InvoiceView.BRIEF
    groups: dict[tuple[object, Decimal], list[InvoiceLine]] = defaultdict(list)
    for line in invoice.lines:
        groups[_brief_key(line) if brief else _detailed_key(line), line.vat_rate].append(line)
    return [_printed(lines, brief) for lines in groups.values()]


def vat_totals(invoice: Invoice) -> list[VatTotal]:
    rates = sorted({line.vat_rate for line in invoice.lines}, reverse=True)
    return [_total(rate, [line for line in invoice.lines if line.vat_rate == rate]) for rate in rates]


def _detailed_key(line: InvoiceLine) -> object:
    """A split over ledgers inside one VAT rate stays hidden; a split over rates shows."""
    return line.source_key or line.id


def _brief_key(line: InvoiceLine) -> object:
    return line.description


def _printed(lines: list[InvoiceLine], brief: bool) -> PrintedLine:
    first = lines[0]
    same_quantity = all(line.quantity == first.quantity for line in lines)
    countable = same_quantity and not (brief and len(lines) > 1)
    return PrintedLine(
        description=first.description,
        quantity=first.quantity if countable else None,
        unit_price=sum((line.unit_price for line in lines), Decimal(0)) if countable else None,
        vat_rate=first.vat_rate,
        excl=sum((line.amount_excl for line in lines), Decimal(0)),
        incl=sum((line.amount_incl for line in lines), Decimal(0)),
    )


def _total(rate: Decimal, lines: list[InvoiceLine]) -> VatTotal:
    excl = sum((line.amount_excl for line in lines), Decimal(0))
    return VatTotal(rate, excl, sum((line.amount_vat for line in lines), Decimal(0)))
