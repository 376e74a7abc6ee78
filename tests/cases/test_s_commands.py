"""Kind S: an operator's commands in scripts and pipes: what is asked for as JSON is JSON, and what is said is so."""

from __future__ import annotations

import errno
import json
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from redis import Redis
from sqlalchemy import text

from mice_exact_plugin.setup import connect
from simulator.tests.control import DUTCH
from tests.cases.books import sold
from tests.cases.selling import play
from tests.cases.stage import TENANT
from tests.whole.world import PERSON

if TYPE_CHECKING:
    from click.testing import Result

    from tests.cases.case import Case

#: What a connection of another venue has in common with ours.
COPIED = "site, app, exact_user, status, enabled, shared_allowed"


def command(case: Case, *words: str, typed: str = "") -> Result:
    return case.stage.world.app.test_cli_runner().invoke(args=["exact", *words], input=typed)


def test_a_log_in_that_was_withdrawn_a_minute_ago_is_not_said_to_work(case: Case) -> None:
    """Somebody removed the app in Exact's app centre; the token is too young to be refreshed."""
    told = [json.loads(command(case, "refresh", TENANT, "--json").stdout) for _ in range(2)]
    assert told == [{"tenant": TENANT, "refreshed": refreshed} for refreshed in (True, False)]
    case.control.revoke(DUTCH)
    said = command(case, "refresh", TENANT)
    assert (said.exit_code, said.stdout) == (1, "")
    assert "accepteert de inlog niet meer" in said.stderr


@pytest.mark.parametrize(("typed", "ends_with"), [("y\n", {"error"}), ("", set())])
def test_what_is_asked_first_does_not_stand_in_the_json(case: Case, typed: str, ends_with: set[str]) -> None:
    said = command(case, "erase-relation", TENANT, "nobody", "--json", typed=typed)
    assert said.exit_code == 1
    assert "Doorgaan?" in said.stderr
    assert set(json.loads(said.stdout or "{}")) == ends_with


def test_one_that_is_refused_keeps_no_other_installed_and_what_was_done_is_told(case: Case) -> None:
    """Of two venues that the host has no more one may still have something in Exact."""
    play(case, sold("N01"))
    with case.services() as runtime:
        session = runtime.session
        columns = f"({COPIED}, tenant) SELECT {COPIED}, 'weg'"
        session.execute(text(f"INSERT INTO exact_connection {columns} FROM exact_connection"))
        session.execute(text("UPDATE exact_invoice_export SET state = 'unconfirmed'"))
        session.commit()
    said = command(case, "uninstall", TENANT, "weg", "weg", "--yes", "--json")
    document = json.loads(said.stdout)
    assert said.exit_code == 1
    assert [each["tenant"] for each in document["uninstalled"]] == ["weg"]
    assert f"{TENANT}: " in document["error"]
    assert command(case, "uninstall", "weg", "--yes").stderr == "Er is geen locatie weg.\n"


def test_a_customer_of_a_venue_that_left_is_erased_too(case: Case) -> None:
    """Uninstalled and gone from the host: the rows that prove the books still have the name."""
    play(case, sold("N01"))
    relation = case.debtor("N01")["ID"]
    assert command(case, "uninstall", TENANT, "--yes").exit_code == 0
    with case.services() as runtime:
        runtime.session.execute(text("UPDATE exact_invoice_export SET tenant = 'weg'"))
        runtime.session.commit()
    said = command(case, "erase-relation", "weg", relation, "--yes", "--json")
    assert json.loads(said.stdout)["invoices"] == 1
    with case.services() as runtime:
        assert runtime.session.scalar(text("SELECT debtor_name FROM exact_invoice_export")) is None
    assert command(case, "erase-relation", "nooit", relation, "--yes").exit_code == 1


def test_nobody_is_uninstalled_without_a_question(case: Case) -> None:
    assert command(case, "uninstall", TENANT, "--yes").exit_code == 0
    said = command(case, "uninstall", "--all")
    assert (said.exit_code, said.stdout) == (0, "Er is geen locatie met de koppeling.\n")


def test_tables_of_another_version_are_said_in_a_sentence(case: Case) -> None:
    """An older wheel was put back without taking the tables back."""
    with case.services() as runtime:
        runtime.session.execute(text("UPDATE exact_alembic_version SET version_num = 'a1c0de999999'"))
        runtime.session.commit()
    for words in (["db", "upgrade"], ["db", "current"]):
        said = command(case, *words)
        assert (said.exit_code, said.stdout) == (1, "")
        assert "installeer dan die" in said.stderr
        assert "a1c0de999999" in said.stderr


def test_tables_that_were_not_brought_up_to_date_are_named(case: Case) -> None:
    """A newer wheel was installed, and nobody ran the upgrade: the class of an error says nothing of that."""
    with case.services() as runtime:
        runtime.session.execute(text("UPDATE exact_alembic_version SET version_num = 'c41d7a90e2f6'"))
        runtime.session.execute(text("ALTER TABLE exact_connection DROP COLUMN slow_at"))
        runtime.session.commit()
    for words in (["status", TENANT], ["worker", "--burst"]):
        said = command(case, *words)
        assert (said.exit_code, said.stdout) == (1, "")
        assert said.stderr.endswith("Voer eerst uit: flask exact db upgrade\n")


def test_a_tick_without_the_queue_does_what_needs_none(case: Case) -> None:
    """A log-in that ended is mailed all the same, and the command says what it could not do."""
    play(case, sold("N01"), run=False)
    case.control.revoke(DUTCH)
    case.traveller.shift(timedelta(days=8))
    kept = case.stage.world.app.extensions.pop("mice_redis", None)
    case.stage.world.app.extensions["mice_redis"] = Redis.from_url("redis://127.0.0.1:1/0")
    said = command(case, "tick")
    case.stage.world.app.extensions.pop("mice_redis").close()
    if kept is not None:
        case.stage.world.app.extensions["mice_redis"] = kept
    assert (said.exit_code, said.stdout) == (1, "")
    assert said.stderr.startswith("De wachtrij (Redis) is niet bereikbaar")
    with case.services() as runtime:
        assert runtime.session.scalar(text("SELECT status FROM exact_connection")) == "dead"


def test_who_reads_the_first_line_only_ends_the_command_quietly(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    """As in `flask exact status T | head -1`."""

    def nobody_reads(*_: object, **__: object) -> None:
        raise BrokenPipeError(errno.EPIPE, "Broken pipe")

    monkeypatch.setattr("mice_exact_plugin.cli.output.click.echo", nobody_reads)
    said = command(case, "status", TENANT)
    assert (said.exit_code, said.stderr) == (1, "")


def test_breaking_off_twice_is_one_line(case: Case) -> None:
    """A double click."""
    with case.services() as runtime:
        for _ in range(2):
            connect.disconnect(runtime, TENANT, PERSON)
        count = text("SELECT COUNT(*) FROM exact_audit WHERE event = 'disconnected'")
        assert runtime.session.scalar(count) == 1
