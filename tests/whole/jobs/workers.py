"""Workers as processes of their own, started by the command that an operator uses."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

#: In seconds. Only a failing test waits this long.
PATIENCE = 60.0
COMMAND = ("-m", "sandbox.flask_command", "exact", "worker")


class Workers:
    """The workers of one test; whoever is still up at its end is killed."""

    def __init__(self, env: dict[str, str], log: Path) -> None:
        self._env = env
        self._log = log
        self._processes: list[subprocess.Popen[bytes]] = []

    def start(self, *command: str, **env: str) -> subprocess.Popen[bytes]:
        """Start a worker, or another Python command in its place, and leave it to its work."""
        with self._log.open("ab") as log:
            process = subprocess.Popen(
                [sys.executable, *(command or COMMAND)], env={**self._env, **env}, stdout=log, stderr=log
            )
        self._processes.append(process)
        return process

    def empty_the_queue(self, *command: str, **env: str) -> None:
        """Let one worker do everything that is queued now."""
        process = self.start(*(command or COMMAND), "--burst", **env)
        assert process.wait(PATIENCE) == 0, self.said()

    def said(self) -> str:
        return self._log.read_text(encoding="utf-8")

    def stop(self) -> None:
        for process in self._processes:
            process.kill()
            process.wait()
