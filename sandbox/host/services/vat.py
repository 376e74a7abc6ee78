"""VAT of an invoice: computed per rate on the sum, then spread over the lines in whole cents."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sandbox.host.models import Invoice, InvoiceLine

CENT = Decimal("0.01")
HUNDRED = Decimal(100)


@dataclass(frozen=True)
class Amounts:
    excl: Decimal
    vat: Decimal

    @property
    def incl(self) -> Decimal:
        return self.excl + self.vat


def rounded(amount: Decimal) -> Decimal:
    """To the cent, half a cent away from zero, as the Dutch tax office does."""
    return amount.quantize(CENT, ROUND_HALF_UP)


def plain(rate: Decimal) -> Decimal:
    """A rate without superfluous zeros, so that 21 and 21.00 are the same text in the database."""
    return Decimal(format(rate.normalize(), "f"))


def spread(exact: Sequence[Decimal]) -> list[Decimal]:
    """Round each amount so that together they are the rounded sum: the largest remainders get the cents."""
    floors = [amount.quantize(CENT, ROUND_FLOOR) for amount in exact]
    missing = int((rounded(sum(exact, Decimal(0))) - sum(floors, Decimal(0))) / CENT)
    by_remainder = sorted(range(len(exact)), key=lambda i: (floors[i] - exact[i], i))
    for i in by_remainder[:missing]:
        floors[i] += CENT
    return floors


def amounts(bases: Sequence[Decimal], rate: Decimal, incl_vat: bool) -> list[Amounts]:
    """Net and VAT of the lines of one rate; `bases` include the VAT when `incl_vat`."""
    share = rate / (HUNDRED + rate) if incl_vat else rate / HUNDRED
    vats = spread([base * share for base in bases])
    return [Amounts(base - vat if incl_vat else base, vat) for base, vat in zip(bases, vats, strict=True)]


def price_lines(lines: Sequence[InvoiceLine], incl_vat: bool) -> None:
    """Fill in the amounts of all lines of one invoice from quantity and unit price."""
    bases = _bases(lines)
    for rate in {line.vat_rate for line in lines}:
        group = [i for i, line in enumerate(lines) if line.vat_rate == rate]
        for i, amount in zip(group, amounts([bases[i] for i in group], rate, incl_vat), strict=True):
            set_amounts(lines[i], amount)


def set_amounts(line: InvoiceLine, amount: Amounts) -> None:
    line.amount_excl, line.amount_vat, line.amount_incl = amount.excl, amount.vat, amount.incl


def set_totals(invoice: Invoice) -> None:
    invoice.total_excl = sum((line.amount_excl for line in invoice.lines), Decimal(0))
    invoice.total_vat = sum((line.amount_vat for line in invoice.lines), Decimal(0))
    invoice.total_incl = sum((line.amount_incl for line in invoice.lines), Decimal(0))


def reprice(invoice: Invoice) -> None:
    price_lines(invoice.lines, invoice.incl_vat)
    set_totals(invoice)


def _bases(lines: Sequence[InvoiceLine]) -> list[Decimal]:
    """Quantity × unit price; the portions of one commercial line add up to that line's rounded amount."""
    bases = [Decimal(0)] * len(lines)
    for portions in _by_source(lines):
        exact = [lines[i].quantity * lines[i].unit_price for i in portions]
        for i, base in zip(portions, spread(exact), strict=True):
            bases[i] = base
    return bases


def _by_source(lines: Sequence[InvoiceLine]) -> Iterable[list[int]]:
    groups: dict[str | int, list[int]] = defaultdict(list)
    for i, line in enumerate(lines):
        groups[line.source_key or i].append(i)
    return groups.values()
