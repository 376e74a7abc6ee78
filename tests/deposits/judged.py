"""What the books have of drawn events after their last invoice, held against what each of them sold."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from tests.deposits.generated import Flow

WAITING = {"1850", "1851", "1852"}
NOTHING = Decimal("0.00")
Sums = Counter[tuple[str, str, str]]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an entry; `code` is the VAT code as the drawing calls it."""

    number: str
    day: date
    account: str
    code: str
    net: Decimal
    vat: Decimal

    @property
    def flow(self) -> int:
        """The event, which is in the printed number."""
        return int(self.number[1:6])


@dataclass
class Verdict:
    """What is wrong, by what is wrong; empty is right.

    Attributes:
        left: what still waits, by event.
        otherwise: events of which the books have something else than what was sold.
        unexplained: what the comparison with the ledger found although nobody touched it.
        declared: months of which the VAT is not that of their invoices.
        open_before: what waited before the events, by the books and by the page.
    """

    unbooked: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    otherwise: list[str] = field(default_factory=list)
    declared: list[str] = field(default_factory=list)
    unexplained: list[str] = field(default_factory=list)
    open_before: tuple[Decimal, Decimal] = (NOTHING, NOTHING)
    open_after: int = 0
    reads: int = 0
    invoices: int = 0

    @property
    def is_right(self) -> bool:
        same = self.open_before[0] == self.open_before[1]
        wrong = self.unbooked or self.left or self.otherwise or self.declared or self.unexplained
        return same and not wrong and not self.open_after


def judge(verdict: Verdict, flows: Sequence[Flow], lines: Sequence[Line]) -> None:
    """Per event: nothing waits on an account at a rate, and each ledger and code has what was sold, once."""
    found = _by_flow(lines)
    for flow in flows:
        books = found[flow.number]
        left = {key: amount for key, amount in books.items() if key[0] in WAITING and amount}
        verdict.left += [f"{flow.number}: {left}"] * bool(left)
        sold = {key: amount for key, amount in books.items() if amount}
        expected = {key: amount for key, amount in flow.sold.items() if amount}
        verdict.otherwise += [f"{flow.number}: {sold} and not {expected}"] * (sold != expected)
    verdict.declared = list(_declared(flows, lines))
    verdict.invoices = sum(len(flow.invoices) for flow in flows)


def waiting(lines: Iterable[Line]) -> Decimal:
    return sum((line.net for line in lines if line.account in WAITING), NOTHING)


def _by_flow(lines: Iterable[Line]) -> Mapping[int, Sums]:
    """Net and VAT by ledger and VAT code, by event."""
    found: dict[int, Sums] = defaultdict(Counter)
    for line in lines:
        found[line.flow][line.account, line.code, "net"] += line.net  # type: ignore[assignment]
        found[line.flow][line.account, line.code, "vat"] += line.vat  # type: ignore[assignment]
    return found


def _declared(flows: Iterable[Flow], lines: Iterable[Line]) -> Iterable[str]:
    """The VAT of a deposit is due in the month of its invoice (Wet OB art. 13), and of a final only the rest."""
    billed: Counter[tuple[int, str]] = Counter()
    booked: Counter[tuple[int, str]] = Counter()
    for invoice in (invoice for flow in flows for invoice in flow.invoices):
        for line in invoice.lines:
            billed[invoice.invoice_date.month, f"{line.vat_rate:f}"] += line.vat  # type: ignore[assignment]
    for each in lines:
        booked[each.day.month, RATES[each.code]] += each.vat  # type: ignore[assignment]
    for month in sorted({*billed, *booked}):
        if billed[month] != booked[month]:
            yield f"{month}: {booked[month]} and not {billed[month]}"


#: The rate of each VAT code of the drawing.
RATES = {"2": "21", "1": "9", "5": "0"}
