"""`./run bench books --invoices N --seed S`: what the simulator's books add up to, held against what was invoiced.

Drawn invoices of every ground with credits among them: VAT by code and period, and sales within the EU by VAT number
and quarter. Then closed periods: an invoice of each month, with that month open and closed, by every policy and every
date control. The exit status is 1 when an invoice is elsewhere than it must be or a sum differs.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.installation import Installation
from benchmarks.report import how_many, tell
from mice_exact_plugin.domain.closed_periods import ClosedPolicy
from tests.crash import small
from tests.whole import periods, vat_sums

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal

    from tests.whole.vat_sums import Key

TENANT = "zaal"
UNLIMITED = {"minute_limit": 1_000_000, "day_limit": 10_000_000}
#: A slice lasts until all is booked.
LONG = {"SLICE": "1700"}


class Books(Installation):
    """A tenant that is ready to book."""

    def prepare(self) -> None:
        self.world.ready(TENANT)


def main(arguments: Sequence[str]) -> int:
    options = _parser().parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        seeds = small.write(Path(folder))
        with Books(Path(folder), options.database, seeds, UNLIMITED, LONG) as books, books.world.app.app_context():
            wrong = _sums(books, options.seed, options.invoices)
            return 1 if wrong + _periods(books) else 0


def _periods(books: Books) -> int:
    """Odd and even months closed in turn: every month is once open and once closed."""
    began, outcomes, faults = time.monotonic(), 0, []
    for checked, policy, closed in product(periods.DATE_CONTROLS, ClosedPolicy, (periods.ODD, periods.EVEN)):
        night = periods.Twelve(policy, closed, checked)
        found = periods.play(books.world, TENANT, books.folder, night)
        outcomes += len(found)
        for month, outcome in found.items():
            wanted = night.expected(month)
            faults += [f"{night.number(month)}: {outcome}, not {wanted}"] * (outcome != wanted)
    spent = time.monotonic() - began
    tell("Twelve periods by policy and date control", [{"outcomes": outcomes, "wrong": len(faults), "s": spent}])
    for fault in faults:
        print(fault)
    return len(faults)


def _sums(books: Books, seed: int, count: int) -> int:
    began, sources = time.monotonic(), list(vat_sums.drawn(seed, count))
    wanted, held = vat_sums.expected(sources)
    vat_sums.book(books.world, TENANT, books.folder, sources)
    booked = {number for number, row in books.world.rows(TENANT).items() if row["state"] == "synced"}
    (codes, listing), (wanted_codes, wanted_listing) = vat_sums.in_exact(books.world).rows(), wanted.rows()
    shown = vat_sums.as_shown(books.world, TENANT)
    wrong = {
        "held otherwise": len(held & booked) + len(sources) - len(held | booked),
        "sums that differ": _different(codes, wanted_codes) + _different(listing, wanted_listing),
        "listed otherwise": _different(shown, listing),
    }
    figures = {"invoices": count, "booked": len(booked), "sums": len(wanted_codes), "listed": len(wanted_listing)}
    spent = time.monotonic() - began
    tell("VAT by code and period, and sales within the EU by number and quarter", [figures | wrong | {"s": spent}])
    return sum(wrong.values())


def _different(found: Mapping[Key, Decimal], wanted: Mapping[Key, Decimal]) -> int:
    return sum(found.get(key) != wanted.get(key) for key in found.keys() | wanted.keys())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="./run bench books", description=__doc__)
    parser.add_argument("--invoices", type=how_many, default=1000, help="drawn of every ground (default %(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="of the draw (default %(default)s)")
    parser.add_argument("--database", help="an SQLAlchemy URL; an SQLite file of its own when left out")
    return parser
