"""Fixtures: an installation on small books whose time can be moved, with a tenant that is ready."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

import pytest
import time_machine
from sqlalchemy import make_url

from sandbox.broker import broker
from simulator.tests.control import Control
from tests.crash import small
from tests.whole.nights.night import Night
from tests.whole.prepared import KEY, TENANT, Prepared, once, simulated
from tests.whole.world import World, environment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from redis import Redis

    from tests.databases import Kind


@pytest.fixture(scope="session")
def simulator(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Control]:
    yield from simulated(small.books(tmp_path_factory.mktemp("administrations")))


@pytest.fixture(scope="session")
def prepared(
    kinds: dict[str, Kind], simulator: Control, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], Prepared]:
    """By kind of database, the installation with a tenant that is ready to book."""
    return once(kinds, simulator, tmp_path_factory, World.ready)


@pytest.fixture
def night(
    database: str,
    prepared: Callable[[str], Prepared],
    control: Control,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Night]:
    """A tenant that is ready to book, at a moment that moves on only a little by itself."""
    kind = make_url(database).get_backend_name()
    with time_machine.travel(prepared(kind).at, tick=True) as traveller:
        control.undo(kind)
        control.clear_log()
        world = World.open(environment(control.url, KEY, tmp_path, database), control, monkeypatch)
        with world.app.app_context():
            yield Night(world, tmp_path, traveller, TENANT)
            world.runtime.session.rollback()
            world.engine.dispose()


@pytest.fixture
def redis(night: Night, tmp_path: Path) -> Iterator[Redis]:
    """The host's own client, on a server of this test."""
    before = signal.getsignal(signal.SIGTERM)
    with broker(tmp_path / "queue") as url:
        night.world.app.config["REDIS_URL"] = url
        client = night.runtime.host.redis
        yield client
        client.close()
    signal.signal(signal.SIGTERM, before)
