"""Sums up what is booked: VAT per period and code, and whether debits equal credits."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from simulator.bookkeeping.money import ZERO

if TYPE_CHECKING:
    from simulator.books.administration import Books


@dataclass(slots=True)
class VatTotal:
    """The base and the VAT of one code in one period."""

    year: int
    period: int
    code: str
    description: str
    base: Decimal = ZERO
    vat: Decimal = ZERO


def vat_summary(books: Books) -> list[VatTotal]:
    """From the lines of the entries, by period and code."""
    totals: dict[tuple[int, int, str], VatTotal] = {}
    for line in books["SalesEntryLines"].rows.values():
        entry = books["SalesEntries"].rows[line["EntryID"]]
        key = (entry["ReportingYear"], entry["ReportingPeriod"], line["VATCode"] or "")
        if key not in totals:
            row = books.by_code("VATCodes", key[2]) or {}
            totals[key] = VatTotal(*key, row.get("Description", ""))
        totals[key].base += line["VATBaseAmountDC"]
        totals[key].vat += line["VATAmountDC"]
    return [totals[key] for key in sorted(totals)]


def imbalances(books: Books) -> dict[str, Decimal]:
    """Entries whose postings do not add up to nothing; there should never be one."""
    sums: dict[str, Decimal] = defaultdict(lambda: ZERO)
    for row in books["TransactionLines"].rows.values():
        sums[row["EntryID"]] += row["AmountDC"]
    return {entry: total for entry, total in sums.items() if total}
