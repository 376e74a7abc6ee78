"""One installation with its simulator, put back to the same evening before every run."""

from __future__ import annotations

import os
import signal
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Self

import time_machine
from sqlalchemy import text

from benchmarks.chaos import books
from benchmarks.installation import Installation
from simulator.tests.control import VENUE
from tests.crash import mixed, restore, small

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from benchmarks.chaos.books import Verdict

TENANT = "zaal"
#: Everything that takes minutes in production, in seconds.
DURATIONS = {
    "DEADLINE": "0.8",
    "LEASE": "1.0",
    "SETTLE": "2.0",
    "SLICE": "3",
    "PAUSE": "0.1",
    "PATIENCE": "0.5",
    "REFRESH_REST": "0.4",
}
#: The token is older than 570 s when a run begins, so that processes race to refresh it.
TOKEN_AGE = timedelta(seconds=580)


class Arena(Installation):
    """An installation that can be put back to the evening before the run."""

    def __init__(self, folder: Path, database: str | None, switches: Mapping[str, str], *, is_mixed: bool) -> None:
        self._is_mixed = is_mixed
        self._wanted = mixed.SPRING if is_mixed else books.ORDINARY
        quick = {"minute_limit": 100_000, "day_limit": 1_000_000, "error_limit": 0, "minute_seconds": 1}
        super().__init__(
            folder, database, small.write(folder, mixed.with_prepayments), {**quick, **switches}, DURATIONS
        )

    def __enter__(self) -> Self:
        super().__enter__()
        self._before = restore.take(self.engine)
        self.control.remember()
        return self

    def prepare(self) -> None:
        """Connect and send ten minutes ago, by both clocks."""
        self.control.advance(-TOKEN_AGE.total_seconds())
        with time_machine.travel(datetime.now(UTC) - TOKEN_AGE):
            self.world.ready(TENANT)
            if self._is_mixed:
                mixed.choose(self.world, TENANT)
            self.world.send(TENANT, mixed.imported(mixed.SPRING) if self._is_mixed else books.sent(), self.folder)
        self.control.advance(TOKEN_AGE.total_seconds())

    def put_back(self) -> None:
        """The evening before the run: everything sent, nothing booked, nobody at work."""
        restore.put_back(self.engine, self._before)
        self.engine.dispose()
        self.runtime.host.redis.flushall()
        self.control.undo()
        self.control.clear_log()

    def flush_redis(self) -> None:
        self.runtime.host.redis.flushall()

    def close_april(self) -> None:
        """The bookkeeper closes the month that invoices of March went to."""
        mixed.close(self.control, mixed.INVOICES, 4)

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

    def stands(self) -> str:
        """What the connection and the last run say, for a run that was not finished."""
        last = "SELECT state, reason, resume_at FROM exact_sync_run ORDER BY id DESC LIMIT 1"
        with self.engine.begin() as connection:
            status = connection.scalar(text("SELECT status FROM exact_connection"))
            run = connection.execute(text(last)).one_or_none()
        return f"connection {status}, last run {tuple(run) if run else 'none'}"

    def judged(self) -> tuple[Verdict, dict[str, Any]]:
        with self.world.app.app_context():
            rows = self.world.rows(TENANT)
        relations = self.control.call("GET", f"divisions/{VENUE}/accounts")["accounts"]
        return books.judge(self._wanted, self.control.entries(VENUE), relations, rows), rows

    def _count(self, condition: str) -> int:
        with self.engine.begin() as connection:
            return int(connection.scalar(text(f"SELECT count(*) FROM exact_invoice_export WHERE {condition}")) or 0)
