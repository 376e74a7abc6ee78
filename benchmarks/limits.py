"""`./run bench limits`: real minutes, many administrations, and another process that spends the same allowance."""

from __future__ import annotations

import argparse
import json
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx2

from benchmarks.crew import Crew
from benchmarks.installation import Installation
from benchmarks.report import how_many
from mice_exact_plugin.booking import starting
from simulator.administrations import BUILDERS
from simulator.tests.control import ENGLISH, NL_APP, NL_SECRET
from tests.crash import small
from tests.crash.small import KNOWN
from tests.whole.invoices import CLIENT, document, invoice
from tests.whole.world import CALLBACK

if TYPE_CHECKING:
    from collections.abc import Sequence

#: How many calls the other process spends per minute in each administration.
OTHERS = 10
PROMISE = 1000
#: Exact's calls a minute in one administration, and how it says that they are spent.
LIMIT, TOO_MANY = 60, 429


class Chain(Installation):
    """A tenant per administration, all of the same app and the same Exact user."""

    def __init__(self, folder: Path, database: str | None, count: int, invoices: int) -> None:
        self.divisions = [1100001 + number for number in range(count)]
        self._invoices = invoices
        super().__init__(folder, database, [*small.write(folder), *_seeds(folder, self.divisions)], {}, {})

    def prepare(self) -> None:
        """The limits count only from when the workers begin."""
        self.control.switch(minute_limit=100_000)
        client = {**CLIENT, "name": KNOWN["Name"], "postalcode": KNOWN["Postcode"], "city": KNOWN["City"]}
        sent = document(*(invoice(f"F{number:05}", client=client) for number in range(self._invoices)))
        for division in self.divisions:
            tenant = f"zaal{division}"
            self.world.tenant(tenant)
            self.world.command("exact", "activate", tenant)
            self.world.log_in(tenant, divisions=self.divisions)
            self.world.choose(tenant, division)
            self.world.configure(tenant)
            self.world.send(tenant, {**sent, "tenant": tenant}, self.folder)
        self.control.switch(minute_limit=LIMIT)
        self.control.call("POST", "limits", {})
        self.control.clear_log()
        self.runtime.session.rollback()
        with self.engine.begin() as connection:
            connection.exec_driver_sql("DELETE FROM exact_call_window")

    def start_runs(self) -> None:
        with self.world.app.app_context():
            for division in self.divisions:
                starting.start(self.runtime, f"zaal{division}", trigger="benchmark")


def main(arguments: Sequence[str]) -> int:
    options = _parser().parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        enough = int(options.minutes * 60 + 60)
        with Chain(Path(folder), options.database, options.administrations, enough) as chain:
            calls = _measure(chain, options.workers, options.minutes * 60)
    return _report(calls)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="./run bench limits", description=__doc__)
    parser.add_argument("--administrations", type=how_many, default=20)
    parser.add_argument("--workers", type=how_many, default=4)
    parser.add_argument("--minutes", type=float, default=6, help="real minutes; six make 6,000 calls and more")
    parser.add_argument("--database", help="an SQLAlchemy URL; an SQLite file of its own when left out")
    return parser


def _measure(chain: Chain, workers: int, seconds: float) -> list[dict[str, Any]]:
    """Let the workers work beside the other process; every call that Exact got."""
    chain.start_runs()
    crew = Crew(chain, always_night=False)
    crew.start(workers)
    done = threading.Event()
    other = threading.Thread(target=_spend, args=(chain, done))
    other.start()
    until = time.monotonic() + seconds
    try:
        while time.monotonic() < until:
            crew.watch()
            time.sleep(0.1)
    finally:
        done.set()
        other.join()
        crew.stop()
    return chain.control.log()


def _spend(chain: Chain, done: threading.Event) -> None:
    """Another process of the same app: its own log-in, and calls that our workers learn of only by the headers."""
    with httpx2.Client(base_url=chain.control.url, trust_env=False) as client:
        code = chain.control.code(ENGLISH, chain.divisions, NL_APP, CALLBACK)
        form = {"grant_type": "authorization_code", "code": code, "redirect_uri": CALLBACK}
        form |= {"client_id": NL_APP, "client_secret": NL_SECRET}
        token = client.post("/api/oauth2/token", data=form).raise_for_status().json()["access_token"]
        headers = {"Authorization": f"Bearer {token}", "Accept": "application/json"}
        while not done.is_set():
            for division in chain.divisions:
                client.get(f"/api/v1/{division}/financial/Journals?$select=Code&$top=1", headers=headers)
                if done.wait(60 / OTHERS / len(chain.divisions)):
                    return


def _report(calls: Sequence[dict[str, Any]]) -> int:
    ours = [call for call in calls if call["division"] and "$top=1" not in call["query"]]
    statuses = Counter(call["status"] for call in ours)
    refused = statuses[TOO_MANY]
    print(f"calls of ours: {len(ours)}; of the other process: {len(calls) - len(ours)}")
    print("answered: " + ", ".join(f"{status} {count}" for status, count in sorted(statuses.items())))
    print(f"429 per {PROMISE} calls: {PROMISE * refused / max(len(ours), 1):.2f} (promised at most 1)")
    own = _of_our_own_making(ours)
    print(f"of our own making: {own} (promised none)")
    return 0 if refused * PROMISE <= len(ours) and not own else 1


def _of_our_own_making(ours: Sequence[dict[str, Any]]) -> int:
    """Refused in a minute whose whole allowance was spent by our own calls alone; Exact's minute is the clock's."""
    minutes = [(call["division"], call["time"][: len("2026-11-24T12:00")], call["status"]) for call in ours]
    spent = Counter((division, minute) for division, minute, status in minutes if status != TOO_MANY)
    return sum(status == TOO_MANY and spent[division, minute] >= LIMIT for division, minute, status in minutes)


def _seeds(folder: Path, divisions: Sequence[int]) -> list[str]:
    names = []
    for division in divisions:
        seed = small.small(BUILDERS["nl"])
        seed["division"] = {**seed["division"], "Code": division, "Hid": division, "Description": f"Zaal {division}"}
        path = folder / f"{division}.json"
        path.write_text(json.dumps(seed), encoding="utf-8")
        names.append(str(path))
    return names
