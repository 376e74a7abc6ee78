"""Workers as an operator starts them, one night long: how it went, and what it cost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import event, func, select

from mice_exact_plugin.jobs import tasks
from mice_exact_plugin.link.run import SyncRun
from sandbox.lifeline import children

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from benchmarks.fleet.town import Town

COMMAND = [sys.executable, "-m", "sandbox.flask_command", "exact", "worker"]
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass
class Night:
    """One night, in seconds and megabytes."""

    tick: float = 0.0
    tick_cpu: float = 0.0
    statements: int = 0
    took: float = 0.0
    cpu: float = 0.0
    exact_cpu: float = 0.0
    peak: float = 0.0
    #: When each tenant's run had ended, in seconds after the tick.
    ended: dict[str, float] = field(default_factory=dict)


def night(town: Town, workers: int, is_over: Callable[[], bool], most: float) -> Night:
    """The tick, and workers until it is over."""
    found = Night()
    with _workers(town, workers) as processes:
        began, newest = time.monotonic(), _newest_run(town)
        _tick(town, found)
        at = town.runtime.now()
        cpu, theirs = _cpu(processes), _cpu([town.simulator])
        began = time.monotonic()
        while not is_over() and time.monotonic() - began < most:
            found.peak = max(found.peak, _peak(processes))
            time.sleep(0.1)
        found.took = time.monotonic() - began
        found.cpu, found.exact_cpu = _cpu(processes) - cpu, _cpu([town.simulator]) - theirs
    with town.engine.connect() as line:
        query = select(SyncRun.tenant, SyncRun.finished_at).where(SyncRun.id > newest, SyncRun.finished_at.is_not(None))
        found.ended = {tenant: (ended - at).total_seconds() for tenant, ended in line.execute(query)}
    return found


def open_runs(town: Town) -> int:
    with town.engine.connect() as line:
        return line.scalar(select(func.count()).where(SyncRun.finished_at.is_(None))) or 0


def _newest_run(town: Town) -> int:
    with town.engine.connect() as line:
        return line.scalar(select(func.max(SyncRun.id))) or 0


def _tick(town: Town, found: Night) -> None:
    said: list[Any] = []

    def note(*_: Any) -> None:
        said.append(1)

    event.listen(town.engine, "before_cursor_execute", note)
    started, cpu = time.monotonic(), time.process_time()
    tasks.tick("the night")
    found.tick, found.tick_cpu, found.statements = time.monotonic() - started, time.process_time() - cpu, len(said)
    event.remove(town.engine, "before_cursor_execute", note)


@contextmanager
def _workers(town: Town, count: int) -> Iterator[list[int]]:
    """They are up before the night begins."""
    with (town.folder / "workers.log").open("ab") as log:
        started = [subprocess.Popen(COMMAND, stdout=log, stderr=log) for _ in range(count)]
    redis = town.runtime.host.redis
    try:
        while redis.scard("rq:workers:exact") < count:
            time.sleep(0.1)
        time.sleep(0.5)
        yield [process.pid for process in started]
    finally:
        for process in started:
            process.send_signal(signal.SIGTERM)
        for process in started:
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                _kill(process.pid)
                process.wait()
        redis.flushall()


def _kill(worker: int) -> None:
    for process in [*children(worker), worker]:
        os.kill(process, signal.SIGKILL)


def _cpu(processes: list[int]) -> float:
    """Of these, of their children that ended, and of those at work."""
    return sum(_spent(each) for process in processes for each in (process, *children(process)))


def _spent(process: int) -> float:
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return 0.0
    return sum(map(int, fields[11:15])) / _TICKS


def _peak(workers: list[int]) -> float:
    """The most that a worker or one of its jobs ever held, in megabytes."""
    return max((_resident(each) for worker in workers for each in (worker, *children(worker))), default=0.0)


def _resident(process: int) -> float:
    try:
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
    except OSError:
        return 0.0
    return max((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS")), default=0.0)
