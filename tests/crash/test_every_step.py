"""A worker harmed at every step of both protocols, and the books looked at: each invoice once, each relation once."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from tests.crash import scenario

if TYPE_CHECKING:
    from collections.abc import Iterator

LEAST = 180
LEAST_POSTING = 40
#: A pause that begins here begins after the last check and ends with the first byte.
AFTER_THE_LAST_CHECK = "after the commit of update exact_lease"
pytestmark = [pytest.mark.crash, pytest.mark.timeout(900)]


def test_a_run_killed_at_every_step_books_once(worker_env: dict[str, str]) -> None:
    found = list(_harmed_at_every_step(worker_env, "SIGKILL", "every"))

    assert len(found) >= LEAST
    assert [wrong for told in found for wrong in _wrong_with(told)] == []
    # Nothing was even sent twice, to be refused.
    assert [told["harmed"] for told in found if told["posts"] != len(scenario.GROSS)] == []


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_killed_where_exact_keeps_no_id_of_ours(worker_env: dict[str, str]) -> None:
    found = list(_harmed_at_every_step(worker_env, "SIGKILL", "posting", "entry_id=ignore", "account_id=ignore"))

    assert len(found) >= LEAST_POSTING
    assert [wrong for told in found for wrong in _wrong_with(told)] == []


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_a_worker_that_sleeps_past_its_lease_books_nothing_twice(worker_env: dict[str, str]) -> None:
    found = list(_harmed_at_every_step(worker_env, "SIGSTOP", "posting"))

    assert len(found) >= LEAST_POSTING
    assert [wrong for told in found for wrong in _wrong_with(told)] == []
    sent_twice = {told["harmed"] for told in found if told["posts"] != len(scenario.GROSS)}
    assert sent_twice <= {AFTER_THE_LAST_CHECK}, "only the pause between last check and first byte is left to Exact"


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_what_remains_is_a_pause_between_last_check_and_first_byte(worker_env: dict[str, str]) -> None:
    """On a server that keeps no id of ours; docs/exactly-once.md says why nothing can be done about it."""
    found = list(_harmed_at_every_step(worker_env, "SIGSTOP", "posting", "entry_id=ignore", "account_id=ignore"))

    assert len(found) >= LEAST_POSTING
    assert {told["harmed"] for told in found if list(_wrong_with(told))} <= {AFTER_THE_LAST_CHECK}


def _harmed_at_every_step(env: dict[str, str], harm: str, which: str, *switches: str) -> Iterator[dict[str, Any]]:
    command = [sys.executable, "-m", "tests.crash.warm", harm, which, *switches]
    with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True) as warm:
        assert warm.stdout
        yield from map(json.loads, warm.stdout)
    assert warm.returncode == 0


def _wrong_with(told: dict[str, Any]) -> Iterator[str]:
    """Everything that a bookkeeper would find fault with after this."""
    where = f"harmed {told['harmed']}:"
    if told["entries"] != dict.fromkeys(scenario.GROSS, 1):
        yield f"{where} entries {told['entries']}"
    if {number: f"{gross:.2f}" for number, gross in told["gross"].items()} != scenario.GROSS:
        yield f"{where} gross {told['gross']}"
    if dict(told["relations"]) != scenario.STATUS or len(told["relations"]) != 3:
        yield f"{where} relations {told['relations']}"
    if told["log_ins"] != _needs_a_log_in(told):
        yield f"{where} {told['log_ins']} new log-ins"
    unfinished = {number: row["state"] for number, row in told["rows"].items() if row["state"] != "synced"}
    if unfinished:
        yield f"{where} not finished: {unfinished}"


def _needs_a_log_in(told: dict[str, Any]) -> bool:
    """Only between Exact's answer with a new pair and the commit that keeps it."""
    name = told["harmed"]
    return (
        "oauth2/token" in name and not name.startswith("before")
    ) or name == "before the commit of update exact_token"
