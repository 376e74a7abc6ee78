"""Commands for the plugin's own tables: upgrade, downgrade, current, check, revision."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from alembic.util import CommandError
from flask.cli import AppGroup, with_appcontext

from mice_exact_plugin.cli.output import refuse, runtime
from mice_exact_plugin.store import migrate

if TYPE_CHECKING:
    from sqlalchemy import Engine

group = AppGroup("db", help="The plugin's own tables and their history.")


def _engine() -> Engine:
    return runtime().session.get_bind().engine


@group.command()
@click.argument("revision", default="head")
@with_appcontext
def upgrade(revision: str) -> None:
    """Bring the tables up to date."""
    migrate.upgrade(_engine(), revision)


@group.command()
@click.argument("revision")
@with_appcontext
def downgrade(revision: str) -> None:
    """Take the tables back to REVISION (`base` removes them)."""
    migrate.downgrade(_engine(), revision)


@group.command()
@with_appcontext
def current() -> None:
    """Show the revision of the database."""
    migrate.current(_engine())


@group.command()
@with_appcontext
def check() -> None:
    """Exit 1 when the models hold something that no migration makes."""
    try:
        migrate.check(_engine())
    except CommandError as error:
        refuse(str(error))


@group.command()
@click.argument("message")
@with_appcontext
def revision(message: str) -> None:
    """Write a migration from the difference between models and database (for developers)."""
    migrate.revise(_engine(), message)
