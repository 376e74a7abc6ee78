"""A warm host that forks one worker per point and harms it there, forks another to finish the night, and looks.

A new interpreter per point would cost seconds; a fork of a process that has everything imported costs milliseconds.
`python -m tests.crash.warm SCENARIO SIGKILL|SIGSTOP every|new|posting|writing [SWITCH=VALUE …]` prints one JSON line
per point: at `every` point of a night; for `new` at those after which the database or Exact has something new (before a
commit they have what they had at the point before it); for `posting` at those of them from the first claim on; for
`writing` at those after which an invoice, a binding or Exact itself has. A stopped worker goes on when another has
finished its night.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import tempfile
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import time_machine
from sqlalchemy import text

from mice_exact_plugin import migrate
from mice_exact_plugin.booking import nightly, starting
from mice_exact_plugin.booking.starting import RunRefused
from mice_exact_plugin.errors import ConnectionDead
from mice_exact_plugin.link.run import RunState
from sandbox.host import create_app
from simulator.tests.control import VENUE, Control
from tests.crash import restore
from tests.crash.child import Child, Told, report
from tests.crash.points import Point, Points
from tests.crash.scenario import SCENARIOS, TENANT, Scenario
from tests.whole.world import World

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mice_exact_plugin.booking.leaving import SliceReport

#: The token is older than Exact's 570 s when the night begins, so every run refreshes it first.
TOKEN_AGE = timedelta(seconds=580)
#: More than lease and settle time together: what a restarted worker finds, some time later.
LATER = timedelta(seconds=40)
MOST_SLICES = 12
ENTRIES = "/salesentry/SalesEntries"
#: A claim is committed together with the lease that lets it out.
CLAIM = "after the commit of update exact_invoice_export", "update exact_lease"
#: What the protocols write, here and in Exact.
WRITTEN = ("exact_invoice_export", "exact_debtor_binding", "POST ", "PUT ")


class Warm:
    """The prepared installation and what both sides looked like before the night."""

    def __init__(self, exact_url: str, scenario: Scenario, harm: signal.Signals, **switches: str) -> None:
        self._harm, self._expected, self._wanted = harm, dict(scenario.states), scenario.wanted
        self._control = Control(exact_url)
        self._control.switch(minute_limit=100_000, day_limit=1_000_000, **scenario.switches, **switches)
        self._world = World(create_app({"TESTING": True}), self._control)
        with self._world.app.app_context():
            self._engine = self._world.runtime.session.get_bind().engine
            migrate.upgrade(self._engine)
            self._world.ready(TENANT)
            with tempfile.TemporaryDirectory() as folder:
                scenario.prepare(self._world, Path(folder))
        self._before = restore.take(self._engine)
        self._control.remember()
        self._rehearse()
        # Forks share what the collector leaves alone; one that it walks through is copied, page by page.
        gc.collect()
        gc.freeze()

    def harmed_at(self, which: str) -> Iterator[Told]:
        """Harm a night at each of its points; what was found after the next nights."""
        self._put_back()
        passed = Child(lambda descriptor: self._night(None, descriptor)).told()["passed"]
        for point in _chosen(passed, which):
            found = self._harmed_at(point)
            # A night in which a minute turned elsewhere may not come by this point.
            if "harmed" in found:
                yield found

    def _rehearse(self) -> None:
        """Pass one night here, so that every fork begins with compiled statements and loaded modules."""
        self._put_back()
        with time_machine.travel(datetime.now(UTC) + TOKEN_AGE), self._world.app.app_context():
            assert self._slice().state is RunState.DONE
            assert self._states() == self._expected

    def _harmed_at(self, point: Point) -> Told:
        self._put_back()
        worker = Child(lambda descriptor: self._night(point, descriptor))
        if not worker.is_stopped():
            return worker.told() | Child(self._finish).told() | self._looked()
        Child(self._finish).told()
        worker.go_on()
        return worker.told() | Child(self._finish).told() | self._looked()

    def _put_back(self) -> None:
        restore.put_back(self._engine, self._before)
        self._engine.dispose()
        self._control.undo()
        self._control.advance(TOKEN_AGE.total_seconds())
        self._control.clear_log()

    def _night(self, point: Point | None, descriptor: int) -> Told:
        """The run that is harmed; without a point it passes unharmed."""
        points = Points(point, self._harm, descriptor)
        points.install()
        with time_machine.travel(datetime.now(UTC) + TOKEN_AGE), self._world.app.app_context():
            self._slice()
        return {"passed": points.passed}

    def _finish(self, _descriptor: int) -> Told:
        """What the ticks of the next hours would do: runs until one has booked all, each time some seconds later."""
        shift, log_ins = TOKEN_AGE, 0
        with self._world.app.app_context():
            for _ in range(MOST_SLICES):
                shift += LATER
                self._let_leases_age()
                with time_machine.travel(datetime.now(UTC) + shift):
                    if self._asks_for_a_log_in():
                        self._world.log_in(TENANT)
                        log_ins += 1
                if self._states() == self._expected:
                    break
            return {"log_ins": log_ins, "rows": self._world.rows(TENANT)}

    def _asks_for_a_log_in(self) -> bool:
        """Work one slice of a run; whether it says *opnieuw inloggen*."""
        try:
            return self._slice().reason == "log_in_again"
        except (ConnectionDead, RunRefused):
            return True

    def _slice(self) -> SliceReport:
        runtime = self._world.runtime
        return nightly.work_on(runtime, starting.start(runtime, TENANT, trigger="test"), lambda: False)

    def _states(self) -> dict[str, str]:
        return {number: row["state"] for number, row in self._world.rows(TENANT).items()}

    def _let_leases_age(self) -> None:
        """Leases count on the database's clock, which no test can move, so their end is moved instead."""
        older = text("UPDATE exact_lease SET expires_ms = expires_ms - :ms, quiet_until_ms = quiet_until_ms - :ms")
        with self._engine.begin() as connection:
            connection.execute(older, {"ms": LATER.total_seconds() * 1000})

    def _looked(self) -> Told:
        """What is in Exact now."""
        accounts = self._control.call("GET", f"divisions/{VENUE}/accounts")["accounts"]
        entries = self._control.entries(VENUE)
        names = {account["ID"]: account["Name"] for account in accounts}
        by_number = {entry["YourRef"]: entry for entry in entries}
        posts = [call for call in self._control.log() if call["method"] == "POST" and ENTRIES in call["path"]]
        return {
            "entries": dict(Counter(entry["YourRef"] for entry in entries)),
            "ids": {entry["YourRef"]: entry["EntryID"] for entry in entries},
            "debtors": {entry["YourRef"]: entry["Customer"] for entry in entries},
            "gross": {entry["YourRef"]: entry["AmountFC"] for entry in entries},
            "relations": sorted((account["Name"], account["Status"]) for account in accounts),
            "codes": {account["ID"]: str(account["Code"]).strip() for account in accounts},
            "posts": len(posts),
            "wrong": [each.number for each in self._wanted if not each.agrees(by_number.get(each.number), names)],
        }


def _chosen(passed: list[str], which: str) -> Iterator[Point]:
    first_claim = next(place for place, name in enumerate(passed) if _is_claim(name))
    for place, name in enumerate(passed):
        is_new = name.startswith("after the commit") or name.endswith("not answered")
        wanted = {
            "every": True,
            "new": is_new,
            "posting": is_new and place >= first_claim,
            "writing": is_new and any(what in name for what in WRITTEN),
        }
        if wanted[which]:
            yield name, passed[: place + 1].count(name)


def _is_claim(name: str) -> bool:
    begins, ends = CLAIM
    return name.startswith(begins) and name.endswith(ends)


def main() -> None:
    scenario, harm, which, *switches = sys.argv[1:]
    given: dict[str, Any] = dict(switch.split("=") for switch in switches)
    warm = Warm(os.environ["MICE_EXACT_NL_URL"], SCENARIOS[scenario], signal.Signals[harm], **given)
    for told in warm.harmed_at(which):
        report(sys.stdout.fileno(), told)


if __name__ == "__main__":
    main()
