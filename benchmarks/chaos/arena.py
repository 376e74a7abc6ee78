"""One installation with its simulator, put back to the same evening before every run."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import ExitStack, suppress
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Self

import time_machine
from sqlalchemy import text

from benchmarks.chaos import books
from mice_exact_plugin.crypto import new_key
from mice_exact_plugin.store import migrate
from sandbox.broker import Broker
from sandbox.host import create_app
from tests.crash import restore, small
from tests.integration.world import World, environment
from tests.simulator.control import VENUE, Control

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from benchmarks.chaos.books import Verdict

TENANT = "zaal"
#: Everything that takes minutes in production, in seconds.
DURATIONS = {
    "DEADLINE": "1.0",
    "LEASE": "1.3",
    "SETTLE": "2.5",
    "SLICE": "3",
    "PAUSE": "0.2",
    "PATIENCE": "0.5",
    "REFRESH_REST": "0.4",
}
#: The token is older than 570 s when a run begins, so that processes race to refresh it.
TOKEN_AGE = timedelta(seconds=580)


class Arena:
    """A context manager that starts and stops simulator, queue server and database."""

    def __init__(self, folder: Path, database: str | None, switches: Mapping[str, str]) -> None:
        self.folder = folder
        self._database = database or f"sqlite:///{folder / 'host.sqlite'}"
        self._switches = switches
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        self.broker = Broker(self.folder / "queue")
        self.broker.start()
        self._stack.callback(self.broker.close)
        self.control = Control(self._start_simulator())
        limits: dict[str, Any] = {"minute_limit": 100_000, "day_limit": 1_000_000, "error_limit": 0}
        self.control.switch(**limits, minute_seconds=1, **self._switches)
        self._set_environment()
        self.world = World(create_app({"TESTING": True}), self.control)
        with self.world.app.app_context():
            self.runtime = self.world.runtime
            self.engine = self.runtime.session.get_bind().engine
            self._prepare()
        self._before = restore.take(self.engine)
        self.control.remember()
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def put_back(self) -> None:
        """The evening before the run: everything sent, nothing booked, nobody at work."""
        restore.put_back(self.engine, self._before)
        self.engine.dispose()
        self.runtime.host.redis.flushall()
        self.control.undo()
        self.control.clear_log()

    def flush_redis(self) -> None:
        self.runtime.host.redis.flushall()

    def restart_redis(self) -> None:
        """Kill the server; what it had written down comes back with the next one."""
        process = int(self.runtime.host.redis.info("server")["process_id"])
        os.kill(process, signal.SIGKILL)
        with suppress(ChildProcessError):
            os.waitpid(process, 0)
        self.broker.start()

    def is_finished(self) -> bool:
        """Whether every invoice is booked as far as our own table knows."""
        return self._count("state <> 'synced'") == 0

    def log_in_again(self) -> bool:
        """What a person does when the page asks for it; False when it does not ask."""
        with self.engine.begin() as connection:
            dead = connection.scalar(text("SELECT count(*) FROM exact_connection WHERE status = 'dead'"))
        if not dead:
            return False
        with self.world.app.app_context():
            self.world.log_in(TENANT)
        return True

    def phase(self) -> str:
        """What the run is at, for the histogram."""
        with self.engine.begin() as connection:
            phase = connection.scalar(text("SELECT phase FROM exact_sync_run WHERE finished_at IS NULL"))
            creating = connection.scalar(text("SELECT count(*) FROM exact_debtor_binding WHERE state = 'creating'"))
        if self._count("state = 'claimed'"):
            return "claimed"
        return "creating" if creating else str(phase or "between runs")

    def judged(self) -> tuple[Verdict, dict[str, Any]]:
        with self.world.app.app_context():
            rows = self.world.rows(TENANT)
        relations = self.control.call("GET", f"divisions/{VENUE}/accounts")["accounts"]
        return books.judge(self.control.entries(VENUE), relations, rows), rows

    def _count(self, condition: str) -> int:
        with self.engine.begin() as connection:
            return int(connection.scalar(text(f"SELECT count(*) FROM exact_invoice_export WHERE {condition}")) or 0)

    def _start_simulator(self) -> str:
        seeds = [word for seed in small.write(self.folder) for word in ("--seed", seed)]
        command = [sys.executable, "-m", "sandbox.exact", "--port", "0", *seeds]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        self._stack.callback(process.wait)
        self._stack.callback(process.terminate)
        assert process.stdout
        self._stack.callback(process.stdout.close)
        return process.stdout.readline().split()[-1]

    def _set_environment(self) -> None:
        os.environ.update(environment(self.control.url, new_key(), self.folder, self._database))
        os.environ.update({f"MICE_EXACT_{name}_SECONDS": value for name, value in DURATIONS.items()})
        os.environ["REDIS_URL"] = self.broker.url

    def _prepare(self) -> None:
        """Connect and send ten minutes ago, by both clocks."""
        migrate.upgrade(self.engine)
        self.control.advance(-TOKEN_AGE.total_seconds())
        with time_machine.travel(datetime.now(UTC) - TOKEN_AGE):
            self.world.ready(TENANT)
            self.world.send(TENANT, books.sent(), self.folder)
        self.control.advance(TOKEN_AGE.total_seconds())
