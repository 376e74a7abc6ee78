"""Bringing the plugin's tables up to date, on the host's engine and in the plugin's own version table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from alembic import command
from alembic.config import Config

from mice_exact_plugin.paths import data
from mice_exact_plugin.store.all_tables import METADATA

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Engine


def upgrade(engine: Engine, revision: str = "head") -> None:
    _run(engine, command.upgrade, revision)


def downgrade(engine: Engine, revision: str) -> None:
    _run(engine, command.downgrade, revision)


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
    config = Config()
    # Alembic's configuration is a ConfigParser, to which a percent sign begins an interpolation.
    config.set_main_option("script_location", str(data("migrations")).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.set_main_option("file_template", "%%(year)d%%(month).2d%%(day).2d_%%(slug)s")
    with engine.connect() as connection:
        config.attributes.update(connection=connection, metadata=METADATA)
        action(config, *args, **kwargs)
