"""What the tax office is told of a quarter: the boxes of the VAT return, and sales to businesses abroad in the EU."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from simulator.bookkeeping.money import ZERO
from simulator.bookkeeping.summary import vat_summary
from simulator.books.seed import BOX

if TYPE_CHECKING:
    from simulator.books.administration import Books

# VATCodes.EUSalesListing: goods, services and triangulation are listed per customer; N is not.
LISTED = ("L", "S", "T")


@dataclass(frozen=True, slots=True)
class BoxTotal:
    """One box of the return of a quarter; sales that no box asks for stand in one without a name."""

    year: int
    quarter: int
    box: str
    base: Decimal
    vat: Decimal


@dataclass(frozen=True, slots=True)
class Listed:
    """What one customer bought in a quarter, by kind; without a VAT number the listing is refused."""

    year: int
    quarter: int
    vat_number: str
    kind: str
    amount: Decimal


def vat_return(books: Books) -> list[BoxTotal]:
    """The boxes in their order, from what is booked."""
    sums: dict[tuple[int, int, str], list[Decimal]] = defaultdict(lambda: [ZERO, ZERO])
    for total in vat_summary(books):
        box = (books.by_code("VATCodes", total.code) or {}).get(BOX) or ""
        found = sums[total.year, _quarter(total.period), box]
        found[0] += total.base
        found[1] += total.vat
    return [BoxTotal(*key, *sums[key]) for key in sorted(sums)]


def sales_listing(books: Books) -> list[Listed]:
    """Per customer and kind, from the lines whose VAT code is listed."""
    sums: dict[tuple[int, int, str, str], Decimal] = defaultdict(lambda: ZERO)
    for line in books["SalesEntryLines"].rows.values():
        kind = (books.by_code("VATCodes", line["VATCode"]) or {}).get("EUSalesListing")
        if kind in LISTED:
            entry = books["SalesEntries"].rows[line["EntryID"]]
            number = books["Accounts"].rows.get(entry["Customer"], {}).get("VATNumber") or ""
            quarter = entry["ReportingYear"], _quarter(entry["ReportingPeriod"])
            sums[*quarter, number, kind] += line["AmountDC"]
    return [Listed(*key, sums[key]) for key in sorted(sums)]


def _quarter(period: int) -> int:
    return (period + 2) // 3
