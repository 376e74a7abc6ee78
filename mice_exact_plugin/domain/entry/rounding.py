"""Totals whose VAT was computed over all lines of a rate at once, where every line has its VAT rounded by itself.

Both are lawful, and a printed invoice may show the one in its lines and the other in its totals.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Protocol

from mice_exact_plugin.domain.entry.vat_mapping import normal_rate
from mice_exact_plugin.domain.money import CENT, ZERO, to_cents, total, vat_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mice_exact_plugin.domain.entry.vat_mapping import Ground
    from mice_exact_plugin.domain.invoice import Invoice, InvoiceLine

    _VatOfAll = Callable[[Decimal, list[InvoiceLine]], Decimal]


@dataclass(frozen=True, slots=True)
class Cents:
    """By rate how much more VAT the totals have than the lines; `of_gross` where the net has so much less."""

    by_rate: Mapping[Decimal, Decimal] = field(default_factory=dict)
    of_gross: bool = False


NONE = Cents()


def between_lines_and_totals(invoice: Invoice) -> Cents:
    """The cents that VAT by rate explains to the last one; none of them where something else is the matter."""
    net = to_cents(invoice.net - total(line.net for line in invoice.lines))
    vat = to_cents(invoice.vat - total(line.vat for line in invoice.lines))
    if not vat or to_cents(invoice.net + invoice.vat) != to_cents(invoice.gross):
        return NONE
    if net == ZERO:
        return _explained(invoice, vat, _vat_of_net, of_gross=False)
    return _explained(invoice, vat, _vat_in_gross, of_gross=True) if net == -vat else NONE


def _explained(invoice: Invoice, vat: Decimal, vat_of_all: _VatOfAll, *, of_gross: bool) -> Cents:
    lines: dict[Decimal, list[InvoiceLine]] = defaultdict(list)
    for line in invoice.lines:
        lines[normal_rate(line.vat_rate)].append(line)
    more = {rate: vat_of_all(rate, each) - to_cents(total(line.vat for line in each)) for rate, each in lines.items()}
    return (
        Cents({rate: cents for rate, cents in more.items() if cents}, of_gross) if total(more.values()) == vat else NONE
    )


def _vat_of_net(rate: Decimal, lines: list[InvoiceLine]) -> Decimal:
    return vat_of(total(line.net for line in lines), rate)


def _vat_in_gross(rate: Decimal, lines: list[InvoiceLine]) -> Decimal:
    return to_cents(total(line.gross for line in lines) * rate / (100 + rate))


class Share(Protocol):
    """Lines that become one line of an entry."""

    @property
    def ground(self) -> Ground: ...
    @property
    def net(self) -> Decimal: ...
    @property
    def vat(self) -> Decimal: ...


def spread(cents: Cents, shares: Sequence[Share]) -> list[tuple[Decimal, Decimal]]:
    """Net and VAT of each with its cents: one by one, where the lines lack most of what Exact computes."""
    amounts = [(share.net, share.vat) for share in shares]
    for rate, amount in cents.by_rate.items():
        fitting = [place for place, share in enumerate(shares) if share.ground.rate == rate]
        cent = CENT.copy_sign(amount)
        for _ in range(int(abs(amount) / CENT) if fitting else 0):
            lacks = [(vat_of(amounts[place][0], rate) - amounts[place][1]) * cent for place in fitting]
            most = fitting[lacks.index(max(lacks))]
            net, vat = amounts[most]
            amounts[most] = (net - cent if cents.of_gross else net), vat + cent
    return amounts
