"""Everything that runs in production, started on this machine: simulator, host, workers, scheduler and queue server."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

from sandbox import environment
from sandbox.broker import broker
from sandbox.lifeline import Lifeline

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

START_SECONDS = 60
STOP_SECONDS = 15
#: What a shell may have set for another installation; it must not reach into this one.
FOREIGN = ("DATABASE_URL", "REDIS_URL", "SECRET_KEY", "MICE_", "FLASK_")
FLASK = ("-m", "sandbox.flask_command")


class StackError(Exception):
    """A part did not come up, or a command failed; the message quotes what it printed."""


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
        self._closing = ExitStack()
        self._processes: dict[str, subprocess.Popen[bytes]] = {}
        self._lifelines: list[Lifeline] = []
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
        ours = {name: value for name, value in os.environ.items() if not name.startswith(FOREIGN)}
        env = {**ours, "MICE_STATE_DIR": str(self.folder), "PYTHONUNBUFFERED": "1", "REDIS_URL": self._redis_url}
        env.update(self.extra)
        environment.complete(env, self.exact_url)
        return env

    def __enter__(self) -> Self:
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        try:
            self._redis_url = self._closing.enter_context(broker(self.folder / "queue"))
            self._start_all()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        for process in reversed(self._processes.values()):
            process.terminate()
        for process in self._processes.values():
            _wait_for_end(process)
        self._processes.clear()
        # Not before: what breaks off the waiting leaves the rest to them.
        for lifeline in self._lifelines:
            lifeline.let_go()
        self._lifelines.clear()
        self._closing.close()

    def flask(self, *args: str) -> str:
        """Run one of the host's commands and return what it printed; StackError when it fails."""
        command = [sys.executable, *FLASK, *args]
        done = subprocess.run(
            command, env=self.env, cwd=environment.CHECKOUT, capture_output=True, text=True, check=False
        )
        if done.returncode != 0:
            raise StackError(f"flask {' '.join(args)}: {done.stdout}{done.stderr}")
        return done.stdout

    def start(self, name: str, *args: str) -> None:
        """Start a Python process whose output goes to `<name>.log`; Ctrl-C reaches us alone, and we stop it."""
        self.log(name).touch(mode=0o600)
        with self.log(name).open("ab") as log:
            self._processes[name] = subprocess.Popen(
                [sys.executable, *args],
                env=self.env,
                cwd=environment.CHECKOUT,
                stdout=log,
                stderr=log,
                start_new_session=True,
                umask=0o077,
            )
        self._lifelines.append(Lifeline(self._processes[name].pid))

    def log(self, name: str) -> Path:
        """Where a part writes what it has to say: `exact`, `host`, `worker-1`, `scheduler`."""
        return self.folder / f"{name}.log"

    def _start_all(self) -> None:
        """All at once: whichever is first brings the tables up to date, the others wait for it."""
        seeds = [word for seed in self.seeds for word in ("--seed", seed)]
        self.start("exact", "-m", "simulator", "--port", str(self.exact_port), *seeds)
        self.start("host", *FLASK, "run", "--port", str(self.host_port), "--with-threads")
        for number in range(self.workers):
            self.start(f"worker-{number + 1}", *FLASK, "exact", "worker")
        self.start("scheduler", *FLASK, "exact", "scheduler")
        self._wait("exact", self.exact_port)
        self._wait("host", self.host_port)

    def _wait(self, name: str, port: int) -> None:
        """Both servers listen only once they are complete."""
        deadline = time.monotonic() + START_SECONDS
        while not _listens(port):
            if self._processes[name].poll() is not None or time.monotonic() > deadline:
                raise StackError(f"{name} did not start: {self.log(name).read_text()[-2000:]}")
            time.sleep(0.05)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _wait_for_end(process: subprocess.Popen[bytes]) -> None:
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
