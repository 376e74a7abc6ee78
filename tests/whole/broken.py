"""A database in trouble, for real: what every new connection is told first makes it full, locked or read-only."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sqlalchemy import event

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Engine

READ_ONLY = {"sqlite": "PRAGMA query_only = ON", "postgresql": "SET default_transaction_read_only = on"}
IMPATIENT = {"sqlite": "PRAGMA busy_timeout = 50", "postgresql": "SET lock_timeout = '50ms'"}

TABLES = "exact_sync_run, exact_lease, exact_invoice_export"


@contextmanager
def told(engine: Engine, statement: str) -> Iterator[None]:
    """Every connection that is made meanwhile begins with this statement."""

    def begin(connection: Any, _: Any) -> None:
        cursor = connection.cursor()
        cursor.execute(statement)
        cursor.close()
        if engine.dialect.name != "sqlite":
            connection.commit()

    engine.dispose()
    event.listen(engine, "connect", begin)
    try:
        yield
    finally:
        event.remove(engine, "connect", begin)
        engine.dispose()


@contextmanager
def read_only(engine: Engine) -> Iterator[None]:
    with told(engine, READ_ONLY[engine.dialect.name]):
        yield


@contextmanager
def locked(engine: Engine) -> Iterator[None]:
    """Somebody else holds the tables, and nobody waits long for them. SQLite locks the whole file."""
    if engine.dialect.name == "sqlite":
        other: Any = sqlite3.connect(str(engine.url.database), isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
    else:
        other = engine.connect()
        other.exec_driver_sql(f"LOCK TABLE {TABLES} IN ACCESS EXCLUSIVE MODE")
        other.detach()
    try:
        with told(engine, IMPATIENT[engine.dialect.name]):
            yield
    finally:
        other.rollback()
        other.close()


@contextmanager
def full(engine: Engine) -> Iterator[None]:
    """A SQLite file that may not grow by a single page."""
    with engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    with told(engine, f"PRAGMA max_page_count = {pages}"):
        yield
