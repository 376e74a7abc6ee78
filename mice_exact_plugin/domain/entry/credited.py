"""What a credit takes back: on which G/L account, and whether that is more than its invoice charged."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.entry.booked import Origin
from mice_exact_plugin.domain.entry.vat_mapping import normal_rate
from mice_exact_plugin.domain.invoice import LineKind
from mice_exact_plugin.domain.money import CENT, ZERO, total
from mice_exact_plugin.domain.situations import OF_DEPOSITS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mice_exact_plugin.domain.entry.booked import BookedLine
    from mice_exact_plugin.domain.invoice import Invoice, InvoiceLine


@dataclass(frozen=True, slots=True)
class Ledgers:
    """Of one invoice the accounts of its ordinary lines by rate, and those of each rate group among them.

    Attributes:
        by_group: None stands for lines without one; of what was read back from Exact no group is known.
    """

    by_rate: Mapping[Decimal, frozenset[str]] = field(default_factory=dict)
    by_group: Mapping[tuple[Decimal, str | None], frozenset[str]] = field(default_factory=dict)

    def instead(self, line: InvoiceLine, rate: Decimal, account_id: str | None) -> str | None:
        """The account to take a line back on, by id; None leaves it to what is chosen now (`account_id`).

        That of its rate group, also where two groups changed places since; else the only one of its rate.
        """
        group = line.rate_group.code if line.rate_group else None
        accounts = self.by_group.get((rate, group)) or self.by_rate.get(rate, frozenset())
        return None if account_id in accounts or len(accounts) != 1 else next(iter(accounts))


NOT_KNOWN = Ledgers()


def ledgers_of(lines: Iterable[BookedLine]) -> Ledgers:
    """From the lines that were kept of an entry; deposits and receipts have ways of their own."""
    by_rate: dict[Decimal, frozenset[str]] = {}
    by_group: dict[tuple[Decimal, str | None], frozenset[str]] = {}
    for line in lines:
        if line.vat_rate is None or line.kind in OF_DEPOSITS or Origin.RECEIPTS in line.origins:
            continue
        account = frozenset({line.gl_account_id})
        by_rate[line.vat_rate] = by_rate.get(line.vat_rate, frozenset()) | account
        for group in line.groups:
            by_group[line.vat_rate, group] = by_group.get((line.vat_rate, group), frozenset()) | account
    return Ledgers(by_rate, by_group)


#: What an invoice charged, or a credit took back, by rate. None is of no known rate, as are receipts: the till has it.
Charged = dict[Decimal | None, Decimal]


def charged(lines: Iterable[BookedLine]) -> Charged:
    """Of an entry; that a deposit is taken off charges nothing."""
    found: Charged = {}
    for line in lines:
        if line.kind is not LineKind.DEPOSIT_SETTLEMENT:
            rate = None if Origin.RECEIPTS in line.origins else line.vat_rate
            found[rate] = found.get(rate, ZERO) + line.net + line.vat
    return found


def charged_by(invoice: Invoice) -> Charged:
    """Of an invoice that is still to be booked."""
    found: Charged = {}
    for line in invoice.lines:
        if line.kind is not LineKind.DEPOSIT_SETTLEMENT:
            rate = normal_rate(line.vat_rate)
            found[rate] = found.get(rate, ZERO) + line.gross
    return found


@dataclass(frozen=True, slots=True)
class TooMuch:
    """More is taken back than was charged; `rate` where that is so of one rate, and not of all together."""

    taken: Decimal
    charged: Decimal
    rate: Decimal | None = None


def too_much(original: Charged, credits: Sequence[Charged]) -> TooMuch | None:
    """Whether all credits of an invoice take back more than it charged, but for cents, together or at one rate."""
    sold, sign = total(original.values()), Decimal(-1 if total(original.values()) < 0 else 1)
    leeway = CENT * len(credits)

    def exceeds(taken: Decimal, charged: Decimal) -> bool:
        return -sign * (taken + charged) > leeway

    taken = total(amount for each in credits for amount in each.values())
    if exceeds(taken, sold):
        return TooMuch(-taken, sold)
    for rate in {rate for each in credits for rate in each if None not in original}:
        back, there = total(each.get(rate, ZERO) for each in credits), original.get(rate, ZERO)
        if exceeds(back, there):
            return TooMuch(-back, there, rate)
    return None
