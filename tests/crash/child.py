"""Work done in a fork of this process, which may be killed or stopped on the way."""

from __future__ import annotations

import gc
import json
import os
import signal
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

Told = dict[str, Any]


class Child:
    """A fork that does `work`, which gets the descriptor to report to and returns what else there is to tell."""

    def __init__(self, work: Callable[[int], Told]) -> None:
        self._status: int | None = None
        self._reader, writer = os.pipe()
        self._pid = os.fork()
        if self._pid == 0:
            gc.disable()
            os.close(self._reader)
            _do(work, writer)
        os.close(writer)

    def is_stopped(self) -> bool:
        """Wait until it stops itself (True) or ends (False)."""
        _, status = os.waitpid(self._pid, os.WUNTRACED)
        if not os.WIFSTOPPED(status):
            self._status = status
        return os.WIFSTOPPED(status)

    def kill(self) -> None:
        os.kill(self._pid, signal.SIGKILL)
        _, self._status = os.waitpid(self._pid, 0)

    def go_on(self) -> None:
        os.kill(self._pid, signal.SIGCONT)

    def told(self) -> Told:
        """Everything it reported, once it has ended; being killed is an end like any other."""
        with os.fdopen(self._reader) as stream:
            said = [json.loads(line) for line in stream]
        if self._status is None:
            _, self._status = os.waitpid(self._pid, 0)
        if os.WIFEXITED(self._status) and os.WEXITSTATUS(self._status):
            raise SystemExit("the child failed; its traceback is above")
        return {name: value for part in said for name, value in part.items()}


def report(descriptor: int, told: Told) -> None:
    os.write(descriptor, json.dumps(told).encode() + b"\n")


def _do(work: Callable[[int], Told], writer: int) -> None:
    try:
        report(writer, work(writer))
        os._exit(0)
    except BaseException:
        sys.excepthook(*sys.exc_info())
        os._exit(1)
