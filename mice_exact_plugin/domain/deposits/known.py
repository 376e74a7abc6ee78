"""What is known of the deposits that an invoice takes off: where they stand in the books, and what is left of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.money import total

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from mice_exact_plugin.domain.entry.booked import BookedLine


class Where(StrEnum):
    """How a deposit invoice stands."""

    BOOKED = "booked"
    WAITS = "waits"
    """It is still to be booked, so what takes it off waits for it."""
    UNREAD = "unread"
    """Booked before lines were kept, and Exact has not shown its lines yet."""
    ELSEWHERE = "elsewhere"
    """Booked in another administration."""
    NOT_OURS = "not_ours"
    """Set aside, or sent before the link was there: somebody booked it otherwise, or nobody did."""


@dataclass(frozen=True, slots=True)
class Deposit:
    """One deposit invoice.

    Attributes:
        export_id: its row; None for one that has none.
        division: the administration that it is in, as people know it.
        currency: of the invoice; empty where nobody told.
        lines: what was booked.
        taken: what other invoices took off, or credited: below zero, unless a final was credited.
    """

    invoice_id: str
    identifier: str
    where: Where
    export_id: int | None = None
    booked_on: date | None = None
    division: str = ""
    currency: str = ""
    lines: tuple[BookedLine, ...] = ()
    taken: tuple[BookedLine, ...] = ()

    def of_rate(self, rate: Decimal) -> tuple[BookedLine, ...]:
        return tuple(line for line in self.lines if line.vat_rate == rate)

    def booked(self, rate: Decimal) -> Decimal:
        return total(line.net for line in self.of_rate(rate))

    def open(self, rate: Decimal) -> Decimal:
        """What is left to take off."""
        return self.booked(rate) + total(line.net for line in self.taken if line.vat_rate == rate)


#: By the host's id of the deposit invoice. What an invoice points to and is not here pairs with nothing.
Known = Mapping[str, Deposit]
NONE_KNOWN: Known = MappingProxyType({})


def waits_on(deposits: Known) -> str | None:
    """The first of these that has to be booked before what takes it off."""
    return next((deposit.invoice_id for deposit in deposits.values() if deposit.where is Where.WAITS), None)
