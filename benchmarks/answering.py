"""A server that answers every request with the same body, as a process of its own: what it costs is nobody else's.

`python -m benchmarks.answering` prints its port and ends with its standard input.
"""

from __future__ import annotations

import contextlib
import json
import re
import socket
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

BODY = json.dumps({"d": {"EntryID": "3fa85f64-5717-4562-b3fc-2c963f66afa6", "EntryNumber": 26700001}}).encode()
ANSWER = b"HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%b" % (len(BODY), BODY)
_LENGTH = re.compile(rb"content-length: *(\d+)", re.IGNORECASE)


@contextlib.contextmanager
def answering() -> Iterator[str]:
    """The address of such a server, for as long as it is needed."""
    command = [sys.executable, "-m", "benchmarks.answering"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin
        assert process.stdout
        yield f"http://127.0.0.1:{process.stdout.readline().strip()}"
        process.stdin.close()


def _serve(line: socket.socket) -> None:
    with line, line.makefile("rb") as stream:
        while head := b"".join(iter(stream.readline, b"\r\n")):
            found = _LENGTH.search(head)
            stream.read(int(found[1]) if found else 0)
            line.sendall(ANSWER)


def _accept(listener: socket.socket) -> None:
    while True:
        line, _ = listener.accept()
        line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        threading.Thread(target=_serve, args=(line,), daemon=True).start()


if __name__ == "__main__":
    listener = socket.create_server(("127.0.0.1", 0))
    print(listener.getsockname()[1], flush=True)
    threading.Thread(target=_accept, args=(listener,), daemon=True).start()
    sys.stdin.read()
