"""The control API itself: clock, log, counts, snapshots, switches, and data changed behind the client's back."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest

from simulator.tests.api import Api
from simulator.tests.books import Books, reference
from simulator.tests.control import SECOND, VENUE, Control
from simulator.tests.wire import HTTP


def test_the_clock_moves(control: Control) -> None:
    before = control.now()
    control.advance(570)
    assert 569 < control.now() - before < 600
    control.advance_to("2027-02-03T04:05:06Z")
    assert abs(control.now() - datetime(2027, 2, 3, 4, 5, 6, tzinfo=UTC).timestamp()) < 30


@pytest.mark.parametrize(
    ("jump", "reached"),
    [
        ("next_minute", datetime(2026, 12, 31, 22, 59, tzinfo=UTC)),
        ("next_utc_day", datetime(2027, 1, 1, tzinfo=UTC)),
        ("next_month", datetime(2027, 1, 1, tzinfo=UTC)),
    ],
)
def test_the_clock_jumps(control: Control, jump: str, reached: datetime) -> None:
    control.advance_to("2026-12-31T22:58:20Z")
    control.advance_to(jump)
    assert 0 <= control.now() - reached.timestamp() < 30


def test_the_log_names_every_call(control: Control, exact: Api, books: Books) -> None:
    control.clear_log()
    exact.get("financial/Journals", select="Code")
    books.post()
    exact.get("financial/Nonsense")
    calls = [(call["method"], call["path"], call["status"]) for call in control.log(division=VENUE)]
    assert calls == [
        ("GET", f"/api/v1/{VENUE}/financial/Journals", 200),
        ("POST", f"/api/v1/{VENUE}/salesentry/SalesEntries", 201),
        ("GET", f"/api/v1/{VENUE}/financial/Nonsense", 404),
    ]


def test_the_log_can_be_asked(control: Control, exact: Api, books: Books) -> None:
    control.clear_log()
    exact.get("financial/Journals", select="Code")
    books.post()
    assert len(control.log(method="POST")) == 1
    assert len(control.log(path="Journals")) == 1
    assert control.log(status=404) == []
    assert control.log(division=SECOND) == []


def test_the_log_holds_no_token(control: Control, exact: Api) -> None:
    exact.get("financial/Journals", select="Code")
    assert exact.token not in str(control.log())


def test_a_restore_undoes(control: Control, exact: Api, books: Books) -> None:
    control.call("POST", "snapshot")
    entry = books.post()
    control.call("POST", "restore")
    assert entry["EntryID"] not in [row["EntryID"] for row in control.entries(exact.division)]
    assert books.post()["EntryNumber"] == entry["EntryNumber"]


def test_master_data_changes_behind_the_clients_back(control: Control, exact: Api) -> None:
    control.insert(VENUE, "GLAccounts", {"Code": "8999", "Description": "Nieuw", "Type": 110})
    assert exact.one("financial/GLAccounts", filter="Code eq '8999'")["Description"] == "Nieuw"
    control.patch(VENUE, "GLAccounts", {"Code": "8999"}, Description="Veranderd")
    assert exact.one("financial/GLAccounts", filter="Code eq '8999'")["Description"] == "Veranderd"


def test_entries_and_accounts_of_a_division(control: Control, exact: Api, books: Books) -> None:
    ours = reference()
    books.post(YourRef=ours)
    assert ours in [row["YourRef"] for row in control.entries(VENUE)]
    assert ours not in [row["YourRef"] for row in control.entries(SECOND)]
    assert control.call("GET", f"divisions/{VENUE}/accounts")["count"] >= 2500


def test_simultaneous_writes_are_noticed(control: Control, exact: Api, books: Books) -> None:
    control.switch(latency_ms=200)
    with ThreadPoolExecutor(3) as pool:
        list(pool.map(lambda _: books.post(), range(3)))
    assert control.call("GET", "concurrency")["writes"][str(VENUE)] >= 2


def test_writes_one_after_another_are_not_simultaneous(control: Control, books: Books) -> None:
    control.clear_log()
    books.post()
    books.post()
    assert control.call("GET", "concurrency")["writes"][str(VENUE)] == 1


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("POST", "switches", {"nosuch": 1}),
        ("POST", "switches", {"entry_id": "maybe"}),
        ("POST", "clock", {"to": "yesterday"}),
        ("POST", "switches", [1]),
        ("POST", "login", {"user": "nobody"}),
        ("POST", "divisions/5/rows/GLAccounts", {"insert": []}),
        ("GET", "nosuch", None),
    ],
)
def test_a_wrong_order_is_refused(control: Control, method: str, path: str, body: object) -> None:
    answer = HTTP.request(method, f"{control.url}/_control/{path}", json=body)
    assert answer.status_code in {400, 404}
    assert "Traceback" not in answer.text
