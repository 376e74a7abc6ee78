"""Back to the tables of 0.1 and forth again after a run: all that 0.1 knew is there, and its trail still only grows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import create_engine, inspect, text
from sqlalchemy.exc import DBAPIError

from mice_exact_plugin.store import migrate
from tests.released.installation import LEFT_BEHIND, RELEASED, content_of
from tests.released.story import RUNNING, run_once

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from tests.integration.protocol.night import Night
    from tests.released.installation import Rows

VERSION_TABLE = "exact_alembic_version"


def test_what_0_1_knew_survives_going_back_and_forth(installed: Night) -> None:
    run_once(installed)
    installed.runtime.session.rollback()
    engine, released = installed.engine, _columns_of_the_release()
    upgraded = _restricted(content_of(engine), released)

    migrate.downgrade(engine, RELEASED)
    assert _columns(engine) == released
    assert _restricted(content_of(engine), released) == upgraded
    _only_grows(engine)

    migrate.upgrade(engine)
    migrate.check(engine)
    assert _restricted(content_of(engine), released) == upgraded
    _only_grows(engine)
    rows = installed.world.rows(RUNNING[0])
    assert not rows["G002"]["changed_after_booking"]
    assert len(rows) > 100


def _only_grows(engine: Engine) -> None:
    with pytest.raises(DBAPIError, match="only grows"), engine.begin() as connection:
        connection.execute(text("DELETE FROM exact_audit"))


def _columns_of_the_release() -> dict[str, frozenset[str]]:
    released = create_engine(f"sqlite:///{LEFT_BEHIND / 'host.sqlite'}")
    found = _columns(released)
    released.dispose()
    return found


def _columns(engine: Engine) -> dict[str, frozenset[str]]:
    known = inspect(engine)
    return {
        name: frozenset(column["name"] for column in known.get_columns(name))
        for name in known.get_table_names()
        if name.startswith("exact_") and name != VERSION_TABLE
    }


def _restricted(content: dict[str, Rows], columns: dict[str, frozenset[str]]) -> dict[str, list[dict[str, Any]]]:
    return {
        table: [{name: value for name, value in row.items() if name in columns[table]} for row in content[table]]
        for table in columns
    }
