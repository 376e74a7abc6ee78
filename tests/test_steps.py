"""Short transactions: one at a time, whole or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.orm import Session

from mice_exact_plugin.database import StepInsideStep, step

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def session() -> Iterator[Session]:
    engine = create_engine("sqlite://")
    with Session(engine) as opened:
        opened.execute(text("CREATE TABLE kept (value INTEGER)"))
        opened.commit()
        yield opened
    engine.dispose()


def _add(session: Session, value: int) -> None:
    session.execute(text("INSERT INTO kept VALUES (:value)"), {"value": value})


def _kept(session: Session) -> list[int]:
    return [row.value for row in session.execute(text("SELECT value FROM kept ORDER BY value"))]


def _one_inside_another(session: Session) -> None:
    with step(session):
        _add(session, 1)
        with step(session):
            _add(session, 2)


def _one_that_breaks_off(session: Session) -> None:
    with step(session):
        _add(session, 1)
        raise ZeroDivisionError


def test_a_step_inside_a_step_commits_nothing(session: Session) -> None:
    with pytest.raises(StepInsideStep):
        _one_inside_another(session)
    assert _kept(session) == []


def test_after_a_step_that_broke_off_another_may_begin(session: Session) -> None:
    with pytest.raises(ZeroDivisionError):
        _one_that_breaks_off(session)
    with step(session):
        _add(session, 2)
    assert _kept(session) == [2]
