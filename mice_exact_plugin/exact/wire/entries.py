"""Sales entries: the body that books one, the answer to it, and the search for those that may exist."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import zip_longest
from typing import Any

from mice_exact_plugin.domain.adoption import FoundEntry
from mice_exact_plugin.domain.money import to_cents
from mice_exact_plugin.domain.sales_entry import SalesEntry, SalesEntryLine
from mice_exact_plugin.exact.odata import any_of, batches, eq, guid, text
from mice_exact_plugin.exact.wire.envelope import Garbled, Row, ValueRow
from mice_exact_plugin.exact.wire.query import Query, listing
from mice_exact_plugin.exact.wire.values import key, moment, outgoing, trimmed

ENTRIES = "salesentry/SalesEntries"


@dataclass(frozen=True, slots=True)
class PostedEntry:
    """What Exact made of a post. Number and gross (including VAT) are None when the answer withheld them."""

    entry_id: str
    entry_number: int | None
    gross: Decimal | None
    journal: str


class FoundRow(ValueRow[FoundEntry]):
    EntryID: str | None = None
    EntryNumber: int | None = None
    YourRef: str | None = None
    AmountFC: Decimal | None = None
    Customer: str | None = None
    EntryDate: str | None = None
    Journal: str | None = None
    Created: str | None = None
    Status: int | None = None

    def value(self) -> FoundEntry:
        if not self.EntryID or self.AmountFC is None:
            raise Garbled("a sales entry without id or amount")
        return FoundEntry(
            entry_id=key(self.EntryID),
            entry_number=self.EntryNumber,
            your_ref=trimmed(self.YourRef),
            account_id=key(self.Customer),
            gross=to_cents(self.AmountFC),
            created=moment(self.Created),
            status=self.Status or 0,
            journal=trimmed(self.Journal),
        )


class PostedRow(Row):
    EntryID: str | None = None
    EntryNumber: int | None = None
    AmountFC: Decimal | None = None
    Journal: str | None = None


def searches(entry_ids: Iterable[str], your_refs: Iterable[str]) -> Iterator[Query]:
    """Queries that find entries by key or by reference.

    The n-th key and the n-th reference go in one query, so that 40 of either cost one call.
    """
    by_key = [eq("EntryID", guid(entry_id)) for entry_id in entry_ids]
    by_reference = [eq("YourRef", text(your_ref)) for your_ref in your_refs]
    for batch in batches(list(zip_longest(by_key, by_reference, fillvalue=""))):
        keys, references = ([condition for condition in column if condition] for column in zip(*batch, strict=True))
        yield listing(ENTRIES, FoundRow, any_of(keys + references))


def new_entry(entry: SalesEntry, account_id: str, entry_id: str | None) -> dict[str, Any]:
    """The body of a post: dates without a zone, amounts as numbers, nothing that is not set."""
    return _without_nones(
        {
            "EntryID": entry_id,
            "Customer": account_id,
            "Journal": entry.journal,
            "EntryDate": entry.entry_date.isoformat(),
            "DueDate": entry.due_date and entry.due_date.isoformat(),
            "YourRef": entry.your_ref,
            "Description": entry.description,
            "Currency": entry.currency,
            "PaymentCondition": entry.payment_condition,
            "SalesEntryLines": [_new_line(line) for line in entry.lines],
        }
    )


def posted(answer: PostedRow, entry: SalesEntry, location_key: str | None) -> PostedEntry:
    """The entry that was made; Garbled when neither the answer nor `Location` tells its key."""
    entry_id = key(answer.EntryID) or location_key
    if not entry_id:
        raise Garbled("an entry was made and its key is not told")
    return PostedEntry(
        entry_id=entry_id,
        entry_number=answer.EntryNumber,
        gross=None if answer.AmountFC is None else to_cents(answer.AmountFC),
        journal=trimmed(answer.Journal) or entry.journal,
    )


def _new_line(line: SalesEntryLine) -> dict[str, Any]:
    return _without_nones(
        {
            "GLAccount": line.gl_account_id,
            "VATCode": line.vat_code,
            "AmountFC": outgoing(line.net),
            # Sent only where it differs: Exact then keeps it instead of computing its own (SalesEntryLines page).
            "VATAmountFC": outgoing(line.vat) if line.vat_override else None,
            "Description": line.description,
            "CostCenter": line.cost_center,
            "CostUnit": line.cost_unit,
        }
    )


def _without_nones(properties: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in properties.items() if value is not None}
