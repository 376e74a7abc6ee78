"""Faults on request: what a line, a proxy or a bad night does to an answer."""

import json

import httpx2
import pytest

from simulator.tests.api import Api
from simulator.tests.books import Books, reference
from simulator.tests.control import Control
from simulator.tests.waiting import eventually
from simulator.tests.wire import HTTP

ENTRIES = "salesentry/SalesEntries"
ENTRY_POSTS = {"method": "POST", "path": "SalesEntries$"}
READS = {"method": "GET", "path": "Journals"}
LOST = (httpx2.RemoteProtocolError, httpx2.ReadError)


def booked(control: Control, exact: Api, your_ref: str) -> int:
    return len([row for row in control.entries(exact.division) if row["YourRef"] == your_ref])


def test_dropped_before(control: Control, exact: Api, books: Books) -> None:
    ours = reference()
    control.fault("drop_before", ENTRY_POSTS)
    with pytest.raises(LOST):
        exact.post(ENTRIES, books.body(YourRef=ours))
    assert booked(control, exact, ours) == 0


def test_dropped_after_commit(control: Control, exact: Api, books: Books) -> None:
    ours = reference()
    control.fault("drop_after_commit", ENTRY_POSTS)
    with pytest.raises(LOST):
        exact.post(ENTRIES, books.body(YourRef=ours))
    assert booked(control, exact, ours) == 1


def test_commits_after_the_client_has_gone(control: Control, exact: Api, books: Books) -> None:
    ours = reference()
    control.fault("commit_after_client_gone", ENTRY_POSTS, seconds=2)
    impatient = httpx2.Client(timeout=0.1, trust_env=False)
    headers = {"Authorization": f"Bearer {exact.token}", "Content-Type": "application/json"}
    body = json.dumps(books.body(YourRef=ours))
    with pytest.raises(httpx2.TimeoutException):
        impatient.post(f"{exact.url}/api/v1/{exact.division}/{ENTRIES}", headers=headers, content=body)
    assert booked(control, exact, ours) == 0
    impatient.close()
    assert eventually(lambda: booked(control, exact, ours) == 1)


def test_does_not_wait_for_ever_until_the_client_has_gone(control: Control, exact: Api, books: Books) -> None:
    ours = reference()
    control.fault("commit_after_client_gone", ENTRY_POSTS, patience=0.2)
    with pytest.raises(LOST):
        exact.post(ENTRIES, books.body(YourRef=ours))
    assert booked(control, exact, ours) == 1


def test_any_status_with_a_message(control: Control, exact: Api, books: Books) -> None:
    ours = reference()
    control.fault("status", ENTRY_POSTS, status=400, message="Error processing request stream.")
    answer = exact.post(ENTRIES, books.body(YourRef=ours)).expect(400)
    assert answer.message == "Error processing request stream."
    assert booked(control, exact, ours) == 0


@pytest.mark.parametrize(("kind", "status"), [("html_500", 500), ("html_503", 503)])
def test_html(control: Control, exact: Api, kind: str, status: int) -> None:
    control.fault(kind, READS)
    answer = exact.get("financial/Journals").expect(status)
    assert answer.headers["Content-Type"].startswith("text/html")
    assert "<html" in answer.text.lower()


def test_json_500_without_a_business_text(control: Control, exact: Api) -> None:
    control.fault("json_500", READS)
    text = "A problem has occurred. The cause of this issue will be investigated as soon as possible."
    assert exact.get("financial/Journals").expect(500).message == text


@pytest.mark.parametrize("status", [401, 403, 429])
def test_a_status(control: Control, exact: Api, status: int) -> None:
    control.fault(str(status), READS)
    exact.get("financial/Journals").expect(status)
    exact.get("financial/Journals").expect(200)


@pytest.mark.parametrize("reason", ["BlockedUser", "LicenseExpired", "DivisionBlocked", "NoDivisionAccess"])
def test_a_403_with_its_reason(control: Control, exact: Api, reason: str) -> None:
    control.fault("403", READS, reason=reason)
    assert exact.get("financial/Journals").expect(403).headers["Reason"] == reason


def test_truncated_json(control: Control, exact: Api) -> None:
    control.fault("truncated_json", READS)
    text = exact.get("financial/Journals").expect(200).text
    with pytest.raises(json.JSONDecodeError):
        json.loads(text)


def test_a_wrong_content_type(control: Control, exact: Api) -> None:
    control.fault("wrong_content_type", READS)
    answer = exact.get("financial/Journals").expect(200)
    assert not answer.headers["Content-Type"].startswith("application/json")
    assert answer.rows


def test_an_answer_may_tell_other_values_than_are_booked(control: Control, exact: Api, books: Books) -> None:
    control.switch(posted_lines="expanded")
    control.fault("altered", ENTRY_POSTS, set={"Journal": "71"}, line={"VATCode": "9"})
    told = exact.post(ENTRIES, books.body()).expect(201).d
    assert (told["Journal"], told["SalesEntryLines"]["results"][0]["VATCode"]) == ("71", "9")
    assert exact.get(f"{ENTRIES}(guid'{told['EntryID']}')").expect(200).d["Journal"].strip() == "70"


def test_a_bare_array(control: Control, exact: Api) -> None:
    control.fault("bare_array", READS)
    assert isinstance(exact.get("financial/Journals").expect(200).d, list)


@pytest.mark.parametrize("kind", ["slow", "drip"])
def test_slow_and_dripping_answers_arrive_whole(control: Control, exact: Api, kind: str) -> None:
    control.fault(kind, READS, seconds=0.02, bytes=1000)
    assert exact.get("financial/Journals").expect(200).rows


def test_a_dripping_answer_outlasts_a_read_timeout(control: Control, exact: Api) -> None:
    """Each byte comes in time, so that only a deadline on the whole request ends it."""
    control.fault("drip", READS, seconds=0.1, bytes=4000)
    client = httpx2.Client(timeout=0.3, trust_env=False)
    headers = {"Authorization": f"Bearer {exact.token}", "Accept": "application/json"}
    assert client.get(f"{exact.url}/api/v1/{exact.division}/financial/Journals", headers=headers).json()["d"]
    client.close()


def test_the_third_request(control: Control, exact: Api) -> None:
    control.fault("html_503", READS, occurrence=3)
    assert [exact.get("financial/Journals").status for _ in range(4)] == [200, 200, 503, 200]


def test_twice_in_a_row(control: Control, exact: Api) -> None:
    control.fault("html_503", READS, occurrence=[1, 2])
    assert [exact.get("financial/Journals").status for _ in range(3)] == [503, 503, 200]


def test_only_what_matches(control: Control, exact: Api) -> None:
    control.fault("html_503", {**READS, "division": 1000002})
    exact.get("financial/Journals").expect(200)


def test_faults_can_be_listed_and_cleared(control: Control, exact: Api) -> None:
    control.fault("html_503", READS, occurrence=[1, 2, 3])
    assert len(control.call("GET", "faults")["faults"]) == 1
    control.call("DELETE", "faults")
    exact.get("financial/Journals").expect(200)


def test_on_the_token_endpoint(control: Control) -> None:
    control.fault("html_500", {"method": "POST", "path": "oauth2/token"})
    assert HTTP.post(f"{control.url}/api/oauth2/token").status_code == 500


def test_an_unknown_fault_is_refused(control: Control) -> None:
    body = {"match": {}, "occurrence": 1, "times": 1, "fault": {"kind": "earthquake"}}
    assert HTTP.post(f"{control.url}/_control/faults", json=body).status_code == 400


def test_rows_of_a_list_with_values_that_exact_does_not_write(control: Control, exact: Api) -> None:
    before = exact.get("financial/Journals?$select=Code,Type").rows
    odd = str(before[0]["Code"]).strip()
    control.fault("odd_values", READS, where={"Code": odd}, set={"Type": "geen getal"})
    after = exact.get("financial/Journals?$select=Code,Type").rows
    assert [row for row in after if row["Type"] == "geen getal"] == [before[0] | {"Type": "geen getal"}]
    assert after[1:] == before[1:]


def test_the_last_row_of_a_list_twice(control: Control, exact: Api) -> None:
    before = exact.get("financial/Journals?$select=Code").rows
    control.fault("same_row_twice", READS)
    assert exact.get("financial/Journals?$select=Code").rows == [*before, before[-1]]


@pytest.mark.parametrize("packed", [True, False])
def test_any_body_at_all(control: Control, exact: Api, packed: bool) -> None:
    control.fault("raw", READS, body='{"d":', repeat=3, gzip=packed)
    assert exact.get("financial/Journals?$select=Code").text == '{"d":{"d":{"d":'
