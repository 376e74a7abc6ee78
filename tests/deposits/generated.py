"""Events from deposit to final, drawn from a seed: the same seed draws the same events for ever.

What an event sells is all that the books may show of it after its last invoice; whatever waited has to be gone.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from random import Random
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.invoice import Event, Invoice, InvoiceLine, LineKind
from tests.domain import build
from tests.domain.build import HIGH, LOW, SHIFTED
from tests.domain.deposits.build import GROUPS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mice_exact_plugin.domain.invoice import RateGroup

CENT = Decimal("0.01")
FIRST_DAY, DAYS = date(2026, 1, 2), 300
SOLD: dict[str, RateGroup] = {"21": HIGH, "9": LOW}
#: Ledger and VAT code of each rate group, as the ordinary settings have them.
BOOKED_ON = {HIGH.code: ("8000", "2"), LOW.code: ("8100", "1"), SHIFTED.code: ("8050", "5")}
#: A venue whose rate groups for deposits name a balance account; 0.1 went by that number.
NUMBERED = {
    rate: replace(group, ledger_number=number)
    for (rate, group), number in zip(GROUPS.items(), ("1850", "1851", "1852"), strict=True)
}
AHEAD, CREDITED_AHEAD = timedelta(days=45), timedelta(days=10)
WITH_DEPOSITS, UNTAXED, CANCELLED, CREDITED, RATE_CHANGED, TWICE = 0.28, 0.12, 0.05, 0.08, 0.04, 0.15


@dataclass
class Flow:
    """One event: its deposits, what is credited of them, and how it ends.

    Attributes:
        sold: net and VAT by ledger and VAT code, as they have to stand in the end.
        is_old: its deposits are booked by a version that kept no lines and knew no kinds.
    """

    number: int
    deposits: list[Invoice] = field(default_factory=list)
    afterwards: list[Invoice] = field(default_factory=list)
    sold: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    is_old: bool = False

    @property
    def invoices(self) -> list[Invoice]:
        return [*self.deposits, *self.afterwards]


def flows(seed: int, count: int, *, share: float = WITH_DEPOSITS, old: float = 0.0) -> Iterator[Flow]:
    """Args:
    share: how many of the events have deposits.
    old: how many of these were billed before the upgrade.
    """
    random = Random(seed)
    for number in range(count):
        yield _Drawing(random, number).flow(share, old)


class _Drawing:
    """One event on its way; its invoices are numbered in the order of sending."""

    def __init__(self, random: Random, number: int) -> None:
        self.random, self.number = random, number
        day = FIRST_DAY + timedelta(days=random.randrange(DAYS))
        self.event = Event(f"e{number}", f"Event {number}", day, day, is_cancelled=random.random() < CANCELLED)
        self.sent = 0

    def flow(self, share: float, old: float) -> Flow:
        charges = self._charges()
        made = Flow(self.number)
        if self.random.random() >= share:
            return self._ended(made, charges, [])
        made.is_old = self.random.random() < old
        times = 2 if self.random.random() < TWICE else 1
        is_untaxed = self.random.random() < UNTAXED
        before = self._at_the_old_rate(charges)
        made.deposits = [self._deposit(before, self.random.choice([25, 30, 33, 50]), is_untaxed) for _ in range(times)]
        open_lines = [self._settling(deposit) for deposit in made.deposits]
        if self.random.random() < CREDITED:
            made.afterwards.append(self._partly(made.deposits[0], open_lines[0]))
        if self.event.is_cancelled and self.random.random() < 0.5:
            return self._given_back(made, open_lines)
        return self._ended(made, charges, [line for lines in open_lines for line in lines])

    def _charges(self) -> list[InvoiceLine]:
        rates = self.random.choices(["21", "9"], k=self.random.randint(1, 4))
        return [self._line(SOLD[rate], self._amount(), LineKind.PRODUCT) for rate in rates]

    def _at_the_old_rate(self, charges: Sequence[InvoiceLine]) -> list[InvoiceLine]:
        """What the deposit was reckoned from: now and then at a rate that the final has no more."""
        if self.random.random() >= RATE_CHANGED:
            return list(charges)
        return [self._line(LOW, line.net, LineKind.PRODUCT) for line in charges]

    def _deposit(self, charges: Sequence[InvoiceLine], percent: int, is_untaxed: bool) -> Invoice:
        bases: Counter[str] = Counter()
        for line in charges:
            bases["0" if is_untaxed else str(line.vat_rate)] += line.gross if is_untaxed else line.net  # type: ignore[assignment]
        groups = NUMBERED if self.number % 2 else GROUPS
        lines = [
            self._line(groups[rate], _cents(Decimal(base) * percent / 100), LineKind.DEPOSIT)
            for rate, base in sorted(bases.items())
        ]
        return self._invoice("D", lines, self._before(AHEAD))

    def _settling(self, deposit: Invoice) -> list[InvoiceLine]:
        """Exactly what was booked, as the host takes it off."""
        return [
            replace(_turned(line), kind=LineKind.DEPOSIT_SETTLEMENT, settles_invoice_id=deposit.id)
            for line in deposit.lines
        ]

    def _partly(self, deposit: Invoice, left: list[InvoiceLine]) -> Invoice:
        """A part of its first line is credited, and that much less is taken off later."""
        first = deposit.lines[0]
        back = self._line(first.rate_group or HIGH, -_cents(first.net * self.random.randint(10, 60) / 100), first.kind)
        left[0] = _with(left[0], left[0].net - back.net, left[0].vat - back.vat)
        if self.random.random() < 0.7:
            back = replace(back, settles_invoice_id=deposit.id)
        return self._invoice("C", [back], self._before(CREDITED_AHEAD), is_credit=True, credits_id=deposit.id)

    def _given_back(self, made: Flow, open_lines: Sequence[list[InvoiceLine]]) -> Flow:
        """*Vergoeding, btw terug*: the deposits are credited and something is charged outside VAT."""
        for deposit, left in zip(made.deposits, open_lines, strict=True):
            lines = [replace(line, kind=LineKind.DEPOSIT) for line in left]
            made.afterwards.append(self._invoice("C", lines, self._day, is_credit=True, credits_id=deposit.id))
        return self._ended(made, [self._line(SHIFTED, self._amount(), LineKind.MANUAL)], [])

    def _ended(self, made: Flow, charges: Sequence[InvoiceLine], settling: Sequence[InvoiceLine]) -> Flow:
        made.afterwards.append(self._invoice("F", [*charges, *settling], self._day))
        for line in charges:
            ledger, code = BOOKED_ON[line.rate_group.code if line.rate_group else ""]
            made.sold[ledger, code, "net"] += line.net  # type: ignore[assignment]
            made.sold[ledger, code, "vat"] += line.vat  # type: ignore[assignment]
        return made

    def _line(self, group: RateGroup, net: Decimal, kind: LineKind | None) -> InvoiceLine:
        plain = build.line("0.00", "0.00", group, kind=kind, event=self.event, description=f"Regel {self.number}")
        return _with(plain, net, _cents(net * group.vat_rate / 100))

    def _amount(self) -> Decimal:
        return Decimal(self.random.randint(1, 500_000)) * CENT

    @property
    def _day(self) -> date:
        assert self.event.starts_on, "it has a day"
        return self.event.starts_on

    def _before(self, days: timedelta) -> date:
        """So long before the event, and within the year that is open."""
        return max(FIRST_DAY, self._day - days)

    def _invoice(self, sort: str, lines: Sequence[InvoiceLine], day: date, **changes: object) -> Invoice:
        self.sent += 1
        placed = [replace(line, position=number) for number, line in enumerate(lines, 1)]
        key = f"{sort}{self.number:05}-{self.sent}"
        at = datetime(2026, 1, 5, tzinfo=UTC) + timedelta(minutes=self.number * 10 + self.sent)
        return build.invoice(*placed, id=key, identifier=key, invoice_date=day, sent_at=at, **changes)


def without_kinds(invoice: Invoice) -> Invoice:
    """As a host of 1.0 told it."""
    return replace(invoice, lines=tuple(replace(line, kind=None, event=None) for line in invoice.lines))


def _with(line: InvoiceLine, net: Decimal, vat: Decimal) -> InvoiceLine:
    return replace(line, net=net, vat=vat, gross=net + vat)


def _turned(line: InvoiceLine) -> InvoiceLine:
    return _with(line, -line.net, -line.vat)


def _cents(amount: Decimal) -> Decimal:
    return amount.quantize(CENT, rounding=ROUND_HALF_UP)
