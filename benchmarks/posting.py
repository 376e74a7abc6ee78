"""`./run bench posting`: what booking an invoice costs on top of the bare request that books it, and how many calls."""

from __future__ import annotations

import argparse
import json
import tempfile
import time
import uuid
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx2

from benchmarks.installation import Installation
from mice_exact_plugin.access.tokens import access_token
from mice_exact_plugin.link.connection import link_of
from simulator.tests.control import VENUE
from tests.crash import small
from tests.crash.small import KNOWN
from tests.whole.invoices import CLIENT, document, invoice

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

TENANT = "zaal"
ENTRIES = "/salesentry/SalesEntries"
NO_LIMITS = {"minute_limit": 1_000_000, "day_limit": 1_000_000}
#: Design's promise per run, besides one call per invoice and per new debtor.
READING = 12


class Office(Installation):
    """One tenant, ready to book."""

    def prepare(self) -> None:
        self.world.ready(TENANT)


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="./run bench posting", description=__doc__)
    parser.add_argument("--invoices", type=int, default=300)
    parser.add_argument("--database", help="an SQLAlchemy URL; an SQLite file of its own when left out")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        office = Office(folder, options.database, small.write(folder), NO_LIMITS, {})
        with office, office.world.app.app_context():
            return _measure(office, options.invoices)


def _measure(office: Office, count: int) -> int:
    client = {**CLIENT, "name": KNOWN["Name"], "postalcode": KNOWN["Postcode"], "city": KNOWN["City"]}
    invoices = (invoice(f"F{number:05}", client=client) for number in range(count))
    office.world.send(TENANT, document(*invoices), office.folder)
    office.control.clear_log()
    seconds = _timed(lambda: office.world.run(TENANT))
    calls = office.control.log()
    posts = [call for call in calls if call["method"] == "POST" and call["path"].endswith(ENTRIES)]
    booked = {row["state"] for row in office.world.rows(TENANT).values()} == {"synced"}
    bare = _bare_posts(office, json.loads(posts[-1]["body"]), count)
    print(f"{count} invoices booked: {booked}")
    print(f"a bare POST on an open line: {1000 * bare / count:.2f} ms")
    print(f"an invoice in a run, reading included: {1000 * seconds / count:.2f} ms, {seconds / bare:.1f} times as much")
    print(f"calls: {len(calls)} for {count} invoices; promised at most {count + READING}")
    return 0 if booked and len(calls) <= count + READING else 1


def _bare_posts(office: Office, body: dict[str, Any], count: int) -> float:
    """The same entry again and again, by a client that does nothing else."""
    link = link_of(office.runtime, TENANT)
    token = access_token(office.runtime, link.log_in)
    url = f"{office.control.url}/api/v1/{VENUE}{ENTRIES}"
    headers = {"Authorization": f"Bearer {token}", "Accept": "application/json", "Prefer": "return=representation"}
    with httpx2.Client(headers=headers, trust_env=False) as client:
        bodies = [{**body, "EntryID": str(uuid.uuid4())} for _ in range(count)]
        return _timed(lambda: [client.post(url, json=each).raise_for_status() for each in bodies])


def _timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started
