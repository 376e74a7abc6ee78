"""`./run flask …`: the host's Flask commands in the sandbox's environment, the addon's tables brought up to date."""

from __future__ import annotations

import os
import sys

from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DBAPIError

from sandbox import environment
from sandbox.host import config

#: Commands that change the tables themselves, or need none.
WITHOUT_TABLES = ("db", "new-key", "--help")


def main() -> None:
    """Run Flask's own command line on the sandbox host."""
    from flask.cli import cli

    environment.keep_private()
    environment.complete(os.environ)
    os.environ.setdefault("FLASK_APP", "sandbox.host")
    if not any(word in WITHOUT_TABLES for word in sys.argv[1:3]):
        bring_up_to_date()
    cli.main(prog_name="./run flask")


def bring_up_to_date() -> None:
    """Run the addon's `exact db upgrade` where the database is behind its migrations."""
    if _revision() == ScriptDirectory(str(environment.CHECKOUT / "migrations")).get_current_head():
        return
    from sandbox.host import create_app

    app = create_app()
    if "exact" not in app.cli.commands:
        return
    result = app.test_cli_runner().invoke(args=["exact", "db", "upgrade"])
    if result.exit_code != 0:
        raise SystemExit(f"The addon's tables could not be brought up to date: {result.output or result.exception}")


def _revision() -> str | None:
    """What the database itself says: it may have been emptied, restored or replaced since the last command."""
    engine = create_engine(config.settings()["SQLALCHEMY_DATABASE_URI"])
    try:
        with engine.connect() as connection:
            found: str | None = connection.scalar(text("SELECT version_num FROM exact_alembic_version"))
            return found
    except DBAPIError:
        return None
    finally:
        engine.dispose()


if __name__ == "__main__":
    main()
