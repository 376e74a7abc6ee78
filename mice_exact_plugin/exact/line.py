"""The open line to a site, on which every wait gets only what is left of its exchange's time: one total deadline.

A time-out per read does not end an answer that drips byte by byte, nor one per write an upload that is taken byte by
byte. So httpcore2 gets its connections from here, and the operating system is told with each wait how long it may last.
"""

from __future__ import annotations

import select
import socket
import ssl
import threading
import time
from functools import cache
from queue import Empty, SimpleQueue

# Any: as httpcore2 and `socket` declare it.
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

import httpcore2

from mice_exact_plugin.exact.sites import is_loopback

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

#: What one exchange can end in before its answer is whole; a TimeoutError is an OSError.
BROKEN = (OSError, httpcore2.NetworkError, httpcore2.ProtocolError, httpcore2.ProxyError, httpcore2.TimeoutException)
#: A line that lay idle this long is opened anew: how long Exact keeps one is not documented.
IDLE = 5.0
#: What a proxy is asked for before anything of ours passes it (RFC 9110 section 9.3.6).
_TUNNEL = b"CONNECT "

_Address = tuple[Any, ...]


class Deadline:
    """The moment at which it must be over."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def left(self, most: float | None = None) -> float:
        """Seconds, no more than `most`; TimeoutError when there are none."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise TimeoutError("the time of this exchange is over")
        return left if most is None else min(left, most)


class Exchange(Deadline):
    """The time of one request and its answer; `before_first_byte` is called once, the line being open.

    Attributes:
        has_begun: whether a byte of the request may have left.
    """

    def __init__(self, seconds: float, before_first_byte: Callable[[], None]) -> None:
        super().__init__(seconds)
        self.has_begun = False
        self.before_first_byte = before_first_byte


class Backend(httpcore2.NetworkBackend):
    """Opens connections whose every wait heeds the exchange at hand."""

    exchange: Exchange

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        """To the first address that answers; each gets an equal share of the time that is left for connecting."""
        opening = Deadline(self.exchange.left(timeout))
        failure = OSError(f"no address of {host}")
        addresses = _addresses(host, port, opening.left())
        for position, (family, kind, protocol, _, address) in enumerate(addresses):
            try:
                seconds = opening.left() / (len(addresses) - position)
                return _Stream(_connected(socket.socket(family, kind, protocol), address, seconds), self)
            except OSError as error:
                failure = error
        raise failure


class _Stream(httpcore2.NetworkStream):
    """One connection. What is written leaves when the answer is asked for: head and body together."""

    def __init__(self, line: socket.socket, backend: Backend) -> None:
        self._line = line
        self._backend = backend
        self._held = b""

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        exchange = self._backend.exchange
        if self._held and not exchange.has_begun and not self._held.startswith(_TUNNEL):
            exchange.before_first_byte()
            exchange.left()
            exchange.has_begun = True
        self._send(exchange)
        self._line.settimeout(exchange.left())
        return self._line.recv(max_bytes)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._held += buffer

    def _send(self, exchange: Exchange) -> None:
        rest, self._held = memoryview(self._held), b""
        try:
            while rest:
                self._line.settimeout(exchange.left())
                rest = rest[self._line.send(rest) :]
        except TimeoutError:
            raise
        except OSError:
            # Read all the same: a server may refuse a request before it has taken it whole.
            return

    def close(self) -> None:
        self._line.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        try:
            self._line.settimeout(self._backend.exchange.left(timeout))
            return _Stream(ssl_context.wrap_socket(self._line, server_hostname=server_hostname), self._backend)
        except BaseException:
            self.close()
            raise

    def get_extra_info(self, info: str) -> Any:  # as httpcore2 declares it
        match info:
            case "is_readable":
                return _is_readable(self._line)
            case "ssl_object":
                return self._line if isinstance(self._line, ssl.SSLSocket) else None
            case _:
                return None


class Line:
    """The connection to one site, opened anew once it is closed or lay idle too long, for one request at a time.

    A pool hands connections out to many at once, which makes each request an eighth dearer; of it this only asks for
    the right kind of connection. Proxies of the environment serve the real sites, never the simulator on this machine.
    """

    def __init__(self, base_url: str, backend: Backend) -> None:
        self._origin = httpcore2.URL(base_url).origin
        self._kinds = httpcore2.ConnectionPool(
            ssl_context=certificates(), proxy=_proxy(base_url), keepalive_expiry=IDLE, network_backend=backend
        )
        self._connection: httpcore2.ConnectionInterface | None = None

    def connection(self) -> httpcore2.ConnectionInterface:
        """For the next request: another one unless the last answer was read to its end and closed."""
        connection = self._connection
        if connection is None or not connection.is_idle() or connection.has_expired():
            self.close()
            connection = self._connection = self._kinds.create_connection(self._origin)
        return connection

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()


def _proxy(base_url: str) -> httpcore2.Proxy | None:
    parts = urlsplit(base_url)
    host, known = parts.hostname or "", getproxies()
    address = known.get(parts.scheme) or known.get("all")
    if is_loopback(host) or not address or proxy_bypass(host):
        return None
    proxy = urlsplit(address if "://" in address else f"http://{address}")
    if proxy.scheme != "http":
        raise ValueError(f"a proxy is reached by http, not by {proxy.scheme}")
    auth = (unquote(proxy.username), unquote(proxy.password or "")) if proxy.username else None
    return httpcore2.Proxy(f"http://{proxy.hostname}:{proxy.port or 80}/", auth=auth)


@cache
def certificates() -> ssl.SSLContext:
    """Reading the certificates takes longer than most calls, and they are the same for every line of a process."""
    return httpcore2.default_ssl_context()


def _addresses(host: str, port: int, seconds: float) -> list[_Address]:
    """Where the host is. The system's resolver heeds no limit of ours, so it is left behind in a thread of its own."""
    try:
        return socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST)
    except socket.gaierror:
        found: SimpleQueue[list[_Address] | OSError] = SimpleQueue()
    threading.Thread(target=_resolve, args=(host, port, found), daemon=True).start()
    try:
        answer = found.get(timeout=seconds)
    except Empty:
        raise TimeoutError(f"no answer where {host} is") from None
    if isinstance(answer, OSError):
        raise answer
    return answer


def _resolve(host: str, port: int, found: SimpleQueue[list[_Address] | OSError]) -> None:
    try:
        found.put(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
    except OSError as failure:
        found.put(failure)


def _connected(line: socket.socket, address: _Address, seconds: float) -> socket.socket:
    try:
        line.settimeout(seconds)
        line.connect(address)
        # Nagle's algorithm would hold the end of a long request until what went before it is acknowledged.
        line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    except BaseException:
        line.close()
        raise
    return line


def _is_readable(line: socket.socket) -> bool:
    """An idle line has nothing to say but that the other side has closed it."""
    if line.fileno() < 0:
        return True
    poll = select.poll()
    poll.register(line, select.POLLIN)
    return bool(poll.poll(0))
