"""What a person accepted for one invoice, as the mapper reads it: bound to the figures that were shown."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.entry.credited import NOT_KNOWN
from mice_exact_plugin.domain.entry.vat_mapping import normal_rate
from mice_exact_plugin.domain.money import CENT, ZERO

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mice_exact_plugin.domain.dimensions import Costs
    from mice_exact_plugin.domain.entry.credited import Ledgers
    from mice_exact_plugin.domain.entry.entry import Mark
    from mice_exact_plugin.domain.invoice import InvoiceLine, Situation
    from mice_exact_plugin.domain.receipts import ReceiptSettings


class Kind(StrEnum):
    """What can be accepted."""

    VAT_DIFFERENCE = "vat_difference"
    VAT_CODE = "vat_code"
    EU_NUMBER = "eu_number"
    FILL_NUMBER = "fill_number"
    PERIOD = "period"
    DEPOSIT = "deposit"
    BOOKED_BY_HAND = "booked_by_hand"


#: The figures that a person saw when accepting a VAT difference; another figure is another difference.
DIFFERENCE = ("rate", "net", "vat", "expected")
#: What a person saw of a VAT number, and of the one in Exact that does not fit, when saying *toch boeken*.
NUMBER = ("state", "number", "theirs")
#: What a person saw of a deposit of which more is taken off than is left, when saying *toch boeken*.
OVERSETTLED = ("identifier", "rate", "net", "stated", "found")


#: The invoice's day and the one that a person saw it would be booked on instead.
DAYS = ("date", "entry_date")


#: `EntryNumber` is a whole number of 32 bits (Exact's page of SalesEntries).
HIGHEST_ENTRY_NUMBER = 2**31 - 1


def entry_number(text: str) -> int | None:
    """What somebody typed as the number of an entry; None when Exact numbers no entry like that."""
    digits = text.strip()
    if not (digits.isascii() and digits.isdigit()) or len(digits) > len(str(HIGHEST_ENTRY_NUMBER)):
        return None
    return int(digits) if 0 < int(digits) <= HIGHEST_ENTRY_NUMBER else None


@dataclass(frozen=True, slots=True)
class Acceptance:
    """One thing accepted, with the figures that it holds for."""

    kind: Kind
    params: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Accepted:
    """All that holds for one invoice; empty for nearly every one."""

    differences: frozenset[tuple[str, ...]] = frozenset()
    numbers: frozenset[tuple[str, ...]] = frozenset()
    filled: frozenset[tuple[str, ...]] = frozenset()
    periods: frozenset[tuple[str, ...]] = frozenset()
    deposits: frozenset[tuple[str, ...]] = frozenset()
    codes: Mapping[str, str] = field(default_factory=dict)
    """VAT code of the settings to the one chosen for this invoice."""
    group_codes: Mapping[tuple[Decimal, str | None], Mapping[str, str]] = field(default_factory=dict)
    """The same for lines of a rate group at a rate, by the invoice that this one credits."""
    booked: Mapping[Situation, frozenset[str]] = field(default_factory=dict)
    """VAT codes of 0 % by ground under which the invoice that this one credits was booked."""
    costs: Mapping[tuple[str, str], frozenset[Costs]] | None = field(default_factory=dict)
    """Cost centres and units by G/L account and VAT code of the invoice that this one credits; None: it had none."""
    receipts: ReceiptSettings | None = None
    """Where the receipts of the invoice that this one credits were booked; None is where the settings say."""
    ledgers: Ledgers = NOT_KNOWN
    """Where the lines of the invoice that this one credits were booked."""
    marks: tuple[Mark, ...] = ()
    """What is to be remarked on a credit for the sake of what it credits."""
    wholes: frozenset[tuple[str, ...]] = frozenset()
    """The differences that hold for the invoice that this one credits, perhaps in part."""
    any_number: bool = False
    """A credit follows its original: what stands in the listing is corrected there, whatever the number."""

    def codes_of(self, line: InvoiceLine) -> Mapping[str, str]:
        """VAT code of the settings to the one that is taken instead."""
        group = line.rate_group.code if line.rate_group else None
        own = self.group_codes.get((normal_rate(line.vat_rate), group)) if self.group_codes else None
        return {**own, **self.codes} if own else self.codes

    def difference(self, params: Mapping[str, object]) -> bool:
        """Whether exactly this VAT difference was accepted, or the share of one that a part of its invoice has."""
        figures = _figures(params, DIFFERENCE)
        return figures in self.differences or any(_is_share(figures, whole) for whole in self.wholes)

    def oversettled(self, params: Mapping[str, object]) -> bool:
        """Whether exactly this much more than is left of a deposit may be taken off."""
        return _figures(params, OVERSETTLED) in self.deposits

    def number(self, params: Mapping[str, object], *, itself: bool = False) -> bool:
        """Whether a code for the EU was accepted with the VAT number as it is; `itself` asks for this very one."""
        return (self.any_number and not itself) or _figures(params, NUMBER) in self.numbers

    def period(self, params: Mapping[str, object]) -> bool:
        """Whether the invoice may be booked on just that later day."""
        return _figures(params, DAYS) in self.periods

    def fills(self, number: str) -> bool:
        """Whether this number may be filled in where the relation has none."""
        return (number,) in self.filled


NOTHING = Accepted()


def accepted(acceptances: Iterable[Acceptance]) -> Accepted:
    """Those of one invoice together, oldest first: of two codes chosen for the same one the later holds."""
    items = tuple(acceptances)
    if not items:
        return NOTHING
    return Accepted(
        differences=_all_figures(items, Kind.VAT_DIFFERENCE, DIFFERENCE),
        numbers=_all_figures(items, Kind.EU_NUMBER, NUMBER),
        filled=_all_figures(items, Kind.FILL_NUMBER, ("number",)),
        periods=_all_figures(items, Kind.PERIOD, DAYS),
        deposits=_all_figures(items, Kind.DEPOSIT, OVERSETTLED),
        codes={str(item.params["from"]): str(item.params["to"]) for item in items if item.kind is Kind.VAT_CODE},
    )


def followed(own: Accepted, original: Accepted, *, is_booked: bool) -> Accepted:
    """What holds for a credit: its own, and with the signs turned what held for the invoice that it credits.

    Args:
        is_booked: the original is in Exact, so the credit takes back what stands there.
    """
    turned = frozenset(_turned(difference) for difference in original.differences)
    return Accepted(
        differences=own.differences | turned,
        wholes=original.differences,
        numbers=own.numbers | original.numbers,
        filled=own.filled | original.filled,
        periods=own.periods,
        deposits=own.deposits,
        codes={**original.codes, **own.codes},
        any_number=is_booked,
    )


def _turned(difference: tuple[str, ...]) -> tuple[str, ...]:
    rate, *amounts = difference
    return (rate, *(str(-Decimal(amount) + ZERO) for amount in amounts))


def _is_share(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """Whether a part of a line that is taken back has its VAT in the same proportion, to the cent."""
    (rate, *own), (of_rate, *all_of_it) = part, whole
    (net, vat, _), (of_net, of_vat, _) = map(Decimal, own), map(Decimal, all_of_it)
    if rate != of_rate or net * of_net >= 0 or abs(net) > abs(of_net):
        return False
    return abs(vat - of_vat * net / of_net) <= CENT


def _all_figures(items: Iterable[Acceptance], kind: Kind, names: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    return frozenset(_figures(item.params, names) for item in items if item.kind is kind)


def _figures(params: Mapping[str, object], names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(str(params.get(name, "")) for name in names)
