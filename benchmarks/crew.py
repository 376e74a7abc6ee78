"""The processes of a benchmark: workers that fork their jobs as in production, the tick, and harm done to them."""

from __future__ import annotations

import ctypes
import logging
import os
import signal
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from redis.exceptions import RedisError
from sqlalchemy import text

from mice_exact_plugin.jobs import queues, tasks
from mice_exact_plugin.jobs.worker import worker
from sandbox.lifeline import children

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchmarks.installation import Installation

#: The tick comes every five minutes in production, where everything else takes minutes too.
TICK_SECONDS = 0.3
MOST_TICKS = 4


class Crew:
    """Workers and a ticker, forked from a process that has everything loaded; whoever dies is replaced."""

    def __init__(self, installation: Installation, *, always_night: bool) -> None:
        """With `always_night` every tick starts what can start: what one run left is taken up by the next."""
        self._app, self._runtime, self._engine = installation.world.app, installation.runtime, installation.engine
        self._log = installation.folder / "workers.log"
        self._always_night = always_night
        self._workers: list[int] = []
        self._ticker = 0
        self._others = set(children(os.getpid()))
        adopt_orphans()

    def start(self, workers: int, *, ticks: bool = True) -> None:
        """Without ticks a run that waits is taken up by RQ's own scheduler, as between two ticks of production."""
        self._ticks = ticks
        self._ticker = self._fork(self._tick) if ticks else 0
        self._workers = [self._fork(self._work) for _ in range(workers)]

    def watch(self) -> None:
        """Replace the dead."""
        for process in _buried():
            if process == self._ticker:
                self._ticker = self._fork(self._tick)
            elif process in self._workers:
                self._workers[self._workers.index(process)] = self._fork(self._work)

    def jobs(self) -> list[tuple[int, int]]:
        """The jobs at work: their worker and their own process."""
        return [(process, job) for process in self._workers for job in children(process)]

    def kill(self, *processes: int) -> None:
        for process in processes:
            _send(process, signal.SIGKILL)

    def put_to_sleep(self, process: int, seconds: float) -> None:
        """Stop a process; another wakes it, because this one may itself wait for what the sleeper holds."""
        _send(process, signal.SIGSTOP)
        if os.fork() == 0:
            time.sleep(seconds)
            _send(process, signal.SIGCONT)
            os._exit(0)

    def restart(self) -> None:
        """Kill workers and ticker, which `watch` replaces; RQ would wait up to a minute for a server that went away."""
        self.kill(self._ticker, *self._workers)

    def stop(self) -> None:
        """End everybody at once, jobs that outlived their worker too."""
        while processes := [process for process in children(os.getpid()) if self._is_ours(process)]:
            self.kill(*processes, *(job for process in processes for job in children(process)))
            _buried()
            time.sleep(0.005)

    def _is_ours(self, process: int) -> bool:
        """A fork, by what it runs and not by its title, which RQ changes: simulator and queue server are children too.

        The simulator runs the same, and was there before; a queue server that was restarted runs something else.
        """
        return process not in self._others and _runs(process) in (None, _runs(os.getpid()))

    def _work(self) -> None:
        """Where the tick takes up the runs that wait for a moment, RQ's own scheduler is not needed."""
        made = worker(self._runtime.host.redis, lambda: self._engine.dispose(close=False))
        made.work(logging_level="ERROR", with_scheduler=not self._ticks)

    def _tick(self) -> None:
        redis = queues.queue(self._runtime.host.redis)
        while True:
            with suppress(RedisError):
                if self._always_night:
                    with self._engine.begin() as connection:
                        connection.execute(text("UPDATE exact_connection SET next_run_at = connected_at"))
                # On a busy machine they would pile up before what they are to start.
                if redis.count < MOST_TICKS:
                    redis.enqueue(tasks.tick, "now", result_ttl=0)
            time.sleep(TICK_SECONDS)

    def _fork(self, work: Callable[[], None]) -> int:
        process = os.fork()
        if process:
            return process
        try:
            self._become(work)
        finally:
            os._exit(1)

    def _become(self, work: Callable[[], None]) -> None:
        self._engine.dispose(close=False)
        with self._log.open("a") as log:
            os.dup2(log.fileno(), sys.stdout.fileno())
            os.dup2(log.fileno(), sys.stderr.fileno())
        logging.disable(logging.WARNING)
        with self._app.app_context():
            work()


def _runs(process: int) -> Path | None:
    """The file that a process carries out; None for one that has ended and is not buried yet."""
    try:
        return Path(f"/proc/{process}/exe").readlink()
    except OSError:
        return None


def _buried() -> list[int]:
    """The processes that ended since the last time."""
    ended = []
    with suppress(ChildProcessError):
        while process := os.waitpid(-1, os.WNOHANG)[0]:
            ended.append(process)
    return ended


def adopt_orphans() -> None:
    """Let a job whose worker was killed become a child of this process (prctl(2), PR_SET_CHILD_SUBREAPER)."""
    ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)


def _send(process: int, number: signal.Signals) -> None:
    with suppress(ProcessLookupError):
        os.kill(process, number)
