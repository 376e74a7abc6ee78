"""The verkoopboeking that an invoice becomes: what will be sent, as values, before any spelling of Exact's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from mice_exact_plugin.domain.remarks import RemarkCode

#: Something to remark on an invoice when it is booked, with its parameters.
Mark = tuple[RemarkCode, dict[str, str]]


@dataclass(frozen=True, slots=True)
class SalesEntryLine:
    """One boekingsregel per (G/L account, VAT code). `vat` is the VAT of the invoice for this group, to the cent.

    `vat_override` says that `vat` differs from what Exact computes and must be sent along.
    """

    gl_account_id: str
    gl_account_code: str
    vat_code: str
    vat_rate: Decimal
    net: Decimal
    vat: Decimal
    vat_override: bool
    description: str
    cost_center: str | None = None
    cost_unit: str | None = None


@dataclass(frozen=True, slots=True)
class SalesEntry:
    """A balanced entry without its debtor: `gross` equals the sum of the lines' net and VAT.

    Without a due date Exact computes it from the payment condition. A new field would change the digest of every
    payload that was refused before (`posting_key.payload_digest`).
    """

    journal: str
    entry_date: date
    due_date: date | None
    your_ref: str
    description: str
    currency: str
    payment_condition: str | None
    lines: tuple[SalesEntryLine, ...]
    net: Decimal
    vat: Decimal
    gross: Decimal
    is_credit: bool


@dataclass(frozen=True, slots=True)
class LedgerFallback:
    """A line that had no usable ledger number, so the default ledger took it: shown, never silent."""

    position: int
    description: str
    product: str | None
    rate_group: str | None
    ledger_number: str | None
