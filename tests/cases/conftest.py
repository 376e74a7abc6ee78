"""Fixtures: one stage for all cases, put back before each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import time_machine

from mice_exact_plugin.crypto import new_key
from simulator.config import Config
from simulator.running import running_simulator
from simulator.tests.control import Control
from tests.cases.case import Case
from tests.cases.stage import AN_HOUR_LATER, DATABASE, MORNING, Stage, administration
from tests.whole.world import World, environment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    folder = tmp_path_factory.mktemp("cases")
    with running_simulator(Config(administrations=(administration(),), random_seed=1)) as simulator:
        control = Control(simulator.url)
        control.switch(minute_limit=100_000, day_limit=1_000_000)
        env = environment(control.url, new_key(), folder, f"sqlite:///{folder / DATABASE}")
        # Only while it is built: what stays in the environment reaches the commands that later tests start.
        with pytest.MonkeyPatch.context() as patch, time_machine.travel(MORNING, tick=True):
            built = Stage.build(World.build(env, control, patch), folder)
        control.remember()
        yield built
        with built.world.app.app_context():
            built.world.engine.dispose()


@pytest.fixture
def case(stage: Stage, tmp_path: Path) -> Iterator[Case]:
    stage.put_back()
    with time_machine.travel(AN_HOUR_LATER, tick=True) as traveller:
        stage.world.control.clear_log()
        yield Case(stage, traveller, tmp_path)
    stage.world.control.undo()
