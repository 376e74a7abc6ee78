"""Fixtures for every tier: a fresh database on SQLite and on PostgreSQL; no test leaves its surroundings changed."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest

from tests.databases import KINDS, Kind, every_kind
from tests.surroundings import pytest_runtest_setup, pytest_runtest_teardown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["pytest_runtest_setup", "pytest_runtest_teardown"]
# For the test of the surroundings.
pytest_plugins = ["pytester"]


def pytest_collection_finish() -> None:
    """What is loaded now stays to the end: the collector need not walk through it again and again."""
    gc.freeze()


@pytest.fixture(scope="session")
def kinds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Kind]]:
    """What makes databases, by the name of their kind."""
    yield from every_kind(tmp_path_factory.mktemp("runtime"))


@pytest.fixture(params=KINDS)
def database(request: pytest.FixtureRequest, kinds: dict[str, Kind], tmp_path: Path) -> str:
    """A fresh database of each kind."""
    return kinds[request.param].empty(tmp_path)
