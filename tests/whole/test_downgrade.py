"""`flask exact db downgrade`: below the first version it asks, because the bookkeeper's proof goes."""

from __future__ import annotations

import fcntl
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import inspect

if TYPE_CHECKING:
    from tests.whole.world import World

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


def tables(world: World) -> set[str]:
    engine = world.runtime.session.get_bind().engine
    return {name for name in inspect(engine).get_table_names() if name.startswith("exact_")}


@pytest.mark.parametrize("target", ["base", "b8e335652805"])
@pytest.mark.parametrize("answer", ["", "n\n"], ids=["nobody there", "no"])
def test_below_the_first_version_it_asks(world: World, target: str, answer: str) -> None:
    result = world.app.test_cli_runner().invoke(args=["exact", "db", "downgrade", target], input=answer)
    assert result.exit_code == 1
    assert "bewijs van de boekhouder" in result.output
    assert "exact_remark" in tables(world), "nothing was done"


@pytest.mark.parametrize(("words", "answer"), [(["--yes"], ""), ([], "y\n")])
def test_who_says_yes_loses_it(world: World, words: list[str], answer: str) -> None:
    result = world.app.test_cli_runner().invoke(args=["exact", "db", "downgrade", "base", *words], input=answer)
    assert result.exit_code == 0, result.output
    assert tables(world) <= {"exact_alembic_version"}


def test_back_to_the_first_version_it_does_not_ask(world: World) -> None:
    world.command("exact", "db", "downgrade", "c41d7a90e2f6")
    assert "exact_audit" in tables(world)
    assert "exact_remark" not in tables(world)


def test_a_revision_that_does_not_exist_is_refused_in_a_sentence(world: World) -> None:
    for target in (("nowhere",), ("--", "-99")):
        assert "evision" in world.command("exact", "db", "downgrade", *target, code=1)


def test_an_upgrade_beside_another_one_says_so(world: World) -> None:
    path = f"{world.runtime.session.get_bind().engine.url.database}.migrating"
    with Path(path).open("w") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        assert "Een ander proces" in world.command("exact", "db", "upgrade", "--wait", "0.05", code=1)
    world.command("exact", "db", "upgrade", "--wait", "0.05")
