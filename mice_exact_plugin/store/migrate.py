"""Bringing the plugin's tables up to date, on the host's engine and in the plugin's own version table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from mice_exact_plugin.paths import data
from mice_exact_plugin.store.all_tables import METADATA

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Engine

VERSION_TABLE = "exact_alembic_version"
#: The migrations of 0.1, which made the tables that the bookkeeper's proof is in.
FIRST_VERSION = frozenset({"b8e335652805", "c41d7a90e2f6"})


def upgrade(engine: Engine, revision: str = "head") -> None:
    _run(engine, command.upgrade, revision)


def downgrade(engine: Engine, revision: str) -> None:
    _run(engine, command.downgrade, revision)


def removes_the_proof(engine: Engine, revision: str) -> bool:
    """Whether that downgrade goes below the first version, in which the audit trail and the exports were laid."""
    with engine.connect() as connection:
        heads = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE}).get_current_heads()
    script = ScriptDirectory.from_config(_config())
    gone = script.iterate_revisions(heads, revision, select_for_downgrade=True)
    return any(step is not None and step.revision in FIRST_VERSION for step in gone)


def current(engine: Engine) -> None:
    """Print the revision that the database is at."""
    _run(engine, command.current)


def check(engine: Engine) -> None:
    """Raise alembic's CommandError when the models hold something that no migration makes."""
    _run(engine, command.check)


def revise(engine: Engine, message: str) -> None:
    """Write a new migration from the difference between models and database (for developers)."""
    _run(engine, command.revision, message=message, autogenerate=True)


def _run(engine: Engine, action: Callable[..., Any], *args: Any, **kwargs: Any) -> None:
    config = _config()
    with engine.connect() as connection:
        config.attributes.update(connection=connection, metadata=METADATA)
        action(config, *args, **kwargs)


def _config() -> Config:
    config = Config()
    # Alembic's configuration is a ConfigParser, to which a percent sign begins an interpolation.
    config.set_main_option("script_location", str(data("migrations")).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.set_main_option("file_template", "%%(year)d%%(month).2d%%(day).2d_%%(slug)s")
    return config
