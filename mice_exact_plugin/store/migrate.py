"""Bringing the plugin's tables up to date, on the host's engine and in the plugin's own version table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from mice_exact_plugin.paths import data
from mice_exact_plugin.store.all_tables import METADATA
from mice_exact_plugin.store.one_migration import FOR_OTHERS, FOR_TABLES, alone

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection, Engine

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
