"""Fixtures: one simulator for the session, and a fresh installation per test; `kinds.py` says on which databases."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from simulator.config import Config
from tests.databases import KINDS, Kind
from tests.whole.kinds import left_out
from tests.whole.prepared import KEY, Prepared, once, simulated
from tests.whole.world import World, environment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from simulator.tests.control import Control


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    repeats = {item for item in items if left_out(item)}
    config.hook.pytest_deselected(items=list(repeats))
    items[:] = [item for item in items if item not in repeats]


@pytest.fixture(scope="session")
def simulator() -> Iterator[Control]:
    yield from simulated(Config())


@pytest.fixture
def control(simulator: Control) -> Iterator[Control]:
    """The simulator's control API; whatever a test did is undone afterwards."""
    simulator.clear_log()
    yield simulator
    simulator.undo()


@pytest.fixture(scope="session")
def prepared(
    kinds: dict[str, Kind], simulator: Control, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], Prepared]:
    """By kind of database, an installation without any tenant."""
    return once(kinds, simulator, tmp_path_factory, lambda world: None)


@pytest.fixture(params=KINDS)
def database(
    request: pytest.FixtureRequest, kinds: dict[str, Kind], prepared: Callable[[str], Prepared], tmp_path: Path
) -> str:
    """A copy of what was prepared, on each kind of database."""
    return kinds[request.param].copy(prepared(request.param).database, tmp_path)


@pytest.fixture
def world(database: str, control: Control, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    built = World.open(environment(control.url, KEY, tmp_path, database), control, monkeypatch)
    with built.app.app_context():
        yield built
        built.runtime.session.rollback()
        built.engine.dispose()
