"""Bringing the plugin's tables up to date, on the host's engine and in the plugin's own version table.

One change of the tables at a time, on either database, and none that waits for ever or keeps others waiting.
"""

from __future__ import annotations

import fcntl
import os
import time
from contextlib import contextmanager

# Any: Alembic does not type its commands.
from typing import TYPE_CHECKING, Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from mice_exact_plugin.errors import LinkError
from mice_exact_plugin.manifest import data
from mice_exact_plugin.tables import METADATA

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy import Connection, Engine

#: Any number will do, as long as every process takes the same one; the host's own locks have others.
LOCK = 0x4558_4143_54
#: Seconds for another upgrade to end: the longest one reads every export once.
FOR_OTHERS = 600.0
#: Seconds for whoever uses a table. All that want it meanwhile queue behind us, so it is short.
FOR_TABLES = 10.0
#: PostgreSQL's name for a wait that lasted longer than `lock_timeout` (its appendix A, class 55).
_LOCK_NOT_AVAILABLE = "55P03"
_LOOK_AGAIN = 0.1


class MigrationUnderWay(LinkError):
    """Another process changes the tables, and did not end within the time that we wait."""


class TableInUse(LinkError):
    """Whoever uses a table did not let go of it in time; nothing of the step at hand was changed."""


@contextmanager
def alone(connection: Connection, for_others: float, for_tables: float) -> Iterator[None]:
    """Hold every other change of the tables off until the end; MigrationUnderWay or TableInUse when time is up."""
    if connection.dialect.name == "postgresql":
        with _alone_on_postgresql(connection, for_others, for_tables):
            yield
    elif database := connection.engine.url.database:
        with _alone_beside(f"{database}.migrating", for_others):
            yield
    else:  # in memory, where there is nobody else
        yield


@contextmanager
def _alone_on_postgresql(connection: Connection, for_others: float, for_tables: float) -> Iterator[None]:
    """A lock of the session, since each migration commits; it and the setting end with the connection itself."""
    connection.detach()
    with _told_as(MigrationUnderWay):
        _wait_at_most(connection, for_others)
        connection.execute(text("SELECT pg_advisory_lock(:key)"), {"key": LOCK})
        _wait_at_most(connection, for_tables)
        connection.commit()
    with _told_as(TableInUse):
        yield


def _wait_at_most(connection: Connection, seconds: float) -> None:
    milliseconds = max(int(seconds * 1000), 1)  # none at all would be no limit
    connection.execute(text("SELECT set_config('lock_timeout', :limit, false)"), {"limit": f"{milliseconds}ms"})


@contextmanager
def _told_as(error: type[LinkError]) -> Iterator[None]:
    try:
        yield
    except OperationalError as found:
        if getattr(found.orig, "sqlstate", None) != _LOCK_NOT_AVAILABLE:
            raise
        raise error from found


@contextmanager
def _alone_beside(path: str, for_others: float) -> Iterator[None]:
    """A lock on a file beside the database: SQLite's own would end with the first migration that commits.

    The file stays: whoever waits for it would hold one that nobody else finds.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _take(descriptor, time.monotonic() + for_others)
        yield
    finally:
        os.close(descriptor)


def _take(descriptor: int, until: float) -> None:
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= until:
                raise MigrationUnderWay from None
            time.sleep(_LOOK_AGAIN)
        else:
            return


VERSION_TABLE = "exact_alembic_version"
#: The migrations of 0.1, which made the tables that the bookkeeper's proof is in.
FIRST_VERSION = frozenset({"b8e335652805", "c41d7a90e2f6"})


def upgrade(
    engine: Engine, revision: str = "head", *, for_others: float = FOR_OTHERS, for_tables: float = FOR_TABLES
) -> None:
    """Bring the tables up to date; MigrationUnderWay or TableInUse after so many seconds."""
    with engine.connect() as connection, alone(connection, for_others, for_tables):
        _run(connection, command.upgrade, revision)


def downgrade(engine: Engine, revision: str) -> None:
    with engine.connect() as connection, alone(connection, FOR_OTHERS, FOR_TABLES):
        _run(connection, command.downgrade, revision)


def removes_the_proof(engine: Engine, revision: str) -> bool:
    """Whether that downgrade goes below the first version, in which the audit trail and the exports were laid."""
    with engine.connect() as connection:
        heads = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE}).get_current_heads()
    script = ScriptDirectory.from_config(_config())
    gone = script.iterate_revisions(heads, revision, select_for_downgrade=True)
    return any(step is not None and step.revision in FIRST_VERSION for step in gone)


def is_behind(engine: Engine) -> bool:
    """Whether the tables are those of an earlier version, or none; those of a later one are more than we need."""
    with engine.connect() as connection:
        heads = set(MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE}).get_current_heads())
    script = ScriptDirectory.from_config(_config())
    known = {each.revision for each in script.walk_revisions()}
    return heads != set(script.get_heads()) and heads <= known


def current(engine: Engine) -> None:
    """Print the revision that the database is at."""
    with engine.connect() as connection:
        _run(connection, command.current)


def check(engine: Engine) -> None:
    """Raise alembic's CommandError when the models hold something that no migration makes."""
    with engine.connect() as connection:
        _run(connection, command.check)


def revise(engine: Engine, message: str) -> None:
    """Write a new migration from the difference between models and database (for developers)."""
    with engine.connect() as connection:
        _run(connection, command.revision, message=message, autogenerate=True)


def _run(connection: Connection, action: Callable[..., Any], *args: Any, **kwargs: Any) -> None:
    config = _config()
    config.attributes.update(connection=connection, metadata=METADATA)
    action(config, *args, **kwargs)


def _config() -> Config:
    config = Config()
    # Alembic's configuration is a ConfigParser, to which a percent sign begins an interpolation.
    config.set_main_option("script_location", str(data("migrations")).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.set_main_option("file_template", "%%(year)d%%(month).2d%%(day).2d_%%(slug)s")
    return config
