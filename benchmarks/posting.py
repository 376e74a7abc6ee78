"""`./run bench posting`: CPU of a whole run per booked invoice, against a bare loop of POSTs and the public client.

Each round is a day and its night: invoices are sent, half a day later a run of ours books them (lists, sweep, posting,
new debtors, telling the host), then the bodies that it sent are posted once more over one open line, then the public
client books as many. All in one process and one thread, CPU over CPU; the simulator is another process. What the host
does is measured apart.
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any, cast

import httpx2
import pytest
from sqlalchemy import text

from benchmarks import public_client
from benchmarks.installation import Installation
from benchmarks.report import how_many, interleaved, ratio, tell
from mice_exact_plugin import clock
from mice_exact_plugin.access.tokens import access_token
from mice_exact_plugin.booking import nightly, starting
from mice_exact_plugin.jobs.worker import settle
from mice_exact_plugin.link.connection import link_of
from sandbox.host import clock as host_clock
from simulator.tests.control import VENUE
from tests.crash import small
from tests.crash.small import KNOWN
from tests.databases import POSTGRESQL, SQLITE, Kind, every_kind
from tests.whole.invoices import CLIENT, document, invoice, line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mice_exact_plugin.host.contract import Host

TENANT = "zaal"
ENTRIES = "/salesentry/SalesEntries"
HALF_A_DAY = timedelta(hours=12)
NO_LIMITS = {"minute_limit": 1_000_000, "day_limit": 1_000_000}
#: At most so many times the bare loop and the public client, what the host does apart.
GOALS = {SQLITE: (8.0, 1.0), POSTGRESQL: (10.0, 1.5)}
OURS, HOSTS, BACKEND, BARE, PUBLIC = "ours", "the host's", "database server", "bare loop", "public client"


@dataclass(frozen=True)
class Sold:
    """One invoice, as both sides book it."""

    number: str
    name: str
    is_new: bool

    lines = (("8000", "100.00"), ("8010", "50.00"), ("8020", "25.00"))
    gross, vat = Decimal("211.75"), Decimal("36.75")

    @property
    def code(self) -> str:
        """Of its relation in Exact; the regular's is that of the small administration."""
        return self.number[-6:] if self.is_new else "1"

    def as_document(self) -> dict[str, Any]:
        known = {"name": KNOWN["Name"], "postalcode": KNOWN["Postcode"], "city": KNOWN["City"]}
        client = {**CLIENT, "id": self.number, "name": self.name} if self.is_new else {**CLIENT, **known}
        vat = {"100.00": "21.00", "50.00": "10.50", "25.00": "5.25"}
        return invoice(self.number, lines=[line(net, vat[net], ledger=code) for code, net in self.lines], client=client)


class Timed:
    """The host, and the CPU that goes into it: its reading of invoices, its answers and what it is told."""

    def __init__(self, host: Host) -> None:
        self._host, self.seconds = host, 0.0

    def __getattr__(self, name: str) -> Any:
        member = getattr(self._host, name)
        if name in ("session", "signals", "redis", "app_context") or not isinstance(member, Callable):  # type: ignore[arg-type]
            return member

        def timed(*args: Any, **kwargs: Any) -> Any:
            began = time.process_time()
            try:
                found = member(*args, **kwargs)
                return list(found) if hasattr(found, "__next__") else found
            finally:
                self.seconds += time.process_time() - began

        return timed


class Office(Installation):
    """One tenant, ready to book, and the two others that book the same."""

    def prepare(self) -> None:
        self.world.ready(TENANT)
        self.host = Timed(self.runtime.host)
        self.measured = replace(self.runtime, host=cast("Host", self.host))
        self.bodies: list[dict[str, Any]] = []
        self.rows: list[dict[str, float]] = []
        self.made, self.moved = 1, timedelta()

    def let_time_pass(self, patch: pytest.MonkeyPatch) -> None:
        """For all: a sweep looks back over an hour, so what is sent within one of it would be compared once more."""
        self.moved += HALF_A_DAY
        self.control.advance(HALF_A_DAY.total_seconds())
        for each in (clock, host_clock):
            patch.setattr(each, "now", lambda: datetime.now(UTC) + self.moved)

    def sold(self, count: int, share: float, chance: random.Random) -> list[Sold]:
        first, self.made = self.made, self.made + count
        marks = ((number, chance.random() < share) for number in range(first, self.made))
        return [Sold(f"F{number:06}", f"Nieuwe Klant {number} B.V.", is_new) for number, is_new in marks]

    def send(self, sold: Sequence[Sold]) -> None:
        self.world.send(TENANT, document(*(each.as_document() for each in sold)), self.folder)

    def run(self, sold: Sequence[Sold]) -> None:
        """One round of ours."""
        self.control.clear_log()
        run_id = starting.start(self.runtime, TENANT, trigger="bench")
        self.host.seconds, backend, began = 0.0, self._backend(), time.process_time()
        nightly.work_on(self.measured, run_id, lambda: False)
        spent = time.process_time() - began
        self.rows.append(
            {OURS: spent - self.host.seconds, HOSTS: self.host.seconds, BACKEND: self._backend() - backend}
        )
        posts = (call for call in self.control.log() if call["method"] == "POST" and call["path"].endswith(ENTRIES))
        self.bodies = [json.loads(call["body"]) for call in posts]
        assert {row["state"] for row in self.world.rows(TENANT).values()} == {"synced"}, "all are booked"
        assert len(self.bodies) == len(sold), "one call an invoice"

    def bare(self) -> float:
        """The bodies of the run once more, by a client that does nothing else."""
        bodies = [{**body, "EntryID": str(uuid.uuid4())} for body in self.bodies]
        url = f"{self.control.url}/api/v1/{VENUE}{ENTRIES}"
        headers = {"Authorization": f"Bearer {self._token()}", "Accept": "application/json"}
        with httpx2.Client(headers=headers | {"Prefer": "return=representation"}, trust_env=False) as client:
            client.post(url, json={**bodies[0], "EntryID": str(uuid.uuid4())}).raise_for_status()
            return _cpu(lambda: [client.post(url, json=each).raise_for_status() for each in bodies])

    def public(self, sold: Sequence[Sold]) -> float:
        """The same invoices and relations under other numbers, by the public client."""
        api = public_client.opened(self.control.url, self._token(), VENUE)
        others = [replace(each, number=f"P{each.number[1:]}") for each in sold]
        return _cpu(lambda: public_client.book_all(api, others, 26800000))

    def _token(self) -> str:
        link = link_of(self.runtime, TENANT)
        return access_token(self.runtime, link.log_in)

    def _backend(self) -> float:
        """The CPU of the database's own process for our connection; 0 where it has none, or none that can be read."""
        if self.engine.dialect.name != "postgresql":
            return 0.0
        pid = self.runtime.session.scalar(text("SELECT pg_backend_pid()"))
        self.runtime.session.rollback()
        try:
            fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        except OSError:
            return 0.0
        return (int(fields[11]) + int(fields[12])) / 100


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="./run bench posting", description=__doc__)
    parser.add_argument("--invoices", type=how_many, default=200, help="in each round")
    parser.add_argument("--rounds", type=how_many, default=7)
    parser.add_argument("--new", type=float, default=0.2, help="share of invoices for debtors that Exact does not have")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--database", choices=(SQLITE, POSTGRESQL), action="append")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        kinds = every_kind(Path(name))
        found = next(kinds)
        good = [_measured(kind, found[kind], Path(name), options) for kind in options.database or (SQLITE, POSTGRESQL)]
        next(kinds, None)
    return 0 if all(good) else 1


def _measured(name: str, kind: Kind, folder: Path, options: argparse.Namespace) -> bool:
    folder = folder / name
    folder.mkdir()
    chance = random.Random(options.seed)
    with (
        pytest.MonkeyPatch.context() as patch,
        Office(folder, kind.empty(folder), small.write(folder), NO_LIMITS, {}) as office,
        office.world.app.app_context(),
    ):
        works = _works(office, options, chance, patch)
        # As a worker does before its first job; it serves the other two as well.
        settle()
        # The first round warms statements and lines of all three.
        interleaved(1, works)
        office.rows.clear()
        times = interleaved(options.rounds, works)
    return _told(name, office.rows, times, options.invoices)


def _works(
    office: Office, options: argparse.Namespace, chance: random.Random, patch: pytest.MonkeyPatch
) -> dict[str, Callable[[], float]]:
    sold: list[Sold] = []

    def ours() -> float:
        office.let_time_pass(patch)
        sold[:] = office.sold(options.invoices, options.new, chance)
        office.send(sold)
        office.let_time_pass(patch)
        office.run(sold)
        return office.rows[-1][OURS]

    return {OURS: ours, BARE: office.bare, PUBLIC: lambda: office.public(sold)}


def _told(name: str, rows: list[dict[str, float]], times: dict[str, list[float]], invoices: int) -> bool:
    bare, public = ratio(times[OURS], times[BARE]), ratio(times[OURS], times[PUBLIC])
    most_bare, most_public = GOALS[name]
    whole = [row[OURS] + row[HOSTS] for row in rows]
    measured = {
        "our own code: lists, sweep, posting, new debtors": times[OURS],
        "the host: what it reads and is told": [row[HOSTS] for row in rows],
        "both": whole,
        "the database's server": [row[BACKEND] for row in rows],
        "the bare loop": times[BARE],
        "the public client": times[PUBLIC],
    }
    tell(
        f"{name}: our own code is {bare:.1f} times the bare loop (goal: {most_bare:g}) and {public:.2f} times the "
        f"public client (goal: {most_public:g}); with the host {ratio(whole, times[BARE]):.1f} and "
        f"{ratio(whole, times[PUBLIC]):.2f} times",
        [{"CPU of": what, "ms an invoice": 1000 * median(each) / invoices} for what, each in measured.items()],
    )
    return bare <= most_bare and public <= most_public


def _cpu(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began
