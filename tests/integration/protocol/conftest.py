"""Fixtures: an installation on small books whose time can be moved, with the plugin's durations in seconds."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
import time_machine

from mice_exact_plugin.crypto import new_key
from sandbox.exact.config import Config
from sandbox.exact.running import running_simulator
from tests.crash import small
from tests.integration.protocol.night import Night
from tests.integration.world import World, environment
from tests.simulator.control import Control

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

#: A request that gets no answer costs a test this long, and a third of it is the time to connect on a busy machine.
DEADLINE = {"MICE_EXACT_DEADLINE_SECONDS": "3"}


@pytest.fixture(scope="session")
def simulator(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Control]:
    seeds = small.write(tmp_path_factory.mktemp("administrations"))
    with running_simulator(Config(seeds=tuple(seeds))) as found:
        control = Control(found.url)
        control.switch(minute_limit=100_000, day_limit=1_000_000)
        control.remember()
        yield control


@pytest.fixture
def control(simulator: Control) -> Iterator[Control]:
    """The simulator's control API; whatever a test did is undone afterwards."""
    simulator.clear_log()
    yield simulator
    simulator.undo()


@pytest.fixture
def night(database: str, control: Control, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Night]:
    """A tenant that is ready to book, at a moment that moves on only a little by itself."""
    with time_machine.travel(datetime.now(UTC), tick=True) as traveller:
        env = environment(control.url, new_key(), tmp_path, database) | DEADLINE
        world = World.build(env, control, monkeypatch)
        with world.app.app_context():
            night = Night(world, tmp_path, traveller)
            world.ready(night.tenant)
            control.clear_log()
            yield night
            world.runtime.session.rollback()
            night.engine.dispose()
