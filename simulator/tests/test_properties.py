"""What holds for any sequence of postings: balanced books, one VAT total, rising row versions, whole paged reads."""

from collections import defaultdict
from decimal import Decimal
from itertools import count, pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.tests.answer import Row
from simulator.tests.api import Api
from simulator.tests.books import Books
from simulator.tests.control import Control

ENTRIES, TRANSACTIONS = "salesentry/SalesEntries", "sync/Financial/TransactionLines"
CODES = ["0", "1", "2", "4", "5", "6", "7", "9", "10"]
VAT_LEDGERS = {"1500", "1501", "1502", "1503"}

cents = st.integers(-200_000, 200_000).map(lambda amount: amount / 100)
lines = st.lists(st.tuples(cents, st.sampled_from(CODES)), min_size=1, max_size=6)
step = st.one_of(
    st.tuples(st.just("post"), lines),
    st.tuples(st.just("add line"), st.tuples(cents, st.sampled_from(CODES))),
    st.tuples(st.just("delete line"), st.none()),
    st.tuples(st.just("delete"), st.none()),
)
_numbers = count()
histories = st.builds(lambda first, rest: [("post", first), *rest], lines, st.lists(step, max_size=8))
# One example is a whole history over HTTP; the fixtures are meant to go on through them.
history = settings(
    max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture
def venue(control: Control, books: Books) -> Books:
    """The books, put back to what they were when the histories are over."""
    return books


class Ledger:
    """Plays a history of postings and keeps the entries that should be there."""

    def __init__(self, books: Books) -> None:
        self.books, self.exact = books, books.exact
        self.present: list[str] = []

    def play(self, action: str, detail: Any) -> None:
        if action == "post":
            self.post(detail)
        elif self.present:
            getattr(self, action.replace(" ", "_"))(detail)

    def post(self, detail: list[tuple[float, str]]) -> None:
        posted = self.books.post(*[self.books.line(amount, VATCode=code) for amount, code in detail])
        self.present.append(posted["EntryID"])

    def add_line(self, detail: tuple[float, str]) -> None:
        line = self.books.line(detail[0], VATCode=detail[1]) | {"EntryID": self.present[-1]}
        self.exact.post("salesentry/SalesEntryLines", line).expect(201)

    def delete_line(self, _: None) -> None:
        first, *others = self.books.lines({"EntryID": self.present[-1]})
        self.exact.delete(f"salesentry/SalesEntryLines(guid'{first['ID']}')").expect(204)
        if not others:
            self.present.pop()

    def delete(self, _: None) -> None:
        self.exact.delete(f"{ENTRIES}(guid'{self.present.pop(0)}')").expect(204)

    def entry(self, entry_id: str) -> Row:
        return self.exact.one(ENTRIES, filter=f"EntryID eq guid'{entry_id}'")

    def postings(self, entry_id: str) -> list[Row]:
        path = "financialtransaction/TransactionLines"
        return self.exact.all(path, filter=f"EntryID eq guid'{entry_id}'")


def money(value: float) -> Decimal:
    return Decimal(str(value))


@history
@given(steps=histories)
def test_debits_equal_credits(venue: Books, steps: list[tuple[str, Any]]) -> None:
    ledger = Ledger(venue)
    for action, detail in steps:
        ledger.play(action, detail)
    for entry_id in ledger.present:
        assert sum(money(row["AmountDC"]) for row in ledger.postings(entry_id)) == 0


@history
@given(steps=histories)
def test_the_vat_postings_equal_the_entries(venue: Books, steps: list[tuple[str, Any]]) -> None:
    ledger = Ledger(venue)
    for action, detail in steps:
        ledger.play(action, detail)
    for entry_id in ledger.present:
        entry, rows = ledger.entry(entry_id), ledger.postings(entry_id)
        posted = sum(money(row["AmountDC"]) for row in rows if row["GLAccountCode"] in VAT_LEDGERS)
        per_line = sum(money(line["VATAmountFC"]) for line in venue.lines(entry))
        assert -posted == money(entry["VATAmountDC"]) == per_line
        net = sum(money(row["AmountDC"]) for row in rows if row["GLAccount"] == venue.revenue)
        assert money(entry["AmountDC"]) == -net - posted


@history
@given(steps=histories)
def test_the_vat_summary_equals_the_entries(control: Control, venue: Books, steps: list[tuple[str, Any]]) -> None:
    ledger = Ledger(venue)
    for action, detail in steps:
        ledger.play(action, detail)
    balance = control.call("GET", f"divisions/{venue.exact.division}/balance")
    assert balance["imbalances"] == {}
    summary = {(row["period"], row["code"]): (Decimal(row["base"]), Decimal(row["vat"])) for row in balance["vat"]}
    assert summary == vat_of(control.entries(venue.exact.division))


def vat_of(entries: list[Row]) -> dict[tuple[int, str], tuple[Decimal, Decimal]]:
    """Base and VAT by period and code, added up from the lines of the entries."""
    sums: dict[tuple[int, str], tuple[Decimal, Decimal]] = defaultdict(lambda: (Decimal(0), Decimal(0)))
    for entry in entries:
        for line in entry["SalesEntryLines"]:
            key = entry["ReportingPeriod"], (line["VATCode"] or "").strip()
            base, vat = sums[key]
            sums[key] = base + money(line["VATBaseAmountFC"]), vat + money(line["VATAmountFC"])
    return dict(sums)


@history
@given(steps=histories)
def test_row_versions_strictly_rise(venue: Books, steps: list[tuple[str, Any]]) -> None:
    ledger, seen = Ledger(venue), 1
    for action, detail in steps:
        ledger.play(action, detail)
        condition = f"Timestamp gt {seen}L"
        stamps = [int(row["Timestamp"]) for row in venue.exact.all(TRANSACTIONS, select="Timestamp", filter=condition)]
        assert all(earlier < later for earlier, later in pairwise([seen, *stamps]))
        seen = max([seen, *stamps])


@settings(history, max_examples=8)
@given(before=st.integers(0, 3), between=st.lists(st.sampled_from(["make", "delete", "change"]), max_size=8))
def test_a_paged_read_is_whole(venue: Books, before: int, between: list[str]) -> None:
    """Every row that existed at the start exactly once, unless deleted meanwhile; later ones at most once."""
    exact, path = venue.exact, "hrm/Costcenters"
    made = [make(exact, path) for _ in range(70 + before)]
    at_start = {row["ID"] for row in exact.all(path, select="ID")}
    read: dict[str, int] = defaultdict(int)
    deleted = set()
    for page in exact.pages(path, select="ID"):
        for row in page:
            read[row["ID"]] += 1
        for action in between:
            deleted |= disturb(exact, path, action, made)
    assert set(read.values()) <= {1}
    assert at_start - deleted <= set(read)


def make(exact: Api, path: str) -> str:
    body = {"Code": f"P{next(_numbers):06}", "Description": "Proef"}
    return str(exact.post(path, body).expect(201).d["ID"])


def disturb(exact: Api, path: str, action: str, made: list[str]) -> set[str]:
    if action == "make":
        made.append(make(exact, path))
        return set()
    if action == "change":
        exact.put(f"{path}(guid'{made[0]}')", {"Description": "Veranderd"}).expect(204)
        return set()
    gone = made.pop(0)
    exact.delete(f"{path}(guid'{gone}')").expect(204)
    return {gone}
