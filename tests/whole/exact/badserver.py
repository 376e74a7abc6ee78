"""A server that misbehaves on the line itself: it drips, hangs up, cuts off, by a script of one step per request."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import BinaryIO, Self


@dataclass(frozen=True, slots=True)
class Request:
    """One request as it came over the line."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes


#: What to do with a request: write something to the connection, and say whether the line stays open.
Step = Callable[[socket.socket], bool]


@dataclass
class BadServer:
    """Listens on a free port of this machine; every request takes the next step of the script."""

    script: list[Step]
    requests: list[Request] = field(default_factory=list)

    def __enter__(self) -> Self:
        self._stopped = threading.Event()
        self._connections: list[socket.socket] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._lines: list[threading.Thread] = []
        self._door = threading.Thread(target=self._accept)
        self._door.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stopped.set()
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for connection in self._connections:
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        self._door.join()
        self.wait_for_lines()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    @property
    def lines(self) -> int:
        """How many connections were made."""
        return len(self._lines)

    def wait_for_lines(self) -> None:
        """Return when every line that is to be closed is closed."""
        for line in self._lines:
            line.join()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while not self._stopped.is_set():
                connection, _ = self._listener.accept()
                self._connections.append(connection)
                thread = threading.Thread(target=self._serve, args=(connection,))
                self._lines.append(thread)
                thread.start()

    def _serve(self, connection: socket.socket) -> None:
        with connection, connection.makefile("rb") as stream, contextlib.suppress(OSError):
            while request := _request(stream):
                self.requests.append(request)
                if not self.script.pop(0)(connection):
                    return


def answers(body: str = "", status: str = "200 OK", *headers: str) -> Step:
    """A whole answer; the line stays open."""

    def step(connection: socket.socket) -> bool:
        connection.sendall(_answer(body, status, *headers))
        return True

    return step


def packed(content: bytes, encoding: str) -> Step:
    """A body that says how it is packed."""

    def step(connection: socket.socket) -> bool:
        head = f"HTTP/1.1 200 OK\r\nContent-Length: {len(content)}\r\nContent-Encoding: {encoding}\r\n\r\n"
        connection.sendall(head.encode() + content)
        return True

    return step


def answers_and_closes(connection: socket.socket) -> bool:
    """A whole answer after which the line is closed without a word."""
    connection.sendall(_answer("", "200 OK"))
    return False


def hangs_up(connection: socket.socket) -> bool:
    """Nothing at all, and the line is closed."""
    return False


def greets(connection: socket.socket) -> bool:
    """Another protocol altogether."""
    connection.sendall(b"220 mail.example ready\r\n\r\n")
    return True


def cuts_off(connection: socket.socket) -> bool:
    """Half a body of the length that was promised."""
    connection.sendall(_answer('{"d":{"results":[]}}', "201 Created")[:-5])
    return False


def drips(first: bytes) -> Step:
    """`first`, and then one byte at a time for as long as somebody listens."""

    def step(connection: socket.socket) -> bool:
        connection.sendall(first)
        pause = threading.Event()
        while not pause.wait(0.02):
            connection.sendall(b"a")
        return False

    return step


def _answer(body: str, status: str, *headers: str) -> bytes:
    content = body.encode()
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(content)}", "Content-Type: application/json", *headers]
    return "\r\n".join([*lines, "", ""]).encode() + content


def _request(stream: BinaryIO) -> Request | None:
    line = stream.readline().decode()
    if not line:
        return None
    method, target, _ = line.split()
    headers = dict(_headers(iter(stream.readline, b"\r\n")))
    return Request(method, target, headers, stream.read(int(headers.get("content-length", "0"))))


def _headers(lines: Iterator[bytes]) -> Iterator[tuple[str, str]]:
    for line in lines:
        name, _, value = line.decode().partition(":")
        yield name.lower(), value.strip()
