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
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        self.broker = Broker(self.folder / "queue")
        self.broker.start()
        self._stack.callback(self.broker.close)
        self.control = Control(self._start_simulator())
        self.control.switch(**self._switches)
        self._set_environment()
        self.world = World(create_app({"TESTING": True}), self.control)
        with self.world.app.app_context():
            self.runtime = self.world.runtime
            self.engine = self.runtime.session.get_bind().engine
            migrate.upgrade(self.engine)
            self.prepare()
        return self

    def __exit__(self, *_: object) -> None:
        self.engine.dispose()
        self._stack.close()

    def prepare(self) -> None:
        """What the benchmark needs before it begins, inside an application context."""

    def _start_simulator(self) -> str:
        seeds = [word for seed in self._seeds for word in ("--seed", seed)]
        command = [sys.executable, "-m", "simulator", "--port", "0", *seeds]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        self.simulator = process.pid
        self._stack.callback(process.wait)
        self._stack.callback(process.terminate)
        assert process.stdout
        self._stack.callback(process.stdout.close)
        return process.stdout.readline().split()[-1]

    def _set_environment(self) -> None:
        os.environ.update(environment(self.control.url, new_key(), self.folder, self._database))
        os.environ.update({f"MICE_EXACT_{name}_SECONDS": value for name, value in self._durations.items()})
        os.environ["REDIS_URL"] = self.broker.url
