"""The installation that 0.1 left behind, put back on a database of today beside the Exact that belongs to it."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg
import pytest
import time_machine
from sqlalchemy import MetaData, create_engine, inspect, make_url, select, text

from sandbox.host.models import Base
from simulator.config import Config
from simulator.running import running_simulator
from simulator.tests.control import BE_APP, BE_SECRET, Control
from tests.whole.nights.night import Night
from tests.whole.world import CALLBACK, World, environment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Engine

LEFT_BEHIND = Path(__file__).parents[1] / "data" / "released" / "0.1"
#: The key of the installation, a test constant: it opens the tokens that only its simulated Exact knows.
KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
#: The night after the last day of its story, well within the life of its log-ins.
THAT_NIGHT = datetime(2026, 11, 26, 9, 30, tzinfo=UTC)
RELEASED = "c41d7a90e2f6"
Rows = list[dict[str, Any]]


def put_back(database: str) -> None:
    """Fill an empty database with what 0.1 wrote."""
    if database.startswith("sqlite"):
        path = make_url(database).database
        assert path is not None, "a file"
        shutil.copy(LEFT_BEHIND / "host.sqlite", path)
    else:
        dump = (LEFT_BEHIND / "host.postgresql.sql").read_bytes()
        with psycopg.connect(database.replace("postgresql+psycopg://", "postgresql://", 1)) as connection:
            connection.execute(dump)
    engine = create_engine(database)
    _bring_host_up_to_date(engine)
    _let_leases_end(engine)
    engine.dispose()


def _bring_host_up_to_date(engine: Engine) -> None:
    """The sandbox host has no migrations; what it gained since is added as its operator would."""
    known = inspect(engine)
    with engine.begin() as connection:
        for table in Base.metadata.sorted_tables:
            if not known.has_table(table.name):
                continue
            there = {column["name"] for column in known.get_columns(table.name)}
            for column in table.columns:
                if column.name not in there:
                    kind = column.type.compile(engine.dialect)
                    connection.execute(text(f"ALTER TABLE {table.name} ADD COLUMN {column.name} {kind}"))


def _let_leases_end(engine: Engine) -> None:
    """They count on the database's clock, which no test can move: by this night all of them are over."""
    with engine.begin() as connection:
        connection.execute(text("UPDATE exact_lease SET expires_ms = 0"))


@contextmanager
def exact_of_then(folder: Path) -> Iterator[Control]:
    """The simulated Exact as the installation left it; limits have tests of their own."""
    state = folder / "exact.sqlite"
    shutil.copy(LEFT_BEHIND / "exact.sqlite", state)
    with running_simulator(Config(state=state)) as simulator:
        control = Control(simulator.url)
        control.switch(minute_limit=100_000, day_limit=1_000_000)
        yield control


@contextmanager
def that_night(database: str, folder: Path, at: datetime = THAT_NIGHT) -> Iterator[Night]:
    """The installation with today's code and today's tables, in the night after the upgrade."""
    put_back(database)
    # As a number: for a moment with a zone it would set `TZ` for as long as the fixture lives.
    with time_machine.travel(at.timestamp(), tick=True) as traveller, exact_of_then(folder) as control:
        with pytest.MonkeyPatch.context() as patch:
            world = World.open(_environment(control.url, folder, database), control, patch)
        with world.app.app_context():
            night = Night(world, folder, traveller)
            world.command("exact", "db", "upgrade")
            yield night
            world.runtime.session.rollback()
            world.engine.dispose()


def _environment(exact_url: str, folder: Path, database: str) -> dict[str, str]:
    return {
        **environment(exact_url, KEY, folder, database),
        "MICE_EXACT_BE_URL": exact_url,
        "MICE_EXACT_BE_CLIENT_ID": BE_APP,
        "MICE_EXACT_BE_CLIENT_SECRET": BE_SECRET,
        "MICE_EXACT_BE_CALLBACK_URL": CALLBACK,
    }


def content_of(engine: Engine) -> dict[str, Rows]:
    """Every row of the plugin's own tables."""
    metadata = MetaData()
    metadata.reflect(engine, only=lambda name, _: name.startswith("exact_"))
    with engine.connect() as connection:
        return {
            table.name: [dict(row._mapping) for row in connection.execute(select(table).order_by(*table.primary_key))]
            for table in metadata.sorted_tables
        }
