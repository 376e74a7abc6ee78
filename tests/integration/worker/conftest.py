"""Fixtures: the nights of the protocol's tests, a queue server, and workers as processes of their own."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from sandbox.broker import broker
from tests.integration.protocol.conftest import control, night, simulator
from tests.integration.worker.workers import Workers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from redis import Redis

    from tests.integration.protocol.night import Night

__all__ = ["control", "night", "redis", "simulator", "workers"]


@pytest.fixture
def redis(night: Night, tmp_path: Path) -> Iterator[Redis]:
    """The host's own client, on a server of this test."""
    with broker(tmp_path / "queue") as url:
        night.world.app.config["REDIS_URL"] = url
        client = night.runtime.host.redis
        yield client
        client.close()


@pytest.fixture
def workers(night: Night, redis: Redis, tmp_path: Path) -> Iterator[Workers]:
    """Starts workers on the installation of `night`; their requests may take longer than those of this process."""
    url = night.world.app.config["REDIS_URL"]
    found = Workers({**os.environ, "REDIS_URL": url, "MICE_EXACT_DEADLINE_SECONDS": "5"}, tmp_path / "worker.log")
    yield found
    found.stop()
