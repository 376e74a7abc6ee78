"""Two upgrades at once, in two processes: one does the work, the other waits for it, and neither waits for ever."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import create_engine, event, inspect, text

from mice_exact_plugin import migrate
from mice_exact_plugin.migrate import MigrationUnderWay, TableInUse
from tests.crash.child import Child

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sqlalchemy import Engine

FIRST = "c41d7a90e2f6"


def upgrading(database: str, *, pausing: bool = False, wait: float = 60.0) -> Callable[[int], dict[str, Any]]:
    """An upgrade of the tables that tells how many it made, and stops itself at the first one when it is to pause."""

    def work(_: int) -> dict[str, Any]:
        made: list[str] = []

        def note(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
            if "CREATE TABLE exact_" in statement:
                made.append(statement)
                if pausing and len(made) == 2:
                    os.kill(os.getpid(), signal.SIGSTOP)

        engine = engine_of(database)
        event.listen(engine, "before_cursor_execute", note)
        try:
            migrate.upgrade(engine, for_others=wait)
        except MigrationUnderWay:
            return {"waited in vain": True}
        return {"made": len(made)}

    return work


def engine_of(database: str) -> Engine:
    """As docs/host-contract.md asks of a host: on SQLite every transaction begins before its first statement."""
    if not database.startswith("sqlite"):
        return create_engine(database)
    engine = create_engine(database, connect_args={"isolation_level": None})
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    return engine


def test_two_at_once_do_not_both_run(database: str) -> None:
    working = Child(upgrading(database, pausing=True))
    assert working.is_stopped()
    assert Child(upgrading(database, wait=0.05)).told() == {"waited in vain": True}
    waiting = Child(upgrading(database))
    working.go_on()

    assert working.told()["made"] > 10
    assert waiting.told() == {"made": 0}
    engine = create_engine(database)
    migrate.check(engine)
    engine.dispose()


def test_one_that_was_killed_keeps_nobody_waiting(database: str) -> None:
    killed = Child(upgrading(database, pausing=True))
    assert killed.is_stopped()
    killed.kill()

    assert Child(upgrading(database, wait=5)).told()["made"] > 10


def test_a_table_in_use_stops_the_step_and_nothing_of_it_is_left(database: str) -> None:
    if database.startswith("sqlite"):
        pytest.skip("SQLite locks the whole file, and its busy timeout is the host's")
    engine = create_engine(database)
    migrate.upgrade(engine, FIRST)
    before = inspect(engine).get_columns("exact_invoice_export")
    with engine.connect() as reader:
        reader.execute(text("SELECT count(*) FROM exact_invoice_export"))
        with pytest.raises(TableInUse):
            migrate.upgrade(engine, for_tables=0.05)
        after = inspect(engine).get_columns("exact_invoice_export")
    assert [column["name"] for column in after] == [column["name"] for column in before]
    migrate.upgrade(engine)
    migrate.check(engine)
    engine.dispose()


def test_nothing_of_it_stays_with_the_connections_of_the_host(database: str) -> None:
    engine = create_engine(database, pool_size=1, max_overflow=0)
    migrate.upgrade(engine)
    migrate.upgrade(engine)
    if engine.dialect.name == "postgresql":
        with engine.connect() as connection:
            assert connection.scalar(text("SHOW lock_timeout")) == "0"
            assert connection.scalar(text("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'")) == 0
    engine.dispose()


def test_the_file_beside_sqlite_is_its_owner_s_only(tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path / 'host.sqlite'}")
    migrate.upgrade(engine)
    engine.dispose()
    assert (tmp_path / "host.sqlite.migrating").stat().st_mode & 0o777 == 0o600
