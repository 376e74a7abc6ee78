"""Models and migrations agree on both databases, and beside a host with tables of its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from alembic.script.revision import RevisionError
from sqlalchemy import create_engine, inspect, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from mice_exact_plugin import migrate
from mice_exact_plugin.audit import SYSTEM, record
from mice_exact_plugin.link.settings import save_settings, settings_of, version_of
from mice_exact_plugin.tables import METADATA
from tests.domain.build import SETTINGS

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


@pytest.mark.parametrize("statement", ["UPDATE exact_audit SET actor = 'Bea'", "DELETE FROM exact_audit"])
def test_the_database_itself_keeps_the_trail_from_being_changed(engine: Engine, statement: str) -> None:
    migrate.upgrade(engine)
    with Session(engine) as session, session.begin():
        record(session, "zaal", "queued", at=datetime.now(UTC))

    with pytest.raises(DBAPIError, match="only grows"), engine.begin() as connection:
        connection.execute(text(statement))
    with engine.begin() as connection:
        assert connection.execute(text("SELECT actor FROM exact_audit")).scalars().all() == [SYSTEM]


@pytest.mark.parametrize(
    "statement", ["UPDATE exact_settings_version SET saved_by = 'Bea'", "DELETE FROM exact_settings_version"]
)
def test_the_database_itself_keeps_versions_of_the_settings(engine: Engine, statement: str) -> None:
    migrate.upgrade(engine)
    with Session(engine) as session, session.begin():
        save_settings(session, ("zaal", "NL", 1), SETTINGS, at=datetime.now(UTC), by="Anke")

    with pytest.raises(DBAPIError, match="only grows"), engine.begin() as connection:
        connection.execute(text(statement))


def test_what_was_saved_before_there_were_versions_is_the_first(engine: Engine) -> None:
    migrate.upgrade(engine, "a1c0de00000a")
    saved = {
        "journal_code": "70",
        "vat_codes": '{"21": "2"}',
        "rate_group_vat_codes": "{}",
        "default_gl_account_id": "x",
    }
    row = {
        "tenant": "zaal",
        "site": "NL",
        "division": 1,
        "saved_by": "Anke",
        "saved_at": "2026-11-01 10:00:00",
        **saved,
    }
    names = ", ".join(row)
    with engine.begin() as connection:
        values = ", ".join(f":{name}" for name in row)
        connection.execute(text(f"INSERT INTO exact_settings ({names}) VALUES ({values})"), row)
    migrate.upgrade(engine)

    with Session(engine) as session, session.begin():
        settings = settings_of(session, "zaal", "NL", 1)
        assert settings is not None
        assert settings.version == 1
        now = datetime.now(UTC)
        key = ("zaal", "NL", 1)
        assert save_settings(session, key, settings, at=now, by="Bea") == []
        session.flush()
        [change] = save_settings(session, key, replace(settings, journal_code="71"), at=now, by="Bea")
        session.flush()
        assert change == {"what": "journal_code", "old": "70", "new": "71"}
        first, second = version_of(session, key, 1), version_of(session, key)
        assert first is not None
        assert second is not None
        assert (first.saved_by, first.payload["journal_code"], first.payload["vat_codes"]) == (
            "Anke",
            "70",
            {"21": "2"},
        )
        assert (second.version, second.saved_by) == (2, "Bea")


@pytest.mark.parametrize(
    ("target", "removes"),
    [("base", True), ("b8e3", True), ("c41d7a90e2f6", False), ("-1", False), ("-30", None), ("head", False)],
)
def test_whether_a_downgrade_takes_the_proof_is_known_beforehand(
    engine: Engine, target: str, removes: bool | None
) -> None:
    migrate.upgrade(engine)
    if removes is None:
        with pytest.raises(RevisionError):
            migrate.removes_the_proof(engine, target)
    else:
        assert migrate.removes_the_proof(engine, target) is removes


def test_one_step_below_the_first_version_takes_the_proof(engine: Engine) -> None:
    migrate.upgrade(engine, "c41d7a90e2f6")
    assert migrate.removes_the_proof(engine, "-1")


def test_a_downgrade_removes_everything_and_leaves_the_hosts_tables_alone(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE invoice (id INTEGER PRIMARY KEY)"))
    migrate.upgrade(engine)

    migrate.downgrade(engine, "base")

    assert set(inspect(engine).get_table_names()) <= {"invoice", "exact_alembic_version"}
    migrate.upgrade(engine)
    migrate.check(engine)
