"""Back to the tables of 0.1 and forth again after a run: all that 0.1 knew is there, and its trail still only grows."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import create_engine, inspect, text
from sqlalchemy.exc import DBAPIError

from mice_exact_plugin import migrate
from mice_exact_plugin.mirror.binding_table import BindingState
from tests.released.installation import LEFT_BEHIND, RELEASED, content_of
from tests.released.story import RUNNING, run_once

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from tests.released.installation import Rows
    from tests.whole.nights.night import Night

VERSION_TABLE = "exact_alembic_version"
LATER = [{"code": "a_reason_of_later", "params": {}}]
#: With those that the run gives to customers whose binding of 0.1 is no proof.
CODES_OF_LATER = {"a_reason_of_later", "debtor_old_binding", "debtor_number_differs"}


def test_what_0_1_knew_survives_going_back_and_forth(installed: Night) -> None:
    bound = _bound(content_of(installed.engine))
    run_once(installed)
    installed.runtime.session.rollback()
    engine, released = installed.engine, _columns_of_the_release()
    _hold_up_for_a_reason_of_later(engine, "D001")
    upgraded = _as_0_1_may_read_it(content_of(engine), released)

    migrate.downgrade(engine, RELEASED)
    assert _columns(engine) == released
    downgraded = content_of(engine)
    assert _restricted(downgraded, released) == upgraded
    assert bound.items() <= _bound(downgraded).items(), "what 0.1 was sure of it finds again"
    _only_grows(engine)

    migrate.upgrade(engine)
    migrate.check(engine)
    assert _restricted(content_of(engine), released) == upgraded
    _only_grows(engine)
    rows = installed.world.rows(RUNNING[0])
    assert not rows["G002"]["changed_after_booking"]
    assert len(rows) > 100


def _hold_up_for_a_reason_of_later(engine: Engine, number: str) -> None:
    statement = text("UPDATE exact_invoice_export SET problems = :problems WHERE identifier = :number")
    with engine.begin() as connection:
        held_up = connection.execute(statement, {"problems": json.dumps(LATER), "number": number})
    assert held_up.rowcount == 1


def _as_0_1_may_read_it(content: dict[str, Rows], released: dict[str, frozenset[str]]) -> dict[str, Rows]:
    """It knows no later reasons and no digests of a later form, and finds again by itself what was bound since."""
    for row in content["exact_invoice_export"]:
        known = [problem for problem in row["problems"] if problem["code"] not in CODES_OF_LATER]
        known = [{**problem, "params": _as_texts(problem["params"])} for problem in known]
        row["problems"] = known if len(known) == len(row["problems"]) else [*known, {"code": "bug", "params": {}}]
        row["invoice_digest"] = None if row["digest_version"] > 1 else row["invoice_digest"]
    bindings = content["exact_debtor_binding"]
    content["exact_debtor_binding"] = [
        row for row in bindings if row["key_version"] == 1 or row["state"] == BindingState.CREATING
    ]
    return _restricted(content, released)


def _as_texts(params: dict[str, Any]) -> dict[str, str]:
    """In those that the run of the test leaves behind."""
    joined = {"codes": ", ", "ids": " ", "messages": "\n"}
    return {name: joined[name].join(value) if isinstance(value, list) else str(value) for name, value in params.items()}


def _bound(content: dict[str, Rows]) -> dict[tuple[str, int, str], str]:
    rows = [row for row in content["exact_debtor_binding"] if row["state"] == BindingState.BOUND]
    return {(row["site"], row["division"], row["match_key"]): row["account_id"] for row in rows}


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
