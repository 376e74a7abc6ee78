"""A worker harmed at every step of both protocols, and the books looked at: each invoice once, each relation once."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from tests.crash.scenario import ALL_KINDS, SPRING, SURPRISES, Scenario

if TYPE_CHECKING:
    from collections.abc import Iterator

LEAST = 120
LEAST_NEW = 60
LEAST_POSTING = 30
LEAST_WRITING = 14
LEAST_SPRING = 9
#: What lets a call out: its intent, the limits and, last, the lease in one commit. A pause that begins after it begins
#: after the last check and ends with the first byte.
LET_OUT = "update exact_lease"
pytestmark = [pytest.mark.crash, pytest.mark.timeout(900)]


def test_a_run_killed_at_every_step_books_once(worker_env: dict[str, str]) -> None:
    """On PostgreSQL where something new is kept; what the points between add is the same on both."""
    is_on_postgresql = worker_env["DATABASE_URL"].startswith("postgresql")
    which, least = ("new", LEAST_NEW) if is_on_postgresql else ("every", LEAST)
    found = list(_harmed_at_every_step(worker_env, "SIGKILL", os.environ.get("CRASH_POINTS", which)))

    assert len(found) >= least
    assert [wrong for told in found for wrong in _wrong_with(told)] == []
    # Nothing was even sent twice, to be refused.
    assert [told["harmed"] for told in found if told["posts"] != ALL_KINDS.posts] == []


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
    sent_twice = {told["harmed"] for told in found if told["posts"] != ALL_KINDS.posts}
    assert all(map(_is_after_the_last_check, sent_twice)), "only the pause before the first byte is left to Exact"


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_what_remains_is_a_pause_between_last_check_and_first_byte(worker_env: dict[str, str]) -> None:
    """On a server that keeps no id of ours; docs/exactly-once.md says why nothing can be done about it."""
    found = list(_harmed_at_every_step(worker_env, "SIGSTOP", "posting", "entry_id=ignore", "account_id=ignore"))

    assert len(found) >= LEAST_POSTING
    assert all(_is_after_the_last_check(told["harmed"]) for told in found if list(_wrong_with(told)))


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_killed_where_a_relation_is_wanted_an_id_is_taken_and_an_entry_differs(worker_env: dict[str, str]) -> None:
    """`CRASH_POINTS=every` kills at the moments between as well."""
    which = os.environ.get("CRASH_POINTS", "writing")
    found = list(_harmed_at_every_step(worker_env, "SIGKILL", which, scenario="surprises"))

    assert len(found) >= LEAST_WRITING
    assert [wrong for told in found for wrong in _wrong_with(told, SURPRISES)] == []
    assert {told["posts"] for told in found} == {SURPRISES.posts}
    assert [told["harmed"] for told in found if told["codes"][told["debtors"]["G1"]] == "900"] == []


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_killed_between_a_deposit_its_final_and_a_credit_in_another_journal(worker_env: dict[str, str]) -> None:
    """The deposit and the credit are of closed periods; `CRASH_POINTS=every` kills at the moments between as well."""
    which = os.environ.get("CRASH_POINTS", "writing")
    found = list(_harmed_at_every_step(worker_env, "SIGKILL", which, scenario="spring"))

    assert len(found) >= LEAST_SPRING
    assert [wrong for told in found for wrong in _wrong_with(told, SPRING)] == []
    assert {told["posts"] for told in found} == {SPRING.posts}


def _is_after_the_last_check(name: str) -> bool:
    return name.startswith("after the commit") and name.endswith(LET_OUT)


def _harmed_at_every_step(
    env: dict[str, str], harm: str, which: str, *switches: str, scenario: str = "all_kinds"
) -> Iterator[dict[str, Any]]:
    command = [sys.executable, "-m", "tests.crash.warm", scenario, harm, which, *switches]
    with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True) as warm:
        assert warm.stdout
        yield from map(json.loads, warm.stdout)
    assert warm.returncode == 0


def _wrong_with(told: dict[str, Any], scenario: Scenario = ALL_KINDS) -> Iterator[str]:
    """Everything that a bookkeeper would find fault with after this."""
    where = f"harmed {told['harmed']}:"
    if told["entries"] != dict.fromkeys(scenario.gross, 1):
        yield f"{where} entries {told['entries']}"
    if {number: f"{gross:.2f}" for number, gross in told["gross"].items()} != scenario.gross:
        yield f"{where} gross {told['gross']}"
    if sorted(map(tuple, told["relations"])) != sorted(scenario.relations):
        yield f"{where} relations {told['relations']}"
    if told["log_ins"] != _needs_a_log_in(told):
        yield f"{where} {told['log_ins']} new log-ins"
    if told["wrong"]:
        yield f"{where} wrong entries {told['wrong']}"
    states = {number: row["state"] for number, row in told["rows"].items()}
    if states != scenario.states:
        yield f"{where} not finished: {states}"
    if {number: row["entry_id"] for number, row in told["rows"].items()} != told["ids"]:
        yield f"{where} other entries than Exact's"


def _needs_a_log_in(told: dict[str, Any]) -> bool:
    """Only between Exact's answer with a new pair and the commit that keeps it."""
    name = told["harmed"]
    return (
        "oauth2/token" in name and not name.startswith("before")
    ) or name == "before the commit of update exact_token"
