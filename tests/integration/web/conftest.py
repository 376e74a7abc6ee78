"""Fixtures: an installation to visit. Pages are the same on both databases; only queries of their own run on both."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.integration.prepared import KEY, Prepared, once
from tests.integration.web.site import Site
from tests.integration.world import World, environment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.databases import Kind
    from tests.simulator.control import Control

#: Their subject is the pages' own SQL, and what reaches it.
ON_BOTH = ("test_queries.py", "test_odd_values.py")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    left_out = [item for item in items if _is_repeat(item)]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in left_out]


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


def _is_repeat(item: pytest.Item) -> bool:
    here = item.path.is_relative_to(__file__.removesuffix("/conftest.py"))
    return here and item.path.name not in ON_BOTH and "postgresql" in item.name
