"""`./run bench fleet`: nights of many venues on PostgreSQL, with 1, 2 and 4 workers, and some of them slow or dead."""

from __future__ import annotations

import argparse
import os
import tempfile
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from benchmarks import report
from benchmarks.fleet.shift import night, open_runs
from benchmarks.fleet.town import FIRST, TENANT, Town
from mice_exact_plugin.link.connection import Connection
from mice_exact_plugin.link.run import SyncRun
from tests.databases import POSTGRESQL, every_kind

if TYPE_CHECKING:
    from collections.abc import Sequence


#: In seconds: each bench has its limit, but for the full ones.
MOST = 420.0
SLOW_SECONDS, NEVER = 10, 3600
#: Of fifteen tenants the first two are slow and the third is dead, so that they come first.
SLOW, DEAD, ALL = (0, 1), 2, 15
OTHERS = list(range(3, ALL))


def main(arguments: Sequence[str]) -> int:
    options = _parser().parse_args(arguments)
    print(f"load before: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    with tempfile.TemporaryDirectory() as folder:
        kinds = every_kind(Path(folder))
        postgresql = next(kinds)[POSTGRESQL]
        try:
            for number, name in enumerate(options.what):
                place = Path(folder) / str(number)
                place.mkdir()
                _BENCHES[name](place, postgresql.empty(place), options)
        finally:
            next(kinds, None)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="./run bench fleet", description=__doc__)
    parser.add_argument("what", nargs="*", metavar="|".join(_BENCHES), choices=[*_BENCHES, []], default=list(_BENCHES))
    parser.add_argument("--tenants", type=report.how_many, default=200)
    parser.add_argument("--many", type=report.how_many, default=2000, help="tenants of the long night")
    parser.add_argument("--invoices", type=report.how_many, default=3)
    parser.add_argument("--latency", type=int, default=50, help="milliseconds of every call")
    parser.add_argument("--workers", type=report.how_many, nargs="*", default=[1, 2, 4])
    parser.add_argument("--full", action="store_true", help="2,000 tenants with 50 invoices, three nights; no limit")
    return parser


def _scale(folder: Path, database: str, options: argparse.Namespace) -> None:
    """The same night with more workers."""
    with Town(folder, database, options.tenants, options.latency) as town, town.world.app.app_context():
        rows = [_row(town, workers, options.invoices, MOST) for workers in options.workers]
    first = rows[0]
    for row in rows:
        speed = float(str(first["seconds"])) / float(str(row["seconds"])) * int(str(first["workers"]))
        row["efficiency"] = round(speed / int(str(row["workers"])), 2)
    report.tell(f"{options.tenants} venues with {options.invoices} invoices, {options.latency} ms a call", rows)


def _long(folder: Path, database: str, options: argparse.Namespace) -> None:
    """Ten times as many venues, and nights on which nothing is to be done."""
    invoices, nights, most = (50, 3, 1e9) if options.full else (1, 1, MOST)
    workers = options.workers if options.full else [4]
    with Town(folder, database, options.many, options.latency) as town, town.world.app.app_context():
        rows = [_row(town, each, invoices, most) for each in workers for _ in range(nights)]
        rows.append(_row(town, max(workers), 0, most))
    report.tell(f"{options.many} venues, {options.latency} ms a call; the last night has nothing to do", rows)


def _row(town: Town, workers: int, invoices: int, most: float) -> report.Row:
    if invoices:
        town.send(invoices)
    town.make_due()
    found = night(town, workers, lambda: not open_runs(town), most)
    town.end_runs()
    count = len(town.divisions)
    return {
        "workers": workers,
        "invoices": invoices * count,
        "runs ended": len(found.ended),
        "seconds": round(found.took, 1),
        "invoices a second": round(invoices * len(found.ended) / found.took, 1),
        "CPU ms a run": round(1000 * found.cpu / count),
        "cores used by workers": round(found.cpu / found.took, 2),
        "by the simulator": round(found.exact_cpu / found.took, 2),
        "peak MB": round(found.peak),
        "tick s": round(found.tick, 2),
        "tick CPU s": round(found.tick_cpu, 2),
        "tick statements": found.statements,
        "load": round(os.getloadavg()[0], 1),
    }


def _slow(folder: Path, database: str, options: argparse.Namespace) -> None:
    """Twelve venues alone, before and after two nights beside two that take ten seconds and one that never answers."""
    names = [TENANT + (str(place) if place else "") for place in OTHERS]
    with Town(folder, database, ALL, options.latency) as town, town.world.app.app_context():
        rows = [_of_the_others(town, names, "twelve alone", OTHERS, options.invoices)]
        for place in SLOW:
            town.control.fault("slow", {"division": FIRST + place}, "every", seconds=SLOW_SECONDS)
        town.control.fault("slow", {"division": FIRST + DEAD}, "every", seconds=NEVER)
        rows.append(_of_the_others(town, names, "beside three, never met", None, options.invoices, learn=True))
        rows.append(_of_the_others(town, names, "beside three, known", None, options.invoices))
        town.control.call("DELETE", "faults")
        rows.append(_of_the_others(town, names, "twelve alone again", OTHERS, options.invoices))
    # The machine does other things too, so the nights beside them are held against one before and one after.
    alone = (float(str(rows[0]["median s"])) + float(str(rows[-1]["median s"]))) / 2
    for row in rows:
        row["against alone"] = f"{float(str(row['median s'])) / alone - 1:+.0%}"
    report.tell(f"Two workers; two venues of {SLOW_SECONDS} s and a dead one beside twelve others", rows)


def _of_the_others(
    town: Town, names: list[str], what: str, places: list[int] | None, invoices: int, *, learn: bool = False
) -> report.Row:
    town.send(10 * invoices)
    town.make_due(places)

    def is_over() -> bool:
        return _ended(town, names) and (not learn or _slow_ones(town) == len(SLOW) + 1)

    found = night(town, 2, is_over, MOST / 3)
    town.end_runs()
    times = [found.ended[name] for name in names if name in found.ended]
    return {
        "night": what,
        "others ended": len(times),
        "median s": round(median(times), 2),
        "last s": round(max(times), 2),
        "load": round(os.getloadavg()[0], 1),
    }


def _ended(town: Town, names: list[str]) -> bool:
    query = select(SyncRun.id).where(SyncRun.tenant.in_(names), SyncRun.finished_at.is_(None))
    with town.engine.connect() as line:
        return not line.scalars(query).all()


def _slow_ones(town: Town) -> int:
    with town.engine.connect() as line:
        return line.scalar(select(func.count()).where(Connection.slow_at.is_not(None))) or 0


_BENCHES = {"scale": _scale, "slow": _slow, "long": _long}
