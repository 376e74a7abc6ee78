"""Fixtures: the installation of 0.1 on each database, upgraded and run once, with what was there before and after."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import create_engine, text

from tests.released.installation import that_night
from tests.released.story import AfterTheRun, run_once

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.integration.protocol.night import Night

BOTH = ["sqlite", "postgresql"]


@pytest.fixture(scope="module", params=BOTH)
def installed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Night]:
    """The upgraded installation, before anything has run on it."""
    folder: Path = tmp_path_factory.mktemp("released")
    database = f"sqlite:///{folder / 'host.sqlite'}"
    if request.param == "postgresql":
        database = _database_of(request.getfixturevalue("postgres"))
    with pytest.MonkeyPatch.context() as patch, that_night(database, folder, patch) as night:
        yield night


@pytest.fixture(scope="module")
def after(installed: Night) -> AfterTheRun:
    """Every tenant that is connected has run once."""
    return run_once(installed)


def _database_of(postgres: str) -> str:
    admin = create_engine(postgres, isolation_level="AUTOCOMMIT")
    name = f"released_{uuid.uuid4().hex}"
    with admin.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    admin.dispose()
    return admin.url.set(database=name).render_as_string(hide_password=False)
