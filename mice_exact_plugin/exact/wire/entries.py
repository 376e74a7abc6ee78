"""Sales entries: the body that books one, the answer to it, and the search for those that may exist."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import zip_longest

import msgspec

from mice_exact_plugin.domain.entry.entry import EntryLine, SalesEntry, SalesEntryLine, SeenEntry, spellings
from mice_exact_plugin.domain.money import ZERO, to_cents
from mice_exact_plugin.exact.odata import Query, any_of, batches, eq, guid, listing, text
from mice_exact_plugin.exact.wire.envelope import Garbled, Row, ValueRow, inlined
from mice_exact_plugin.exact.wire.values import INT64, day, key, moment, outgoing, trimmed

ENTRIES = "salesentry/SalesEntries"
LINES = "salesentry/SalesEntryLines"


class FoundRow(ValueRow[SeenEntry]):
    """An entry as a search finds it."""

    EntryID: str | None = None
    EntryNumber: int | None = None
    YourRef: str | None = None
    AmountFC: Decimal | None = None
    VATAmountFC: Decimal | None = None
    Currency: str | None = None
    Customer: str | None = None
    EntryDate: str | None = None
    DueDate: str | None = None
    PaymentCondition: str | None = None
    Journal: str | None = None
    Created: str | None = None
    Status: int | None = None

    def seen(self, entry_id: str, lines: tuple[EntryLine, ...] | None = None) -> SeenEntry:
        """What the record tells, under a key that it may have left out."""
        return SeenEntry(
            entry_id=entry_id,
            entry_number=None if abs(self.EntryNumber or 0) > INT64 else self.EntryNumber,
            your_ref=trimmed(self.YourRef),
            account_id=key(self.Customer),
            gross=None if self.AmountFC is None else to_cents(self.AmountFC),
            created=moment(self.Created),
            status=self.Status or 0,
            journal=trimmed(self.Journal),
            vat=None if self.VATAmountFC is None else to_cents(self.VATAmountFC),
            currency=trimmed(self.Currency),
            entry_date=day(self.EntryDate),
            due_date=day(self.DueDate),
            payment_condition=trimmed(self.PaymentCondition),
            lines=lines,
        )

    def value(self) -> SeenEntry:
        if not self.EntryID or self.AmountFC is None:
            raise Garbled("a sales entry without id or amount")
        return self.seen(key(self.EntryID))


class PostedRow(FoundRow):
    """The answer to a post: the lines come deferred or expanded (exact-online-api section 5.5)."""

    SalesEntryLines: msgspec.Raw = msgspec.field(default_factory=msgspec.Raw)


class DatedRow(Row):
    Customer: str | None = None
    EntryDate: str | None = None


class PostedLineRow(Row):
    """A line in the answer to a post; of costs nothing is told where it leaves them out, and none where it is blank."""

    GLAccount: str | None = None
    VATCode: str | None = None
    AmountFC: Decimal | None = None
    VATAmountFC: Decimal | None = None
    CostCenter: str | msgspec.UnsetType | None = msgspec.UNSET
    CostUnit: str | msgspec.UnsetType | None = msgspec.UNSET


class EntryLineRow(ValueRow[tuple[str, EntryLine]]):
    """A line of an entry in a list of them, with the id of its entry."""

    EntryID: str | None = None
    GLAccount: str | None = None
    VATCode: str | None = None
    AmountFC: Decimal | None = None
    VATAmountFC: Decimal | None = None
    CostCenter: str | None = None
    CostUnit: str | None = None

    def value(self) -> tuple[str, EntryLine]:
        if not self.EntryID or self.GLAccount is None or self.AmountFC is None:
            raise Garbled("a line of a sales entry without entry, account or amount")
        vat = None if self.VATAmountFC is None else to_cents(self.VATAmountFC)
        # A line that was asked for tells of both: a blank one has none.
        costs = trimmed(self.CostCenter), trimmed(self.CostUnit)
        line = EntryLine(key(self.GLAccount), trimmed(self.VATCode), to_cents(self.AmountFC), vat, *costs)
        return key(self.EntryID), line


#: The reference without the blanks that somebody typed before or behind it (`trim`: Exact's REST tips).
_BARE_REF, _WHOLE_REF = "trim(YourRef)", "YourRef"


def searches(entry_ids: Iterable[str], your_refs: Iterable[str], *, trims: bool = True) -> Iterator[Query]:
    """Queries that find entries by key or by reference, whether or not the server minds the case of a reference.

    The n-th key and the n-th reference go in one query, so that 40 of either cost one call. `trims` is False for a
    server that does not take the function: a blank before a reference then hides it.
    """
    field = _BARE_REF if trims else _WHOLE_REF
    by_key = [(eq("EntryID", guid(entry_id)),) for entry_id in entry_ids]
    by_reference = [tuple(eq(field, text(spelling)) for spelling in spellings(ref)) for ref in your_refs]
    pairs = [keys + references for keys, references in zip_longest(by_key, by_reference, fillvalue=())]
    for batch in batches(pairs):
        yield listing(ENTRIES, FoundRow, any_of([condition for conditions in batch for condition in conditions]))


def lines_of(entry_ids: Iterable[str]) -> Iterator[Query]:
    """The lines of these entries, 40 entries a call."""
    for batch in batches([(eq("EntryID", guid(entry_id)),) for entry_id in entry_ids]):
        yield listing(LINES, EntryLineRow, any_of([condition for conditions in batch for condition in conditions]))


def newest(account_ids: Collection[str]) -> Query:
    """The newest entries of these relations together: fewer than a page, so that none can be cut off."""
    customers = any_of([eq("Customer", guid(account_id)) for account_id in account_ids])
    query = listing(ENTRIES, DatedRow, customers)
    return replace(query, options={**query.options, "$orderby": "EntryDate desc", "$top": "50"})


def last_days(rows: Iterable[DatedRow]) -> dict[str, date]:
    days: dict[str, date] = {}
    for row in rows:
        if (made := day(row.EntryDate)) is not None:
            customer = key(row.Customer)
            days[customer] = max(made, days.get(customer, made))
    return days


def new_entry(entry: SalesEntry, account_id: str, entry_id: str | None) -> dict[str, object]:
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
            "PaymentReference": entry.payment_reference,
            "Currency": entry.currency,
            "PaymentCondition": entry.payment_condition,
            "SalesEntryLines": [_new_line(line) for line in entry.lines],
        }
    )


def posted(answer: PostedRow, location_key: str | None) -> SeenEntry:
    """The entry that was made; Garbled when neither the answer nor `Location` tells its key."""
    entry_id = key(answer.EntryID) or location_key
    if not entry_id:
        raise Garbled("an entry was made and its key is not told")
    return answer.seen(entry_id, _seen_lines(answer.SalesEntryLines))


def _seen_lines(content: msgspec.Raw) -> tuple[EntryLine, ...] | None:
    """The lines of an answer that carries them whole; None for a link to them, and for lines without their figures."""
    rows = inlined(content, PostedLineRow)
    if rows is None or any(row.GLAccount is None or row.AmountFC is None for row in rows):
        return None
    return tuple(
        EntryLine(
            key(row.GLAccount),
            trimmed(row.VATCode),
            to_cents(row.AmountFC or ZERO),
            None if row.VATAmountFC is None else to_cents(row.VATAmountFC),
            _told(row.CostCenter),
            _told(row.CostUnit),
        )
        for row in rows
    )


def _told(code: str | msgspec.UnsetType | None) -> str | None:
    return None if isinstance(code, msgspec.UnsetType) else trimmed(code)


def _new_line(line: SalesEntryLine) -> dict[str, object]:
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


def _without_nones(properties: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in properties.items() if value is not None}
