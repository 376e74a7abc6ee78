"""Host, plugin, queue server and a simulator of its own, in one folder, for as long as a benchmark lasts."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any, Self

from mice_exact_plugin import migrate
from mice_exact_plugin.crypto import new_key
from sandbox.broker import Broker
from sandbox.host import create_app
from sandbox.lifeline import Lifeline
from simulator.tests.control import Control
from tests.whole.world import World, environment

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path


class Installation:
    """A context manager that starts everything and stops what it started."""

    def __init__(
        self,
        folder: Path,
        database: str | None,
        seeds: Sequence[str],
        switches: Mapping[str, Any],
        durations: Mapping[str, str],
    ) -> None:
        self.folder = folder
        self._database = database or f"sqlite:///{folder / 'host.sqlite'}"
        self._seeds, self._switches, self._durations = seeds, switches, durations

    def __enter__(self) -> Self:
        # What is up when something after it fails, or is broken off, comes down again.
        with ExitStack() as started:
            self._start(started)
            self._stack = started.pop_all()
        return self

    def _start(self, started: ExitStack) -> None:
        self.broker = Broker(self.folder / "queue")
        self.broker.start()
        started.callback(self.broker.close)
        self.control = Control(self._start_simulator(started))
        self.control.switch(**self._switches)
        self._set_environment()
        self.world = World(create_app({"TESTING": True}), self.control)
        with self.world.app.app_context():
            self.runtime = self.world.runtime
            self.engine = self.runtime.session.get_bind().engine
            started.callback(self.engine.dispose)
            migrate.upgrade(self.engine)
            self.prepare()

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def prepare(self) -> None:
        """What the benchmark needs before it begins, inside an application context."""

    def _start_simulator(self, started: ExitStack) -> str:
        seeds = [word for seed in self._seeds for word in ("--seed", seed)]
        command = [sys.executable, "-m", "simulator", "--port", "0", *seeds]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        self.simulator = process.pid
        started.callback(Lifeline(process.pid).let_go)
        started.callback(process.wait)
        started.callback(process.terminate)
        assert process.stdout
        started.callback(process.stdout.close)
        return process.stdout.readline().split()[-1]

    def _set_environment(self) -> None:
        os.environ.update(environment(self.control.url, new_key(), self.folder, self._database))
        os.environ.update({f"MICE_EXACT_{name}_SECONDS": value for name, value in self._durations.items()})
        os.environ["REDIS_URL"] = self.broker.url
