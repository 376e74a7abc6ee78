"""No walk through a tenant's history reads that of others, or all of it where a part is asked, in either database."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from mice_exact_plugin import migrate
from tests import filled, walks

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.databases import Kind

ROWS, TENANTS = 40_000, 50
OWN = ROWS // TENANTS


@pytest.fixture(scope="module")
def session(kinds: dict[str, Kind], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    folder: Path = tmp_path_factory.mktemp("walks")
    engine = create_engine(kinds["postgresql"].empty(folder))
    migrate.upgrade(engine)
    filled.fill(engine, ROWS, TENANTS)
    with Session(engine) as found:
        yield found
    engine.dispose()


@pytest.mark.parametrize("name", walks.walks(OWN))
def test_a_walk_uses_its_index(session: Session, name: str) -> None:
    walk = walks.walks(OWN)[name]
    plans = [plan["Plan"] for plan in walks.plans(session, walk)]
    assert plans
    for plan in plans:
        assert not walks.reads_the_table_through(plan)
        assert walks.indexes_of(plan) & set(walk.indexes), plan


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """SQLite keeps no figures, so that its plans are the same without any row."""
    engine = create_engine(f"sqlite:///{tmp_path_factory.mktemp('walks') / 'empty.sqlite'}")
    migrate.upgrade(engine)
    with Session(engine) as found:
        yield found
    engine.dispose()


@pytest.mark.parametrize("name", walks.walks(OWN))
def test_sqlite_takes_the_same_index(small: Session, name: str) -> None:
    walk = walks.walks(OWN)[name]
    found = walks.sqlite_plans(small, walk)
    assert found
    for indexes, read_through in found:
        assert indexes & set(walk.indexes)
        assert read_through == []
