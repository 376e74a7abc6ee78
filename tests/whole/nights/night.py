"""One tenant's nights, with a clock that a test moves: the plugin's, the simulator's and the database's together."""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import text

from mice_exact_plugin.audit import trail_of
from mice_exact_plugin.booking import starting
from mice_exact_plugin.database import step
from mice_exact_plugin.exports.queue import row_of
from mice_exact_plugin.link.connection import Connection, connection_of, link_of
from mice_exact_plugin.link.run import RunState, last_runs
from mice_exact_plugin.runtime import Person
from simulator.tests.control import VENUE
from tests.whole.invoices import document
from tests.whole.world import PERSON, booked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sqlalchemy import Engine
    from time_machine import Traveller

    from mice_exact_plugin.booking.leaving import SliceReport
    from mice_exact_plugin.link.connection import Link
    from mice_exact_plugin.link.run import SyncRun
    from mice_exact_plugin.runtime import Runtime
    from simulator.tests.control import Control
    from tests.whole.world import World

ENTRIES = {"method": "POST", "path": "/salesentry/SalesEntries"}
RELATIONS = {"method": "POST", "path": "/crm/Accounts"}
TOKENS = {"method": "POST", "path": "/oauth2/token"}
#: Longer than lease and settle time together.
LATER = 170.0
#: More than any run takes.
MOST_SLICES = 20


@dataclass
class Night:
    """What the tests of the protocol do and look at."""

    world: World
    folder: Path
    traveller: Traveller
    tenant: str = "zaal"

    @property
    def runtime(self) -> Runtime:
        return self.world.runtime

    @property
    def control(self) -> Control:
        return self.world.control

    @property
    def engine(self) -> Engine:
        return self.world.engine

    @property
    def person(self) -> Person:
        return PERSON

    @property
    def link(self) -> Link:
        return link_of(self.runtime, self.tenant)

    def send(self, *invoices: dict[str, Any]) -> None:
        self.world.send(self.tenant, document(*invoices), self.folder)

    def forward(self, seconds: float = LATER) -> None:
        """Let time pass; leases count on the database's clock, so their end is moved instead."""
        self.runtime.session.rollback()
        self.traveller.shift(timedelta(seconds=seconds))
        older = text("UPDATE exact_lease SET expires_ms = expires_ms - :ms, quiet_until_ms = quiet_until_ms - :ms")
        with self.engine.begin() as connection:
            connection.execute(older, {"ms": int(seconds * 1000)})

    @contextmanager
    def lasting(self, **seconds: float) -> Iterator[None]:
        """Other durations for a while, for what is about them."""
        config = self.runtime.config
        before = {name: getattr(config, name) for name in seconds}
        for name, value in seconds.items():
            object.__setattr__(config, name, timedelta(seconds=value))
        yield
        for name, value in before.items():
            object.__setattr__(config, name, value)

    def run(self, should_stop: Callable[[], bool] = lambda: False) -> SliceReport:
        """One slice."""
        return self.world.run(self.tenant, should_stop)

    def run_until_done(self) -> list[SliceReport]:
        """Slice after slice, waiting out every pause, until a run is done."""
        reports = []
        for _ in range(MOST_SLICES):
            reports.append(self.run())
            if reports[-1].state is not RunState.WAITING:
                return reports
            resume_at = reports[-1].resume_at
            assert resume_at is not None
            self.forward(max((resume_at - self.runtime.now()).total_seconds(), 0) + 0.1)
        raise AssertionError(f"not done after {MOST_SLICES} slices: {reports[-1]}")

    def states(self) -> dict[str, str]:
        return {number: row["state"] for number, row in self.world.rows(self.tenant).items()}

    def row(self, number: str) -> dict[str, Any]:
        return self.world.rows(self.tenant)[number]

    def entries(self, number: str) -> list[dict[str, Any]]:
        return booked(self.control, VENUE)[number]

    def booked(self) -> dict[str, int]:
        """How many entries Exact has per invoice number."""
        return {number: len(found) for number, found in booked(self.control, VENUE).items()}

    def relations(self) -> Counter[str]:
        accounts = self.control.call("GET", f"divisions/{VENUE}/accounts")["accounts"]
        return Counter(account["Name"] for account in accounts)

    def calls(self, match: dict[str, str]) -> list[dict[str, Any]]:
        """The calls that Exact got of this method and path."""
        return [
            call
            for call in self.control.log()
            if call["method"] == match["method"] and call["path"].split("(")[0].endswith(match["path"])
        ]

    def connection(self) -> Connection:
        with step(self.runtime.session):
            found = connection_of(self.runtime.session, self.tenant)
            assert found is not None
            self.runtime.session.refresh(found)
            self.runtime.session.expunge(found)
            return found

    def counts(self) -> dict[str, int]:
        """What the last run counted."""
        with step(self.runtime.session):
            return dict(last_runs(self.runtime.session, self.tenant, 1)[0].counts)

    def last_run(self) -> SyncRun:
        """As it is kept now."""
        with step(self.runtime.session):
            found = last_runs(self.runtime.session, self.tenant, 1)[0]
            self.runtime.session.refresh(found)
            self.runtime.session.expunge(found)
            return found

    def trail(self, number: str) -> list[str]:
        """The events of an invoice's audit trail."""
        invoice_id = self.row(number)["invoice_id"]
        with step(self.runtime.session):
            row = row_of(self.runtime.session, self.tenant, invoice_id)
            assert row is not None
            return [line.event for line in trail_of(self.runtime.session, self.tenant, row.id)]

    def open_run(self) -> int:
        return starting.start(self.runtime, self.tenant, trigger="test")
