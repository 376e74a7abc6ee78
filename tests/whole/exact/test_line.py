"""Every wait of an exchange heeds the one deadline: names, connecting, TLS, sending, reading; and the line is kept.

Deadlines are short; what is asserted is never how long something took, only what came of it.
"""

from __future__ import annotations

import socket
import threading
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from mice_exact_plugin.errors import LinkError, OutcomeUnknown, TryLater
from mice_exact_plugin.exact import line
from mice_exact_plugin.exact.transport import Call, Transport
from tests.whole.exact.badserver import BadServer, answers, drips, hangs_up
from tests.whole.exact.slow import certify, never_picks_up, over_tls, reads_slowly, says_slowly, side
from tests.whole.exact.test_transport import CALLS, LONG, READ, SHORT, WRITE, OpenGate, closed_port, outcome

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

#: More than any buffer between two sockets holds.
LARGE = Call("POST", "/api/v1/1/crm/Accounts", "crm/Accounts", 1, body=b"x" * 64 * 1024 * 1024)
#: A whole record is promised, of which the handshake then waits for the rest.
BEGINNING_OF_A_HANDSHAKE = b"\x16\x03\x03\x3f\xff"
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"


@pytest.fixture
def trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A certificate of this machine that is believed."""
    certificate = certify(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    line.certificates.cache_clear()
    yield certificate
    line.certificates.cache_clear()


def ends(url: str, call: Call = WRITE) -> tuple[type[LinkError], list[str]]:
    """What a call on a line with a short deadline ends in, and what the gate was asked."""
    gate = OpenGate()
    with Transport(url, SHORT, gate) as transport, pytest.raises(LinkError) as caught:
        transport.send(call)
    return type(caught.value), [asked.split()[0] for asked in gate.asked]


def test_an_upload_that_is_taken_byte_by_byte_ends_at_the_deadline() -> None:
    with side(reads_slowly) as port:
        assert ends(f"http://127.0.0.1:{port}", LARGE) == (OutcomeUnknown, ["before"])


def test_a_handshake_that_is_answered_byte_by_byte_has_sent_nothing() -> None:
    with side(says_slowly(BEGINNING_OF_A_HANDSHAKE)) as port:
        assert ends(f"https://127.0.0.1:{port}") == (TryLater, [])


def test_a_connection_that_nobody_takes_has_sent_nothing() -> None:
    with never_picks_up() as port:
        assert ends(f"http://127.0.0.1:{port}") == (TryLater, [])


@CALLS
def test_an_answer_over_tls_that_drips_ends_at_the_deadline(trusted: Path, call: Call, error: type[LinkError]) -> None:
    with side(over_tls(trusted, says_slowly(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"))) as port:
        assert ends(f"https://127.0.0.1:{port}", call) == (error, ["before"])


def test_a_request_goes_over_tls_as_one_record_and_its_answer_comes_back_whole(trusted: Path) -> None:
    heard: list[bytes] = []
    with (
        side(over_tls(trusted, says_slowly(ANSWER), heard)) as port,
        Transport(f"https://127.0.0.1:{port}", LONG, OpenGate()) as transport,
    ):
        assert transport.send(WRITE).body == b"{}"
    (request,) = heard
    assert request.startswith(b"POST ")
    assert request.endswith(WRITE.body or b"-")


def test_a_certificate_of_a_stranger_is_not_believed(tmp_path: Path) -> None:
    with side(over_tls(certify(tmp_path), says_slowly(ANSWER))) as port:
        assert ends(f"https://127.0.0.1:{port}") == (TryLater, [])


@CALLS
def test_interim_answers_without_end_end_at_the_deadline(call: Call, error: type[LinkError]) -> None:
    def goes_on(connection: socket.socket) -> bool:
        pause = threading.Event()
        while not pause.wait(0.02):
            connection.sendall(b"HTTP/1.1 103 Early Hints\r\n\r\n")
        return False

    assert type(outcome(call, goes_on, deadline=SHORT)[0]) is error


@CALLS
def test_a_head_that_grows_and_grows_is_no_answer(call: Call, error: type[LinkError]) -> None:
    def goes_on(connection: socket.socket) -> bool:
        connection.sendall(b"HTTP/1.1 200 OK\r\n")
        while True:
            connection.sendall(b"X-More: more\r\n" * 1000)

    assert type(outcome(call, goes_on)[0]) is error


def named(monkeypatch: pytest.MonkeyPatch, resolver: Callable[..., list[tuple[Any, ...]]]) -> None:
    """Let the system's resolver answer like this for names; addresses stay addresses."""
    real = socket.getaddrinfo

    def resolve(host: str, port: int, *args: Any, **options: Any) -> list[tuple[Any, ...]]:
        return (
            resolver(port) if host == "localhost" and not options.get("flags") else real(host, port, *args, **options)
        )

    monkeypatch.setattr(socket, "getaddrinfo", resolve)


def test_a_name_that_is_never_resolved_has_sent_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    over = threading.Event()

    def silent(port: int) -> list[tuple[Any, ...]]:
        over.wait()
        return []

    named(monkeypatch, silent)
    assert ends("http://localhost:1") == (TryLater, [])
    over.set()


def test_a_name_that_nobody_knows_has_sent_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(port: int) -> list[tuple[Any, ...]]:
        raise socket.gaierror("unknown")

    named(monkeypatch, unknown)
    assert ends("http://localhost:1") == (TryLater, [])


def test_a_dead_address_of_a_name_leaves_time_for_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    with BadServer([answers()]) as server, never_picks_up() as dead:
        ports = [closed_port(), dead, int(server.url.rpartition(":")[2])]
        found = [(socket.AF_INET, socket.SOCK_STREAM, 0, "", ("127.0.0.1", port)) for port in ports]
        named(monkeypatch, lambda port: found)
        with Transport("http://localhost:1", timedelta(seconds=6), OpenGate()) as transport:
            assert transport.send(READ).status == 200
    assert [request.headers["host"] for request in server.requests] == ["localhost:1"]


def test_one_line_serves_one_request_after_another() -> None:
    with BadServer([answers()] * 3) as server, Transport(server.url, LONG, OpenGate()) as transport:
        for call in (READ, WRITE, READ):
            transport.send(call)
        assert server.lines == 1


@pytest.mark.parametrize("step", [drips(b"HTTP/1.1 200 OK\r\n"), hangs_up], ids=["dripping", "gone"])
def test_after_a_broken_exchange_the_next_has_a_line_of_its_own(step: Any) -> None:
    with BadServer([step, answers()]) as server, Transport(server.url, 2 * SHORT, OpenGate()) as transport:
        with pytest.raises(OutcomeUnknown):
            transport.send(WRITE)
        assert transport.send(READ).status == 200
        assert server.lines == 2


def test_time_that_the_gate_takes_up_is_not_sent_in() -> None:
    class Slow(OpenGate):
        def before_send(self, call: Call) -> None:
            threading.Event().wait(SHORT.total_seconds() + 0.1)

    with BadServer([answers()]) as server, Transport(server.url, SHORT, Slow()) as transport:
        with pytest.raises(TryLater):
            transport.send(WRITE)
        assert server.requests == []


def test_a_real_site_is_reached_through_the_proxy_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    with BadServer([answers("", "403 Forbidden")]) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy.url.replace("//", "//naam:geheim@"))
        monkeypatch.setenv("NO_PROXY", "elsewhere.test")
        assert ends("https://start.exactonline.nl") == (TryLater, [])
    (asked,) = proxy.requests
    assert (asked.method, asked.target) == ("CONNECT", "start.exactonline.nl:443")
    assert asked.headers["proxy-authorization"] == "Basic bmFhbTpnZWhlaW0="
    assert "authorization" not in asked.headers


def test_this_machine_is_never_reached_through_a_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    with BadServer([]) as proxy, BadServer([answers()]) as server:
        monkeypatch.setenv("HTTP_PROXY", proxy.url)
        monkeypatch.delenv("NO_PROXY", raising=False)
        with Transport(server.url, LONG, OpenGate()) as transport:
            transport.send(READ)
    assert (len(proxy.requests), len(server.requests)) == (0, 1)


def test_a_host_that_the_environment_excepts_has_no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    with BadServer([]) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy.url)
        monkeypatch.setenv("NO_PROXY", "exactonline.test")
        assert ends("https://start.exactonline.test")[0] is TryLater
    assert proxy.requests == []


def test_a_proxy_behind_tls_is_told_from_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "https://proxy.test")
    with pytest.raises(ValueError, match="by http"):
        Transport("https://start.exactonline.nl", LONG)
