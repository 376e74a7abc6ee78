"""From and To of a line: its revenue is spread over periods by entries of the memorial journal."""

from collections import defaultdict
from decimal import Decimal

import pytest

from simulator.tests.answer import Row
from simulator.tests.api import Api
from simulator.tests.books import Books
from simulator.tests.control import CORPUS, Control

ENTRIES, LINES = "salesentry/SalesEntries", "financialtransaction/TransactionLines"
QUARTER = {"From": "2026-07-01", "To": "2026-09-30"}
BETWEEN = "1800"


def spread(exact: Api, kind: int = 84) -> list[Row]:
    return exact.all(LINES, filter=f"Type eq {kind}")


def per_period(rows: list[Row], ledger: str) -> dict[int, Decimal]:
    sums: dict[int, Decimal] = defaultdict(Decimal)
    for row in rows:
        if row["GLAccountCode"] == ledger:
            sums[row["FinancialPeriod"]] += Decimal(str(row["AmountDC"]))
    return dict(sums)


def hall(exact: Api) -> str:
    return exact.id_of("financial/GLAccounts", "8000")


def test_revenue_of_later_months(control: Control, exact: Api, books: Books) -> None:
    entry = books.post(books.line(3000, GLAccount=hall(exact), CostCenter="ZAAL", **QUARTER), EntryDate="2026-03-14")
    rows = spread(exact)
    assert per_period(rows, "8000") == {3: 3000, 7: -1000, 8: -1000, 9: -1000}
    assert per_period(rows, BETWEEN) == {3: -3000, 7: 1000, 8: 1000, 9: 1000}
    assert {(row["JournalCode"], row["CostCenter"], row["YourRef"]) for row in rows} == {
        ("90", "ZAAL", entry["YourRef"])
    }
    assert entry["EntryID"] not in {row["EntryID"] for row in rows}
    (line,) = books.lines(entry)
    assert line["From"] < line["To"]
    assert entry["AmountFC"] == 3630  # VAT stays where it is


def test_each_entry_balances_and_has_a_number(control: Control, exact: Api, books: Books) -> None:
    books.post(books.line(100, **QUARTER), EntryDate="2026-03-14")
    sums: dict[tuple[str, int], float] = defaultdict(float)
    for row in spread(exact):
        sums[row["EntryID"], row["EntryNumber"]] += row["AmountDC"]
    assert len(sums) == len({number for _, number in sums}) == 4
    assert set(sums.values()) == {0}
    assert control.call("GET", f"divisions/{exact.division}/balance")["imbalances"] == {}


def test_cents_are_left_for_the_last_period(control: Control, exact: Api, books: Books) -> None:
    books.post(books.line(100, GLAccount=hall(exact), **QUARTER), EntryDate="2026-03-14")
    parts = {7: Decimal("-33.33"), 8: Decimal("-33.33"), 9: Decimal("-33.34")}
    assert per_period(spread(exact), "8000") == {3: 100, **parts}


def test_by_the_days_in_each_period(control: Control, exact: Api, books: Books) -> None:
    control.switch(deferral_spread="days")
    dates = {"From": "2026-07-22", "To": "2026-08-20"}
    books.post(books.line(300, GLAccount=hall(exact), **dates), EntryDate="2026-03-14")
    assert per_period(spread(exact), "8000") == {3: 300, 7: -100, 8: -200}


def test_revenue_of_earlier_months(control: Control, exact: Api, books: Books) -> None:
    earlier = {"From": "2026-01-01", "To": "2026-01-31"}
    books.post(books.line(10, GLAccount=hall(exact), **earlier), EntryDate="2026-03-14")
    assert per_period(spread(exact, 95), "8000") == {3: 10, 1: -10}
    assert spread(exact) == []


def test_its_own_month_needs_no_spreading(control: Control, exact: Api, books: Books) -> None:
    books.post(books.line(10, From="2026-03-01", To="2026-03-31"), EntryDate="2026-03-14")
    assert spread(exact) == spread(exact, 95) == []


def test_a_credit_note_goes_the_other_way(control: Control, exact: Api, books: Books) -> None:
    for amount in (300, -300):
        books.post(books.line(amount, GLAccount=hall(exact), **QUARTER), EntryDate="2026-03-14")
    assert set(per_period(spread(exact), BETWEEN).values()) == {0}


def test_a_change_of_the_entry_keeps_their_ids(control: Control, exact: Api, books: Books) -> None:
    entry = books.post(books.line(300, **QUARTER), EntryDate="2026-03-14")
    before = {row["ID"]: row["EntryID"] for row in spread(exact)}
    exact.put(f"{ENTRIES}(guid'{entry['EntryID']}')", {"YourRef": "ANDERS"}).expect(204)
    after = spread(exact)
    assert {row["ID"]: row["EntryID"] for row in after} == before
    assert {row["YourRef"] for row in after} == {"ANDERS"}


def test_they_go_with_the_entry(control: Control, exact: Api, books: Books) -> None:
    entry = books.post(books.line(300, **QUARTER), EntryDate="2026-03-14")
    exact.delete(f"{ENTRIES}(guid'{entry['EntryID']}')").expect(204)
    assert spread(exact) == []


@pytest.mark.parametrize(
    ("dates", "message"),
    [
        ({"From": "2026-07-01"}, "Verplicht: Tot"),
        ({"To": "2026-07-31"}, "Verplicht: Van"),
        ({"From": "2026-07-31", "To": "2026-07-01"}, "Ongeldig: Tot"),
        ({"From": "2027-12-01", "To": "2028-01-31"}, "Onbekend: Boekjaar (Periode-datumtabel)"),
    ],
)
def test_a_range_that_does_not_fit(control: Control, exact: Api, books: Books, dates: Row, message: str) -> None:
    assert exact.post(ENTRIES, books.body(books.line(1, **dates))).expect(500).messages == [message]


def test_a_range_into_a_closed_period(control: Control, exact: Api, books: Books) -> None:
    control.insert(exact.division, "ClosedPeriods", {"Journal": "90", "Year": 2026, "Period": 8})
    answer = exact.post(ENTRIES, books.body(books.line(1, **QUARTER))).expect(500)
    assert answer.messages == ["Periode is afgesloten: 2026 – 8"]


def test_where_it_is_not_set_up(control: Control, exact: Api) -> None:
    corpus = exact.at(CORPUS)
    books = Books.found_by(corpus)
    answer = corpus.post(ENTRIES, books.body(books.line(1, **QUARTER))).expect(500)
    assert answer.messages == ["Verplicht: Grootboekrekening (Uitgestelde omzet)"]
    control.switch(deferral_not_set_up="ignore")
    assert books.lines(books.post(books.line(1, **QUARTER)))[0]["From"]
    assert corpus.all(LINES, filter="Type eq 84") == []
