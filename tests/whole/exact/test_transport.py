"""The line to Exact when it misbehaves: what is known of a request, whether it was sent, and that nothing is repeated.

Deadlines are short; what is asserted is never how long something took, only what came of it.
"""

from __future__ import annotations

import logging
import socket
from collections.abc import Iterator, Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import timedelta

import pytest

from mice_exact_plugin.errors import ConnectionDead, LeaseLost, LinkError, OutcomeUnknown, Refused, TryLater
from mice_exact_plugin.exact.errors import ForeignLink
from mice_exact_plugin.exact.transport import Call, Transport
from tests.whole.exact.badserver import BadServer, Step, answers, answers_and_closes, cuts_off, drips, greets, hangs_up

SHORT, LONG = timedelta(seconds=1.2), timedelta(seconds=20)
READ = Call("GET", "/api/v1/1/crm/Accounts", "crm/Accounts", 1, {"$filter": "Name eq 'O''Brien & co'"})
WRITE = Call("POST", "/api/v1/1/crm/Accounts", "crm/Accounts", 1, body=b'{"Name":"Geheim BV"}')
CALLS = pytest.mark.parametrize(("call", "error"), [(READ, TryLater), (WRITE, OutcomeUnknown)])


@dataclass
class OpenGate:
    """Lets everything through and remembers what it was asked; `refuses` makes it say no before the first byte."""

    server: BadServer | None = None
    refuses: LinkError | None = None
    tokens: Iterator[str] = field(default_factory=lambda: iter(["first", "second", "third"]))
    asked: list[str] = field(default_factory=list)

    def token(self) -> str:
        return next(self.tokens)

    def renew_token(self, stale: str) -> str:
        self.asked.append(f"renew {stale}")
        return next(self.tokens)

    def before_send(self, call: Call) -> None:
        seen = len(self.server.requests) if self.server else 0
        self.asked.append(f"before {call.endpoint} {seen}")
        if self.refuses:
            raise self.refuses

    def after_silence(self, call: Call) -> None:
        """Nothing to wait for."""

    def after_answer(self, call: Call, status: int, headers: Mapping[str, str]) -> None:
        self.asked.append(f"after {status} {headers['content-length']}")


def outcome(call: Call, *script: Step, deadline: timedelta = LONG) -> tuple[LinkError, int]:
    """The error that a call ends in, and how many requests the server saw."""
    with (
        BadServer([*script]) as server,
        Transport(server.url, deadline, OpenGate()) as transport,
        pytest.raises(LinkError) as caught,
    ):
        transport.send(call)
    return caught.value, len(server.requests)


def test_a_request_carries_what_exact_wants_and_the_answer_comes_back_whole() -> None:
    step = answers('{"d":[]}', "200 OK", "X-RateLimit-Remaining: 4999")
    with BadServer([step]) as server, Transport(server.url, LONG, OpenGate()) as transport:
        answer = transport.send(READ)
    (request,) = server.requests
    assert (answer.status, answer.body, answer.headers["x-ratelimit-remaining"]) == (200, b'{"d":[]}', "4999")
    assert request.target == "/api/v1/1/crm/Accounts?$filter=Name%20eq%20%27O%27%27Brien%20%26%20co%27"
    assert request.headers["authorization"] == "Bearer first"
    assert request.headers["accept"] == "application/json"
    assert "prefer" not in request.headers


def test_a_write_asks_for_real_values_in_its_answer() -> None:
    with BadServer([answers("", "201 Created")]) as server, Transport(server.url, LONG, OpenGate()) as transport:
        transport.send(WRITE)
    (request,) = server.requests
    assert (request.method, request.body) == ("POST", WRITE.body)
    assert request.headers["content-type"] == "application/json"
    assert request.headers["prefer"] == "return=representation"


@CALLS
@pytest.mark.parametrize(
    "step",
    [
        drips(b"HTTP/1.1 200 OK\r\nX-Slow: "),
        drips(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"),
        drips(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffff\r\n"),
    ],
    ids=["headers", "body", "chunk"],
)
def test_a_dripping_answer_ends_at_the_deadline(call: Call, error: type[LinkError], step: Step) -> None:
    caught, requests = outcome(call, step, deadline=SHORT)
    assert (type(caught), requests) == (error, 1)


@CALLS
@pytest.mark.parametrize("step", [hangs_up, cuts_off])
def test_an_answer_that_breaks_off_is_never_asked_for_again(call: Call, error: type[LinkError], step: Step) -> None:
    caught, requests = outcome(call, step, answers())
    assert (type(caught), requests) == (error, 1)


@CALLS
def test_what_is_no_http_is_no_answer(call: Call, error: type[LinkError]) -> None:
    assert type(outcome(call, greets)[0]) is error


@CALLS
def test_a_line_that_closes_under_the_next_request_may_have_carried_it(call: Call, error: type[LinkError]) -> None:
    with BadServer([answers(), hangs_up]) as server, Transport(server.url, LONG, OpenGate()) as transport:
        transport.send(READ)
        with pytest.raises(error):
            transport.send(call)
    assert len(server.requests) == 2


def test_a_line_that_closed_in_between_is_opened_anew() -> None:
    with (
        BadServer([answers_and_closes, answers("", "201 Created")]) as server,
        Transport(server.url, LONG, OpenGate()) as transport,
    ):
        transport.send(READ)
        server.wait_for_lines()
        assert transport.send(WRITE).status == 201


@CALLS
def test_a_redirect_is_not_followed(call: Call, error: type[LinkError]) -> None:
    with BadServer([answers()]) as elsewhere:
        moved = answers("", "302 Found", f"Location: {elsewhere.url}/login")
        caught, requests = outcome(call, moved, answers())
    assert (type(caught), requests, elsewhere.requests) == (error, 1, [])


def closed_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


@pytest.mark.parametrize("call", [READ, WRITE])
def test_a_refused_connection_has_sent_nothing(call: Call) -> None:
    gate = OpenGate()
    with Transport(f"http://127.0.0.1:{closed_port()}", LONG, gate) as transport, pytest.raises(TryLater):
        transport.send(call)
    assert gate.asked == []


def test_a_handshake_that_never_ends_has_sent_nothing() -> None:
    gate = OpenGate()
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"https://127.0.0.1:{silent.getsockname()[1]}"
        with Transport(url, SHORT, gate) as transport, pytest.raises(TryLater):
            transport.send(WRITE)
    assert gate.asked == []


def test_the_gate_is_asked_with_the_line_open_and_nothing_sent() -> None:
    gate = OpenGate()
    with BadServer([answers(), answers()]) as gate.server, Transport(gate.server.url, LONG, gate) as transport:
        transport.send(READ)
        transport.send(WRITE)
    assert gate.asked == ["before crm/Accounts 0", "after 200 0", "before crm/Accounts 1", "after 200 0"]


def test_what_the_gate_forbids_is_not_sent_and_the_line_lives_on() -> None:
    gate = OpenGate(refuses=LeaseLost("another worker"))
    with BadServer([answers()]) as server, Transport(server.url, LONG, gate) as transport:
        with pytest.raises(LeaseLost):
            transport.send(WRITE)
        gate.refuses = None
        transport.send(READ)
    assert [request.method for request in server.requests] == ["GET"]


def test_a_401_is_repeated_once_with_another_token() -> None:
    gate = OpenGate()
    script = [answers("", "401 Unauthorized"), answers("", "201 Created")]
    with BadServer(script) as server, Transport(server.url, LONG, gate) as transport:
        assert transport.send(WRITE).status == 201
    assert [request.headers["authorization"] for request in server.requests] == ["Bearer first", "Bearer second"]
    assert [event.split()[0] for event in gate.asked] == ["before", "after", "renew", "before", "after"]
    assert gate.asked[2] == "renew first"


def test_a_second_401_is_the_end_of_the_connection() -> None:
    unauthorised = answers("", "401 Unauthorized")
    caught, requests = outcome(WRITE, unauthorised, unauthorised, answers())
    assert (type(caught), requests) == (ConnectionDead, 2)


def test_a_refusal_is_told_to_the_gate_before_it_is_raised() -> None:
    gate = OpenGate()
    body = '{"error":{"code":"","message":{"lang":"","value":"Verplicht: Dagboek"}}}'
    script = [answers(body, "500 Internal Server Error")]
    with (
        BadServer(script) as server,
        Transport(server.url, LONG, gate) as transport,
        pytest.raises(Refused) as caught,
    ):
        transport.send(WRITE)
    assert caught.value.reference == "journal"
    assert gate.asked[-1] == f"after 500 {len(body)}"


@pytest.mark.parametrize("link", ["http://127.0.0.1:1/next", "https://127.0.0.1/next", "ftp://127.0.0.1/x", "next"])
def test_a_link_that_leads_elsewhere_is_not_followed(link: str) -> None:
    caught, requests = outcome(Call("GET", link, "crm/Accounts", 1), answers())
    assert (type(caught), requests) == (ForeignLink, 0)


def test_a_link_of_the_same_site_is_followed_as_it_is() -> None:
    with BadServer([answers()]) as server, Transport(server.url, LONG, OpenGate()) as transport:
        transport.send(Call("GET", f"{server.url}/api/v1/1/x?$skiptoken=guid%27a%27", "x", 1))
    assert server.requests[0].target == "/api/v1/1/x?$skiptoken=guid%27a%27"


def test_an_address_beyond_exacts_limit_is_not_sent() -> None:
    call = Call("GET", "/api/v1/1/crm/Accounts", "crm/Accounts", 1, {"$filter": "'" * 2000})
    with (
        BadServer([answers()]) as server,
        Transport(server.url, LONG, OpenGate()) as transport,
        pytest.raises(ValueError, match="characters"),
    ):
        transport.send(call)
    assert server.requests == []


def test_an_open_line_to_another_machine_is_never_used() -> None:
    with pytest.raises(ValueError, match="https"):
        Transport("http://start.exactonline.nl", LONG)


HELD: ContextVar[str] = ContextVar("held", default="nothing")


def test_the_gate_runs_in_the_context_of_each_call() -> None:
    class Remembering(OpenGate):
        def before_send(self, call: Call) -> None:
            self.asked.append(HELD.get())

    gate = Remembering()
    with BadServer([answers(), answers()]) as server, Transport(server.url, LONG, gate) as transport:
        for held in ("one session", "another session"):
            HELD.set(held)
            transport.send(READ)
    assert [asked for asked in gate.asked if "session" in asked] == ["one session", "another session"]


def test_the_log_names_the_call_and_nothing_in_it(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, logger="mice_exact_plugin.exact")
    with BadServer([answers(), hangs_up]) as server, Transport(server.url, LONG, OpenGate()) as transport:
        transport.send(READ)
        with pytest.raises(OutcomeUnknown):
            transport.send(WRITE)
    lines = [record.getMessage() for record in caplog.records if record.name == "mice_exact_plugin.exact"]
    assert [line.rsplit(" ", 2)[0] for line in lines] == [
        "GET crm/Accounts division=1 200",
        "POST crm/Accounts division=1 RemoteProtocolError",
    ]
    assert "Brien" not in "".join(lines)
    assert "Geheim" not in repr(WRITE)
