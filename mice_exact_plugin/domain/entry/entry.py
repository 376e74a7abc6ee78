"""The two sides of an entry: what was sent to Exact, and what Exact shows of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mice_exact_plugin.domain.sales_entry import SalesEntry


@dataclass(frozen=True, slots=True)
class EntryLine:
    """One line as either side has it; `vat` is None when Exact did not say."""

    gl_account_id: str
    vat_code: str
    net: Decimal
    vat: Decimal | None


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
    lines = tuple(EntryLine(line.gl_account_id, line.vat_code, line.net, line.vat) for line in entry.lines)
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
