"""The sync and bulk endpoints: row versions, pages of 1000, and the list of what was deleted."""

from itertools import pairwise

import pytest

from simulator.tests.answer import Row
from simulator.tests.api import Api
from simulator.tests.books import Books, new_customer
from simulator.tests.control import Control

ACCOUNTS, LEDGERS = "sync/CRM/Accounts", "sync/Financial/GLAccounts"
TRANSACTIONS, DELETED = "sync/Financial/TransactionLines", "sync/Deleted"


def since(exact: Api, path: str, stamp: int, select: str = "ID,Timestamp") -> list[Row]:
    return exact.all(path, select=select, filter=f"Timestamp gt {stamp}L")


@pytest.fixture
def newest(control: Control, exact: Api) -> int:
    """The highest row version among the relations."""
    return max(int(row["Timestamp"]) for row in since(exact, ACCOUNTS, 1))


def test_pages_of_1000(control: Control, exact: Api) -> None:
    sizes = [len(page) for page in exact.pages(ACCOUNTS, select="ID,Timestamp", filter="Timestamp gt 1")]
    assert sizes[:-1] == [1000] * (len(sizes) - 1)
    assert sum(sizes) >= 2500


def test_row_versions_rise_through_the_pages(control: Control, exact: Api) -> None:
    stamps = [int(row["Timestamp"]) for row in since(exact, ACCOUNTS, 1)]
    assert all(earlier < later for earlier, later in pairwise(stamps))


def test_next_is_a_row_version(control: Control, exact: Api) -> None:
    answer = exact.get(ACCOUNTS, select="ID,Timestamp", filter="Timestamp gt 1").expect(200)
    last = answer.rows[-1]["Timestamp"]
    assert f"skiptoken={last}L" in answer.d["__next"]


@pytest.mark.parametrize("token", ["1L", ""])
def test_a_read_may_start_with_a_skiptoken(control: Control, exact: Api, token: str) -> None:
    assert len(exact.get(f"{ACCOUNTS}?$select=ID&$skiptoken={token}").expect(200).rows) == 1000


def test_a_new_relation_is_newest(exact: Api, newest: int) -> None:
    made = new_customer(exact)
    assert [row["ID"] for row in since(exact, ACCOUNTS, newest)] == [made]


def test_a_changed_relation_keeps_its_id_and_is_newest(exact: Api, newest: int) -> None:
    first = since(exact, ACCOUNTS, 1)[0]
    exact.put(f"crm/Accounts(guid'{first['ID']}')", {"City": "Elders"}).expect(204)
    (changed,) = since(exact, ACCOUNTS, newest, "ID,City,Timestamp")
    assert (changed["ID"], changed["City"]) == (first["ID"], "Elders")
    assert int(changed["Timestamp"]) > newest


def test_a_change_in_exact_itself_is_newest_too(control: Control, exact: Api, newest: int) -> None:
    ledger = exact.id_of("financial/GLAccounts", "8000")
    control.patch(exact.division, "GLAccounts", {"Code": "8000"}, IsBlocked=True)
    (row,) = since(exact, LEDGERS, newest, "ID,IsBlocked,Timestamp")
    assert (row["ID"], row["IsBlocked"]) == (ledger, True)


def test_nothing_new(exact: Api, newest: int) -> None:
    assert since(exact, ACCOUNTS, newest) == []


@pytest.mark.parametrize("stamp", ["1", "1L"])
def test_the_number_may_be_written_either_way(control: Control, exact: Api, stamp: str) -> None:
    exact.get(ACCOUNTS, select="ID", filter=f"Timestamp gt {stamp}").expect(200)


def test_only_the_row_version_filters(control: Control, exact: Api) -> None:
    exact.get(ACCOUNTS, select="ID", filter="Name eq 'x'").expect(400)


def test_postings_in_sync(exact: Api, books: Books, newest: int) -> None:
    entry = books.post(books.line(100))
    rows = since(exact, TRANSACTIONS, newest, "ID,EntryID,LineNumber,AmountDC,Timestamp")
    own = [row for row in rows if row["EntryID"] == entry["EntryID"]]
    assert 0 in {row["LineNumber"] for row in own}
    assert round(sum(row["AmountDC"] for row in own), 2) == 0


def test_deletions(control: Control, exact: Api) -> None:
    gone = new_customer(exact)
    exact.delete(f"crm/Accounts(guid'{gone}')").expect(204)
    (row,) = [row for row in exact.all(DELETED, filter="Timestamp gt 1") if row["EntityKey"] == gone]
    assert row["EntityType"] == 2
    assert row["DeletedBy"]
    assert row["DeletedDate"]


def test_a_deleted_relation_leaves_the_list(control: Control, exact: Api) -> None:
    gone = new_customer(exact)
    exact.delete(f"crm/Accounts(guid'{gone}')").expect(204)
    assert gone not in [row["ID"] for row in since(exact, ACCOUNTS, 1)]


@pytest.mark.parametrize("name", ["Financial/GLAccounts", "Financial/TransactionLines", "CRM/Accounts"])
def test_bulk(control: Control, exact: Api, books: Books, name: str) -> None:
    books.post()
    condition = {"CRM/Accounts": "Status eq 'C'", "Financial/TransactionLines": "Type eq 20"}.get(name, "Type ne 0")
    assert exact.get(f"bulk/{name}", select="ID", filter=condition).expect(200).rows


def test_sync_is_read_only(control: Control, exact: Api) -> None:
    exact.post(ACCOUNTS, {"Name": "x"}).expect(405)


def test_sync_timestamp_of_a_date(control: Control, exact: Api, newest: int) -> None:
    moment = "modified=datetime'2026-01-01T00:00:00'&endPoint='Accounts'"
    answer = exact.get(f"read/sync/Sync/SyncTimestamp?{moment}").expect(200)
    assert "TimeStampAsBigInt" in answer.text
