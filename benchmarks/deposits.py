"""`./run bench deposits --flows N --seed S`: events from deposit to final, and what is left on the accounts afterwards.

Booked by the code that books at night, by the fake of Exact with the simulator's arithmetic; with `--simulator` on a
host, a database and the simulator, with a real upgrade from 0.1 between the deposits of before it and the rest. The
exit status is 1 when an invoice was not booked, when anything still waits, when the books have anything but what an
event sold, or when a month's VAT is not that of its invoices.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from benchmarks.installation import Installation
from benchmarks.report import how_many
from tests.crash import small
from tests.databases import POSTGRESQL, SQLITE, every_kind
from tests.deposits import played, simulated
from tests.deposits.generated import WITH_DEPOSITS, flows
from tests.fake.opened import opened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.deposits.generated import Flow
    from tests.deposits.judged import Verdict

#: Played together by the fake.
AT_ONCE = 250
NO_LIMITS = {"minute_limit": 10_000_000, "day_limit": 100_000_000}


def main(arguments: Sequence[str]) -> int:
    options = _parser().parse_args(arguments)
    drawn = list(flows(options.seed, options.flows, share=options.share, old=options.old))
    began = time.monotonic()
    verdicts = [_simulated(drawn, options.database)] if options.simulator else [*map(_played, _some(drawn))]
    for verdict in verdicts:
        _tell(verdict)
    wrong, reads = sum(not verdict.is_right for verdict in verdicts), sum(verdict.reads for verdict in verdicts)
    old, invoices = sum(flow.is_old for flow in drawn), sum(verdict.invoices for verdict in verdicts)
    print(f"{len(drawn)} events, {old} of them with deposits of 0.1, {invoices} invoices")
    print(f"{wrong} parts wrong, {reads} readings, {time.monotonic() - began:.0f} s")
    return int(wrong > 0)


class Office(Installation):
    """One tenant, ready to book."""

    def prepare(self) -> None:
        self.world.ready(simulated.TENANT)


def _simulated(drawn: Sequence[Flow], database: str) -> Verdict:
    with tempfile.TemporaryDirectory() as name:
        kinds = every_kind(folder := Path(name))
        address = next(kinds)[database].empty(folder)
        seeds = small.write(folder, simulated.books)
        with Office(folder, address, seeds, NO_LIMITS, {"SLICE": "36000"}) as office, office.world.app.app_context():
            verdict = simulated.Play(office.world, folder).play(drawn)
        next(kinds, None)
    return verdict


def _some(drawn: Sequence[Flow]) -> list[Sequence[Flow]]:
    return [drawn[start : start + AT_ONCE] for start in range(0, len(drawn), AT_ONCE)]


def _played(drawn: Sequence[Flow]) -> Verdict:
    with pytest.MonkeyPatch.context() as patch, closing(opened(patch)) as installations:  # type: ignore[type-var]
        return played.play(next(installations), drawn)


def _tell(verdict: Verdict) -> None:
    booked, shown = verdict.open_before
    print(f"{booked} waited in the books and {shown} on the page; after the events {verdict.open_after} deposits")
    for what in (verdict.unbooked, verdict.left, verdict.otherwise, verdict.declared, verdict.unexplained):
        for each in what[:5]:
            print(f"  {each}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="./run bench deposits", description=__doc__)
    parser.add_argument("--flows", type=how_many, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--share", type=float, default=WITH_DEPOSITS, help="how many of the events have deposits")
    parser.add_argument("--old", type=float, default=0.1, help="how many of these were billed before the upgrade")
    parser.add_argument("--simulator", action="store_true", help="on a host, a database and the simulator")
    parser.add_argument("--database", choices=(SQLITE, POSTGRESQL), default=SQLITE)
    return parser
