"""On which G/L account a credit takes a line back: the one where its invoice stands, whatever was chosen since."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.entry.booked import Origin
from mice_exact_plugin.domain.situations import OF_DEPOSITS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from decimal import Decimal

    from mice_exact_plugin.domain.entry.booked import BookedLine
    from mice_exact_plugin.domain.invoice import InvoiceLine


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
