"""Fixtures: a simulator with small books, and the environment of worker processes on a fresh database of each kind."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from mice_exact_plugin.crypto import new_key
from simulator.config import Config
from simulator.running import running_simulator
from simulator.tests.control import Control
from tests.crash import mixed, small
from tests.whole.world import environment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

#: Whoever was killed left a lease, and whoever slept one that is over.
SHORT = {
    "MICE_EXACT_DEADLINE_SECONDS": "5",
    "MICE_EXACT_LEASE_SECONDS": "10",
    "MICE_EXACT_SETTLE_SECONDS": "16",
    "MICE_EXACT_PATIENCE_SECONDS": "5",
}


@pytest.fixture(scope="session")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, ...]:
    return tuple(small.write(tmp_path_factory.mktemp("administrations"), mixed.with_prepayments))


@pytest.fixture
def control(seeds: tuple[str, ...]) -> Iterator[Control]:
    """A simulator of the test's own."""
    with running_simulator(Config(seeds=seeds)) as found:
        control = Control(found.url)
        control.switch(minute_limit=100_000, day_limit=1_000_000)
        yield control


@pytest.fixture
def worker_env(control: Control, database: str, tmp_path: Path) -> dict[str, str]:
    """What a worker process of this installation has in its environment."""
    return {**os.environ, **environment(control.url, new_key(), tmp_path, database), **SHORT}
