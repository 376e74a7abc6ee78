"""Books, changes and removes sales entries as a whole: header, lines, postings and receivable together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.bookkeeping.deferral import spread, unspread
from simulator.bookkeeping.header import complete_header
from simulator.bookkeeping.lines import GIVEN, priced_lines
from simulator.bookkeeping.money import ZERO
from simulator.bookkeeping.open_items import forget, receive
from simulator.bookkeeping.periods import is_closed
from simulator.bookkeeping.postings import demand_vat_ledgers, post, unpost
from simulator.messages import Message, Refused
from simulator.resources.desk import Problems

if TYPE_CHECKING:
    from simulator.books.table import Row
    from simulator.resources.desk import Desk

OPEN, PROCESSED = 20, 50
SALES_ENTRY, CREDIT_NOTE = 20, 21


def book(desk: Desk, given: Row, lines: list[Row]) -> Row:
    """A new entry, or `Refused` with everything that is wrong with it."""
    header, priced = _checked(desk, given, _with_ids(desk, lines))
    entry_id = desk.client_key("SalesEntries", given.get("EntryID"), desk.switches.entry_id)
    made = {"EntryID": entry_id, "Status": OPEN, GIVEN: given, **desk.made()}
    return _store(desk, {**header, **made, **_totals(priced)}, priced)


def rebook(desk: Desk, entry: Row, changes: Row, lines: list[Row]) -> Row:
    """An existing entry with changes to its header, or with other lines; what stays keeps its ids."""
    demand_open(desk, entry)
    _demand_changes(entry, changes)
    given = {**entry[GIVEN], **changes}
    header, priced = _checked(desk, given, lines, entry)
    kept = {"EntryID": entry["EntryID"], GIVEN: given, **desk.touched()}
    return _store(desk, {**entry, **header, **kept, **_totals(priced)}, priced)


def _demand_changes(entry: Row, changes: Row) -> None:
    """An entry sent back as it was read collides with its own number (picqer/exact-php-client 600).

    Its InvoiceNumber may come back: the client exactonline sends it with every change.
    """
    if changes.get("EntryNumber") == entry["EntryNumber"]:
        raise Refused(Message("exists"))


def erase(desk: Desk, entry: Row) -> None:
    """Remove an entry with all that was made of it; whether its number comes back is a switch."""
    demand_open(desk, entry)
    unpost(desk, entry["EntryID"])
    unspread(desk, entry["EntryID"])
    forget(desk, entry["EntryID"])
    for line in desk.books["SalesEntryLines"].where("EntryID", entry["EntryID"]):
        desk.delete("SalesEntryLines", line["ID"])
    desk.delete("SalesEntries", entry["EntryID"])
    if desk.switches.deleted_number == "spent":
        desk.books["SpentNumbers"].put({"Journal": entry["Journal"], "EntryNumber": entry["EntryNumber"]})


def demand_open(desk: Desk, entry: Row) -> None:
    """A processed entry, or one in a closed period, stays as it is."""
    if entry["Status"] == PROCESSED:
        raise Refused(Message("processed"))
    year, period = entry["ReportingYear"], entry["ReportingPeriod"]
    if is_closed(desk.books, entry["Journal"], year, period):
        raise Refused(Message("period_closed", f"{year} – {period}"))


def _with_ids(desk: Desk, lines: list[Row]) -> list[Row]:
    """New lines with the ids they will have: the client's own where they are free."""
    ids = [desk.client_key("SalesEntryLines", line.get("ID"), desk.switches.entry_id) for line in lines]
    if len(set(ids)) < len(ids):
        raise Refused(Message("exists"))
    return [{**line, "ID": guid} for line, guid in zip(lines, ids, strict=True)]


def given_lines(desk: Desk, entry_id: str) -> list[Row]:
    """The lines of an entry as they were sent, each with the id it got."""
    lines = sorted(desk.books["SalesEntryLines"].where("EntryID", entry_id), key=lambda line: int(line["LineNumber"]))
    return [{**line[GIVEN], "ID": line["ID"]} for line in lines]


def _checked(desk: Desk, given: Row, lines: list[Row], existing: Row | None = None) -> tuple[Row, list[Row]]:
    problems = Problems()
    header = complete_header(desk, given, problems, existing)
    if not lines:
        problems.add("mandatory", "lines")
    priced = priced_lines(desk, lines, header, problems)
    demand_vat_ledgers(desk.books, priced, problems)
    problems.raise_any()
    return header, priced


def _totals(lines: list[Row]) -> Row:
    """The header's amounts include VAT; the sign of the total makes it an entry or a credit note."""
    totals = {}
    for currency in ("DC", "FC"):
        vat = sum((line[f"VATAmount{currency}"] for line in lines), ZERO)
        totals[f"VATAmount{currency}"] = vat
        totals[f"Amount{currency}"] = sum((line[f"Amount{currency}"] for line in lines), vat)
    return {**totals, "Type": CREDIT_NOTE if totals["AmountFC"] < 0 else SALES_ENTRY}


def _store(desk: Desk, entry: Row, lines: list[Row]) -> Row:
    stored = desk.books["SalesEntries"].put(entry)
    kept = desk.books["SalesEntryLines"]
    for line in lines:
        before = kept.get(line["ID"]) or desk.made()
        kept.put({**before, **desk.touched(), **line, "EntryID": entry["EntryID"], "Type": entry["Type"]})
    post(desk, stored, lines)
    receive(desk, stored)
    spread(desk, stored, lines)
    return stored
