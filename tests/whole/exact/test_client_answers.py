"""Answers that a well-behaved server never gives: the client makes no half list and no guess of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

import pytest

from mice_exact_plugin.errors import OutcomeUnknown, Refused, TryLater
from mice_exact_plugin.exact.client import ExactClient
from mice_exact_plugin.exact.transport import Transport
from tests.exact.build import ACCOUNT, DEBTOR, ENTRY, KEY, LINE
from tests.whole.exact.badserver import BadServer, Step, answers
from tests.whole.exact.doors import DEADLINE, NoGate, nothing

T = TypeVar("T")
LOCATION = f"Location: https://start.exactonline.nl/api/v1/7/salesentry/SalesEntries(guid'{KEY}')"


def asked(question: Callable[[ExactClient], T], *script: Step) -> T:
    with BadServer([*script]) as server, Transport(server.url, DEADLINE, NoGate()) as transport:
        return question(ExactClient(transport, 7))


def posts(client: ExactClient) -> object:
    return client.post_entry(ENTRY, ACCOUNT, KEY, leaves=nothing)


def lists(client: ExactClient) -> object:
    return client.journals()


def creates(client: ExactClient) -> object:
    return client.create_crm_account(DEBTOR, ACCOUNT, leaves=nothing)


def test_an_entry_whose_answer_is_withheld_is_known_by_its_location() -> None:
    step = answers('{"d":{"EntryID":null,"EntryNumber":null}}', "201 Created", LOCATION)
    posted = asked(lambda client: client.post_entry(ENTRY, ACCOUNT, KEY, leaves=nothing), step)
    assert (posted.entry_id, posted.entry_number, posted.gross, posted.journal) == (KEY, None, None, "")


@pytest.mark.parametrize(
    "step",
    [
        answers('{"d":{"EntryID":null}}', "201 Created"),
        answers("<html>Inloggen</html>", "200 OK", LOCATION),
        answers('{"d":{"EntryID":"9a8b7c6d', "201 Created"),
        answers("", "201 Created"),
        answers("", "204 No Content"),
    ],
)
@pytest.mark.parametrize("question", [posts, creates])
def test_a_write_without_a_usable_answer_must_be_searched_for(
    question: Callable[[ExactClient], object], step: Step
) -> None:
    with pytest.raises(OutcomeUnknown):
        asked(question, step)


@pytest.mark.parametrize(
    "step",
    [
        answers("<html>Inloggen</html>"),
        answers('{"d":{"results":[{"ID":"a","Type":20},'),
        answers('{"d":[' + ",".join(['{"ID":"a","Type":20}'] * 60) + "]}"),
    ],
)
def test_a_list_that_is_not_whole_is_no_list(step: Step) -> None:
    with pytest.raises(TryLater):
        asked(lists, step)


def test_a_list_is_read_over_its_pages_and_never_elsewhere() -> None:
    with BadServer([]) as server, Transport(server.url, DEADLINE, NoGate()) as transport:
        page = '{"d":{"results":[{"ID":"%s","Code":"%s","Type":20}],"__next":"%s"}}'
        here, there = f"{server.url}/api/v1/7/financial/Journals?$skiptoken=1L", "http://127.0.0.1:1/steal"
        server.script += [answers(page % ("A", "70", here)), answers('{"d":{"results":[{"ID":"b","Type":10}]}}')]
        assert [journal.id for journal in ExactClient(transport, 7).journals()] == ["a", "b"]
        server.script += [answers(page % ("A", "70", there))]
        with pytest.raises(TryLater):
            ExactClient(transport, 7).journals()
        server.script += [answers(page % ("A", "70", here))] * 2
        with pytest.raises(TryLater, match="no sense"):
            ExactClient(transport, 7).journals()
    assert server.requests[1].target == "/api/v1/7/financial/Journals?$skiptoken=1L"
    assert len(server.requests) == 5


def test_an_empty_page_of_changes_leaves_the_row_version_where_it_is() -> None:
    assert asked(lambda client: list(client.crm_accounts_since(9)), answers('{"d":{"results":[]}}')) == []


def test_pages_before_a_failure_are_kept() -> None:
    with BadServer([]) as server, Transport(server.url, DEADLINE, NoGate()) as transport:
        row = '{"Timestamp":"12","EntityType":2,"EntityKey":"A"}'
        first = f'{{"d":{{"results":[{row}],"__next":"{server.url}/next"}}}}'
        server.script += [answers(first), answers("<html>", "503 Service Unavailable")]
        pages = ExactClient(transport, 7).deleted_since(3)
        assert next(pages) == ([(2, "a")], 12)
        with pytest.raises(TryLater):
            next(pages)


def test_nothing_is_asked_when_there_is_nothing_to_ask() -> None:
    assert asked(lambda client: client.closed_periods([])) == []
    assert asked(lambda client: client.find_entries([], [])) == []
    assert asked(lambda client: client.find_crm_accounts([])) == []


def test_a_server_that_does_not_take_trim_is_searched_without_it_from_then_on() -> None:
    empty = answers('{"d":{"results":[]}}')
    script = [answers("", "501 Not Implemented"), empty, empty]
    with BadServer(script) as server, Transport(server.url, DEADLINE, NoGate()) as transport:
        client = ExactClient(transport, 7)
        assert [client.find_entries([], ["F1"]), client.find_entries([], ["F2"])] == [[], []]
    assert ["trim" in request.target for request in server.requests] == [True, False, False]


@pytest.mark.parametrize(("ids", "refs", "status"), [([], ["F1"], "403 Forbidden"), ([KEY], [], "400 Bad Request")])
def test_a_search_that_is_refused_for_another_reason_is_not_repeated(
    ids: list[str], refs: list[str], status: str
) -> None:
    with pytest.raises(Refused):
        asked(lambda client: client.find_entries(ids, refs), answers("", status), answers('{"d":{"results":[]}}'))


def test_an_invoice_that_cannot_be_written_is_a_bug_and_no_unknown_outcome() -> None:
    broken = replace(ENTRY, lines=(replace(LINE, net=LINE.net / 3),))
    with pytest.raises(ValueError, match="cents"):
        asked(lambda client: client.post_entry(broken, ACCOUNT, KEY, leaves=nothing))
