"""`./run bench memory`: how much a process holds while it books any number of invoices in one slice of one run."""

from __future__ import annotations

import argparse
import gc
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.installation import Installation
from benchmarks.report import Row, how_many, tell
from mice_exact_plugin.booking import nightly, starting
from mice_exact_plugin.link.run import RunState
from tests.crash import small
from tests.whole.invoices import CLIENT, document, invoice

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

TENANT = "zaal"
NO_LIMITS = {"minute_limit": 10_000_000, "day_limit": 10_000_000}
#: Invoices that the host is given at once.
PAGE = 1000
#: Of so many invoices one is of a new customer.
NEW = 5
#: In megabytes, from the second tenth to the last: what a slice keeps of an invoice would show.
MOST_MB = 10.0


class Office(Installation):
    """One tenant, ready to book."""

    def prepare(self) -> None:
        self.world.ready(TENANT)


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="./run bench memory", description=__doc__)
    parser.add_argument("--invoices", type=how_many, default=2000)
    parser.add_argument("--database", help="the URL of an empty database; SQLite by default")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        office = Office(folder, options.database, small.write(folder), NO_LIMITS, {})
        with office, office.world.app.app_context():
            _send(office, options.invoices)
            rows, state = _booked(office, options.invoices)
    grown = float(str(rows[-1]["MB"])) - float(str(rows[1]["MB"]))
    tell(f"{options.invoices} invoices in one slice, a fifth of new customers: {grown:+.1f} MB ({state})", rows)
    return 0 if grown <= MOST_MB and state is RunState.DONE else 1


def _send(office: Office, count: int) -> None:
    for start in range(0, count, PAGE):
        numbers = range(start, min(count, start + PAGE))
        bills = (invoice(f"F{number:06}", client=_customer(number)) for number in numbers)
        office.world.send(TENANT, document(*bills), office.folder)
    office.runtime.session.rollback()
    gc.collect()


def _customer(number: int) -> dict[str, str]:
    new = number % NEW == 0
    which = f"Klant {number}" if new else f"Vaste klant {number % 50}"
    return {**CLIENT, "id": which, "name": which, "city": f"Plaats {number if new else number % 50}"}


def _booked(office: Office, count: int) -> tuple[list[Row], RunState]:
    run_id = starting.start(office.runtime, TENANT, trigger="bench")
    rows: list[Row] = []
    report = nightly.work_on(office.runtime, run_id, _noting(rows, count))
    rows.append({"invoices": count, "MB": _resident()})
    return rows, report.state


def _noting(rows: list[Row], count: int) -> Callable[[], bool]:
    """Asked before each invoice whether to stop, it never does, and notes how it stands at every tenth."""
    tenth, asked = max(count // 10, 1), 0

    def never() -> bool:
        nonlocal asked
        if asked % tenth == 0:
            rows.append({"invoices": asked, "MB": _resident()})
        asked += 1
        return False

    return never


def _resident() -> float:
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(round(int(line.split()[1]) / 1024, 1) for line in lines if line.startswith("VmRSS"))
