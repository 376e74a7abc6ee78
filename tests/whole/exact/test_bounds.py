"""No answer takes more than it should: size on the wire and unpacked, depth, pages of a list, time of a list."""

from __future__ import annotations

import gzip
import json
import zlib
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from mice_exact_plugin.errors import OutcomeUnknown, TryLater
from mice_exact_plugin.exact import client as clients
from mice_exact_plugin.exact.body import Bounds
from mice_exact_plugin.exact.client import ExactClient
from mice_exact_plugin.exact.transport import Call, Transport
from tests.exact.build import DEBTOR
from tests.whole.exact.badserver import BadServer, Step, answers, packed
from tests.whole.exact.doors import NoGate, nothing

if TYPE_CHECKING:
    from collections.abc import Mapping

LONG = timedelta(seconds=20)
READ = Call("GET", "/api/v1/1/crm/Accounts", "crm/Accounts", 1)
WRITE = Call("POST", "/api/v1/1/crm/Accounts", "crm/Accounts", 1, body=b"{}")
CALLS = pytest.mark.parametrize(("call", "error"), [(READ, TryLater), (WRITE, OutcomeUnknown)])
SMALL = Bounds(wire=4_000, unpacked=50_000)
ID = "3fa85f64-5717-4562-b3fc-2c963f66afa6"
DEEP = '{"d":' + "[" * 200_000 + "]" * 200_000 + "}"


class Remembering(NoGate):
    """Keeps the statuses that it was told of."""

    def __init__(self) -> None:
        self.statuses: list[int] = []

    def after_silence(self, call: Call) -> None:
        """Nothing to wait for."""

    def after_answer(self, call: Call, status: int, headers: Mapping[str, str]) -> None:
        self.statuses.append(status)


def send(step: Step, call: Call, gate: NoGate | None = None) -> bytes:
    with BadServer([step]) as server, Transport(server.url, LONG, gate, SMALL) as transport:
        return transport.send(call).body


def text(size: int) -> bytes:
    return json.dumps({"d": "x" * size}).encode()


@pytest.mark.parametrize("pack", [gzip.compress, zlib.compress])
def test_a_packed_answer_is_unpacked(pack: type[bytes]) -> None:
    name = "gzip" if pack is gzip.compress else "deflate"
    assert send(packed(pack(text(40_000)), name), READ) == text(40_000)


@CALLS
def test_a_bomb_is_not_unpacked(call: Call, error: type[Exception]) -> None:
    bomb = gzip.compress(b"\0" * 3_000_000)
    assert len(bomb) < SMALL.wire
    with pytest.raises(error, match="more than 50000 bytes unpacked"):
        send(packed(bomb, "gzip"), call)


@CALLS
def test_an_answer_without_end_is_left_unread(call: Call, error: type[Exception]) -> None:
    with pytest.raises(error, match="more than 4000 bytes on the wire"):
        send(answers("x" * 100_000), call)


@CALLS
@pytest.mark.parametrize(
    ("content", "encoding"),
    [(gzip.compress(gzip.compress(text(9))), "gzip, gzip"), (text(9), "br"), (b"no", "gzip")],
    ids=["twice", "otherwise", "not at all"],
)
def test_an_answer_that_is_packed_otherwise_is_no_answer(
    call: Call, error: type[Exception], content: bytes, encoding: str
) -> None:
    with pytest.raises(error, match=r"crm/Accounts: (an encoding|a damaged)"):
        send(packed(content, encoding), call)


def test_what_an_oversized_refusal_says_of_limits_counts_all_the_same() -> None:
    gate = Remembering()
    with pytest.raises(TryLater):
        send(answers("x" * 100_000, "403 Forbidden"), READ, gate)
    assert gate.statuses == [403]


@CALLS
@pytest.mark.parametrize("status", ["200 OK", "500 Internal Server Error"])
def test_an_answer_that_is_nested_too_deep_is_no_answer(call: Call, error: type[Exception], status: str) -> None:
    with BadServer([answers(DEEP, status)]) as server, Transport(server.url, LONG, NoGate()) as transport:
        client = ExactClient(transport, 1)
        with pytest.raises(error):
            client.journals() if call is READ else client.create_crm_account(DEBTOR, ID, leaves=nothing)


def endless(pages: int, **rows: object) -> list[Step]:
    """Pages that each lead to another one."""
    return [
        answers(json.dumps({"d": {"results": [dict(rows)], "__next": f"/api/v1/1/financial/Journals?$skiptoken={n}"}}))
        for n in range(pages)
    ]


def test_a_list_without_end_is_left_after_so_many_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clients, "MOST_PAGES", 3)
    with BadServer(endless(5, ID=ID, Type=20)) as server, Transport(server.url, LONG, NoGate()) as transport:
        with pytest.raises(TryLater, match="financial/Journals: more than 3 pages"):
            ExactClient(transport, 1).journals()
        assert len(server.requests) == 3


def test_a_list_that_takes_too_long_is_left_between_two_pages() -> None:
    with BadServer(endless(5, ID=ID, Type=20)) as server, Transport(server.url, LONG, NoGate()) as transport:
        with pytest.raises(TryLater, match="financial/Journals: takes longer than"):
            ExactClient(transport, 1, longest=timedelta(0)).journals()
        assert len(server.requests) == 1


@pytest.mark.parametrize(
    "link",
    ["", "no link", "http://[", "//elsewhere.test/x", "https://elsewhere.test/", "/x\n", "/" + "x" * 7000, 5, {"a": 1}],
)
def test_a_way_on_that_leads_nowhere_makes_the_page_no_answer(link: object) -> None:
    page = json.dumps({"d": {"results": [{"ID": ID, "Type": 20}], "__next": link}})
    with BadServer([answers(page)] * 2) as server, Transport(server.url, LONG, NoGate()) as transport:
        client = ExactClient(transport, 1)
        if link == "":
            assert len(client.journals()) == 1
        else:
            with pytest.raises(TryLater, match="financial/Journals"):
                client.journals()
        assert len(server.requests) == 1
