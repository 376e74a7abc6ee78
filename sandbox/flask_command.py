"""`./run flask …`: the host's Flask commands in the sandbox's environment, the addon's tables brought up to date."""

from __future__ import annotations

import fcntl
import hashlib
import os
import sys
from typing import TYPE_CHECKING

from sandbox import environment

if TYPE_CHECKING:
    from pathlib import Path

#: Commands that change the tables themselves, or need none.
WITHOUT_TABLES = ("db", "new-key", "--help")


def main() -> None:
    """Run Flask's own command line on the sandbox host."""
    from flask.cli import main as flask

    environment.complete(os.environ)
    os.environ.setdefault("FLASK_APP", "sandbox.host")
    if not any(word in WITHOUT_TABLES for word in sys.argv[1:3]):
        bring_up_to_date(environment.state_folder(os.environ))
    flask()


def bring_up_to_date(folder: Path) -> None:
    """Run the addon's `exact db upgrade` once per database and set of migrations; one process at a time."""
    stamp = folder / "migrated"
    with (folder / "migrate.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if stamp.exists() and stamp.read_text() == _wanted():
            return
        from sandbox.host import create_app

        app = create_app()
        if "exact" not in app.cli.commands:
            return
        result = app.test_cli_runner().invoke(args=["exact", "db", "upgrade"])
        if result.exit_code != 0:
            raise SystemExit(f"The addon's tables could not be brought up to date: {result.output or result.exception}")
        stamp.write_text(_wanted())


def _wanted() -> str:
    names = sorted(path.name for path in (environment.CHECKOUT / "migrations" / "versions").glob("*.py"))
    text = "\n".join([os.environ.get("DATABASE_URL", "default"), *names])
    return hashlib.sha256(text.encode()).hexdigest()


if __name__ == "__main__":
    main()
