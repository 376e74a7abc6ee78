"""`./run bench plans`: how PostgreSQL carries out every walk through a tenant's history among a million rows."""

from __future__ import annotations

import argparse
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from benchmarks.report import how_many, tell
from mice_exact_plugin import migrate
from tests import filled, walks
from tests.databases import every_kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="./run bench plans", description=__doc__)
    parser.add_argument("--rows", type=how_many, default=1_000_000)
    parser.add_argument("--tenants", type=how_many, default=500)
    parser.add_argument("--database", help="of PostgreSQL, empty; a server of its own when left out")
    options = parser.parse_args(arguments)
    if options.tenants <= filled.PLACE[1]:
        parser.error(f"what is asked is {filled.TENANT}'s, so there must be more tenants than {filled.PLACE[1]}")
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        database = options.database or _own(Path(name), stack)
        engine = create_engine(database)
        stack.callback(engine.dispose)
        migrate.upgrade(engine)
        filled.fill(engine, options.rows, options.tenants)
        with Session(engine) as session:
            all_walks = walks.walks(options.rows // options.tenants)
            found = [row for name, walk in all_walks.items() for row in _rows(session, name, walk)]
    tell(f"{options.rows:,} rows of {options.tenants} tenants: what one of them asks", [row for row, _ in found])
    # Among some thousand rows PostgreSQL may rightly read a table through.
    odd = sorted({str(row["walk"]) for row, is_meant in found if not is_meant})
    print(f"by another index than was meant, or through a whole table: {', '.join(odd) or 'none'}")
    return 1 if odd else 0


def _own(folder: Path, stack: ExitStack) -> str:
    kinds = every_kind(folder)
    stack.callback(next, kinds, None)
    return next(kinds)["postgresql"].empty(folder)


def _rows(session: Session, name: str, walk: walks.Walk) -> Iterator[tuple[dict[str, object], bool]]:
    walks.plans(session, walk, carried_out=True)  # so that what it reads is at hand
    for answer in walks.plans(session, walk, carried_out=True):
        plan: dict[str, Any] = answer["Plan"]
        indexes = walks.indexes_of(plan)
        row: dict[str, object] = {
            "walk": name,
            "indexes": ", ".join(sorted(indexes)),
            "ms": answer["Execution Time"],
            "rows read": walks.rows_read(plan),
            "blocks": plan["Shared Hit Blocks"] + plan["Shared Read Blocks"],
        }
        yield row, bool(indexes & set(walk.indexes)) and not walks.reads_the_table_through(plan)
