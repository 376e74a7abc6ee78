"""Models and migrations agree on both databases, and beside a host with tables of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import create_engine, inspect, text

from mice_exact_plugin.store import migrate
from mice_exact_plugin.store.all_tables import METADATA

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Engine


@pytest.fixture
def engine(database: str) -> Iterator[Engine]:
    made = create_engine(database)
    yield made
    made.dispose()


def test_an_upgraded_database_holds_exactly_the_models(engine: Engine) -> None:
    migrate.upgrade(engine)

    migrate.check(engine)
    assert set(METADATA.tables) | {"exact_alembic_version"} == set(inspect(engine).get_table_names())


def test_every_table_is_named_after_the_plugin() -> None:
    assert all(name.startswith("exact_") for name in METADATA.tables)


def test_a_downgrade_removes_everything_and_leaves_the_hosts_tables_alone(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE invoice (id INTEGER PRIMARY KEY)"))
    migrate.upgrade(engine)

    migrate.downgrade(engine, "base")

    assert set(inspect(engine).get_table_names()) <= {"invoice", "exact_alembic_version"}
    migrate.upgrade(engine)
    migrate.check(engine)
