"""*Vergelijk met Exact*: what the accounts for deposits have in Exact beside what is open here, and what explains it.

Amounts are above zero where something waits. What is open here and what explains the difference are, together, exactly
what the ledger has.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.entry.entry import normal_reference
from mice_exact_plugin.domain.money import ZERO, total

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from datetime import date
    from decimal import Decimal


class Why(StrEnum):
    """Why the ledger has something else, in the order in which it is shown: what somebody has to do comes first."""

    CHANGED = "changed"
    GONE = "gone"
    LOOSE = "loose"
    """On the account, and of no deposit."""
    UNCONFIRMED = "unconfirmed"
    OTHERS = "others"
    """Not booked by the link, or for another venue."""
    UNREAD = "unread"
    """Booked by the link or found by it; its lines were never read."""


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One line of an account in Exact; `home` is the amount in the currency of the administration."""

    entry_id: str
    account_id: str
    amount: Decimal
    home: Decimal
    your_ref: str
    entry_number: int | None = None
    day: date | None = None

    def amount_of(self, ours: Collection[str]) -> Decimal:
        """In the currency of the invoice where the entry is of one of ours."""
        return self.amount if self.entry_id in ours else self.home


@dataclass(slots=True)
class OurEntry:
    """What an invoice has on these accounts for all we know.

    Attributes:
        entry_ids: under which its entry may be found.
        is_certain: False while nobody knows whether it was booked.
        lines: by account.
        of_deposits: the part of them that is of a deposit, by account and the deposit's invoice.
    """

    invoice_id: str
    number: str
    entry_ids: frozenset[str]
    is_certain: bool
    lines: defaultdict[str, Decimal] = field(default_factory=lambda: defaultdict(lambda: ZERO))
    of_deposits: defaultdict[str, dict[str, Decimal]] = field(default_factory=lambda: defaultdict(dict))

    def waits(self, account_id: str) -> Decimal:
        return total(self.of_deposits[account_id].values())


@dataclass(frozen=True, slots=True)
class Finding:
    """One entry on one account that explains a part of the difference.

    Attributes:
        number: of our invoice, or the reference of an entry that is not ours.
        ours: what it counts for here.
        deposit: the invoice of the deposit that is otherwise than shown.
    """

    why: Why
    account_id: str
    number: str
    ours: Decimal
    theirs: Decimal
    invoice_id: str | None = None
    entry_number: int | None = None
    day: date | None = None
    deposit: str | None = None

    @property
    def difference(self) -> Decimal:
        return self.theirs - self.ours


@dataclass(frozen=True, slots=True)
class Comparison:
    """Both sides.

    Attributes:
        balances: by account, what is open here and what the ledger has.
        deposits: what the ledger has of each deposit that is open on either side, by its invoice.
    """

    balances: Mapping[str, tuple[Decimal, Decimal]]
    findings: tuple[Finding, ...]
    deposits: Mapping[str, Decimal]


def compare(
    lines: Iterable[LedgerLine],
    ours: Sequence[OurEntry],
    unread: Mapping[str, tuple[str, str]],
    accounts: Iterable[str],
) -> Comparison:
    """Hold the lines of the accounts against our entries.

    Args:
        unread: of entries that are ours and of which no line was kept, by their id, the invoice's id and number.
    """
    entries: dict[str, list[LedgerLine]] = defaultdict(list)
    for line in lines:
        entries[line.entry_id].append(line)
    pairs, found = list(_paired(ours, entries)), list[Finding]()
    for entry, theirs in pairs:
        found += _of_ours(entry, theirs)
    for theirs in entries.values():
        found += _of_others(theirs, unread)
    mine = [line for _, theirs in pairs for line in theirs]
    others = [line for theirs in entries.values() for line in theirs]
    return Comparison(
        {
            account_id: (
                total(entry.waits(account_id) for entry in ours),
                total(line.amount for line in mine if line.account_id == account_id)
                + total(line.amount_of(unread) for line in others if line.account_id == account_id),
            )
            for account_id in accounts
        },
        tuple(sorted(found, key=lambda each: (_ORDER[each.why], str(each.day), each.number))),
        _by_deposit(ours, found),
    )


def _by_deposit(ours: Iterable[OurEntry], found: Iterable[Finding]) -> dict[str, Decimal]:
    """An entry that takes off several and is not as it was counts for the first."""
    here: dict[str, Decimal] = defaultdict(lambda: ZERO)
    there: dict[str, Decimal] = defaultdict(lambda: ZERO)
    for entry in ours:
        for deposits in entry.of_deposits.values():
            for deposit, amount in deposits.items():
                here[deposit] += amount
    for finding in found:
        if finding.deposit is not None:
            there[finding.deposit] += finding.difference
    return {key: here[key] + there[key] for key in here if here[key] or there[key]}


_ORDER = {why: place for place, why in enumerate(Why)}


def _paired(
    ours: Sequence[OurEntry], entries: dict[str, list[LedgerLine]]
) -> Iterator[tuple[OurEntry, list[LedgerLine]]]:
    """Each of ours with its lines, which it takes out of `entries`: by id, and what is left by its number."""
    rest = []
    for entry in ours:
        known = [key for key in entry.entry_ids if key in entries]
        if known:
            yield entry, [line for key in known for line in entries.pop(key)]
        else:
            rest.append(entry)
    by_number = {normal_reference(lines[0].your_ref): key for key, lines in entries.items()}
    for entry in rest:
        key = by_number.pop(normal_reference(entry.number), None)
        yield entry, entries.pop(key) if key is not None else []


def _of_ours(entry: OurEntry, theirs: Sequence[LedgerLine]) -> Iterator[Finding]:
    for account_id in dict.fromkeys([*entry.lines, *(line.account_id for line in theirs)]):
        there = total(line.amount for line in theirs if line.account_id == account_id)
        why = _why(entry, account_id, there, is_found=bool(theirs))
        if why is None:
            continue
        yield Finding(
            why,
            account_id,
            entry.number,
            entry.waits(account_id),
            there,
            entry.invoice_id,
            theirs[0].entry_number if theirs else None,
            theirs[0].day if theirs else None,
            next(iter(entry.of_deposits[account_id]), None),
        )


def _why(entry: OurEntry, account_id: str, there: Decimal, *, is_found: bool) -> Why | None:
    if there != entry.lines[account_id]:
        if is_found:
            return Why.CHANGED
        return Why.GONE if entry.is_certain else Why.UNCONFIRMED
    return Why.LOOSE if there != entry.waits(account_id) else None


def _of_others(theirs: Sequence[LedgerLine], unread: Mapping[str, tuple[str, str]]) -> Iterator[Finding]:
    first = theirs[0]
    invoice_id, number = unread.get(first.entry_id, (None, first.your_ref))
    why = Why.OTHERS if invoice_id is None else Why.UNREAD
    for account_id in dict.fromkeys(line.account_id for line in theirs):
        there = total(line.amount_of(unread) for line in theirs if line.account_id == account_id)
        if there:
            yield Finding(why, account_id, number, ZERO, there, invoice_id, first.entry_number, first.day)
