"""The entry that an invoice becomes: what will be sent, what was sent, and what Exact shows of it.

Values only, before any spelling of Exact's; a reference is compared as Exact compares text.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from mice_exact_plugin.domain.remarks import RemarkCode, Said


def normal_reference(text: str) -> str:
    """The one spelling in which two references can be compared."""
    return text.strip().casefold()


def spellings(text: str) -> tuple[str, ...]:
    """What to search by: as written, in small and capitals.

    Exact is taken to ignore case, though no page of its documentation says so of `eq`; then one of them would do. The
    others are for a server that minds it: there a number retyped in yet another mixed case (fA1 for Fa1) is not found,
    since no function that ignores case is documented for its filters, and all mixtures would be too many.
    """
    stripped = text.strip()
    return tuple(dict.fromkeys((stripped, stripped.lower(), stripped.upper())))


#: Something to remark on an invoice when it is booked, with its parameters.
Mark = tuple[RemarkCode, Said]


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

    Without a due date Exact computes it from the payment condition. A field of its own changes the digest of every
    payload that was refused before, so what came later counts only where it says something (`keys.payload_digest`).
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
    payment_reference: str | None = None


@dataclass(frozen=True, slots=True)
class LedgerFallback:
    """A line that had no usable ledger number, so the default ledger took it: shown, never silent."""

    position: int
    description: str
    product: str | None
    rate_group: str | None
    ledger_number: str | None


@dataclass(frozen=True, slots=True)
class EntryLine:
    """One line as either side has it; `vat` is None when Exact did not say, and costs are where nobody named any.

    Costs are blank where Exact said that there are none.
    """

    gl_account_id: str
    vat_code: str
    net: Decimal
    vat: Decimal | None
    cost_center: str | None = None
    cost_unit: str | None = None


@dataclass(frozen=True, slots=True)
class SentEntry:
    """What was sent, or would be sent now. What is None was left to Exact or is not known any more."""

    your_ref: str
    gross: Decimal
    account_id: str | None = None
    vat: Decimal | None = None
    currency: str | None = None
    journal: str | None = None
    entry_date: date | None = None
    due_date: date | None = None
    payment_condition: str | None = None
    lines: tuple[EntryLine, ...] | None = None


@dataclass(frozen=True, slots=True)
class SeenEntry:
    """An entry as Exact shows it, in the answer to a post or to a search. What is None was not told."""

    entry_id: str
    entry_number: int | None = None
    your_ref: str = ""
    account_id: str = ""
    gross: Decimal | None = None
    created: datetime | None = None
    status: int = 0
    journal: str = ""
    vat: Decimal | None = None
    currency: str = ""
    entry_date: date | None = None
    due_date: date | None = None
    payment_condition: str = ""
    lines: tuple[EntryLine, ...] | None = None


def sent_of(entry: SalesEntry, account_id: str | None) -> SentEntry:
    """An entry as it is sent, on this relation."""
    lines = tuple(
        EntryLine(line.gl_account_id, line.vat_code, line.net, line.vat, line.cost_center, line.cost_unit)
        for line in entry.lines
    )
    return SentEntry(
        your_ref=entry.your_ref,
        gross=entry.gross,
        account_id=account_id,
        vat=entry.vat,
        currency=entry.currency,
        journal=entry.journal,
        entry_date=entry.entry_date,
        due_date=entry.due_date,
        payment_condition=entry.payment_condition,
        lines=lines,
    )
