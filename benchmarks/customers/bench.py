"""`./run bench customers`: 5,000 customers of a register, each on its own relation, or a person was asked.

The truth is the register's (benchmarks/customers/register.py): it knows who is who and uses no rule of the plugin. Each
customer sends three invoices, the namesake's in between, through the whole plugin into a simulator; a person decides in
the middle, from the register. Exit status 1 when one of the promises is missed.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.customers.judge import failures, judge, lines
from benchmarks.customers.material import MATERIALS
from benchmarks.customers.play import play
from benchmarks.customers.population import population
from benchmarks.installation import Installation
from benchmarks.report import how_many
from tests.crash import small

if TYPE_CHECKING:
    from collections.abc import Sequence

NO_LIMITS = {"minute_limit": 10_000_000, "day_limit": 10_000_000}


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="./run bench customers", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--customers", type=how_many, default=5000)
    parser.add_argument("--register", choices=sorted(MATERIALS), default="dutch", help="whose names and countries")
    parser.add_argument("--database", help="an SQLAlchemy URL; an SQLite file of its own when left out")
    options = parser.parse_args(arguments)
    pairs = population(MATERIALS[options.register], options.seed, options.customers)
    started = time.perf_counter()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        installation = Installation(folder, options.database, small.write(folder), NO_LIMITS, {})
        with installation, installation.world.app.app_context():
            verdict = judge(play(installation.world, folder, pairs, print))
    print("\n".join(lines(verdict)))
    print("\n".join(failures(verdict)[:50]))
    print(f"seed {options.seed}, register {options.register}, {time.perf_counter() - started:.0f} s")
    return 0 if all(promise.is_kept for promise in verdict.promises()) else 1
