"""Fixtures: an installation to visit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.crash import small
from tests.whole.prepared import KEY, Prepared, once, simulated
from tests.whole.web.site import Site
from tests.whole.world import World, environment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from simulator.tests.control import Control
    from tests.databases import Kind


@pytest.fixture(scope="session")
def simulator(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Control]:
    yield from simulated(small.books(tmp_path_factory.mktemp("administrations"), small.few_relations))


@pytest.fixture(scope="session")
def prepared(
    kinds: dict[str, Kind], simulator: Control, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], Prepared]:
    """By kind of database, an installation with two tenants."""
    return once(kinds, simulator, tmp_path_factory, lambda world: [world.tenant(code) for code in ("zaal", "strand")])


@pytest.fixture
def site(database: str, control: Control, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    world = World.open(environment(control.url, KEY, tmp_path, database), control, monkeypatch)
    yield Site(world, tmp_path)
    with world.app.app_context():
        world.engine.dispose()
