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
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from mice_exact_plugin.domain.entry.booked import BookedLine
    from mice_exact_plugin.domain.invoice import Invoice, InvoiceLine


@dataclass(frozen=True, slots=True)
class Ledgers:
    """Of one invoice the accounts of its ordinary lines by rate, each with whether the default ledger took a line.

    Attributes:
        fell_back: the rate groups whose lines the default ledger took; None stands for lines without one.
    """

    by_rate: Mapping[Decimal, Mapping[str, bool]] = field(default_factory=dict)
    fell_back: frozenset[str | None] = frozenset()

    def instead(self, line: InvoiceLine, rate: Decimal, account_id: str | None) -> str | None:
        """The account to take a line back on, by id; None leaves it to what is chosen now (`account_id`).

        Of several it is told by whether the default ledger took lines of its rate group; else the choice of now holds.
        """
        accounts = self.by_rate.get(rate, {})
        if not accounts or account_id in accounts:
            return None
        group = line.rate_group.description if line.rate_group else None
        told = [each for each, is_default in accounts.items() if is_default == (group in self.fell_back)]
        found = list(accounts) if len(accounts) == 1 else told
        return found[0] if len(found) == 1 else None


NOT_KNOWN = Ledgers()


def ledgers_of(lines: Iterable[BookedLine], fell_back: Collection[Mapping[str, object]]) -> Ledgers:
    """From the lines that were kept of an entry; deposits and receipts have ways of their own."""
    by_rate: dict[Decimal, dict[str, bool]] = {}
    for line in lines:
        if line.vat_rate is not None and line.kind not in OF_DEPOSITS and Origin.RECEIPTS not in line.origins:
            by_rate.setdefault(line.vat_rate, {})[line.gl_account_id] = Origin.DEFAULT in line.origins
    groups = (each["rate_group"] for each in fell_back)
    return Ledgers(by_rate, frozenset(group if isinstance(group, str) else None for group in groups))


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
