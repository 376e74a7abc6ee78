"""Fixtures: the nights of the protocol's tests, a queue server, and workers as processes of their own."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
import time_machine

from tests.whole.jobs.workers import Workers
from tests.whole.nights.conftest import redis, simulator
from tests.whole.nights.night import Night
from tests.whole.prepared import KEY, TENANT, Prepared, once
from tests.whole.world import World, environment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from redis import Redis

    from simulator.tests.control import Control
    from tests.databases import Kind

__all__ = ["redis", "simulator"]
#: A worker sits out a short wait, as it does outside.
PATIENCE = {"MICE_EXACT_PATIENCE_SECONDS": "5"}


@pytest.fixture(scope="session")
def prepared(
    kinds: dict[str, Kind], simulator: Control, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], Prepared]:
    """By kind of database, an installation without any tenant, beside the simulator of this folder."""
    return once(kinds, simulator, tmp_path_factory, lambda world: None)


@pytest.fixture
def night(database: str, control: Control, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Night]:
    """A tenant that has just become ready to book: the clock of another process cannot be moved."""
    with time_machine.travel(datetime.now(UTC), tick=True) as traveller:
        world = World.open(environment(control.url, KEY, tmp_path, database) | PATIENCE, control, monkeypatch)
        with world.app.app_context():
            world.ready(TENANT)
            control.clear_log()
            yield Night(world, tmp_path, traveller, TENANT)
            world.runtime.session.rollback()
            world.engine.dispose()


@pytest.fixture
def workers(night: Night, redis: Redis, tmp_path: Path) -> Iterator[Workers]:
    """Starts workers on the installation of `night`;"""
    url = night.world.app.config["REDIS_URL"]
    found = Workers({**os.environ, "REDIS_URL": url}, tmp_path / "worker.log")
    yield found
    found.stop()
