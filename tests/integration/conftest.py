"""Fixtures: one simulator for the session, and a fresh installation per test on SQLite and on PostgreSQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mice_exact_plugin.crypto import new_key
from sandbox.exact.running import running_simulator
from tests.integration.world import World, environment
from tests.simulator.control import Control

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


@pytest.fixture
def control(simulator: Control) -> Iterator[Control]:
    """The simulator's control API; whatever a test did is undone afterwards."""
    switches = simulator.call("GET", "switches")["values"]
    yield simulator
    simulator.call("DELETE", "faults")
    simulator.call("POST", "restore")
    simulator.switch(**switches)


@pytest.fixture
def world(database: str, control: Control, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    built = World.build(environment(control.url, new_key(), tmp_path, database), control, monkeypatch)
    with built.app.app_context():
        yield built
        built.runtime.session.rollback()
        engine = built.runtime.session.get_bind().engine
    engine.dispose()
