"""Where the lines of deposits go: a deposit waits on the balance sheet, and is taken off from where it stands.

What takes a deposit off, or credits it, has the account and the VAT code of the line that was booked, whatever the
settings and the rates are by then; and no more is taken off than was booked.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.deposits.known import Where
from mice_exact_plugin.domain.deposits.settings import is_balance
from mice_exact_plugin.domain.dimensions import Costs
from mice_exact_plugin.domain.entry.ledger_mapping import ledger_number, unusable
from mice_exact_plugin.domain.entry.vat_mapping import ground_booked, normal_rate
from mice_exact_plugin.domain.invoice import LineKind
from mice_exact_plugin.domain.money import CENT, total
from mice_exact_plugin.domain.problems import Code, Params, Problem
from mice_exact_plugin.domain.remarks import RemarkCode

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from mice_exact_plugin.domain.deposits.known import Deposit, Known
    from mice_exact_plugin.domain.entry.acceptance import Accepted
    from mice_exact_plugin.domain.entry.booked import BookedLine
    from mice_exact_plugin.domain.entry.entry import Mark
    from mice_exact_plugin.domain.entry.vat_mapping import Ground
    from mice_exact_plugin.domain.invoice import Invoice, InvoiceLine
    from mice_exact_plugin.domain.reference import GLAccount, ReferenceData
    from mice_exact_plugin.domain.settings import LinkSettings

#: Lines of these kinds are about a deposit.
KINDS = (LineKind.DEPOSIT, LineKind.DEPOSIT_SETTLEMENT)


@dataclass(frozen=True, slots=True)
class Placing:
    """Where one line goes.

    Attributes:
        account: None leaves it to the way of ordinary lines.
        ground: that of what is taken off, with its VAT code; None leaves it to the settings.
        leeway: what the VAT may differ from what its net comes to, for what was booked was rounded by line.
        takes_off: the VAT is that of the deposit; so it is while that waits, for whoever says yes to both at once.
        costs: what the deposit was booked with.
    """

    account: GLAccount | None = None
    ground: Ground | None = None
    problems: tuple[Problem, ...] = ()
    marks: tuple[Mark, ...] = ()
    leeway: Decimal = 0 * CENT
    takes_off: bool = False
    costs: Costs | None = None


AS_ANY_LINE = Placing()


def settled(line: InvoiceLine, invoice: Invoice) -> str | None:
    """The deposit that a line takes off or credits; None for any other line, and when the host does not say."""
    if line.kind is LineKind.DEPOSIT_SETTLEMENT:
        return None if line.settles_invoice_id == invoice.id else line.settles_invoice_id
    if line.kind is LineKind.DEPOSIT and invoice.is_credit:
        return line.settles_invoice_id or invoice.credits_id
    return None


@dataclass(frozen=True, slots=True)
class Rules:
    """What lines of deposits are placed by, for one invoice."""

    invoice: Invoice
    settings: LinkSettings
    reference: ReferenceData
    known: Known
    accepted: Accepted

    def place(self, lines: Sequence[InvoiceLine]) -> list[Placing]:
        """One for each line, in their order."""
        over = dict(self._overs(lines)) if self.known else {}
        return [self._place(line, over) for line in lines]

    def _place(self, line: InvoiceLine, over: dict[tuple[str, Decimal], Problem]) -> Placing:
        if line.kind not in KINDS:
            return AS_ANY_LINE
        if line.kind is LineKind.DEPOSIT and not self.invoice.is_credit:
            return self._by_settings(line, *self._moved(line))
        deposit = self.known.get(settled(line, self.invoice) or "")
        if deposit is None:
            return self._by_settings(line, (RemarkCode.DEPOSIT_UNPAIRED, {}))
        if deposit.currency not in ("", self.invoice.currency):
            return self._in_another_currency(deposit)
        match deposit.where:
            case Where.WAITS:
                return replace(self._by_settings(line), takes_off=True)
            case Where.UNREAD:
                return _held(Code.DEPOSIT_UNREAD, {"identifier": deposit.identifier})
            case Where.ELSEWHERE:
                names: Params = {"name": deposit.division, "description": self.reference.division.name}
                return _held(Code.DEPOSIT_ELSEWHERE, {"identifier": deposit.identifier, **names})
            case Where.NOT_OURS:
                return self._by_settings(line, (RemarkCode.DEPOSIT_NOT_OURS, {"number": deposit.identifier}))
            case Where.BOOKED:
                return self._as_booked(line, deposit, over)

    def _by_settings(self, line: InvoiceLine, *marks: Mark) -> Placing:
        """The rate group's own balance account, else the one of the rate; never the default ledger unasked."""
        if self.settings.deposits.as_turnover:
            return Placing(marks=marks)
        rate, by_id = normal_rate(line.vat_rate), self.reference.gl_accounts_by_id
        own = self._own(line)
        account = own if own and is_balance(own) else by_id.get(self.settings.deposits.accounts.get(rate, ""))
        if account is None:
            return _held(Code.DEPOSIT_LEDGER_NEEDED, {"rate": str(rate)})
        return Placing(account, problems=tuple(unusable(account)), marks=marks)

    def _in_another_currency(self, deposit: Deposit) -> Placing:
        """How much of it is taken off hangs on a rate, and choosing one is the bookkeeper's: nothing is waited for."""
        told: Params = {"identifier": deposit.identifier, "currency": deposit.currency}
        return _held(Code.DEPOSIT_CURRENCY, told | {"expected": self.invoice.currency})

    def _own(self, line: InvoiceLine) -> GLAccount | None:
        """The account of its rate group: the one of the settings before the host's number."""
        chosen = self.settings.rate_group_ledgers.get(line.rate_group.code, "") if line.rate_group else ""
        numbered = self.reference.gl_accounts.get(ledger_number(line) or "")
        return self.reference.gl_accounts_by_id.get(chosen) or numbered

    def _as_booked(self, line: InvoiceLine, deposit: Deposit, over: dict[tuple[str, Decimal], Problem]) -> Placing:
        rate = normal_rate(line.vat_rate)
        problem = over.get((deposit.invoice_id, rate))
        if problem and not self.accepted.oversettled(problem.params):
            return Placing(problems=(problem,))
        booked = self._counterpart(line, deposit, rate)
        if booked is None:
            return self._by_settings(line)
        account = self.reference.gl_accounts_by_id.get(booked.gl_account_id)
        if account is None:
            return _held(Code.GL_ACCOUNT_BLOCKED, {"account": booked.gl_account_code or "", "description": ""})
        event = (line.event.starts_on, line.event.ends_on) if line.event else ()
        days = (deposit.booked_on or self.invoice.invoice_date, *(day for day in event if day))
        ground = ground_booked(booked.vat_code, booked.situation, rate, self.reference, days)
        if isinstance(ground, Problem):
            return Placing(problems=(*unusable(account), ground))
        marks = (*self._rate_changed(line, deposit, rate), *self._on_turnover(deposit, account))
        leeway = CENT * (len(deposit.of_rate(rate)) + len(deposit.taken))
        costs = Costs(booked.cost_center, booked.cost_unit)
        return Placing(account, ground, tuple(unusable(account)), marks, leeway, takes_off=True, costs=costs)

    def _counterpart(self, line: InvoiceLine, deposit: Deposit, rate: Decimal) -> BookedLine | None:
        """The booked line that it takes off: of several at its rate the one of its rate group, else the largest."""
        number = ledger_number(line)
        found = sorted(deposit.of_rate(rate), key=lambda each: (each.gl_account_code != number, -abs(each.net)))
        return found[0] if found else None

    def _overs(self, lines: Sequence[InvoiceLine]) -> Iterator[tuple[tuple[str, Decimal], Problem]]:
        """The deposits and rates of which more would be taken off than is left."""
        sums: dict[tuple[str, Decimal], Decimal] = defaultdict(lambda: total(()))
        for line in lines:
            sums[settled(line, self.invoice) or "", normal_rate(line.vat_rate)] += line.net
        for (invoice_id, rate), net in sums.items():
            deposit = self.known.get(invoice_id)
            if deposit is None or deposit.where is not Where.BOOKED or net >= 0 or deposit.open(rate) + net >= 0:
                continue
            params: Params = {"identifier": deposit.identifier, "rate": str(rate), "net": str(-net)}
            params |= {"stated": str(deposit.booked(rate)), "found": str(deposit.open(rate))}
            yield (invoice_id, rate), Problem(Code.DEPOSIT_OVERSETTLED, params)

    def _rate_changed(self, line: InvoiceLine, deposit: Deposit, rate: Decimal) -> Iterator[Mark]:
        """The final charges nothing at the rate of its deposit, or hardly any. One without VAT never does."""
        if line.kind is not LineKind.DEPOSIT_SETTLEMENT or not rate or self.invoice.is_credit:
            return
        charged, taken = self._by_rate(), -self._by_rate(LineKind.DEPOSIT_SETTLEMENT)[rate]
        is_mostly_there = 2 * charged[rate] >= taken or total(charged.values()) < taken
        others = [each for each in charged if each != rate]
        if others and not (charged[rate] and is_mostly_there):
            now = ", ".join(str(each) for each in sorted(others, reverse=True))
            yield RemarkCode.DEPOSIT_RATE_CHANGED, {"number": deposit.identifier, "ours": str(rate), "theirs": now}

    def _by_rate(self, kind: LineKind | None = None) -> dict[Decimal, Decimal]:
        """The net of the lines of this kind, else of what is charged."""
        found: dict[Decimal, Decimal] = defaultdict(lambda: total(()))
        for line in self.invoice.lines:
            if line.net and (line.kind is kind if kind else line.kind not in KINDS):
                found[normal_rate(line.vat_rate)] += line.net
        return found

    def _on_turnover(self, deposit: Deposit, account: GLAccount) -> Iterator[Mark]:
        if not self.settings.deposits.as_turnover and not is_balance(account):
            yield RemarkCode.DEPOSIT_ON_TURNOVER, {"number": deposit.identifier, "code": account.code}

    def _moved(self, line: InvoiceLine) -> Iterator[Mark]:
        """The rate of a deposit ends before its event, so the final will have another."""
        rate, day = normal_rate(line.vat_rate), line.event.starts_on if line.event else None
        codes = [code for code in self.reference.vat_codes.values() if code.type == "E" and rate]
        fitting = [each for code in codes for each in code.percentages if each.rate == rate]
        now = [each for each in fitting if each.holds_on(self.invoice.invoice_date)]
        if day and now and not any(each.holds_on(day) for each in fitting):
            yield RemarkCode.DEPOSIT_RATE_ENDS, {"ours": str(rate), "day": day.isoformat()}


def guard(invoice: Invoice, line: InvoiceLine) -> Iterator[Mark]:
    """A host without kinds: a line below zero that the default ledger took may be a deposit that is taken off."""
    if line.kind is None and line.net < 0 and not invoice.is_credit:
        yield RemarkCode.POSSIBLE_SETTLEMENT, {}


def _held(code: Code, params: Params) -> Placing:
    return Placing(problems=(Problem(code, params),))
