"""Fixtures: an installation to visit. Pages are the same on both databases; only queries of their own run on both."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from mice_exact_plugin.crypto import new_key
from tests.integration.web.site import Site, create_tenant
from tests.integration.world import World, environment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.simulator.control import Control

#: Their subject is the pages' own SQL, and what reaches it.
ON_BOTH = ("test_queries.py", "test_odd_values.py")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    left_out = [item for item in items if _is_repeat(item)]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in left_out]


@pytest.fixture(scope="session")
def prepared(simulator: Control, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file with two tenants: making their users' passwords is what takes time."""
    folder = tmp_path_factory.mktemp("prepared")
    path = folder / "host.sqlite"
    with pytest.MonkeyPatch.context() as patch:
        world = World.build(environment(simulator.url, new_key(), folder, f"sqlite:///{path}"), simulator, patch)
        with world.app.app_context():
            for code in ("zaal", "strand"):
                create_tenant(world, code)
            world.runtime.session.get_bind().engine.dispose()
    return path


@pytest.fixture
def site(
    database: str, prepared: Path, control: Control, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Site]:
    if database.startswith("sqlite"):
        shutil.copy(prepared, tmp_path / "host.sqlite")
    world = World.build(environment(control.url, new_key(), tmp_path, database), control, monkeypatch)
    built = Site(world, tmp_path)
    yield built
    with built.services():
        engine = world.runtime.session.get_bind().engine
    engine.dispose()


def _is_repeat(item: pytest.Item) -> bool:
    here = item.path.is_relative_to(__file__.removesuffix("/conftest.py"))
    return here and item.path.name not in ON_BOTH and "postgresql" in item.name
