"""A worker that notes which process used which connection: `python -m tests.whole.jobs.watched NOTES …`."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

from sqlalchemy import Engine, event

from sandbox import flask_command

if TYPE_CHECKING:
    from sqlalchemy import Connection


def main() -> None:
    """Run the host's command that follows, and note every statement as process and server process (PostgreSQL)."""
    notes = os.open(sys.argv.pop(1), os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def note(connection: Connection, *_: Any) -> None:
        server = connection.connection.dbapi_connection.info.backend_pid  # type: ignore[union-attr]  # psycopg's own
        os.write(notes, f"{os.getpid()} {server}\n".encode())

    event.listen(Engine, "before_cursor_execute", note)
    flask_command.main()


if __name__ == "__main__":
    main()
