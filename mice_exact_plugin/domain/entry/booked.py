"""What is kept of an entry line by line: where it was booked, as what, and where its ledger came from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

    from mice_exact_plugin.domain.invoice import LineKind, Situation


class Origin(StrEnum):
    """Where the ledger of an invoice line came from."""

    RATE_GROUP = "rate_group"
    LOOSE = "loose"
    DEFAULT = "default"
    RECEIPTS = "receipts"


@dataclass(frozen=True, slots=True)
class BookedLine:
    """One line of an entry. What the lines of the invoice behind it do not have in common is None.

    Attributes:
        gl_account_code: None where only Exact's answer is known, as is `vat_rate`.
        origins: where the ledgers of the lines behind it came from; nothing where that is not known.
        settles_invoice_id: the deposit invoice that it takes off, or credits.
    """

    gl_account_id: str
    gl_account_code: str | None
    vat_code: str
    vat_rate: Decimal | None
    net: Decimal
    vat: Decimal
    origins: tuple[Origin, ...] = ()
    kind: LineKind | None = None
    situation: Situation | None = None
    settles_invoice_id: str | None = None
    cost_center: str | None = None
    cost_unit: str | None = None
