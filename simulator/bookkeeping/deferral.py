"""Revenue that belongs to other periods than its entry: `From` and `To` of a line, and the entries that spread its net.

An administration in which this is set up has a memorial journal and an account in between (`DeferralJournal` and
`DeferralGLAccount` of its description). The sale keeps revenue and VAT in its own period; per line the net then goes to
the account in between, and from there to the periods of the range.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from simulator.bookkeeping import numbering, periods
from simulator.bookkeeping.money import cents
from simulator.bookkeeping.postings import ENTRY_LINE, OF, SPREAD_OF, write

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.books.administration import Books
    from simulator.books.table import Row
    from simulator.resources.desk import Desk, Problems

DEFERRED, ACCRUED = 84, 95


@dataclass(frozen=True, slots=True)
class Move:
    """What goes out of the revenue of a period to the account in between; negative where it comes in."""

    direction: str
    period: Row
    dc: Decimal
    fc: Decimal


def demand_range(desk: Desk, line: Row, header: Row, problems: Problems) -> None:
    """Both ends, in their order, within periods that are there and open in the memorial journal."""
    begin, end = line.get("From"), line.get("To")
    if begin is None and end is None:
        return
    if begin is None or end is None:
        problems.add("mandatory", "from" if begin is None else "to")
    elif end < begin:
        problems.add("invalid", "to")
    elif not _is_set_up(desk.books):
        if desk.switches.deferral_not_set_up == "refuse":
            problems.add("mandatory", "deferral_ledger")
    elif not (found := periods.periods_between(desk.books, begin, end)):
        problems.add("unknown", "year")
    else:
        named = periods.period_named(desk.books, header["ReportingYear"], header["ReportingPeriod"])
        for period in (*([named] if named else []), *found):
            if periods.is_closed(desk.books, _journal(desk.books), period["FinYear"], period["FinPeriod"]):
                problems.add("period_closed", f"{period['FinYear']} – {period['FinPeriod']}")


def spread(desk: Desk, entry: Row, lines: list[Row]) -> None:
    """Make the entries that spread the lines of an entry, or bring them up to date."""
    kept = {row[OF]: row for row in desk.books["TransactionLines"].where(SPREAD_OF, entry["EntryID"])}
    for line in lines:
        if line.get("From") and _is_set_up(desk.books):
            kind = ACCRUED if line["To"] < _period_of(desk.books, entry)["StartDate"] else DEFERRED
            for move in _moves(desk, entry, line):
                _write(desk, entry, line, move, kind, kept)
    for gone in kept.values():
        desk.delete("TransactionLines", gone["ID"])


def unspread(desk: Desk, entry_id: str) -> None:
    for row in desk.books["TransactionLines"].where(SPREAD_OF, entry_id):
        desk.delete("TransactionLines", row["ID"])


def _is_set_up(books: Books) -> bool:
    return bool(books.division.get("DeferralJournal")) and _account(books) is not None


def _journal(books: Books) -> str:
    return str(books.division["DeferralJournal"])


def _account(books: Books) -> Row | None:
    return books.by_code("GLAccounts", books.division.get("DeferralGLAccount"))


def _period_of(books: Books, entry: Row) -> Row:
    period = periods.period_named(books, entry["ReportingYear"], entry["ReportingPeriod"])
    assert period is not None
    return period


def _moves(desk: Desk, entry: Row, line: Row) -> Iterator[Move]:
    """Out of the period of the entry as a whole, and into those of the range by their shares; nothing within one."""
    own = _period_of(desk.books, entry)
    found = periods.periods_between(desk.books, line["From"], line["To"])
    if [period["ID"] for period in found] == [own["ID"]]:
        return
    yield Move("out", own, line["AmountDC"], line["AmountFC"])
    weights = [_weight(desk, period, line) for period in found]
    parts = zip(_parts(line["AmountDC"], weights), _parts(line["AmountFC"], weights), strict=True)
    for period, (dc, fc) in zip(found, parts, strict=True):
        yield Move("in", period, -dc, -fc)


def _weight(desk: Desk, period: Row, line: Row) -> int:
    if desk.switches.deferral_spread == "periods":
        return 1
    begin, end = max(period["StartDate"], line["From"]), min(period["EndDate"], line["To"])
    return int((end - begin).days) + 1


def _parts(amount: Decimal, weights: list[int]) -> list[Decimal]:
    """The amount by weight in whole cents; the last part takes what rounding leaves."""
    parts = [cents(amount * weight / sum(weights)) for weight in weights[:-1]]
    return [*parts, amount - sum(parts, Decimal(0))]


def _write(desk: Desk, entry: Row, line: Row, move: Move, kind: int, kept: dict[str, Row]) -> None:
    """The two postings of a move, as an entry of the memorial journal."""
    year, number, account = move.period["FinYear"], move.period["FinPeriod"], _account(desk.books)
    assert account is not None
    name = f"{line['ID']} {move.direction} {year}-{number}"
    before = kept.pop(name, None), kept.pop(f"{name} between", None)
    common = {
        **(_kept(before[0]) if before[0] else _numbered(desk, year)),
        **{column: entry.get(column) for column in ("Currency", "YourRef", "Status")},
        **{column: line.get(column) for column in ("Description", "CostCenter", "CostUnit")},
        SPREAD_OF: entry["EntryID"],
        "Account": entry["Customer"],
        "Date": entry["EntryDate"] if move.direction == "out" else move.period["EndDate"],
        "ExchangeRate": entry["Rate"],
        "FinancialYear": year,
        "FinancialPeriod": number,
        "JournalCode": _journal(desk.books),
        "LineType": ENTRY_LINE,
        "Type": kind,
    }
    revenue = {OF: name, "LineNumber": 1, "GLAccount": line["GLAccount"], "AmountDC": move.dc, "AmountFC": move.fc}
    between = {OF: f"{name} between", "LineNumber": 2, "GLAccount": account["ID"]}
    write(desk, "TransactionLines", before[0], {**common, **revenue})
    write(desk, "TransactionLines", before[1], {**common, **between, "AmountDC": -move.dc, "AmountFC": -move.fc})


def _kept(row: Row) -> Row:
    return {name: row[name] for name in ("EntryID", "EntryNumber")}


def _numbered(desk: Desk, year: int) -> Row:
    """A new entry of the memorial journal, which counts by itself."""
    journal, sequences = _journal(desk.books), desk.books.sequences
    number = sequences.get((journal, year), numbering.first_number(journal, year))
    sequences[journal, year] = number + 1
    return {"EntryID": desk.chance.guid(), "EntryNumber": number}
