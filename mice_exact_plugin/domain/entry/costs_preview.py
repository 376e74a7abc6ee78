"""What rules for cost centres and units would do with lines of before: what each takes, and what is left without."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.deposits.placing import KINDS
from mice_exact_plugin.domain.entry import receipts
from mice_exact_plugin.domain.entry.lines import lines_with_amounts
from mice_exact_plugin.domain.money import ZERO

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from mice_exact_plugin.domain.dimensions import DimensionSettings, Key
    from mice_exact_plugin.domain.invoice import Invoice, InvoiceLine
    from mice_exact_plugin.domain.receipts import ReceiptSettings
    from mice_exact_plugin.domain.reference import CostCode


@dataclass(slots=True)
class Share:
    """Lines of invoices, and what they come to without VAT."""

    lines: int = 0
    net: Decimal = ZERO

    def add(self, line: InvoiceLine) -> None:
        self.lines, self.net = self.lines + 1, self.net + line.net


@dataclass(slots=True)
class Preview:
    """What becomes of lines.

    Attributes:
        by_rule: what each rule names a centre or a unit for, also where that is nothing.
        of_events: what gets the cost unit of its own event.
        not_there: what belongs to an event of which Exact has no cost unit; it is booked without one.
        missing: some of the codes that are not there.
    """

    by_rule: dict[Key, Share]
    of_events: Share = field(default_factory=Share)
    not_there: Share = field(default_factory=Share)
    missing: dict[str, None] = field(default_factory=dict)
    without_center: Share = field(default_factory=Share)
    without_unit: Share = field(default_factory=Share)
    every: Share = field(default_factory=Share)


def preview(
    invoices: Iterable[Invoice],
    chosen: DimensionSettings,
    units: Mapping[str, CostCode],
    aside: ReceiptSettings,
    today: date,
) -> Preview:
    """What waits on a balance sheet is left out: deposits, and receipts that the till books itself."""
    found = Preview({key: Share() for key in chosen.rules})
    for invoice in invoices:
        for line in receipts.at_gross(lines_with_amounts(invoice), aside):
            if line.kind not in KINDS and not receipts.is_at_gross(line):
                _judge(found, line, invoice, chosen, units, today)
    return found


def _judge(
    found: Preview,
    line: InvoiceLine,
    invoice: Invoice,
    chosen: DimensionSettings,
    units: Mapping[str, CostCode],
    today: date,
) -> None:
    center, unit = chosen.rules_for(line, invoice.location)
    own = chosen.unit_of(line.event)
    found.every.add(line)
    if own is not None:
        unit, is_there = None, own in units and units[own].is_active_on(today)
        (found.of_events if is_there else found.not_there).add(line)
        if not is_there:
            found.missing[own] = None
    for key in dict.fromkeys(filter(None, (center, unit))):
        found.by_rule[key].add(line)
    if center is None:
        found.without_center.add(line)
    if unit is None and (own is None or own in found.missing):
        found.without_unit.add(line)
