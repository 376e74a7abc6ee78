"""Everything that runs in production, started on this machine: simulator, host, workers, scheduler and queue server."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Self

from sandbox import environment
from sandbox.broker import broker

if TYPE_CHECKING:
    from collections.abc import Sequence

START_SECONDS = 30


class StackError(Exception):
    """A part did not come up; the message names its log."""


@dataclass
class Stack:
    """A whole installation in one folder; a context manager that stops what it started.

    Attributes:
        seeds: administrations for the simulator, as `./run exact --seed` takes them.
        extra: environment on top, such as DATABASE_URL or shorter durations.
    """

    folder: Path
    workers: int = 2
    seeds: Sequence[str] = ()
    extra: dict[str, str] = field(default_factory=dict)
    host_port: int = 0
    exact_port: int = 0

    def __post_init__(self) -> None:
        self._stack = ExitStack()
        self._processes: list[subprocess.Popen[bytes]] = []
        self.host_port = self.host_port or free_port()
        self.exact_port = self.exact_port or free_port()

    @property
    def host_url(self) -> str:
        return f"http://127.0.0.1:{self.host_port}"

    @property
    def exact_url(self) -> str:
        return f"http://127.0.0.1:{self.exact_port}"

    @property
    def env(self) -> dict[str, str]:
        """The environment of every process of this installation."""
        env = {**os.environ, "MICE_STATE_DIR": str(self.folder), "PYTHONUNBUFFERED": "1", **self.extra}
        env.setdefault("REDIS_URL", self._redis_url)
        environment.complete(env, self.exact_url)
        return env

    def __enter__(self) -> Self:
        self.folder.mkdir(parents=True, exist_ok=True)
        try:
            self._redis_url = self._stack.enter_context(broker(self.folder / "queue"))
            self._start_all()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        for process in reversed(self._processes):
            process.terminate()
        for process in self._processes:
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self._stack.close()

    def flask(self, *args: str) -> str:
        """Run one of the host's commands and return what it printed; StackError when it fails."""
        command = [sys.executable, "-m", "sandbox.flask_command", *args]
        done = subprocess.run(
            command, env=self.env, cwd=environment.CHECKOUT, capture_output=True, text=True, check=False
        )
        if done.returncode != 0:
            raise StackError(f"flask {' '.join(args)}: {done.stdout}{done.stderr}")
        return done.stdout

    def _start_all(self) -> None:
        seeds = [word for seed in self.seeds for word in ("--seed", seed)]
        self._start("exact", "-m", "sandbox.exact", "--port", str(self.exact_port), *seeds)
        self.flask("exact", "db", "upgrade")
        flask = ("-m", "sandbox.flask_command")
        self._start("host", *flask, "run", "--port", str(self.host_port), "--with-threads")
        for number in range(self.workers):
            self._start(f"worker-{number + 1}", *flask, "exact", "worker")
        self._start("scheduler", *flask, "exact", "scheduler")
        for name, url in (("exact", self.exact_url), ("host", f"{self.host_url}/inloggen")):
            self._wait(name, url)

    def _start(self, name: str, *args: str) -> None:
        with (self.folder / f"{name}.log").open("ab") as log:
            command = [sys.executable, *args]
            process = subprocess.Popen(command, env=self.env, cwd=environment.CHECKOUT, stdout=log, stderr=log)
        self._processes.append(process)

    def _wait(self, name: str, url: str) -> None:
        deadline = time.monotonic() + START_SECONDS
        while True:
            try:
                urllib.request.urlopen(url, timeout=2).close()
                return
            except urllib.error.HTTPError:
                return  # it answers
            except OSError:
                if time.monotonic() > deadline:
                    raise StackError(f"{name} did not start; see {self.folder / f'{name}.log'}") from None
                time.sleep(0.05)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
